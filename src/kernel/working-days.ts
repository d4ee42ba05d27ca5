import { daysAfter } from './clock.ts';

/** The days off of an area's calendar, `YYYY-MM-DD`: bank holidays, and days on which its offices are closed. */
export type DaysOff = ReadonlySet<string>;

const [SUNDAY, SATURDAY] = [0, 6];

/** Monday to Friday, except days off. */
export function isWorkingDay(day: string, daysOff: DaysOff): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !daysOff.has(day);
}

/**
 * The working day that lies `count` working days after `day`. The day after an event is day 1, so an event on a Saturday and one on
 * the Friday before are due on the same day.
 * @param count how many working days, 0 or more; 0 gives `day` itself, working or not
 */
export function addWorkingDays(day: string, count: number, daysOff: DaysOff): string {
  return step(day, count, 1, daysOff);
}

/** The working day that lies `count` working days before `day`: when to warn of something due then. */
export function workingDaysBefore(day: string, count: number, daysOff: DaysOff): string {
  return step(day, count, -1, daysOff);
}

/** How many working days lie after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysUntil(from: string, to: string, daysOff: DaysOff): number {
  let count = 0;
  for (let day = daysAfter(from, 1); day <= to; day = daysAfter(day, 1)) if (isWorkingDay(day, daysOff)) count += 1;
  return count;
}

/** Clear days of notice that the law asks for before a meeting of a committee (Local Government Act 1972, ss100A–100B, by SI 2002/715). */
export const STATUTE_CLEAR_DAYS = 5;

/**
 * The last day on which notice can be given of something on `day`, with `count` clear working days between: neither the day of
 * the notice nor `day` itself counts (Local Government Act 1972, section 100A: "clear days").
 */
export function lastDayForClearNotice(day: string, count: number, daysOff: DaysOff): string {
  return step(day, count + 1, -1, daysOff);
}

/** The last day of a statutory period of working days "beginning with" `day`, which counts itself when it is a working day. */
export function endOfPeriodBeginningWith(day: string, count: number, daysOff: DaysOff): string {
  return step(daysAfter(day, -1), count, 1, daysOff);
}

function step(day: string, count: number, direction: 1 | -1, daysOff: DaysOff): string {
  let date = day;
  for (let left = count; left > 0;) {
    date = daysAfter(date, direction);
    if (isWorkingDay(date, daysOff)) left -= 1;
  }
  return date;
}
