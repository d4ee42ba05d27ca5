import { z } from 'zod';
import { ASSET_KINDS, ASSET_STATES, CONSTRAINTS, ROUTES } from './asset-contract.ts';

/** A query value may be absent, one text, or repeated; forms also send empty ones, which mean "any". */
const anyOf = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((one) => one.split(','))
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.enum(values, message)));

const oneOf = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.union([z.literal('').transform(() => undefined), z.enum(values, message)]);

const text = (longest: number, message: string) =>
  z
    .string()
    .max(longest, message)
    .transform((given) => given.trim() || undefined);

const number = (least: number, most: number, message: string) =>
  z.union([z.literal('').transform(() => undefined), z.coerce.number(message).min(least, message).max(most, message)]);

const box = z.string().transform((given, context): [number, number, number, number] | undefined => {
  if (given === '') return undefined;
  const [west, south, east, north, ...rest] = given.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const sane =
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    rest.length === 0 &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90 &&
    west <= east &&
    south <= north;
  if (sane) return [west, south, east, north];
  context.addIssue('Give the box as west,south,east,north in degrees, for instance -2.4,53.3,-2.2,53.5.');
  return z.NEVER;
});

/** The filters that a list, a map, a count and an export share: the same URL parameters everywhere. */
export const assetFilterShape = {
  area: text(60, 'Choose an area from the list.').optional().describe('Slug of an area, for instance marlbeck'),
  q: text(200, 'Search for fewer words: 200 characters at most.')
    .optional()
    .describe('Words to look for in name, address, ward, owner and description'),
  near: text(100, 'Type a postcode or the name of a ward: 100 characters at most.')
    .optional()
    .describe('Postcode, postcode district or ward to measure from'),
  km: number(0.1, 500, 'Enter a distance between 0.1 and 500 kilometres.')
    .optional()
    .describe('With near: how far away at most, in kilometres'),
  kind: oneOf(ASSET_KINDS, 'Choose land or building.').optional().describe('Land or building'),
  state: anyOf(ASSET_STATES, 'Choose states from the list.')
    .optional()
    .describe('One state or several, separated by commas'),
  owner: text(60, 'Choose an owner from the list.').optional().describe('Slug of an owner'),
  ward: text(40, 'Choose a ward from the list.').optional().describe('Code of a ward'),
  can: oneOf(ROUTES, 'Choose what you want to do from the list.').optional().describe('What may be done there'),
  constraint: oneOf(CONSTRAINTS, 'Choose a constraint from the list.')
    .optional()
    .describe('Only places with this constraint'),
  min_m2: number(0, 1e9, 'Enter the smallest size in square metres, as a number.')
    .optional()
    .describe('Smallest size in square metres'),
  max_m2: number(0, 1e9, 'Enter the largest size in square metres, as a number.')
    .optional()
    .describe('Largest size in square metres'),
  bbox: box.optional().describe('west,south,east,north in degrees (WGS 84)'),
};
export const assetFilterSchema = z.object(assetFilterShape);
export type AssetFilter = z.infer<typeof assetFilterSchema>;

/** Filters, order and page of a list. */
export const assetListSchema = z.object({
  ...assetFilterShape,
  sort: oneOf(['name', 'distance'] as const, 'Sort by name or by distance.')
    .optional()
    .describe('distance needs near; it is then the default'),
  cursor: text(600, 'Start again from the first page: this page link is not one of ours.')
    .optional()
    .describe('The next value of the page before'),
  limit: number(1, 100, 'Ask for 1 to 100 at a time.').optional().describe('How many at a time, 24 unless told'),
});
export type AssetListQuery = z.infer<typeof assetListSchema>;

/** The filters as URL parameters again, in a fixed order: the same filters always make the same URL. */
export function filterParams(filter: Partial<AssetListQuery>): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of [...Object.keys(assetFilterShape), 'sort', 'cursor', 'limit'] as (keyof AssetListQuery)[]) {
    const value = filter[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return params;
}
