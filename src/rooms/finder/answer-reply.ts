import { z } from 'zod';
import { FACILITIES } from '../spaces/facility-contract.ts';
import { APPROVALS, REFUSALS } from '../spaces/space-contract.ts';

const count = z.int().min(0);
const pence = count.describe('Pence');
const point = z.object({ lon: z.number(), lat: z.number() });
const date = z.object({
  date: z.string().describe('YYYY-MM-DD'),
  state: z.enum(['free', 'booked', 'held', 'closed', ...REFUSALS]),
});
const price = z.object({
  hirePence: pence,
  openingPence: pence,
  insurancePence: pence,
  depositPence: pence,
  totalPence: pence.describe('Pence; without the deposit, which comes back'),
  lines: z.array(z.object({ label: z.string(), count, pence })),
});
const room = z.object({
  id: z.string(),
  name: z.string(),
  assetId: z.string(),
  place: z.string(),
  capacity: count.nullable(),
  floor: z.string().nullable(),
  distanceM: count.nullable(),
  point: point.nullable(),
  photo: z
    .object({ id: z.string(), alt: z.string(), width: count, height: count })
    .nullable()
    .describe('The room’s own first photo, at /photos/{id}/480.webp'),
  from: z.string().nullable().describe('HH:MM, the best common start for all dates'),
  to: z.string().nullable(),
  dates: z.array(date),
  freeDates: count,
  price: price.nullable().describe('For the free dates, in full; null when the owner has given no price'),
  approval: z.enum(APPROVALS).nullable(),
  publishedOpen: z.boolean(),
  facts: z.array(
    z.object({
      facility: z.enum(FACILITIES),
      value: z.enum(['yes', 'no', 'not_at_that_time', 'unknown']),
      note: z.string().nullable(),
    }),
  ),
  ask: z.string().nullable().describe('Parameters to ask for the room with'),
  why: z.array(z.string()),
});

/** What the finder answers to programs, for the description of the interface. */
export const answerSchema = z.object({
  wish: z.string(),
  search: z.string().describe('Parameters to look for the same with'),
  place: z.string().nullable(),
  km: z.number().nullable(),
  centre: point.nullable(),
  dates: z.array(z.string()),
  count: count.describe('How many rooms fit; the first thirty are in rooms'),
  rooms: z.array(room),
  near: z.array(
    z.object({
      kind: z.enum(['shift', 'dates', 'price', 'unknown', 'weekday', 'facility']),
      answer: room,
      says: z.string(),
      wish: z.string().nullable(),
    }),
  ),
  leftOut: z
    .array(
      z.object({ id: z.string(), name: z.string(), place: z.string(), distanceM: count.nullable(), why: z.string() }),
    )
    .describe('The nearest rooms that lack something that was asked for'),
  ruledOut: z.array(z.string()),
  changes: z.array(z.object({ label: z.string(), wish: z.string(), count })),
  limited: z.boolean(),
});
