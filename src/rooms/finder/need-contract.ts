import { z } from 'zod';
import type { Day, Weekday } from '../../kernel/recurrence-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** What owners may learn of a need, and only together with others: nothing that somebody typed, nothing exact. */
export type CoarseNeed = { weekdays: readonly Weekday[]; part: PartOfDay; needs: readonly Facility[] };

/** Something that somebody looks for and wants to be told of. */
export type Need = {
  id: string;
  personId: string;
  areaId: string;
  /** As the finder's address has it. */
  wish: string;
  point: { lon: number; lat: number } | null;
  coarse: CoarseNeed;
  createdAt: string;
  endsOn: Day;
  /** When it was last looked at. */
  checkedAt: string;
  toldAt: string | null;
  /** Rooms that fitted already when it was saved. */
  known: readonly string[];
  submission: string;
};

export const saveNeedSchema = z.object({
  wish: z.string('Look for a room first, then ask to be told.').max(2_000, 'That is too long to keep. Ask for less.'),
  agrees: z.literal('yes', 'Confirm that we may write to you about this.'),
  submission: z.uuid('Open the page again and repeat what you did.').optional(),
});
export type SaveNeed = z.infer<typeof saveNeedSchema>;

/** What stands on a person's own page of a need. */
export type NeedAtHome = { id: string; wish: string; says: string; endsOn: Day; told: boolean };

/** How many people look for a room around an owner's buildings, in coarse groups. */
export type UnmetNeeds = {
  people: number;
  groups: readonly {
    weekday: Weekday;
    part: PartOfDay;
    people: number;
    needs: readonly { facility: Facility; people: number }[];
  }[];
};
