import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { isWorkingDay, type DaysOff } from '../../kernel/working-days.ts';
import type { CountedDay, Pause, Period, WorkedOut } from './clock-contract.ts';

/** Longer than any period with all its pauses: a period that has not ended by then never would. */
const LONGEST_DAYS = 3_660;

/**
 * The last day of a period and how it comes about: the day after its beginning is day 1, days of pauses and, for working days, weekends
 * and bank holidays are passed over. It ends at 23:59:59 of its last day. A pause without an end leaves the period open.
 * @param holidays bank holidays only: days on which offices are shut by their own choice lengthen nothing
 * @returns null while a pause has no end before the period would be over
 */
export function workedOut(period: Period, holidays: DaysOff): WorkedOut | null {
  const days: CountedDay[] = [{ day: period.from, role: 'start', number: 0 }];
  let number = 0;
  for (let day = period.from; number < period.count;) {
    day = daysAfter(day, 1);
    const role = roleOf(day, period, holidays);
    if (role === 'counted') number += 1;
    const why = pauseOn(day, period.pauses)?.why;
    days.push({ day, role, number, ...(why && { why }) });
    if (days.length > LONGEST_DAYS || isPausedForGood(day, period.pauses)) return null;
  }
  return { due: days.at(-1)?.day ?? period.from, days };
}

/** The last day of a period without pauses. */
export function dueOn(from: Day, count: number, unit: Period['unit'], holidays: DaysOff): Day {
  return workedOut({ from, count, unit, pauses: [] }, holidays)?.due ?? from;
}

/**
 * How many days that would have counted a pause took, up to a day: pauses of a case together are limited.
 * @param until the last day to look at
 */
export function daysPaused(period: Omit<Period, 'count'>, until: Day, holidays: DaysOff): number {
  let paused = 0;
  for (let day = daysAfter(period.from, 1); day <= until; day = daysAfter(day, 1)) {
    const without = roleOf(day, { ...period, pauses: [] }, holidays);
    if (without === 'counted' && pauseOn(day, period.pauses)) paused += 1;
  }
  return paused;
}

/** The later of two periods, where a date is "that, or this, whichever is later". */
export const later = (one: WorkedOut, other: WorkedOut): WorkedOut => (other.due > one.due ? other : one);

function roleOf(day: Day, { unit, pauses }: Omit<Period, 'count'>, holidays: DaysOff): CountedDay['role'] {
  if (pauseOn(day, pauses)) return 'paused';
  if (unit === 'days' || isWorkingDay(day, holidays)) return 'counted';
  return holidays.has(day) ? 'holiday' : 'weekend';
}

const pauseOn = (day: Day, pauses: readonly Pause[]): Pause | undefined =>
  pauses.find(({ begins, last }) => day > begins && (last === null || day <= last));

const isPausedForGood = (day: Day, pauses: readonly Pause[]): boolean => pauseOn(day, pauses)?.last === null;
