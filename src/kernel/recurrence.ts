import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { invalid } from './problem.ts';
import {
  MOST_DATES,
  type ClockTime,
  type Dated,
  type Day,
  type Recurrence,
  type Weekday,
} from './recurrence-contract.ts';
import { steadyOffset } from './zone-offset.ts';

type Rule = Extract<Recurrence, { kind: 'weekly' | 'monthly' }>;
const ICAL_DAYS: Record<Weekday, string> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };
const MINUTE_MS = 60_000;
const DAY = 24 * 60;
const WEEK = 7;
/** Days from a Monday to the day that days are counted from, plus whole weeks so that no remainder is negative (from the year 1900 on). */
const MONDAY = 3 + WEEK * 5_000;

/**
 * The days on which something happens: sorted, each once. "Every second week" counts from the week of the first day, Monday to
 * Sunday; a month that has no such weekday is left out (RFC 5545).
 * @param inTerm whether a day lies in a school term of the place; without it no day does
 * @throws Problem 400 when the rule names more than `MOST_DATES` days, before terms are looked at
 */
export function datesOf(recurrence: Recurrence, inTerm: (day: Day) => boolean = () => false): Day[] {
  if (recurrence.kind === 'once') return [recurrence.date];
  if (recurrence.kind === 'dates') return bounded([...new Set(recurrence.dates)].sort());
  const days = bounded(recurrence.kind === 'weekly' ? weeklyDays(recurrence) : monthlyDays(recurrence));
  const { termTime } = recurrence;
  return termTime ? days.filter((day) => inTerm(day) === (termTime === 'only')) : days;
}

/**
 * One date of a series: wall-clock times of a day, and the instants that they are in a zone. Computed from the day itself and
 * never from the date before, so that 18:00 stays 18:00 when the clocks change. A time that the clocks skip becomes the next that
 * exists, a time that happens twice is the first.
 * @param to not later than `from`, or 24:00: it ends on the next day
 */
export function dated(date: Day, from: ClockTime, to: ClockTime, zone: string): Dated {
  const start = instantOf(date, minuteOf(from), zone);
  const end = instantOf(date, endMinute(from, to), zone);
  // A stretch that the clocks skip whole keeps its length, and so ends later than was asked.
  const skippedWhole = end.minute <= start.minute;
  const ends = skippedWhole ? start.minute + endMinute(from, to) - minuteOf(from) : end.minute;
  return {
    date,
    starts: start.minute,
    ends,
    from: start.skipped ? clockAt(start.minute, zone) : from,
    to: end.skipped || skippedWhole ? clockAt(ends, zone) : to,
    ...(start.skipped || end.skipped ? { moved: true } : {}),
  };
}

/** The minute since 1970 in which a day ends in a zone. */
export const endOfDay = (day: Day, zone: string): number => dated(day, '00:00', '24:00', zone).ends;

/** Minutes after midnight of a time on the clock; 24:00 is 1440. */
export function minuteOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes after the first day's midnight at which a stretch ends: beyond 1440 when it runs into the next day. */
export function endMinute(from: ClockTime, to: ClockTime): number {
  return minuteOf(to) > minuteOf(from) ? minuteOf(to) : minuteOf(to) + DAY;
}

/** Weeks from Monday on, counted from the week of the first day. Whole numbers of days: the finder asks for many such rules at once. */
function weeklyDays({ every, weekdays, from, until }: Extract<Rule, { kind: 'weekly' }>): Day[] {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const inWeek = [...new Set(weekdays)].sort();
  const days: Day[] = [];
  // One more than allowed shows that there are too many.
  for (
    let monday = first - ((first + MONDAY) % WEEK);
    monday <= last && days.length <= MOST_DATES;
    monday += WEEK * every
  ) {
    for (const weekday of inWeek) {
      const day = monday + weekday - 1;
      if (day >= first && day <= last) days.push(new Date(day * DAY * MINUTE_MS).toISOString().slice(0, 10));
    }
  }
  return days;
}

/** The library's part: which day of a month is its last Friday. Days only, in a zone without clock changes. */
function monthlyDays({ nth, weekday, from, until }: Extract<Rule, { kind: 'monthly' }>): Day[] {
  const occurrences = new RRuleTemporal({
    freq: 'MONTHLY',
    byDay: [`${nth}${ICAL_DAYS[weekday]}`],
    wkst: 'MO',
    dtstart: midnight(from),
    until: midnight(until),
  });
  return occurrences.all((_, index) => index <= MOST_DATES).map((day) => day.toPlainDate().toString());
}

/** Days since 1 January 1970, which was a Thursday; before it they are negative. */
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00Z`) / (DAY * MINUTE_MS);

const midnight = (day: Day): Temporal.ZonedDateTime => Temporal.PlainDate.from(day).toZonedDateTime('UTC');

function bounded(days: Day[]): Day[] {
  if (days.length <= MOST_DATES) return days;
  throw invalid([
    {
      field: 'recurrence',
      message: `This makes more than ${MOST_DATES} dates. Choose an earlier last day, or fewer days.`,
    },
  ]);
}

/** The instant, in whole minutes since 1970, of a wall-clock minute counted from the midnight of a day. */
function instantOf(date: Day, minuteOfDay: number, zone: string): { minute: number; skipped: boolean } {
  const day = dayNumber(date);
  const offset = steadyOffset(day, zone);
  if (offset !== null) return { minute: day * DAY + minuteOfDay - offset, skipped: false };
  const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minuteOfDay });
  const found = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wall))
    return { minute: Math.floor(found.epochMilliseconds / MINUTE_MS), skipped: false };
  // The library moves a skipped time on by the length of the gap; the first time that exists is where the gap ends.
  const gapEnd = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next') ?? found;
  return { minute: Math.floor(gapEnd.epochMilliseconds / MINUTE_MS), skipped: true };
}

function clockAt(minute: number, zone: string): ClockTime {
  return Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}
