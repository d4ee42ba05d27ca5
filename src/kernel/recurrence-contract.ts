import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** A time on the wall clock, `HH:MM`; `24:00` only as an end. */
export type ClockTime = string;

/** Monday is 1 and Sunday 7 (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** Which weekday of a month: the first to the fifth, or the last. Months without a fifth are left out. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;
export type Nth = (typeof NTHS)[number];

/** More dates than this in one series are refused: two years of every day. */
export const MOST_DATES = 750;

const real = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
};
export const daySchema = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\d$/, 'Give the date as on the calendar, for instance 2027-03-02.')
  .refine(real, 'There is no such date. Check the day and the month.');
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Give the time as hours and minutes, for instance 18:00.');

/**
 * On which days something happens. Days are computed from the rule, never from the date before.
 * `termTime`: only in, or only outside, the school terms of the place; where it is missing terms do not matter.
 */
export type Recurrence =
  | { kind: 'once'; date: Day }
  | {
      kind: 'weekly';
      every: number;
      weekdays: readonly Weekday[];
      from: Day;
      until: Day;
      termTime?: 'only' | 'never' | undefined;
    }
  | { kind: 'monthly'; nth: Nth; weekday: Weekday; from: Day; until: Day; termTime?: 'only' | 'never' | undefined }
  | { kind: 'dates'; dates: readonly Day[] };

const EVERY = 'Say every how many weeks, as a whole number from 1 to 26.';
const nth = z.literal(NTHS, 'Say which such day of the month: 1 to 5, or -1 for the last.');
const weekday = z.literal(WEEKDAYS, 'Choose a day of the week.');
const period = { from: daySchema, until: daySchema, termTime: z.enum(['only', 'never']).optional() };
const startsBeforeItEnds = ({ from, until }: { from: string; until: string }): boolean => from <= until;
const ORDER = { message: 'Give a last day that is not before the first.', path: ['until'] };

/** A rule as programs send it; forms build the same shape from their fields. */
export const recurrenceSchema: z.ZodType<Recurrence> = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('once'), date: daySchema }),
    z
      .object({
        kind: z.literal('weekly'),
        every: z.int(EVERY).min(1, EVERY).max(26, EVERY),
        weekdays: z.array(weekday).min(1, 'Choose at least one day of the week.').max(7),
        ...period,
      })
      .refine(startsBeforeItEnds, ORDER),
    z.object({ kind: z.literal('monthly'), nth, weekday, ...period }).refine(startsBeforeItEnds, ORDER),
    z.object({
      kind: z.literal('dates'),
      dates: z.array(daySchema).min(1, 'Choose at least one date.').max(MOST_DATES),
    }),
  ],
  'Say how often: the kind is once, weekly, monthly or dates.',
);

/** A stretch of real time: half-open, in minutes since 1970-01-01T00:00Z, so that both databases compare it alike. */
export type Stretch = { starts: number; ends: number };

/** One date of a series: wall-clock times, and the instants they are in the zone of the place. */
export type Dated = Stretch & {
  date: Day;
  from: ClockTime;
  to: ClockTime;
  /** Set when the clocks skip the wanted time on this date: the first time that exists is used instead. */
  moved?: true;
};
