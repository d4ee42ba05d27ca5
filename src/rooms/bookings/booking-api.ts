import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { askerOf, bookingParams, JSON_REPLY, type BookingEndpointDeps } from './booking-endpoint.ts';
import { changeSchema, checkSchema, newBookingSchema } from './booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from './cancel-contract.ts';
import { bookingReply } from './booking-reply.ts';

type Input = { params: { id: string } };

/** Bookings for programs: the same use cases as on the pages. */
export function bookingApi(deps: BookingEndpointDeps): Endpoint[] {
  const { bookings, access } = deps;
  const ofBooking = {
    tag: 'bookings',
    params: bookingParams,
    reply: JSON_REPLY,
    thing: ({ params }: Input): Promise<Thing> => bookings.thing(params.id),
  };
  return [
    endpoint({
      method: 'post',
      path: '/api/bookings',
      act: 'booking.request',
      tag: 'bookings',
      reply: JSON_REPLY,
      body: newBookingSchema,
      summary:
        'Books a room that is had at once, for one date or a series. 409 names the dates that are taken; 422 says what to do where somebody decides, signs or pays first',
      thing: ({ req }): Promise<Thing> => {
        const { space_id: space, group_id: group } = (req.body ?? {}) as Record<string, unknown>;
        return bookings.wishedThing(space, group);
      },
      async run({ req, res, body }) {
        const { booking, occurrences } = await bookings.book(askerOf(deps, req, body.group_id, body).asker, body);
        seeOther(req, res, `/bookings/${booking.id}`, bookingReply(booking, occurrences));
      },
    }),
    endpoint({
      method: 'post',
      path: '/api/bookings/check',
      act: 'booking.check',
      tag: 'bookings',
      body: checkSchema,
      reply: {
        type: 'application/json',
        description: 'For each room, how many of the dates are free, and why the others are not',
      },
      summary: 'Which of the dates of a series are free in some rooms',
      run: ({ body }) => bookings.freeDates(body),
    }),
    endpoint({
      ...ofBooking,
      method: 'get',
      path: '/api/bookings/:id',
      act: 'booking.read',
      summary: 'A booking with all its dates and its history',
      async run({ params }) {
        const { booking, dates, history } = await bookings.state(params.id);
        return { ...bookingReply(booking, dates), history };
      },
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/api/bookings/:id/change',
      act: 'booking.change',
      summary: 'Moves a date, changes a date and all after it, adds a date, or gives back the end of one',
      body: changeSchema,
      async run({ req, params, body }) {
        const { asker, side } = askerOf(deps, req, (await bookings.thing(params.id)).groupId, body);
        const changed = await bookings.change(asker, side, params.id, body);
        return bookingReply(changed.booking, changed.occurrences, changed.notFree);
      },
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/api/bookings/:id/cancel',
      act: 'booking.change',
      summary: 'Cancels one date, one and all after it, or all that are left',
      body: cancelSchema,
      async run({ req, params, body }) {
        const { asker } = askerOf(deps, req, (await bookings.thing(params.id)).groupId, body);
        const { booking, occurrences } = await bookings.cancel.byGroup(asker, params.id, body);
        return bookingReply(booking, occurrences);
      },
    }),
    endpoint({
      ...ofBooking,
      method: 'post',
      path: '/api/bookings/:id/take-back',
      act: 'booking.take_back',
      summary: 'Takes dates back for the owner: with notice, a reason and something instead',
      body: ownerCancelSchema,
      async run({ req, params, body }) {
        const { booking, occurrences } = await bookings.cancel.byOwner(access.signedIn(req).personId, params.id, body);
        return bookingReply(booking, occurrences);
      },
    }),
  ];
}
