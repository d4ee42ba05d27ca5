import { z } from 'zod';
import { areaInAddress } from '../../ground/areas/area-contract.ts';
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
  /** The group without e-mail for whom an officer keeps it; its lead is the person. */
  groupId: string | null;
  tellBy: 'mail' | 'letter' | 'phone';
  keptBy: string | null;
};

export const saveNeedSchema = z.object({
  wish: z.string('Look for a room first, then ask to be told.').max(2_000, 'That is too long to keep. Ask for less.'),
  agrees: z.literal('yes', 'Confirm that we may write to you about this.'),
  submission: z.uuid('Open the page again and repeat what you did.').optional(),
});
export type SaveNeed = z.infer<typeof saveNeedSchema>;

/** What an officer keeps for a group that has no e-mail. */
export const keepNeedSchema = z.object({
  wish: z.string('Look for a room first.').max(2_000, 'That is too long to keep. Ask for less.'),
  group: z.string('Choose the group.').min(1, 'Choose the group.').max(36, 'Choose the group.'),
  tell_by: z.enum(['letter', 'phone'], 'Choose how they are told.'),
  agrees: z.literal('yes', 'Confirm that they agree.'),
  submission: z.uuid('Open the page again and repeat what you did.'),
});
export type KeepNeed = z.infer<typeof keepNeedSchema>;
export const deskNeedsQuery = z.object({
  area: areaInAddress,
  wish: z.string().max(2_000).optional().describe('What to keep, as the finder’s address has it'),
});

/** Somebody without e-mail who leads a group. */
export type WithoutMail = { groupId: string; name: string; personId: string; lead: string };
/** A need that an officer keeps: for whom, and what to say where a room has opened. */
export type KeptNeed = {
  id: string;
  groupId: string;
  group: string;
  lead: string;
  telephone: string | null;
  wish: string;
  tellBy: 'letter' | 'phone';
  endsOn: Day;
  told: boolean;
  toSay: readonly string[] | null;
};
export type KeptNeeds = { toRing: readonly KeptNeed[]; waiting: readonly (KeptNeed & { says: string })[] };

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
