import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { HireState } from './hire-contract.ts';
import { isFinal, OVER_WITH_MONEY, overOn, renewalDue, renewalFrom, RUNNING } from './hire-rules.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';
import type { HeldDate } from './start-contract.ts';
import { heldBackFrom, tellings } from './start-rules.ts';

/** What happens to a booking by itself. */
export const CLOCK_ACTS = ['hold', 'begin', 'tell_start', 'remind', 'end', 'see_to_deposit', 'close'] as const;
export type ClockAct = (typeof CLOCK_ACTS)[number];
/** What an act is decided by. */
export type Seen = Pick<HireState, 'booking' | 'occurrences' | 'checks' | 'needs' | 'held' | 'today' | 'now'> & {
  money: Pick<HireState['money'], 'deposit'>;
  deposit: Pick<HireState['deposit'], 'given'>;
  evaluationUntil: HireState['evaluationUntil'];
};

/** What is to happen to a booking now, one act at a time; null when nothing is. */
export function dueAct(seen: Seen): ClockAct | null {
  return CLOCK_ACTS.find((act) => IS_DUE[act](seen)) ?? null;
}

const IS_DUE: Record<ClockAct, (seen: Seen) => boolean> = {
  hold: (seen) => {
    const { tell, freed, gone } = heldChanges(seen);
    return tell.length + freed.length + gone.length > 0;
  },
  begin: ({ booking, checks, today }) =>
    booking.state === 'confirmed' && booking.startsOn <= today && checks.every(({ met }) => met),
  tell_start: ({ booking, checks, today }) =>
    booking.state === 'confirmed' &&
    booking.startToldOn === null &&
    today >= heldBackFrom({ date: booking.startsOn }, booking) &&
    today <= booking.startsOn &&
    checks.some(({ kind, met }) => kind === 'induction' && !met),
  remind: ({ booking, occurrences, today }) =>
    RUNNING.includes(booking.state) && renewalDue(booking, occurrences, today),
  end: ({ booking, occurrences, today, now }) =>
    endsByItself(booking) &&
    booking.endsOn < today &&
    !occurrences.some(({ state, ends }) => state === 'planned' && ends > now),
  see_to_deposit: ({ booking, money }) =>
    OVER_WITH_MONEY.includes(booking.state) &&
    (money.deposit.held > 0 ? overOn(booking) === null : booking.state === 'ended'),
  close: ({ booking, deposit, evaluationUntil, today }) => {
    const answered = booking.state === 'evaluated';
    const waitedLongEnough = booking.state === 'deposit_returned' && today > (evaluationUntil ?? booking.endsOn);
    return (answered || waitedLongEnough) && isFinal(deposit.given ?? undefined, today);
  },
};

/** A request sees to its own booking while its deposit is due. */
const endsByItself = ({ state, requestId }: Seen['booking']): boolean =>
  RUNNING.includes(state) || (state === 'deposit_due' && requestId === null);

/** Dates of which both sides are to be told that they are held back, those that are free again, and notes of dates that are over. */
export function heldChanges({ booking, needs, held, today }: Pick<Seen, 'booking' | 'needs' | 'held' | 'today'>): {
  tell: (DateNeed & { told: number })[];
  freed: DateNeed[];
  gone: HeldDate[];
} {
  if (!RUNNING.includes(booking.state)) return { tell: [], freed: [], gone: [...held] };
  const known = new Map(held.map((one) => [one.occurrenceId, one]));
  const byId = new Map(needs.map((one) => [one.occurrenceId, one]));
  return {
    tell: needs.flatMap((one) => {
      const told = one.papers.length > 0 ? tellings(one.date, booking, today) : 0;
      return told > (known.get(one.occurrenceId)?.told ?? 0) ? [{ ...one, told }] : [];
    }),
    freed: needs.filter(({ occurrenceId, papers }) => papers.length === 0 && known.has(occurrenceId)),
    gone: held.filter(({ occurrenceId }) => !byId.has(occurrenceId)),
  };
}

/** The next day on which something can be due by the passing of time alone. What changes otherwise is looked at when it does. */
export function nextLook({ booking, needs, occurrences, today }: Seen): Day | null {
  if (OVER.includes(booking.state)) return daysAfter(today, 1);
  if (!endsByItself(booking)) return null;
  // A night that began on the last day is not over at midnight.
  if (booking.endsOn < today) return today;
  const { paper_reminder_days: first, paper_last_reminder_days: last } = booking.terms;
  const days = [
    ...needs.flatMap(({ date }) => [daysAfter(date, -first), daysAfter(date, -last)]),
    booking.startsOn,
    daysAfter(booking.startsOn, -first),
    renewalFrom(booking, occurrences) ?? '',
    daysAfter(booking.endsOn, 1),
  ];
  return days.filter((day) => day > today).toSorted()[0] ?? null;
}
/** Over, while somebody still has something to do: money and answers come in without the booking being saved. */
const OVER: readonly Seen['booking']['state'][] = ['ended', 'deposit_returned', 'evaluated'];
