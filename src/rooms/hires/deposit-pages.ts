import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema } from '../../kernel/form-page.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { uploadIn } from '../../kernel/upload.ts';
import {
  challengeAnswerSchema,
  challengeSchema,
  deductionSchema,
  MOST_DEDUCTION_PHOTO_BYTES,
  payBackSchema,
} from './deposit-contract.ts';
import { hirePage, type HirePagesDeps } from './hire-page.ts';

const PHOTO = { field: 'photo', mostBytes: MOST_DEDUCTION_PHOTO_BYTES };
const deductionParams = z.object({ id: idSchema, deduction: idSchema });

/** The deposit at the end of a hire: what is kept of it and why, giving it back, and a dispute about it. */
export function hireDepositPages(deps: HirePagesDeps): Endpoint[] {
  const { hires } = deps;
  const { ofBooking, answering, seeing, again, done, asker, personId } = hirePage(deps);
  return [
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/deductions',
      summary: 'Notes something to keep of a deposit, with a photo',
      upload: PHOTO,
      body: deductionSchema,
      async run({ req, res, params, body }) {
        await hires.deposits.deduct(personId(req), params.id, body, uploadIn(req));
        done(req, res, params.id, 'It is noted. Nothing is kept until you give the deposit back.');
      },
      again: again('deduction'),
    }),
    endpoint({
      ...seeing,
      params: deductionParams,
      method: 'post',
      path: '/bookings/:id/deductions/:deduction/remove',
      summary: 'Takes back what was noted to be kept of a deposit',
      async run({ req, res, params }) {
        await hires.deposits.dropDeduction(params.id, params.deduction);
        done(req, res, params.id, 'It is removed.');
      },
      again: again('deduction'),
    }),
    endpoint({
      ...ofBooking,
      params: deductionParams,
      method: 'get',
      path: '/bookings/:id/deductions/:deduction/photo',
      act: 'booking.read',
      summary: 'The photo of some damage',
      reply: { type: 'image/webp', description: 'The photo' },
      run: async ({ res, params }) =>
        sendPrivateFile(res, {
          path: await hires.deposits.photo(params.id, params.deduction),
          mediaType: 'image/webp',
          name: 'damage.webp',
        }),
    }),
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/deposit-return',
      summary: 'Gives a deposit back, less what was noted',
      body: payBackSchema,
      async run({ req, res, params, body }) {
        await hires.deposits.giveBack(personId(req), params.id, body);
        done(req, res, params.id, 'The deposit is settled. We have sent the group the statement.');
      },
      again: again('pay-back-deposit'),
    }),
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/refund',
      summary: 'Notes that hire was paid back for dates that were given up',
      body: payBackSchema,
      async run({ req, res, params, body }) {
        await hires.deposits.refund(personId(req), params.id, body);
        done(req, res, params.id, 'It is noted.');
      },
      again: again('pay-back-hire'),
    }),
    endpoint({
      ...answering,
      method: 'post',
      path: '/bookings/:id/challenge',
      summary: 'Disputes what was kept of a deposit',
      body: challengeSchema,
      async run({ req, res, params, body }) {
        await hires.disputes.challenge(await asker(req, params.id, body), params.id, body);
        done(req, res, params.id, 'It is sent. Somebody looks at it again and answers.');
      },
      again: again('challenge'),
    }),
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/challenge-answer',
      summary: 'Answers a dispute about a deposit',
      body: challengeAnswerSchema,
      async run({ req, res, params, body }) {
        await hires.disputes.answer(personId(req), params.id, body);
        done(req, res, params.id, 'The answer is sent.');
      },
      again: again('challenge-answer'),
    }),
  ];
}
