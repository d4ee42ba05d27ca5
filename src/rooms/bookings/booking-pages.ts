import type { Request, Response } from 'express';
import { z } from 'zod';
import { titleOf } from '../../../client/rooms/bookings/booking-part.ts';
import { bookingView } from '../../../client/rooms/bookings/booking-view.ts';
import { cancelTitle, cancelView } from '../../../client/rooms/bookings/cancel-view.ts';
import { changeTitle, changeView } from '../../../client/rooms/bookings/change-view.ts';
import { dateView } from '../../../client/rooms/bookings/date-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, parse, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { askerOf, bookingParams, viewerOf, type BookingEndpointDeps } from './booking-endpoint.ts';
import { CHANGES, changeSchema } from './booking-form-contract.ts';
import { CANCELS, cancelSchema, ownerCancelSchema } from './cancel-contract.ts';
import type { DateNeed } from './date-need-contract.ts';
import type { BookingState, ShownDate } from './booking-page-contract.ts';
import { bookingReply } from './booking-reply.ts';
import { changedWords, givenWords } from './booking-words.ts';
import { takeBackTitle, takeBackView } from '../../../client/rooms/bookings/take-back-view.ts';

type Input = { params: { id: string } };
type Changing = { what: (typeof CHANGES)[number]; date?: string | undefined };
type Cancelling = { which: (typeof CANCELS)[number]; date?: string | undefined };

const date = z.string().max(10).optional();
const changeQuery = z.object({ what: z.enum(CHANGES).catch('rest'), date });
const cancelQuery = z.object({ which: z.enum(CANCELS).catch('all'), date });

export type BookingPagesDeps = BookingEndpointDeps & {
  /** What the dates to come of a booking lack. */
  needsOf(bookingId: string): Promise<readonly DateNeed[]>;
};

