import { dayIn, minuteNow } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { judgeFor } from './booking-scene.ts';
import type { Booking, BookingState, DatedBooking, Occurrence } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { isAllowed, plannedDate, type Slot } from './booking-plan-rules.ts';
import { refused } from './booking-problem-words.ts';
import { priceOf, spanOf, stateAfterGivingUp } from './booking-rules.ts';
import type { BookingSteps } from './booking-steps.ts';
import { bookingsOn } from './booking-store.ts';
import { claimsOn } from './claim-store.ts';
import { swapClaims, takeTurn } from './claim-steps.ts';
import type { Moment } from './draft-contract.ts';
import { occurrencesOn } from './occurrence-store.ts';

type Deps = Pick<BookingDeps, 'clock' | 'newId' | 'spaces' | 'ruleOf' | 'quote'> & { steps: BookingSteps };
type Given = Pick<Occurrence, 'state' | 'note'>;
/** Where and when a date is to be, and what is so there and then. `lapses` is the minute until which it is held at most. */
export type Instead = { slot: Slot; zone: string; moment: Moment; lapses: number };

const OVER: readonly BookingState[] = ['ended', 'cancelled'];
const NOTHING = { hirePence: 0, openingPence: 0, insurancePence: 0, totalPence: 0, lines: [] };

/** The steps that change single dates of a booking, each a part of a larger piece of work that records why. */
export function dateSteps({ clock, newId, spaces, ruleOf, quote, steps }: Deps) {
  return {
    reckoned,
    giveUp,

    /** Takes bookings and rooms for this transaction, always in one order, so that nobody waits crosswise. */
    async takeRooms(
      { trx }: UnitOfWork,
      bookingIds: readonly string[],
      spaceIds: readonly string[],
      now: number,
    ): Promise<Map<string, BookableSpace>> {
      for (const id of bookingIds.toSorted()) await bookingsOn(trx).lock(id);
      const found = await spaces.bookable(trx, [...new Set(spaceIds)]);
      await takeTurn(trx, found, now);
      return new Map(found.map((space) => [space.id, space]));
    },

    /** Lets go of the time that dates have, or that is held in their place. */
    release: ({ trx }: UnitOfWork, holders: readonly string[]): Promise<void> => claimsOn(trx).release(holders),

    /** Leaves out dates that have begun while a request waited. @returns whether any is left */
    async dropPast(unit: UnitOfWork, id: string, now: number): Promise<boolean> {
      const { booking, occurrences } = await steps.take(unit, id);
      const past = occurrences.filter(({ state, starts }) => state === 'planned' && starts <= now);
      if (past.length === 0) return occurrences.some(({ state }) => state === 'planned');
      await steps.turnFor(unit, past);
      await claimsOn(unit.trx).release(past.map((one) => one.id));
      await occurrencesOn(unit.trx).setState(
        past.map((one) => one.id),
        { state: 'skipped', charged: false, note: 'too_soon' },
        clock().toISOString(),
      );
      const left = occurrences.map((one): Occurrence =>
        past.includes(one) ? { ...one, state: 'skipped', note: 'too_soon' } : one,
      );
      await bookingsOn(unit.trx).save(reckoned(booking, left));
      return left.some(({ state }) => state === 'planned');
    },

    /** A price for the whole booking where the owner's list has none for this kind of group. */
    async namePrice(unit: UnitOfWork, id: string, pence: number): Promise<void> {
      const { booking, occurrences } = await steps.take(unit, id);
      const list = booking.price.lists[booking.spaceId];
      if (!list || booking.price.quote) return;
      const tariffs = [
        ...list.tariffs,
        { id: newId(), audience: booking.audience, basis: 'fixed' as const, pence, from: null },
      ];
      const priced = {
        ...booking,
        price: {
          ...booking.price,
          lists: { ...booking.price.lists, [booking.spaceId]: { ...list, tariffs } },
          quote: { ...NOTHING, depositPence: list.depositPence },
        },
      };
      await bookingsOn(unit.trx).save({
        ...priced,
        price: { ...priced.price, quote: priceOf(priced, occurrences, quote) },
      });
    },

    /**
     * Holds another time in place of a date, under an id of its own.
     * @throws Problem 422 where the room is not open then, 409 where it is taken
     */
    async holdInstead(
      { trx }: UnitOfWork,
      { people }: Pick<Booking, 'people'>,
      one: Occurrence,
      { slot, zone, moment, lapses }: Instead,
    ): Promise<{ held: Occurrence; until: number }> {
      const planned = plannedDate({ ...one, id: newId() }, slot, zone, judgeFor({ ruleOf }, people, moment));
      if (!isAllowed(planned)) throw refused([planned]);
      const { occurrence: held } = planned;
      const until = Math.min(held.starts, lapses);
      await swapClaims(
        trx,
        {
          dates: [held],
          spaces: new Map([[slot.space.id, slot.space]]),
          kept: { kind: 'hold', expires: until },
          givingUp: [],
          which: 'all',
        },
        minuteNow(clock),
      );
      return { held, until };
    },

    /** Books a date as it is now to be, for what was held in its place. @throws Problem 409 when the time is taken */
    async put(unit: UnitOfWork, date: Occurrence, inPlaceOf: string): Promise<void> {
      const found = await steps.turnFor(unit, [date]);
      await swapClaims(
        unit.trx,
        { dates: [date], spaces: found, kept: { kind: 'booking', expires: null }, givingUp: [inPlaceOf], which: 'all' },
        minuteNow(clock),
      );
      await occurrencesOn(unit.trx).change(date, clock().toISOString());
    },
  };

  /** A booking with the days and the price that its dates come to. Saves nothing. */
  function reckoned(booking: Booking, occurrences: readonly Occurrence[]): Booking {
    return {
      ...booking,
      ...spanOf(occurrences),
      price: { ...booking.price, quote: priceOf(booking, occurrences, quote) },
    };
  }

  /**
   * Gives up dates and lets go of their time.
   * @param late ids of those that stay to be paid
   * @returns the booking as it then stands, for the caller to save
   */
  async function giveUp(
    unit: UnitOfWork,
    { booking, occurrences }: DatedBooking,
    given: readonly Occurrence[],
    to: Given,
    late: ReadonlySet<string> = new Set(),
  ): Promise<DatedBooking> {
    const ids = given.map((one) => one.id);
    await steps.turnFor(unit, given);
    await claimsOn(unit.trx).release(ids);
    const at = clock().toISOString();
    for (const charged of [true, false])
      await occurrencesOn(unit.trx).setState(
        ids.filter((one) => late.has(one) === charged),
        { ...to, charged },
        at,
      );
    const left = occurrences.map((one) => (ids.includes(one.id) ? { ...one, ...to, charged: late.has(one.id) } : one));
    const state = stateAfterGivingUp(booking.state, left, minuteNow(clock));
    // What is over holds no time any more, neither of the dates that have been.
    if (state !== booking.state) await claimsOn(unit.trx).release(left.map((one) => one.id));
    return {
      booking: reckoned(
        {
          ...booking,
          state,
          holdUntil: state === booking.state ? booking.holdUntil : null,
          // From the day on which the last date was given up, the deposit is due back.
          overOn: OVER.includes(state) ? dayIn(booking.zone, clock()) : booking.overOn,
        },
        left,
      ),
      occurrences: left,
    };
  }
}
export type DateSteps = ReturnType<typeof dateSteps>;
