import { areaInAddress } from '../../ground/areas/area-contract.ts';
import { z } from 'zod';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';

/** A date for which nobody came. */
export type MissedDate = { bookingId: string; date: Day; from: ClockTime; room: string; building: string };
/** Somebody of a group to ring. */
export type Lead = { name: string; telephone: string | null; email: string | null };
/** A group that has not come as often as the area's terms allow before somebody rings. Nothing is cancelled by it. */
export type GroupToRing = {
  groupId: string;
  name: string;
  telephone: string | null;
  lead: Lead | null;
  missed: readonly MissedDate[];
};
/** A call that somebody has made, with what came of it. */
export type CallMade = { groupId: string; name: string; missed: number; note: string; by: string; at: string };
export type CallsInArea = { allowed: number; toRing: readonly GroupToRing[]; made: readonly CallMade[] };

export const callsQuery = z.object({ area: areaInAddress });
export const calledSchema = z.object({
  note: z
    .string('Write down what came of it.')
    .trim()
    .min(3, 'Write down what came of it, for instance “Illness. They come again from next week.”')
    .max(1_000, 'Use up to 1,000 characters.'),
  submission: z.uuid('Open the page again and repeat what you did.'),
});
export type Called = z.infer<typeof calledSchema>;
