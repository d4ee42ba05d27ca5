import { Temporal } from 'temporal-polyfill';
import { dayIn, daysAfter, minuteOfDay } from '../../src/kernel/clock.ts';
import { weekdayNamed } from '../../src/rooms/finder/wish-contract.ts';
import { isWorkingDay, workingDaysBefore, type DaysOff } from '../../src/kernel/working-days.ts';
import type { Ago, Dates, DayName } from './story-contract.ts';

/** Days, whichever weekday they are, on which nobody asks for a hall. */
const AT_HOME = ['12-24', '12-25', '12-26', '12-31', '01-01'];

const LATE_MINUTE = 16 * 60;

/** Turns what the story says of days into days: it is told from the day of the first start, whichever that is. */
export function almanac(firstStart: Date, zone: string, daysOff: DaysOff) {
  const today = dayIn(zone, firstStart);
  // Late in the day the evening's first dates would be over already.
  const next = minuteOfDay(zone, firstStart) < LATE_MINUTE ? today : daysAfter(today, 1);
  return {
    today,
    dayOf: (instant: Date): string => dayIn(zone, instant),
    /** So many days, or working days, before the first start. */
    day: (ago: Ago): string =>
      typeof ago === 'number' ? daysAfter(today, -ago) : workingDaysBefore(today, Number.parseInt(ago, 10), daysOff),
    /** The same day where it is one on which offices work, or else the last one before it. */
    officeDay: (day: string): string => (isWorkingDay(day, daysOff) ? day : workingDaysBefore(day, 1, daysOff)),
    daysLater: daysAfter,
    at: (day: string, time: string): Date =>
      new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds),

    /** What the form that asks for a room is given. */
    asked(dates: Dates): Record<string, string> {
      if ('weekly' in dates)
        return {
          repeat: 'weekly',
          day: dates.weekly,
          from: daysAfter(today, dates.from),
          until: daysAfter(today, dates.until),
          off: 'skip',
        };
      return { repeat: 'once', on: dates.once === 'next' ? next : openOn(dates.once, daysAfter(today, dates.from)) };
    },
    openOn,
  };

  /** The first day of that name from a day on on which people go out: no bank holiday, and not Christmas. */
  function openOn(weekday: DayName, from: string): string {
    const day = firstOn(weekday, from);
    return daysOff.has(day) || AT_HOME.includes(day.slice(5)) ? openOn(weekday, daysAfter(day, 1)) : day;
  }
}
export type Almanac = ReturnType<typeof almanac>;

function firstOn(weekday: DayName, from: string): string {
  return daysAfter(from, (weekdayNamed(weekday) - Temporal.PlainDate.from(from).dayOfWeek + 7) % 7);
}