/** A booking's own pages. They need no scripts. */
export function bookingPages({ needsOf, ...deps }: BookingPagesDeps): Endpoint[] {
  const { bookings, access, sendPage } = deps;
  const ofBooking = {
    tag: 'bookings',
    params: bookingParams,
    thing: ({ params }: Input): Promise<Thing> => bookings.thing(params.id),
  };
  const viewing = async (req: Request, id: string) => viewerOf(deps, req, await bookings.thing(id));

  async function changing(
    req: Request,
    res: Response,
    id: string,
    { what, date: day }: Changing,
    form: FormState | null,
    status = 200,
  ): Promise<void> {
    const state = await bookings.state(id);
    const one = what === 'add' || day === undefined || day === '' ? null : dateIn(state, day);
    if (!one && (what === 'one' || what === 'give_back')) throw notFound('date');
    const data = {
      state,
      viewer: await viewing(req, id),
      what,
      date: one,
      form: form ?? { values: startingValues(state, one), mistakes: [] },
    };
    await sendPage(req, res, {
      status,
      title: titled(status, changeTitle(data)),
      description: 'Change a booking.',
      body: changeView(data),
      robots: 'noindex',
    });
  }

  async function cancelling(
    req: Request,
    res: Response,
    id: string,
    wish: Cancelling,
    form = emptyForm,
    status = 200,
  ): Promise<void> {
    const { state, giving } = await bookings.givingUp(id, wish);
    const body = cancelView({ state, viewer: await viewing(req, id), wish, giving, form });
    await sendPage(req, res, {
      status,
      title: titled(status, cancelTitle(giving)),
      description: 'Cancel dates of a booking.',
      body,
      robots: 'noindex',
    });
  }

  async function takingBack(
    req: Request,
    res: Response,
    id: string,
    wish: Cancelling,
    form = emptyForm,
    status = 200,
  ): Promise<void> {
    const { state, giving } = await bookings.givingUp(id, wish);
    const body = takeBackView({ state, viewer: await viewing(req, id), wish, giving, form });
    await sendPage(req, res, {
      status,
      title: titled(status, takeBackTitle(giving)),
      description: 'Take dates of a booking back for the owner.',
      body,
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id',
      act: 'booking.read',
      summary: 'A booking with all its dates',
      reply: PAGE,
      async run({ req, res, params }) {
        const state = await bookings.state(params.id);
        const needs = await needsOf(params.id);
        const body = bookingView({ state, needs, viewer: await viewing(req, params.id), flash: told(req) });
        await sendPage(req, res, {
          title: titleOf(state),
          description: 'A booking and its dates.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id/dates/:date',
      act: 'booking.read',
      params: z.object({ id: idSchema, date: z.string().max(10).catch('none') }),
      summary: 'One date of a booking, and what can be done about it',
      reply: PAGE,
      async run({ req, res, params }) {
        const state = await bookings.state(params.id);
        const body = dateView(state, await viewing(req, params.id), dateIn(state, params.date));
        await sendPage(req, res, {
          title: `${titleOf(state)}: one date`,
          description: 'One date of a booking.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id/change',
      act: 'booking.change',
      query: changeQuery,
      summary: 'The form to change a booking with',
      reply: PAGE,
      run: ({ req, res, params, query }) => changing(req, res, params.id, query, null),
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/bookings/:id/change',
      act: 'booking.change',
      summary: 'Changes a booking',
      reply: DONE,
      body: changeSchema,
      async run({ req, res, params, body }) {
        const { asker, side } = askerOf(deps, req, (await bookings.thing(params.id)).groupId, body);
        const { booking, occurrences, notFree, made } = await bookings.change(asker, side, params.id, body);
        tellNext(req, changedWords(notFree, made));
        seeOther(req, res, `/bookings/${params.id}`, bookingReply(booking, occurrences, notFree));
      },
      again: ({ req, res, params, values, problem }) =>
        changing(req, res, params.id, parse(changeQuery, values), shownAgain(values, problem), problem.status),
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id/cancel',
      act: 'booking.change',
      query: cancelQuery,
      summary: 'What cancelling costs, and the button for it',
      reply: PAGE,
      run: ({ req, res, params, query }) => cancelling(req, res, params.id, query),
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/bookings/:id/cancel',
      act: 'booking.change',
      summary: 'Cancels dates',
      reply: DONE,
      body: cancelSchema,
      async run({ req, res, params, body }) {
        const { asker } = askerOf(deps, req, (await bookings.thing(params.id)).groupId, body);
        const { booking, occurrences } = await bookings.cancel.byGroup(asker, params.id, body);
        tellNext(req, givenWords(body.which, 'cancelled'));
        seeOther(req, res, `/bookings/${params.id}`, bookingReply(booking, occurrences));
      },
      again: ({ req, res, params, values, problem }) =>
        cancelling(req, res, params.id, parse(cancelQuery, values), shownAgain(values, problem), problem.status),
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/bookings/:id/take-back',
      act: 'booking.take_back',
      query: cancelQuery,
      summary: 'The owner’s form to take dates back with',
      reply: PAGE,
      run: ({ req, res, params, query }) => takingBack(req, res, params.id, query),
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/bookings/:id/take-back',
      act: 'booking.take_back',
      summary: 'Takes dates back for the owner',
      reply: DONE,
      body: ownerCancelSchema,
      async run({ req, res, params, body }) {
        const { booking, occurrences } = await bookings.cancel.byOwner(access.signedIn(req).personId, params.id, body);
        tellNext(req, givenWords(body.which, 'taken back'));
        seeOther(req, res, `/bookings/${params.id}`, bookingReply(booking, occurrences));
      },
      again: ({ req, res, params, values, problem }) =>
        takingBack(req, res, params.id, parse(cancelQuery, values), shownAgain(values, problem), problem.status),
    }),
  ];
}

const titled = (status: number, title: string): string => `${status === 200 ? '' : 'Error: '}${title}`;

/** @throws Problem 404 when the booking has no such date */
function dateIn({ dates }: BookingState, day: string): ShownDate {
  const found = dates.find(({ originalDate }) => originalDate === day);
  if (!found) throw notFound('date');
  return found;
}

/** What stands in a form before anything is typed: how it is now. */
function startingValues({ booking, place }: BookingState, one: ShownDate | null): Record<string, unknown> {
  const { recurrence } = booking;
  const rule =
    recurrence.kind === 'weekly'
      ? { weekday: recurrence.weekdays[0], until: recurrence.until }
      : recurrence.kind === 'monthly'
        ? { weekday: recurrence.weekday, until: recurrence.until }
        : {};
  return {
    from: one?.from ?? booking.from,
    to: one?.to ?? booking.to,
    space_id: one?.spaceId ?? place.spaceId,
    new_date: one?.date ?? '',
    dates: 'all',
    ...rule,
  };
}

/** Mistakes about single dates have no input of their own to lead to. */
const shownAgain = (values: Record<string, unknown>, problem: Problem): FormState => ({
  values,
  mistakes: mistakesOf(problem).map((one) => (/^\d{4}-/.test(one.field) ? { ...one, field: '' } : one)),
});
