import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { UNITS, type Period, type WorkedOut } from './clock-contract.ts';

const MOST_COUNTED = 250;
const empty = (value: unknown): unknown => (value === '' ? undefined : value);
const optionalDay = z.preprocess(empty, daySchema.optional());

/** What the calculator is asked: an address that can be kept and sent on. Mistakes are told on the page, so nothing is refused here. */
export const datesQuery = z.object({
  area: z.string().max(80).optional(),
  from: z.string().max(40).optional(),
  count: z.string().max(20).optional(),
  unit: z.string().max(20).optional(),
  paused: z.string().max(40).optional(),
  resumed: z.string().max(40).optional(),
});
export type DatesQuery = z.infer<typeof datesQuery>;

/** The same, understood. */
export const askedPeriod = z
  .object({
    from: daySchema,
    count: z.coerce
      .number('Give the number of days as a whole number.')
      .int('Give the number of days as a whole number.')
      .min(0, 'Give 0 or more days.')
      .max(MOST_COUNTED, `Give at most ${MOST_COUNTED} days.`),
    unit: z.enum(UNITS, 'Choose working days or days.').default('working_days'),
    paused: optionalDay,
    resumed: optionalDay,
  })
  .refine(({ paused, resumed }) => resumed === undefined || (paused !== undefined && paused <= resumed), {
    message: 'Give the day on which the pause began, and a last day that is not before it.',
    path: ['resumed'],
  })
  .transform(({ from, count, unit, paused, resumed }): Period => ({
    from,
    count,
    unit,
    pauses: paused === undefined ? [] : [{ begins: paused, last: resumed ?? null, why: '' }],
  }));

/** What the calculator answers with; `worked` is null while a pause has no end. */
export type AskedDates = {
  area: { slug: string; name: string };
  areas: readonly { slug: string; name: string }[];
  /** The last day for which the area’s calendar has bank holidays. */
  knownUntil: Day | null;
  asked: { period: Period; worked: WorkedOut | null } | null;
};
