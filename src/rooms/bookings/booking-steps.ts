import { minuteNow } from '../../kernel/clock.ts';
import { takeTurnOf } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { BOOKED_STATES, HELD_STATES, type Booking, type DatedBooking, type Occurrence } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { isOver } from './booking-problem-words.ts';
import { bookingsOn } from './booking-store.ts';
import { swapClaims, takeTurn } from './claim-steps.ts';
import { turnOfRooms, type Claim } from './claim-contract.ts';
import { claimsOn } from './claim-store.ts';
import { occurrencesOn } from './occurrence-store.ts';

const BOOKED = { kind: 'booking', expires: null } as const;
type Deps = Pick<BookingDeps, 'clock' | 'spaces'>;

/**
 * The steps of a booking that casework takes, each a part of a larger piece of work: they move time and state, and leave it to
 * the caller to record why, other than that it is booked or let go.
 */
export function bookingSteps({ clock, spaces }: Deps) {
  return {
    take,
    turnFor,

    /**
     * Makes the dates of a request booked, without a moment in which they are free. Dates whose hold has run out are taken again.
     * @throws Problem 409 with the dates, when somebody else has taken them since
     */
    async confirmIn(unit: UnitOfWork, id: string, state: 'deposit_due' | 'confirmed'): Promise<DatedBooking> {
      const { booking, occurrences } = await take(unit, id);
      if (BOOKED_STATES.includes(booking.state))
        return entered(unit, await move(unit, booking, occurrences, { state }));
      if (!HELD_STATES.includes(booking.state)) throw isOver();
      await keepTime(unit, occurrences, BOOKED);
      // Since when it is certain: whoever opens the building sees what is new.
      const certain = { state, holdUntil: null, bookedAt: clock().toISOString() };
      return entered(unit, await move(unit, booking, occurrences, certain));
    },

    /**
     * Moves a request on while its dates stay held, until another minute. Dates whose hold has run out are taken again.
     * @throws Problem 409 with the dates, when somebody else has taken them since
     */
    async holdIn(
      unit: UnitOfWork,
      id: string,
      state: 'requested' | 'offered' | 'default_offered',
      until: number,
    ): Promise<DatedBooking> {
      const { booking, occurrences } = await take(unit, id);
      if (!HELD_STATES.includes(booking.state)) throw isOver();
      await keepTime(unit, occurrences, { kind: 'hold', expires: until });
      return move(unit, booking, occurrences, { state, holdUntil: until });
    },

    /** Gives up everything that a request holds, or that waits for its deposit. What it was stays readable. */
    async letGoIn(unit: UnitOfWork, id: string, state: 'declined' | 'withdrawn' | 'lapsed'): Promise<DatedBooking> {
      const { booking, occurrences } = await take(unit, id);
      if (booking.state === state) return { booking, occurrences };
      if (![...HELD_STATES, 'deposit_due'].includes(booking.state)) throw isOver();
      await turnFor(unit, occurrences);
      await claimsOn(unit.trx).release(occurrences.map((one) => one.id));
      const left = await move(unit, booking, occurrences, { state, holdUntil: null });
      unit.record({ ...about(left.booking), kind: 'booking_let_go', after: { state } });
      return left;
    },

    /** Another state, or the request that it belongs to, where no time is taken or given up. */
    async moveIn(
      unit: UnitOfWork,
      id: string,
      changed: Partial<Pick<Booking, 'state' | 'requestId' | 'caseNumber' | 'trial'>>,
    ): Promise<DatedBooking> {
      const { booking, occurrences } = await take(unit, id);
      return move(unit, booking, occurrences, changed);
    },
  };

  /** Holds a booking until the end of the transaction. @throws Problem 404 */
  async function take({ trx }: UnitOfWork, id: string): Promise<DatedBooking> {
    const known = await bookingsOn(trx).byId(id);
    if (!known) throw notFound('booking');
    await takeTurnOf(trx, turnOfRooms(known.areaId));
    const booking = await bookingsOn(trx).lock(id);
    if (!booking) throw notFound('booking');
    return { booking, occurrences: await occurrencesOn(trx).of(id) };
  }

  /** Keeps the time of dates in another way. What is not held any more is taken again, all of it or nothing. */
  async function keepTime(
    unit: UnitOfWork,
    occurrences: readonly Occurrence[],
    kept: Pick<Claim, 'kind' | 'expires'>,
  ): Promise<void> {
    const planned = occurrences.filter((one) => one.state === 'planned');
    const ids = planned.map((one) => one.id);
    const known = await turnFor(unit, planned);
    await claimsOn(unit.trx).keep(ids, kept);
    const counts = await claimsOn(unit.trx).counts(ids);
    const lost = planned.filter((one) => (counts.get(one.id) ?? 0) < (known.get(one.spaceId)?.leaves.length ?? 1));
    if (lost.length === 0) return;
    const givingUp = lost.map((one) => one.id);
    await swapClaims(unit.trx, { dates: lost, spaces: known, kept, givingUp, which: 'all' }, minuteNow(clock));
  }

  /** Waits until nobody else claims in the rooms of some dates. */
  async function turnFor({ trx }: UnitOfWork, occurrences: readonly Occurrence[]): Promise<Map<string, BookableSpace>> {
    const found = await spaces.bookable(trx, [...new Set(occurrences.map(({ spaceId }) => spaceId))]);
    await takeTurn(trx, found, minuteNow(clock));
    return new Map(found.map((space) => [space.id, space]));
  }

  async function move(
    { trx }: UnitOfWork,
    booking: Booking,
    occurrences: Occurrence[],
    changed: Partial<Booking>,
  ): Promise<DatedBooking> {
    await bookingsOn(trx).save({ ...booking, ...changed });
    return { booking: { ...booking, ...changed, version: booking.version + 1 }, occurrences };
  }
}
/** The one door into what is booked, whichever way a booking came: what follows from it is said by those who rest on bookings. */
export function entered(unit: UnitOfWork, made: DatedBooking): DatedBooking {
  const { booking, occurrences } = made;
  const dates = occurrences.filter(({ state }) => state === 'planned').map(({ date }) => date);
  const after = { state: booking.state, dates, totalPence: booking.price.quote?.totalPence ?? null };
  unit.record({
    ...about(booking),
    kind: booking.state === 'deposit_due' ? 'booking_taken' : 'booking_confirmed',
    after,
  });
  return made;
}

/** Who wanted it, and why, is on the record of the act. */
const about = ({ areaId, id }: Booking) => ({ areaId, subjectKind: 'booking', subjectId: id, actor: 'system' });

export type BookingSteps = ReturnType<typeof bookingSteps>;
