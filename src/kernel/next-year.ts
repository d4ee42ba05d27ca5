import { Temporal } from 'temporal-polyfill';
import type { Day } from './recurrence-contract.ts';

const WEEK = 7;

/** The same weekday a year later, nearest to the same date: the first Tuesday in September stays a Tuesday. */
export function sameWeekdayNextYear(day: Day): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day);
  const sameDate = date.add({ years: 1 });
  const ahead = (date.dayOfWeek - sameDate.dayOfWeek + WEEK) % WEEK;
  return sameDate.add({ days: ahead > WEEK / 2 ? ahead - WEEK : ahead });
}

/** The same date a year later; the 29th of February becomes the 28th. */
export const sameDateNextYear = (day: Day): Day => Temporal.PlainDate.from(day).add({ years: 1 }).toString();
