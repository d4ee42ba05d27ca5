import type { Request } from 'express';
import { z } from 'zod';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import { parse } from '../../kernel/endpoint.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { invalid } from '../../kernel/problem.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import type { BookingViewer } from './booking-page-contract.ts';
import type { Asker } from './booking-contract.ts';
import type { BookingServices } from './booking-services.ts';
import type { Side } from './change-rules.ts';

/** What the endpoints of bookings need. */
export type BookingEndpointDeps = { bookings: BookingServices; access: Access; clock: Clock; sendPage: SendPage };

export const bookingParams = z.object({ id: idSchema });
export const JSON_REPLY = { type: 'application/json', description: 'The booking with all its dates' };

/** Who asks, and for whom. Officers who are not of the group say who got in touch, and how. @throws Problem 400 that names what they left out */
export function askerOf(
  { access, clock }: Pick<BookingEndpointDeps, 'access' | 'clock'>,
  req: Request,
  groupId: string | null | undefined,
  body: Record<string, unknown>,
): { asker: Asker; side: Side } {
  const who = access.signedIn(req);
  if (access.scopes(who, 'group.edit', 'group').includes(groupId ?? ''))
    return { asker: { personId: who.personId, brought: null }, side: 'group' };
  const { channel, received_on: receivedOn, read_back: readBack } = parse(assistedSchema, body);
  // Days begin in the west last: somebody may be a day ahead of the clock in London, never two.
  if (receivedOn > dayIn('Pacific/Kiritimati', clock()))
    throw invalid([{ field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' }]);
  return { asker: { personId: who.personId, brought: { channel, receivedOn, readBack } }, side: 'officer' };
}

/** What somebody may do with a booking that they may read. */
export function viewerOf({ access }: Pick<BookingEndpointDeps, 'access'>, req: Request, thing: Thing): BookingViewer {
  const who = access.signedIn(req);
  const ofGroup = access.scopes(who, 'group.edit', 'group').includes(thing.groupId ?? '');
  return {
    as: ofGroup ? 'group' : access.may(who, 'booking.change', thing) ? 'officer' : 'reader',
    mayTakeBack: access.may(who, 'booking.take_back', thing),
  };
}
