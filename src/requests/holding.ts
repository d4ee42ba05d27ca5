import type { UnitOfWork } from '../kernel/facts.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { HELD_STATES, type Booking, type Occurrence } from '../bookings/booking-contract.ts';
import { priceOf, spanOf } from '../bookings/booking-rules.ts';
import { bookingsOn } from '../bookings/booking-store.ts';
import { claimsOn } from '../bookings/claim-store.ts';
import { takeTurn } from '../bookings/claiming.ts';
import { occurrencesOn } from '../bookings/occurrence-store.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RoomOption } from './request-contract.ts';
import type { Look } from '../bookings/looking.ts';
import { endOfDay, type Scene } from './request-scene.ts';
import { daysAfter } from './request-rules.ts';

/** What requests do to the time of rooms: hold it, let it go, and keep it when an offer is made. */
export function requestHolding({ clock, newId, rooms, making, steps }: RequestDeps) {
  return { claimRooms, hold, letGo, dropPast, holdUntil };

  /** Takes the bookings and the rooms of some options for this transaction, always in one order, so that nobody waits crosswise. */
  async function claimRooms({ trx }: UnitOfWork, options: readonly RoomOption[], now: number): Promise<Map<string, BookableSpace>> {
    for (const id of options.flatMap(({ bookingId }) => bookingId ?? []).toSorted()) await bookingsOn(trx).held(id);
    const spaces = await rooms.spaces.bookable(trx, [...new Set(options.map(({ spaceId }) => spaceId))]);
    await takeTurn(trx, spaces, now);
    return new Map(spaces.map((space) => [space.id, space]));
  }

  /** Holds the dates of a look for a request. @returns the booking's id */
  async function hold(scene: Scene, { draft }: Look, until: number): Promise<string> {
    const { unit, request } = scene;
    const brought = request.channel === 'online' ? null : { channel: request.channel, receivedOn: request.receivedOn, readBack: request.readBack ?? '' };
    const asker = { personId: request.createdBy, brought };
    const { booking } = await making.placeIn(unit, asker, { ...draft, submission: newId() }, 'requested');
    await steps.holdIn(unit, booking.id, 'requested', until);
    await steps.moveIn(unit, booking.id, { details: { ...booking.details, requestId: request.id } });
    return booking.id;
  }

  /** The minute until which a request holds its dates: its own day, and the days of an offer beyond, should our clock run late. */
  function holdUntil({ request, area }: Scene, dueOn: string): number {
    return endOfDay(daysAfter(dueOn, request.terms.offer_lapses_days), area);
  }

  /** Gives up everything that a room of a request has, held or booked. */
  async function letGo(unit: UnitOfWork, { bookingId }: RoomOption, state: 'declined' | 'withdrawn' | 'lapsed'): Promise<void> {
    if (bookingId === null) return;
    const { booking, occurrences } = await steps.take(unit, bookingId);
    if (HELD_STATES.includes(booking.state)) return void (await steps.letGoIn(unit, bookingId, state));
    if (booking.state !== 'deposit_due') return;
    await steps.turnFor(unit, occurrences);
    await claimsOn(unit.trx).release(occurrences.map(({ id }) => id));
    await steps.moveIn(unit, bookingId, { state });
  }

  /** Leaves out dates that have begun while the request waited. @returns whether any is left */
  async function dropPast({ unit, now }: Scene, bookingId: string): Promise<boolean> {
    const { booking, occurrences } = await steps.take(unit, bookingId);
    const past = occurrences.filter(({ state, starts }) => state === 'planned' && starts <= now);
    if (past.length === 0) return occurrences.some(({ state }) => state === 'planned');
    await steps.turnFor(unit, past);
    await claimsOn(unit.trx).release(past.map(({ id }) => id));
    await occurrencesOn(unit.trx).setState(past.map(({ id }) => id), { state: 'skipped', charged: false, note: 'too_soon' }, clock().toISOString());
    const left = occurrences.map((one): Occurrence => (past.includes(one) ? { ...one, state: 'skipped', note: 'too_soon' } : one));
    await bookingsOn(unit.trx).save(repriced(booking, left));
    return left.some(({ state }) => state === 'planned');
  }

  function repriced(booking: Booking, occurrences: readonly Occurrence[]): Booking {
    return { ...booking, ...spanOf(occurrences), price: { ...booking.price, quote: priceOf(booking, occurrences, rooms.quote) } };
  }
}
export type RequestHolding = ReturnType<typeof requestHolding>;
