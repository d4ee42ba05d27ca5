import { datesOf } from '../../kernel/recurrence.ts';
import type { Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { Occurrence } from './booking-contract.ts';
import { mondayOf } from './booking-rules.ts';

/** The day of a new rule that takes the place of a day of the old one; the same day where the rules do not correspond. */
export type Carry = (day: Day) => Day;

/**
 * Where only the day of the week changes, every date has one that takes its place: in the same week, or in the same month. So what was
 * cancelled, left out or moved by itself keeps its place, and no date is lost at the end.
 * @returns null where the rules do not correspond date by date
 */
export function carriedTo(was: Recurrence, becomes: Recurrence): Carry | null {
  if (was.kind === 'weekly' && becomes.kind === 'weekly') {
    const [old, next] = [was.weekdays, becomes.weekdays].map((days) => (days.length === 1 ? days[0] : undefined));
    if (!old || !next || old === next || was.every !== becomes.every) return null;
    return (day) => daysAfter(mondayOf(day), next - 1);
  }
  if (was.kind !== 'monthly' || becomes.kind !== 'monthly') return null;
  // Not every month that has a fifth Tuesday has a fifth Friday.
  if (was.nth !== becomes.nth || was.nth === 5 || was.weekday === becomes.weekday) return null;
  return (day) =>
    datesOf({ ...becomes, termTime: undefined, from: `${day.slice(0, 7)}-01`, until: lastOfMonth(day) })[0] ?? day;
}

const lastOfMonth = (day: Day): Day => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** A rule with another day of the week, from the week of its first date to the week of its last: as many dates as before. */
export function withItsWeeks<Rule extends Extract<Recurrence, { kind: 'weekly' | 'monthly' }>>(
  was: Recurrence,
  becomes: Rule,
): Rule {
  const carry = carriedTo(was, becomes);
  const days = carry ? datesOf('termTime' in was ? { ...was, termTime: undefined } : was) : [];
  const [first, last] = [days[0], days.at(-1)];
  if (!carry || !first || !last) return becomes;
  const from = carry(first);
  return { ...becomes, from: from < becomes.from ? from : becomes.from, until: carry(last) };
}

/**
 * Dates of a series under the days of a new rule, by which they are kept from then on. What was added stands for itself, and a day that
 * another date has already is not taken twice.
 * @param later dates from the first that changes on
 * @param had days that earlier dates are kept by
 */
export function carried(later: readonly Occurrence[], had: ReadonlySet<Day>, carry: Carry | null): Occurrence[] {
  if (!carry) return [...later];
  const stays = ({ exception, originalDate }: Occurrence): boolean =>
    exception === 'added' || carry(originalDate) === originalDate;
  const known = new Set([...had, ...later.filter(stays).map(({ originalDate }) => originalDate)]);
  // What is booked goes before what is not, where two of one week would come to one day.
  return later
    .toSorted((one, other) => Number(other.state === 'planned') - Number(one.state === 'planned'))
    .map((one) => {
      const day = carry(one.originalDate);
      if (stays(one) || known.has(day)) return one;
      known.add(day);
      return { ...one, originalDate: day };
    });
}
