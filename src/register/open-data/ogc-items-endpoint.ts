import { assetFilterShape } from '../assets/asset-filter.ts';
import { z } from 'zod';
import { ASSET_STATES } from '../assets/asset-contract.ts';
import { format } from './ogc-endpoint.ts';
import type { Box } from '../../kernel/geo.ts';

/** How many features a page has: unless told, and at most. A larger `limit` is no mistake (/req/core/fc-limit-response-1). */
export const LIMIT = { usual: 100, most: 1_000 } as const;

const LIMIT_MESSAGE = 'Give limit as a whole number from 1 on; more than 1,000 at a time are not sent.';

const CURSOR_MESSAGE = 'Start again from the first page: this page link is not one of ours.';

const { area: _area, bbox: _bbox, ...filterShape } = assetFilterShape;

/** Parameters of `/items` that narrow the features by what they are; the same as those of the pages. */
export const propertyFilterShape = filterShape;

/** A value that no feature has. Map programs pass tests on as they come: `kind = ''` asks for nothing, not for everything. */
export const NONE = null;

/** The value that a filter understands, or that there is none such. */
const valueOrNone = <S extends z.ZodType>(schema: S) =>
  z.string().transform((given): NonNullable<z.infer<S>> | typeof NONE => {
    const { data } = given === '' ? {} : schema.safeParse(given);
    return data ?? NONE;
  });

/** Those of several states that there are. */
const statesOrNone = z.union([z.string(), z.array(z.string())]).transform((given) => {
  const words = [given].flat().flatMap((one) => one.split(','));
  const states = ASSET_STATES.filter((state) => words.includes(state));
  return states.length > 0 ? states : NONE;
});

export const itemsQuery = z.strictObject({
  f: format,
  limit: z.coerce
    .number(LIMIT_MESSAGE)
    .int(LIMIT_MESSAGE)
    .min(1, LIMIT_MESSAGE)
    .transform((given) => Math.min(given, LIMIT.most))
    .default(LIMIT.usual)
    .describe('How many features at most; above 1,000 counts as 1,000'),
  bbox: z
    .string()
    .transform(boxIn)
    .optional()
    .describe('Four or six numbers: west,south,east,north, or with heights. Features without a place match as well'),
  datetime: z
    .string()
    .refine(
      isDatetime,
      'Give datetime as an instant such as 2027-03-01T00:00:00Z, or as an interval such as 2027-03-01T00:00:00Z/..',
    )
    .optional()
    .describe('Accepted; features have no time, so all of them match'),
  cursor: z.string().transform(rowIn).optional().describe('From the next link of the page before'),
  ...propertyFilterShape,
  kind: valueOrNone(filterShape.kind).optional().describe(descriptionOf(filterShape.kind)),
  state: statesOrNone.optional().describe(descriptionOf(filterShape.state)),
  can: valueOrNone(filterShape.can).optional().describe(descriptionOf(filterShape.can)),
  constraint: valueOrNone(filterShape.constraint).optional().describe(descriptionOf(filterShape.constraint)),
  owner: valueOrNone(filterShape.owner).optional().describe(descriptionOf(filterShape.owner)),
  ward: valueOrNone(filterShape.ward).optional().describe(descriptionOf(filterShape.ward)),
});

export type ItemsQuery = z.infer<typeof itemsQuery>;

function descriptionOf({ description }: z.ZodType): string {
  return description ?? '';
}

/** Where the next page begins, as the opaque text in its link. */
export function cursorOf(row: number): string {
  return Buffer.from(`row ${row}`).toString('base64url');
}

function rowIn(cursor: string, context: z.RefinementCtx): number {
  const row = /^row (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (row !== undefined) return Number(row);
  context.addIssue(CURSOR_MESSAGE);
  return z.NEVER;
}

/** /req/core/fc-bbox-definition: four numbers, or six with the heights in third and sixth place; west may lie east of east. */
function boxIn(text: string, context: z.RefinementCtx): Box {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] =
    numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at] ?? NaN) : numbers;
  const sane =
    (numbers.length === 4 || numbers.length === 6) &&
    numbers.every(Number.isFinite) &&
    isDegrees(west, 180) &&
    isDegrees(east, 180) &&
    isDegrees(south, 90) &&
    isDegrees(north, 90);
  if (sane && south <= north) return [west, south, east, north];
  context.addIssue('Give bbox as west,south,east,north in degrees, for instance -2.4,53.3,-2.2,53.5.');
  return z.NEVER;
}

const isDegrees = (value: number, most: number): boolean => Math.abs(value) <= most;

/** /req/core/fc-time-definition: an instant, or an interval that may be open (`..` or nothing) on one side. */
function isDatetime(text: string): boolean {
  const [start = '', end, ...rest] = text.split('/');
  if (end === undefined) return isInstant(start);
  const open = (side: string): boolean => side === '' || side === '..';
  if (rest.length > 0 || (open(start) && open(end))) return false;
  if (open(start) || open(end)) return isInstant(open(start) ? end : start);
  const at = (side: string): number => Date.parse(side.replace(/T$/i, ''));
  return isInstant(start) && isInstant(end) && at(start) <= at(end);
}

/** RFC 3339, section 5.6: date-time, or a full date; and a date with a T and nothing behind it, as GDAL 3.6 writes one. */
function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d([Tt](\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))?)?$/.test(text) &&
    !Number.isNaN(Date.parse(text.toUpperCase().replace(/T$/, '')))
  );
}
