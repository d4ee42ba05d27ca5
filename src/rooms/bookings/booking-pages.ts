import type { Request, Response } from 'express';
import { z } from 'zod';
import { titleOf } from '../../../client/rooms/bookings/booking-part.ts';
import { bookingView } from '../../../client/rooms/bookings/booking-view.ts';
import { cancelTitle, cancelView } from '../../../client/rooms/bookings/cancel-view.ts';
import { dateView } from '../../../client/rooms/bookings/date-view.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, parse, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { askerOf, bookingParams, viewerOf, type BookingEndpointDeps } from './booking-endpoint.ts';
import { CANCELS, cancelSchema, ownerCancelSchema } from './cancel-contract.ts';
import { dateIn, shownAgain, titled } from './booking-form-pages.ts';
import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { DateNeed } from './date-need-contract.ts';
import { bookingReply } from './booking-reply.ts';
import { givenWords } from './booking-words.ts';
import { takeBackTitle, takeBackView } from '../../../client/rooms/bookings/take-back-view.ts';

type Input = { params: { id: string } };
type Cancelling = { which: (typeof CANCELS)[number]; date?: string | undefined };

const date = z.string().max(10).optional();
const cancelQuery = z.object({ which: z.enum(CANCELS).catch('all'), date });

export type BookingPagesDeps = BookingEndpointDeps & {
  /** Where a booking stands, and what its dates to come lack. */
  stands(bookingId: string): Promise<{ standing: Standing; needs: readonly DateNeed[] }>;
};

/** A booking's own pages. They need no scripts. */
export function bookingPages({ stands, ...deps }: BookingPagesDeps): Endpoint[] {
  const { bookings, access, sendPage } = deps;
  const ofBooking = {
    tag: 'bookings',
    params: bookingParams,
    thing: ({ params }: Input): Promise<Thing> => bookings.thing(params.id),
  };
  const viewing = async (req: Request, id: string) => viewerOf(deps, req, await bookings.thing(id));

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
        const { standing, needs } = await stands(params.id);
        const body = bookingView({ state, standing, needs, viewer: await viewing(req, params.id), flash: told(req) });
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
