import { daysAfter } from '../../kernel/clock.ts';
import { endOfDay } from '../../kernel/recurrence.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { HELD_STATES } from '../bookings/booking-contract.ts';
import type { Look } from '../bookings/draft-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { optionsOn } from './option-store.ts';
import type { RequestCore } from './request-deps.ts';
import type { RoomOption } from './request-contract.ts';
import type { Scene } from './request-scene.ts';

/** What requests do to the time of rooms: hold it, let it go, and keep it when an offer is made. */
export function requestHolding({ newId, bookings }: RequestCore) {
  return { claimRooms, hold, letGo, letGoOfRunOut, holdUntil };

  /** Takes the bookings and the rooms of some options for this transaction. */
  function claimRooms(
    unit: UnitOfWork,
    options: readonly RoomOption[],
    now: number,
  ): Promise<Map<string, BookableSpace>> {
    return bookings.takeRooms(
      unit,
      options.flatMap(({ bookingId }) => bookingId ?? []),
      options.map(({ spaceId }) => spaceId),
      now,
    );
  }

  /** Holds the dates of a look for a request. @returns the booking's id */
  async function hold(scene: Scene, { draft }: Look, until: number): Promise<string> {
    const { unit, request } = scene;
    const brought =
      request.channel === 'online'
        ? null
        : { channel: request.channel, receivedOn: request.receivedOn, readBack: request.readBack ?? '' };
    const asker = { personId: request.createdBy, brought };
    const { booking } = await bookings.placeIn(unit, asker, { ...draft, submission: newId() }, 'requested');
    await bookings.holdIn(unit, booking.id, 'requested', until);
    await bookings.moveIn(unit, booking.id, { requestId: request.id, caseNumber: request.caseNumber });
    return booking.id;
  }

  /** The minute until which a request holds its dates: its own day, and the days of an offer beyond, should our clock run late. */
  function holdUntil({ request, area }: Scene, dueOn: string): number {
    return endOfDay(daysAfter(dueOn, request.terms.offer_lapses_days), area.timeZone);
  }

  /**
   * A hold that has run out holds nothing, since others may have the time: whoever had it competes again like those who hold nothing.
   * @returns the option as it is then
   */
  async function letGoOfRunOut(unit: UnitOfWork, option: RoomOption, now: number): Promise<RoomOption> {
    const booking = option.bookingId === null ? undefined : await bookings.byId(unit.trx, option.bookingId);
    if (!booking || booking.holdUntil === null || booking.holdUntil > now) return option;
    await letGo(unit, option, 'lapsed');
    const competing = { ...option, bookingId: null };
    await optionsOn(unit.trx).save(competing);
    return competing;
  }

  /** Gives up everything that a room of a request has, held or booked. */
  async function letGo(
    unit: UnitOfWork,
    { bookingId }: RoomOption,
    state: 'declined' | 'withdrawn' | 'lapsed',
  ): Promise<void> {
    if (bookingId === null) return;
    const { booking } = await bookings.take(unit, bookingId);
    if ([...HELD_STATES, 'deposit_due'].includes(booking.state)) await bookings.letGoIn(unit, bookingId, state);
  }
}
export type RequestHolding = ReturnType<typeof requestHolding>;
