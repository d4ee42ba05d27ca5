import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { hireView } from '../../../client/rooms/hires/hire-view.ts';
import { outcomesView } from '../../../client/rooms/hires/evaluation-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Asker } from '../bookings/booking-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { sendPrivateFile } from '../../kernel/private-file.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import { uploadIn } from '../../kernel/upload.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import type { HireViewer } from './hire-contract.ts';
import type { HireServices } from './hire-services.ts';
import { offerAnswerSchema } from './date-offer-contract.ts';
import {
  broughtFields,
  challengeAnswerSchema,
  challengeSchema,
  deductionSchema,
  MOST_DEDUCTION_PHOTO_BYTES,
  payBackSchema,
} from './deposit-contract.ts';
import { evaluationSchema } from './evaluation-contract.ts';
import { inductionSchema, noticeSchema } from './start-contract.ts';

type Deps = {
  hires: HireServices;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]> };
  bookings: {
    thing(id: string): Promise<Thing>;
    /** Who asks, and for whom. @throws Problem 400 that names what an officer left out */
    askerOf(req: Request, groupId: Thing['groupId'], body: Record<string, unknown>): Asker;
    /** On whose side somebody looks at a booking that they may read. */
    sideOf(req: Request, thing: Thing): HireViewer['as'];
  };
};
type Input = { params: { id: string } };
type Again = { req: Request; res: Response; params: { id: string }; values: Record<string, unknown>; problem: Problem };

const PHOTO = { field: 'photo', mostBytes: MOST_DEDUCTION_PHOTO_BYTES };
const bookingParams = z.object({ id: idSchema });
const offerParams = z.object({ id: idSchema, offer: idSchema });
const deductionParams = z.object({ id: idSchema, deduction: idSchema });
const slugParams = z.object({ slug: z.string().max(60) });

/** From the first date to the closed file, on one page. Every form of it answers with that page. */
export function hirePages({ bookings, hires, access, areas, sendPage }: Deps): Endpoint[] {
  const ofBooking = {
    tag: 'bookings',
    params: bookingParams,
    thing: ({ params }: Input): Promise<Thing> => bookings.thing(params.id),
  };
  const [answering, seeing] = [
    { ...ofBooking, act: 'booking.answer', reply: DONE },
    { ...ofBooking, act: 'booking.see_to', reply: DONE },
  ];

  async function page(
    req: Request,
    res: Response,
    id: string,
    form = { of: '', values: {}, mistakes: [] } as Parameters<typeof hireView>[0]['form'],
    status = 200,
  ): Promise<void> {
    const [state, thing] = [await hires.state(id), await bookings.thing(id)];
    const who = access.signedIn(req);
    const viewer = {
      as: bookings.sideOf(req, thing),
      mayAnswer: access.may(who, 'booking.answer', thing),
      maySeeTo: access.may(who, 'booking.see_to', thing),
    };
    const body = hireView({ state, viewer, form, flash: told(req), submission: randomUUID() });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}From start to end: ${state.place.spaceName}`,
      description: 'What a booking needs, and how it ends.',
      body,
      robots: 'noindex',
    });
  }
  const again =
    (of: string) =>
    ({ req, res, params, values, problem }: Again): Promise<void> =>
      page(req, res, params.id, { of, values, mistakes: mistakesOf(problem) }, problem.status);
  const done = (req: Request, res: Response, id: string, words: string): void => {
    tellNext(req, words);
    seeOther(req, res, `/bookings/${id}/course`, { id });
  };
  const asker = async (req: Request, id: string, body: Record<string, unknown>) =>
    bookings.askerOf(req, (await bookings.thing(id)).groupId, body);
  const personId = (req: Request): string => access.signedIn(req).personId;

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
    endpoint({
      ...answering,
      method: 'post',
      path: '/bookings/:id/evaluation',
      summary: 'Says how it went, in three answers',
      body: evaluationSchema,
      async run({ req, res, params, body }) {
        await hires.evaluations.evaluate(await asker(req, params.id, body), params.id, body);
        done(req, res, params.id, 'Thank you. That helps the next group.');
      },
      again: again('evaluation'),
    }),
    endpoint({
      method: 'get',
      path: '/areas/:slug/room-outcomes',
      act: 'register.read',
      tag: 'bookings',
      params: slugParams,
      summary: 'How bookings of rooms in an area went: counts of five and more',
      reply: PAGE,
      async run({ req, res, params }) {
        const area = await areaCalled(params.slug);
        await sendPage(req, res, {
          title: `How it went in rooms of ${area.name}`,
          description: 'What groups said at the end of their bookings, as counts.',
          body: outcomesView(area.name, await hires.evaluations.outcomes(area.id)),
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/api/areas/:slug/room-outcomes',
      act: 'register.read',
      tag: 'bookings',
      params: slugParams,
      summary: 'How bookings of rooms in an area went: counts of five and more, null for fewer',
      reply: { type: 'application/json', description: 'Counts' },
      run: async ({ params }) => hires.evaluations.outcomes((await areaCalled(params.slug)).id),
    }),
  ];

  async function areaCalled(slug: string): Promise<Area> {
    const area = (await areas.all()).find((one) => one.slug === slug);
    if (!area) throw notFound('area');
    return area;
  }
}
