import { z } from 'zod';
import { dayShape } from '../../ground/cases/standing-schema-contract.ts';
import type { WorkedOut } from './clock-contract.ts';

/** How a day was worked out, for the description of the API. */
export const workedOutShape = z.strictObject({
  due: dayShape,
  days: z
    .array(
      z.strictObject({
        day: dayShape,
        role: z.enum(['start', 'counted', 'weekend', 'holiday', 'paused']),
        number: z.number().describe('Which one it is of those that count, from 0 on'),
        why: z.string().exactOptional(),
      }),
    )
    .describe('Every day from the beginning of the period'),
}) satisfies z.ZodType<WorkedOut>;
