import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';

/** What a stretch of a day is to somebody who looks for a room. */
export const STRETCH_STATES = [
  'free',
  'taken',
  'asked',
  'closed',
  'past',
  'too_soon',
  'too_far',
  'not_offered',
] as const;
export type StretchState = (typeof STRETCH_STATES)[number];
/** Minutes of the day, half-open. `label` is in neutral words: never a group's name unless the group wants it. */
export type CalendarStretch = { from: number; to: number; state: StretchState; label: string | null };

/** What a day is at a glance. */
export const DAY_STATES = ['free', 'part', 'full', 'not_now', 'closed', 'past'] as const;
export type DayState = (typeof DAY_STATES)[number];
export const CLOSED_REASONS = ['bank_holiday', 'outside_terms', 'not_open'] as const;
export type CalendarDay = {
  date: Day;
  state: DayState;
  closedBecause: (typeof CLOSED_REASONS)[number] | null;
  stretches: readonly CalendarStretch[];
};
export type Calendar = { spaceId: string; timeZone: string; today: Day; days: readonly CalendarDay[] };

/** What keeps time in a space on a day: minutes of that day, below 0 for what began before it. */
export type Keeping = {
  from: number;
  to: number;
  kind: 'booking' | 'hold' | 'closure';
  label: string | null;
  part: boolean;
};

/** Days in one answer. */
export const MOST_CALENDAR_DAYS = 62;
export const CALENDAR_VIEWS = ['week', 'month'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** Which days are asked for: without any, four weeks from today. */
export const calendarQuery = z.strictObject({
  from: daySchema.optional().describe('First day'),
  to: daySchema.optional().describe(`Last day, at most ${MOST_CALENDAR_DAYS} days`),
});
/** Parameters of another address, within one: whatever they are, they stay parameters. */
const carried = z
  .string()
  .max(2_000)
  .transform((given) => new URLSearchParams(given).toString())
  .optional()
  .catch(undefined);
export const spacePageQuery = z.object({
  view: z.enum(CALENDAR_VIEWS, 'Choose week or month.').catch('week'),
  day: daySchema.optional().catch(undefined),
  /** Parameters to ask for it with, and those of the search that found it: whoever comes from the finder brings them along. */
  ask: carried,
  found: carried,
});
