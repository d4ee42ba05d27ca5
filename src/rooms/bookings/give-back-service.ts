import { minuteNow } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid, type Problem } from '../../kernel/problem.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { ClockTime } from '../../kernel/recurrence-contract.ts';
import { LIVE_STATES, type Booking, type Occurrence, type Asker, type DatedBooking } from './booking-contract.ts';
import type { Change } from './booking-form-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { changedMeanwhile, isOver } from './booking-problem-words.ts';
import { endWords } from './booking-words.ts';
import { freeUntil, priceOf } from './booking-rules.ts';
import type { BookingSteps } from './booking-steps.ts';
import { bookingsOn } from './booking-store.ts';
import { claimsOn } from './claim-store.ts';
import { occurrencesOn } from './occurrence-store.ts';

type GivenBack = Pick<Change, 'date' | 'to' | 'version'>;

/** Ending an evening earlier, so that somebody else can have the room: also while it is under way. */
export function giveBackService({ clock, quote, steps, groups }: BookingDeps & { steps: BookingSteps }) {
  return { giveBackIn };

  /** Before the date's deadline the shorter time is paid for, after it the agreed one. @throws Problem 400 unless the end is earlier */
  async function giveBackIn(
    unit: UnitOfWork,
    asker: Asker,
    id: string,
    { date, to, version }: GivenBack,
  ): Promise<DatedBooking> {
    const { booking, occurrences } = await steps.take(unit, id);
    const now = minuteNow(clock);
    if (!LIVE_STATES.includes(booking.state)) throw isOver();
    const before = occurrences.find(
      ({ originalDate, state, ends }) => originalDate === date && state === 'planned' && ends > now,
    );
    if (!before || !to)
      throw wrong(
        before ? 'to' : 'date',
        before ? 'Enter the time at which you end.' : 'Choose a date that is booked and not over.',
      );
    if (before.to === to) return { booking, occurrences };
    if (booking.version !== version) throw changedMeanwhile();
    const after = endingAt(booking, before, to, now);
    await steps.turnFor(unit, [before]);
    await claimsOn(unit.trx).shorten(before.id, before.ends - after.ends);
    await occurrencesOn(unit.trx).change(after, clock().toISOString());
    const all = occurrences.map((one) => (one.id === after.id ? after : one));
    const saved = { ...booking, price: { ...booking.price, quote: priceOf(booking, all, quote) } };
    await bookingsOn(unit.trx).save(saved);
    unit.record({
      kind: 'end_given_back',
      areaId: booking.areaId,
      subjectKind: 'booking',
      subjectId: id,
      actor: asker.personId,
      channel: asker.brought?.channel ?? null,
      onBehalfOf: asker.brought ? ((await groups.byId(unit.trx, booking.groupId))?.leadId ?? null) : null,
      before: {
        date: before.date,
        from: before.from,
        to: before.to,
        totalPence: booking.price.quote?.totalPence ?? null,
      },
      after: {
        date: after.date,
        from: after.from,
        to: after.to,
        totalPence: saved.price.quote?.totalPence ?? null,
      },
    });
    return { booking: { ...saved, version: booking.version + 1 }, occurrences: all };
  }
}
export type GiveBackService = ReturnType<typeof giveBackService>;

function endingAt(booking: Booking, one: Occurrence, to: ClockTime, now: number): Occurrence {
  const { ends } = dated(one.date, one.from, to, booking.zone);
  if (ends >= one.ends)
    throw wrong(
      'to',
      `Enter an end after ${one.from} and before ${endWords(one.from, one.to)}. For more time, change the date instead.`,
    );
  if (ends <= now) throw wrong('to', 'Enter an end that is still to come.');
  const late = freeUntil(one, booking) < now;
  return { ...one, to, ends, exception: one.exception ?? 'moved', paidTo: late ? (one.paidTo ?? one.to) : null };
}

const wrong = (field: string, message: string): Problem => invalid([{ field, message }]);
