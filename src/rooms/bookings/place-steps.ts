import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict } from '../../kernel/problem.ts';
import { BOOKED_STATES, type Asker, type BookingState, type DatedBooking } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { bookingFrom, datesFrom, endOfHold, factOfMaking, stateOf } from './booking-making-steps.ts';
import { entered } from './booking-steps.ts';
import { bookingsOn } from './booking-store.ts';
import { claimsOn } from './claim-store.ts';
import { swapClaims, takeTurn } from './claim-steps.ts';
import type { Draft } from './draft-contract.ts';
import { occurrencesOn } from './occurrence-store.ts';
import { mustFitTheTrial } from './trial-date-steps.ts';
import { mustFitTheWeek, takeTurnOfGroup } from './week-limit-steps.ts';

/** Putting a new booking into its room, a part of a larger piece of work. */
export function placeSteps({ clock, quote, roomPass }: Pick<BookingDeps, 'clock' | 'quote' | 'roomPass'>) {
  return { placeIn, placeNow, takeTurnFor };

  /** Waits until nobody else books this room, or for this group. To be done before anything is read that the booking rests on. */
  async function takeTurnFor(
    { trx }: UnitOfWork,
    { space_id, group_id }: { space_id: string; group_id: string },
  ): Promise<void> {
    await claimsOn(trx).takeTurnIn([space_id]);
    await takeTurnOfGroup(trx, group_id);
  }

  /**
   * Takes the time of a draft and keeps the booking, as a part of a larger piece of work too.
   * @param state how it stands then; by itself `requested` when it waits for something
   */
  async function placeIn(
    unit: UnitOfWork,
    asker: Asker,
    draft: Draft & { submission: string },
    state: BookingState = stateOf(draft),
  ): Promise<DatedBooking> {
    const { spaces, now, group } = draft.context;
    await takeTurn(unit.trx, spaces.values(), now);
    await takeTurnOfGroup(unit.trx, group.id);
    // The same form, sent again while the first was under way.
    const known = await bookingsOn(unit.trx).bySubmission(asker.personId, draft.submission);
    if (known) return { booking: known, occurrences: await occurrencesOn(unit.trx).of(known.id) };
    return placeNow(unit, asker, draft, state);
  }

  /** The same for whoever has had the turn since before the draft was worked out. */
  async function placeNow(
    unit: UnitOfWork,
    asker: Asker,
    draft: Draft & { submission: string },
    state: BookingState = stateOf(draft),
  ): Promise<DatedBooking> {
    const { spaces, now } = draft.context;
    await mustFitTheWeek(unit.trx, draft.context, draft.dates);
    // What is only held waits for an owner, who may say yes to anybody.
    const trial = draft.trial !== null && BOOKED_STATES.includes(state);
    if (trial) await mustFitTheTrial({ roomPass }, unit, draft.context, draft.space.id, draft.dates);
    const holdUntil = endOfHold(state, draft);
    const kept =
      holdUntil === null ? { kind: 'booking' as const, expires: null } : { kind: 'hold' as const, expires: holdUntil };
    const missed = await swapClaims(
      unit.trx,
      { dates: draft.dates, spaces, kept, givingUp: [], which: draft.wish.dates },
      now,
    );
    const occurrences = datesFrom(draft, missed);
    const booking = bookingFrom(
      draft,
      asker,
      { state, holdUntil, occurrences, createdAt: clock().toISOString(), trial },
      quote,
    );
    if (!(await bookingsOn(unit.trx).add(booking)))
      throw conflict('This form was sent twice, for different rooms. Open your bookings to see which was booked.');
    await occurrencesOn(unit.trx).addFirst(booking.id, occurrences, booking.createdAt);
    unit.record(factOfMaking(draft, asker, booking, occurrences));
    return BOOKED_STATES.includes(state) ? entered(unit, { booking, occurrences }) : { booking, occurrences };
  }
}
export type PlaceSteps = ReturnType<typeof placeSteps>;
