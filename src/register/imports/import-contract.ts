import { z } from 'zod';
import { TABLE_LIMITS, type TableLimits } from '../../kernel/tables/table-contract.ts';
import { ASSET_KINDS, ASSET_STATES } from '../assets/asset-contract.ts';
import { toldValuesSchema } from './value-contract.ts';

/** The vocabularies we know: Transparency Code land list, brownfield register, GeoJSON, and any other CSV. */
export const IMPORT_FORMATS = ['lga', 'brownfield', 'geojson', 'csv'] as const;

/** What a column may hold. This is an allow-list: whatever is not mapped to one of these is never stored. */
export const TARGETS = [
  'code',
  'name',
  'description',
  'site',
  'number',
  'street',
  'town',
  'postcode',
  'address',
  'uprn',
  'title_number',
  'inspire',
  'x',
  'y',
  'longitude',
  'latitude',
  'location',
  'crs',
  'kind',
  'holding',
  'tenure',
  'tenure_detail',
  'tenure_note',
  'state',
  'floor_area',
  'land_area',
  'function',
  'purpose',
  'building_costs',
  'suitability',
  'energy_rating',
  'effective_on',
  'ownership_status',
  'ended_on',
  'organisation',
  'precision',
  'ignore',
] as const;

/** Orders of day and month in numeric dates such as 03/04/2024. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;

/** Questions that `--accept` answers with "go ahead". */
export const ACCEPTABLE = [
  'other_area',
  'unknown_owner',
  'unknown_state',
  'unknown_kind',
  'not_understood',
  'several_owners',
  'no_place',
  'mostly_rejected',
  'many_gone',
] as const;

export const QUESTIONS = ['no_header', 'no_code', 'no_kind', 'date_order', 'crs', ...ACCEPTABLE] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export type Target = (typeof TARGETS)[number];
export type DateOrder = (typeof DATE_ORDERS)[number];
export type QuestionCode = (typeof QUESTIONS)[number];

/** What the person who imports has told us about the file. Kept per owner and list, and used again next time. */
export const decisionsSchema = z.object({
  /** Column (its header, or `#3` for the third) to what it holds. */
  map: z
    .record(z.string(), z.array(z.enum(TARGETS, `Map a column to one of: ${TARGETS.join(', ')}.`)).min(1))
    .default({}),
  /** Values that hold for every row and no column gives. */
  set: z
    .strictObject(
      { kind: z.enum(ASSET_KINDS).optional(), state: z.enum(ASSET_STATES).optional() },
      'Only kind and state can be set for a whole file.',
    )
    .default({}),
  crs: z
    .string()
    .regex(/^EPSG:\d{4,6}$/, 'Write the coordinate system as EPSG and a number, for instance EPSG:27700.')
    .nullable()
    .default(null),
  dates: z.enum(DATE_ORDERS, 'Write dmy for day first or mdy for month first.').nullable().default(null),
  /** The owner's name as a list of several owners writes it. */
  organisation: z.string().trim().min(1).max(300).nullable().default(null),
  /** What words of the list count as that no list of ours has. */
  values: toldValuesSchema.default({}),
});
export type Decisions = z.infer<typeof decisionsSchema>;

export const importOptionsSchema = decisionsSchema.extend({
  area: z.string().min(1, 'Name the area, for instance --area trafford.'),
  owner: z.string().trim().min(1, 'Name the owner, for instance --owner "Trafford Council".').max(200),
  format: z
    .enum(IMPORT_FORMATS, `Choose the format: ${IMPORT_FORMATS.join(', ')}.`)
    .nullable()
    .default(null),
  /** Which of the owner's lists the file is: only assets of the same list can be "gone" from it. By default the format. */
  list: z
    .string()
    .regex(/^[a-z0-9-]{1,30}$/, 'Write the list name in small letters, digits and hyphens.')
    .nullable()
    .default(null),
  accept: z.array(z.enum(ACCEPTABLE, `Only these can be accepted: ${ACCEPTABLE.join(', ')}.`)).default([]),
  apply: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Bounds that keep memory small and bad files out; an installation may choose its own. */
export type ImportLimits = TableLimits & {
  /** Corners in one outline. */
  corners: number;
  /** Rows listed in the report; all of them are counted. */
  listedRows: number;
  listedChanges: number;
  /** How far outside the area's boundary a place may lie, in metres. */
  reachM: number;
  /** Assets written at a time. */
  batch: number;
};
export const DEFAULT_LIMITS: ImportLimits = {
  ...TABLE_LIMITS,
  corners: 50_000,
  listedRows: 1_000,
  listedChanges: 200,
  reachM: 5_000,
  batch: 500,
};
