import type { Day } from '../../kernel/recurrence-contract.ts';

/** Working days of an area's calendar, or days as they come. */
export const UNITS = ['working_days', 'days'] as const;
export type Unit = (typeof UNITS)[number];
/** Whether a term counts days, and not how often or how much. */
export const isUnit = (unit: string): unit is Unit => (UNITS as readonly string[]).includes(unit);

/** A stretch in which a period does not run: it counts the day on which the pause begins, and again from the day after the last. */
export type Pause = { begins: Day; last: Day | null; why: string };

/** So many days after a day, which is day 0 whatever day of the week it is. */
export type Period = { from: Day; count: number; unit: Unit; pauses: readonly Pause[] };

/** Why a day counts or does not. */
export type DayRole = 'start' | 'counted' | 'weekend' | 'holiday' | 'paused';
/** A day of a period: `number` is which one it is of those that count, from 0 on; `why` says why a day is paused. */
export type CountedDay = { day: Day; role: DayRole; number: number; why?: string };

/** The last day of a period, and every day from its beginning that led to it. */
export type WorkedOut = { due: Day; days: readonly CountedDay[] };
