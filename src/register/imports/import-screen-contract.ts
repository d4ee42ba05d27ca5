import { z } from 'zod';
import { ASSET_KINDS, ASSET_STATES } from '../assets/asset-contract.ts';
import {
  ACCEPTABLE,
  DATE_ORDERS,
  IMPORT_FORMATS,
  type Decisions,
  type ImportFormat,
  type ImportOptions,
  TARGETS,
} from './import-contract.ts';
import type { ColumnUse, ImportProgress, ImportReport } from './import-report-contract.ts';

/** Where an import on screen stands. `checking` and `applying` are work under way. */
export const SCREEN_STATES = ['mapping', 'checking', 'checked', 'applying', 'applied', 'failed', 'discarded'] as const;
export type ScreenState = (typeof SCREEN_STATES)[number];

/** What a file looks like before anything is compared. */
export type Preview = {
  format: ImportFormat;
  encoding: string;
  sha256: string;
  hasHeader: boolean;
  columns: ColumnUse[];
  /** The first rows, cut to what fits on a screen. */
  rows: string[][];
  /** What was decided for this list before. */
  remembered: Decisions;
};

/** One file that somebody brings in by the screen. */
export type ImportScreen = {
  id: string;
  areaId: string;
  ownerId: string | null;
  ownerName: string;
  personId: string;
  fileName: string;
  fileBytes: number;
  preview: Preview;
  options: ImportOptions;
  state: ScreenState;
  run: string | null;
  report: ImportReport | null;
  problem: string | null;
  createdAt: string;
  changedAt: string;
};

/** How the work under way is doing; `stopped` when the process that did it is gone. */
export type ScreenProgress = {
  state: ScreenState;
  stopped: boolean;
  stage: ImportProgress['stage'] | null;
  percent: number;
};

/** Larger files go in by the command line, which needs no browser to hold on. */
export const MOST_SCREEN_BYTES = 100 * 1024 * 1024;
export const PREVIEW_ROWS = 5;

/** An upload names its owner in the address (for representatives) or in the form (for officers). */
export const uploadQuery = z.object({ area: z.string().max(60).optional(), owner: z.string().max(36).optional() });
export const uploadSchema = z.object({
  owner: z.string().max(36).default(''),
  owner_name: z.string().trim().max(200, 'Enter the owner’s name in up to 200 characters.').default(''),
  list: z
    .union([
      z.literal('').transform(() => null),
      z.string().regex(/^[a-z0-9-]{1,30}$/, 'Write the name of the list in small letters, digits and hyphens.'),
    ])
    .default(null),
});

const orNull = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema]).default(null);

/** What the columns hold, and what holds for the whole file. Columns are `column_1`, `column_2`, …; `extra_1` a second meaning. */
export const mappingSchema = z.looseObject({
  kind: orNull(z.enum(ASSET_KINDS, 'Choose land or building, or let each row say it.')),
  state: orNull(z.enum(ASSET_STATES, 'Choose a state from the list.')),
  organisation: orNull(z.string().trim().max(300)),
  format: orNull(z.enum(IMPORT_FORMATS, 'Choose the kind of list.')),
  dates: orNull(z.enum(DATE_ORDERS, 'Say whether the day or the month comes first.')),
  crs: orNull(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^EPSG:\d{4,6}$/, 'Write the coordinate system as EPSG and a number, for instance EPSG:27700.'),
  ),
  crs_other: orNull(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^EPSG:\d{4,6}$/, 'Write the coordinate system as EPSG and a number, for instance EPSG:27700.'),
  ),
  ...(Object.fromEntries(ACCEPTABLE.map((name) => [`accept_${name}`, z.enum(['yes', '']).default('')])) as Record<
    `accept_${(typeof ACCEPTABLE)[number]}`,
    z.ZodDefault<z.ZodEnum<{ yes: 'yes'; '': '' }>>
  >),
});
export type MappingForm = z.infer<typeof mappingSchema>;
export const targetSchema = z.enum(TARGETS, 'Choose what the column holds from the list.');

export const applySchema = z.object({ confirm: z.literal('yes', 'Confirm that you want to change the register.') });
