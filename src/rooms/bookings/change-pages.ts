import type { Request, Response } from 'express';
import { z } from 'zod';
import { changeCheckView, CHECK_TITLE } from '../../../client/rooms/bookings/change-check-view.ts';
import { changeTitle, changeView } from '../../../client/rooms/bookings/change-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, parse, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { wantsJson } from '../../kernel/errors.ts';
import { DONE, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import type { Asker } from './booking-contract.ts';
import { askerOf, bookingParams, viewerOf, type BookingEndpointDeps } from './booking-endpoint.ts';
import { CHANGES, changeSchema, type Change } from './booking-form-contract.ts';
import { dateIn, shownAgain, titled } from './booking-form-pages.ts';
import type { BookingState, ShownDate } from './booking-page-contract.ts';
import { bookingReply } from './booking-reply.ts';
import { changedWords } from './booking-words.ts';
import type { Side } from './change-rules.ts';

type Input = { params: { id: string } };
type Changing = { what: (typeof CHANGES)[number]; date?: string | undefined };

const changeQuery = z.object({ what: z.enum(CHANGES).catch('rest'), date: z.string().max(10).optional() });

/** Changing a booking: a form, what it comes to, and the button that makes it. They need no scripts. */
export function changePages(deps: BookingEndpointDeps): Endpoint[] {
  const { bookings, sendPage } = deps;
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

  /** Shows what a change comes to, until that has been seen and a length that is much longer is meant. @returns whether it did */
  async function mustBeSeen(
    req: Request,
    res: Response,
    { asker, side }: { asker: Asker; side: Side },
    id: string,
    wish: Change,
  ): Promise<boolean> {
    const seen = wish.checked === 'yes';
    if (seen && wish.long === 'yes') return false;
    const look = await bookings.look(asker, side, id, wish);
    if (seen && !look.muchLonger) return false;
    const mistakes = seen
      ? [{ field: 'long', message: 'Say that you mean so long a time, or change what you typed.' }]
      : [];
    const status = seen ? 400 : 200;
    const form = { values: fieldsOf(req), mistakes };
    await sendPage(req, res, {
      status,
      title: titled(status, CHECK_TITLE),
      description: 'What a change of a booking comes to.',
      body: changeCheckView({ state: await bookings.state(id), viewer: await viewing(req, id), look, form }),
      robots: 'noindex',
    });
    return true;
  }

  return [
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
        if (!wantsJson(req) && (await mustBeSeen(req, res, { asker, side }, params.id, body))) return;
        const { booking, occurrences, notFree, made } = await bookings.change(asker, side, params.id, body);
        tellNext(req, changedWords(notFree, made));
        seeOther(req, res, `/bookings/${params.id}`, bookingReply(booking, occurrences, notFree));
      },
      again: ({ req, res, params, values, problem }) =>
        changing(req, res, params.id, parse(changeQuery, values), shownAgain(values, problem), problem.status),
    }),
  ];
}

const fieldsOf = ({ body }: Request): Record<string, unknown> => ({ ...(body as Record<string, unknown> | undefined) });

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
