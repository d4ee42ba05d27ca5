import type { Outcome, ResultDays } from './benefit-contract.ts';
import type { PathRules } from './criteria-contract.ts';
import { type DaysOff, addWorkingDays } from '../../kernel/working-days.ts';
import { monthsBefore } from '../../kernel/clock.ts';

/**
 * The days that hang on a result.
 * @param goodUntil the last day of a passport that the group holds already: a renewal goes on from there
 */
export function daysOf(
  outcome: Outcome,
  path: PathRules,
  today: string,
  daysOff: DaysOff,
  { improving, goodUntil }: { improving: boolean; goodUntil: string | null },
): ResultDays {
  const from = goodUntil !== null && goodUntil > today ? goodUntil : today;
  return {
    resultOn: today,
    reviewBy: addWorkingDays(today, path.review_working_days, daysOff),
    improveBy: outcome === 'nearly' && !improving ? addWorkingDays(today, path.improve_working_days, daysOff) : null,
    validUntil: outcome === 'pass' && path.validity_months !== null ? monthsBefore(from, -path.validity_months) : null,
  };
}

/** The reminder that is due today for a passport, if any: after a pause only the latest, and each once. */
export function reminderDue(
  { remind_days }: Pick<PathRules, 'remind_days'>,
  validUntil: string,
  sent: readonly string[],
  today: string,
): string | null {
  const left = daysBetween(today, validUntil);
  const days = remind_days.toSorted((one, other) => one - other).find((before) => left <= before);
  if (left < 0 || days === undefined) return null;
  const stage = `${days}_days`;
  return sent.includes(stage) ? null : stage;
}

/** The next day on which a reminder of a passport may be due; null when none is to come. */
export function nextReminderOn(
  { remind_days }: Pick<PathRules, 'remind_days'>,
  validUntil: string,
  today: string,
): string | null {
  const days = remind_days.map((before) => daysLater(validUntil, -before)).filter((day) => day > today);
  return days.toSorted()[0] ?? null;
}

/** Days from one day to another, both as year-month-day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day so many days after another, or before it. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
