import { z } from 'zod';
import { type Asset, type AssetKind, type AssetState, type Day, IMPORTABLE_FIELDS } from './asset-contract.ts';
import type { PublicAsset, PublicPhoto } from './public-asset-contract.ts';

/** One asset as officers find it: by its true name, place and reference. Never shown to the public. */
export type DeskAsset = {
  rowNo: number;
  id: string;
  areaId: string;
  ownerId: string;
  code: string;
  name: string;
  place: string;
  kind: AssetKind;
  state: AssetState;
  /** Null when nobody ever checked. */
  checkedOn: Day | null;
  /** Until when a release holds. */
  reviewOn: Day | null;
};

/** What people edit by the form. Each field is one thing to compare, to lock and to tell in the history. */
export const EDIT_FIELDS = [
  'kind',
  'name',
  'description',
  'identifiers',
  'address',
  'point',
  'shape',
  'landAreaM2',
  'floorAreaM2',
  'tenure',
  'tenureDetails',
  'tenureNote',
  'state',
  'stateSince',
  'stateNote',
  'plannedUse',
  'routes',
  'constraints',
  'features',
  'hazards',
  'evidence',
  'costs',
] as const satisfies readonly (keyof Asset)[];
export type EditField = (typeof EDIT_FIELDS)[number];
export type Edited = Partial<Pick<Asset, EditField>>;

/** Fields that a lock keeps from being overwritten by an import. */
export const LOCKABLE_FIELDS = IMPORTABLE_FIELDS;
export type LockableField = (typeof LOCKABLE_FIELDS)[number];

/** What a form holds: the names of its inputs and their texts. */
export type FormValues = Record<string, string>;

/** Lists that are typed line by line: `evidence_text_1`, `evidence_text_2`, … */
export const ROWS = { evidence: ['text', 'source', 'on'], costs: ['label', 'pounds', 'source'] } as const;
export const MOST_ROWS = 40;
/** Corners of an outline, all its rings together. */
export const MOST_CORNERS = 2_000;

/** How an edit was seen: what each field said when the form was made (a fingerprint), and which fields were locked. */
export const seenSchema = z.object({ fields: z.record(z.string(), z.string()), locked: z.array(z.string()) });
export type Seen = z.infer<typeof seenSchema>;

const text = (most: number, message: string) => z.string().trim().max(most, message).default('');

/** The form's own questions; its other inputs are read field by field, and only where they changed. */
export const editSchema = z.looseObject({
  seen: z
    .string('Open the form again and send it as it is on the page.')
    .max(20_000, 'Open the form again and send it as it is on the page.'),
  reason: z
    .string('Say in a few words why, for the record.')
    .trim()
    .min(1, 'Say in a few words why, for the record.')
    .max(500, 'Say why in up to 500 characters.'),
  check: z.enum(['', 'today', 'on'], 'Say whether you have checked the place.').default(''),
  check_on: text(10, 'Enter the day of the check as year-month-day.'),
  check_source: text(200, 'Say in up to 200 characters how you checked.'),
  lock_edited: z.enum(['yes', '']).default(''),
  use_outline_area: z.enum(['yes', '']).default(''),
});

const reason = z
  .string('Give the reason.')
  .trim()
  .min(5, 'Give the reason, in a few words.')
  .max(500, 'Give the reason in up to 500 characters.');
export const releaseSchema = z.object({
  reason,
  review_on: z.iso.date('Enter the day on which this is to be looked at again, as year-month-day.'),
});
export const hideSchema = z.object({ reason });

/** The longest that an empty building may stay public before somebody looks again, in months. */
export const LONGEST_RELEASE_MONTHS = 12;

/** One line of an asset's history as officers see it. */
export type EditHistory = { at: string; kind: string; by: string; text: string; reason: string | null };

/** Everything the editing page shows of an asset. */
export type TrueRecord = {
  asset: Asset;
  area: { id: string; slug: string; name: string; timeZone: string; bbox: readonly number[]; hasBasemap: boolean };
  owner: { id: string; name: string };
  photos: PublicPhoto[];
  /** What the public sees of it now. */
  shown: PublicAsset;
  history: EditHistory[];
  today: Day;
};
