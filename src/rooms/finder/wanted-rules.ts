import { Temporal } from 'temporal-polyfill';
import { invalid } from '../../kernel/problem.ts';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Day, Nth, Recurrence, Weekday } from '../../kernel/recurrence-contract.ts';
import { endAfter } from '../spaces/time-contract.ts';
import { FINDER, repeatOf, weekdayNamed, type FinderQuery, type WantedTime } from './finder-contract.ts';

const HOUR = 60;
const NTHS: Record<NonNullable<FinderQuery['nth']>, Nth> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, last: -1 };

/**
 * The dates and times that a wish asks for, with what it left open filled in; null when it asks for no date yet.
 * @throws Problem 400 for dates that are over, and for more of them than can be meant
 */
export function wantedTime(query: FinderQuery, today: Day): WantedTime | null {
  const { start, end, hours, term, off } = query;
  const recurrence = recurrenceOf(query, today);
  if (!recurrence || start === undefined) return null;
  const over = end === undefined ? undefined : endAfter(start, end);
  const minutes = hours === undefined ? (over ?? start) - start : hours * HOUR;
  return {
    recurrence,
    term: recurrence.kind === 'once' ? null : (term ?? null),
    daysOff: recurrence.kind === 'once' ? null : (off ?? null),
    earliest: start,
    latest: over ?? start + minutes,
    minutes,
  };
}

/**
 * The days of a wish from today on.
 * @throws Problem 400 when there are none, or too many
 */
export function daysOf({ recurrence }: WantedTime, today: Day): Day[] {
  const days = datesOf(recurrence).filter((day) => day >= today);
  if (days.length === 0)
    throw invalid([
      {
        field: 'until',
        message: 'There is no such day between your first and your last day. Choose a later last day.',
      },
    ]);
  if (days.length > FINDER.mostDates)
    throw invalid([
      {
        field: 'until',
        message: `That makes ${days.length} dates. Choose an earlier last day or fewer days: ${FINDER.mostDates} dates at most.`,
      },
    ]);
  return days;
}

export const weekdaysOf = (dates: readonly Day[]): Weekday[] => [
  ...new Set(dates.map((date) => (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday)),
];

/** Days of the week on which a room must be open: with those on which a night ends. */
export function weekdaysNeeded(dates: readonly Day[], time: Pick<WantedTime, 'latest'> | null): Weekday[] {
  const days = weekdaysOf(dates);
  if (!time || time.latest <= 24 * HOUR) return days;
  return [...new Set([...days, ...days.map((day) => ((day % 7) + 1) as Weekday)])];
}

function recurrenceOf(
  { repeat, on, day = [], every = 1, nth, from, until, weeks }: FinderQuery,
  today: Day,
): Recurrence | null {
  const kind = repeatOf({ repeat, on, day, nth });
  if (!kind) return null;
  if (kind === 'once') return { kind, date: notOver('on', on ?? today, today) };
  const period = periodOf(from ?? later(today), until, weeks, today);
  const [first = 'mon'] = day;
  return kind === 'weekly'
    ? { kind, every, weekdays: day.map(weekdayNamed), ...period }
    : { kind, nth: NTHS[nth ?? '1'], weekday: weekdayNamed(first), ...period };
}

const later = (day: Day): Day => Temporal.PlainDate.from(day).add({ days: FINDER.daysUnlessTold }).toString();

/** @param weeks instead of a last day: the last of so many weeks from the first day on */
function periodOf(from: Day, until: Day | undefined, weeks: number | undefined, today: Day): { from: Day; until: Day } {
  const begins = Temporal.PlainDate.from(from < today ? today : from);
  const last =
    until ??
    (weeks === undefined
      ? begins.add({ weeks: FINDER.weeksUnlessTold })
      : begins.add({ days: weeks * 7 - 1 })
    ).toString();
  if (last > Temporal.PlainDate.from(from).add({ months: FINDER.mostMonths }).toString()) {
    throw invalid([
      {
        field: weeks === undefined ? 'until' : 'weeks',
        message: `Choose a last day within ${FINDER.mostMonths / 12} years of the first.`,
      },
    ]);
  }
  return { from, until: notOver('until', last, today) };
}

function notOver(field: 'on' | 'until', day: Day, today: Day): Day {
  if (day >= today) return day;
  throw invalid([{ field, message: 'That day is over. Choose one from today on.' }]);
}
