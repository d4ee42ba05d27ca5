import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema, PAGE } from '../../kernel/form-page.ts';
import { offerAnswerSchema } from './date-offer-contract.ts';
import { broughtFields } from './deposit-contract.ts';
import { hireDepositPages } from './deposit-pages.ts';
import { hireEvaluationPages } from './evaluation-pages.ts';
import { hirePage, type HirePagesDeps } from './hire-page.ts';
import { inductionSchema, noticeSchema } from './start-contract.ts';

const offerParams = z.object({ id: idSchema, offer: idSchema });

/** From the first date to the closed file, on one page. Every form of it answers with that page. */
export function hirePages(deps: HirePagesDeps): Endpoint[] {
  const { hires } = deps;
  const { ofBooking, answering, seeing, page, again, done, asker, personId } = hirePage(deps);
  return [
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id/course',
      act: 'booking.read',
      summary: 'A booking from its start conditions to its end',
      reply: PAGE,
      run: ({ req, res, params }) => page(req, res, params.id),
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/api/bookings/:id/course',
      act: 'booking.read',
      summary: 'A booking from its start conditions to its end: checks, offers, deposit, evaluation',
      reply: { type: 'application/json', description: 'How the booking stands' },
      async run({ params }) {
        const { booking, checks, offers, notice, money, deposit, evaluation, evaluationUntil } = await hires.state(
          params.id,
        );
        return {
          id: booking.id,
          state: booking.state,
          version: booking.version,
          checks,
          offers,
          notice,
          money,
          deposit,
          evaluation,
          evaluation_until: evaluationUntil,
        };
      },
    }),
    endpoint({
      ...answering,
      params: offerParams,
      method: 'post',
      path: '/bookings/:id/other-dates/:offer',
      summary: 'Takes the date that the owner offers for one taken back, or says no',
      body: offerAnswerSchema.extend(broughtFields),
      async run({ req, res, params, body }) {
        await hires.offers.answer(await asker(req, params.id, body), params.id, params.offer, body.answer);
        done(
          req,
          res,
          params.id,
          body.answer === 'accept'
            ? 'The date is yours. We have told the owner.'
            : 'You said no. What you paid for the date comes back.',
        );
      },
      again: (input) => again(`other-${input.params.offer}`)(input),
    }),
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/induction',
      summary: 'Notes that somebody of the group was shown round and signed',
      body: inductionSchema,
      async run({ req, res, params, body }) {
        await hires.starting.induct(personId(req), params.id, body);
        done(req, res, params.id, 'It is noted.');
      },
      again: again('induction'),
    }),
    endpoint({
      ...answering,
      method: 'post',
      path: '/bookings/:id/notice/group',
      summary: 'Ends a series for the group, with notice',
      body: noticeSchema.extend(broughtFields),
      async run({ req, res, params, body }) {
        await hires.ending.giveNotice(await asker(req, params.id, body), 'group', params.id, body);
        done(req, res, params.id, 'Notice is given. We have told the owner.');
      },
      again: again('notice-group'),
    }),
    endpoint({
      ...seeing,
      method: 'post',
      path: '/bookings/:id/notice/owner',
      summary: 'Ends a series for the owner, with notice',
      body: noticeSchema,
      async run({ req, res, params, body }) {
        await hires.ending.giveNotice({ personId: personId(req), brought: null }, 'owner', params.id, body);
        done(req, res, params.id, 'Notice is given. We have told the group.');
      },
      again: again('notice-owner'),
    }),
    ...hireDepositPages(deps),
    ...hireEvaluationPages(deps),
  ];
}
