import { z } from 'zod';
import { dayOf } from '../../kernel/day-contract.ts';
import type { Point, Shape } from '../../kernel/geo-contract.ts';

/** A borough, district or county that the installation serves. Everything an area may choose is data. */
export type Area = {
  id: string;
  slug: string;
  name: string;
  /** IANA zone, for instance `Europe/London`. */
  timeZone: string;
  /** Name of the bank-holiday calendar, for instance `england-and-wales`. */
  holidays: string;
  /** West, south, east, north in degrees. */
  bbox: BoundingBox;
  /** True for an area that brings its own drawn base map and needs no tiles. */
  hasBasemap: boolean;
};

/** West, south, east, north in degrees (RFC 7946 section 5). */
/** An area in an address, by its short name; where it is left out the only one there is. */
export const areaInAddress = z.string().max(60, 'Choose an area.').default('');
export const areaNamed = <A extends { slug: string }>(all: readonly A[], slug: string | undefined): A | undefined =>
  slug ? all.find((area) => area.slug === slug) : all.length === 1 ? all[0] : undefined;

/** The latest day that it is in any area, or in none: what is due by then may be due somewhere. */
export const latestDay = (all: readonly { timeZone: string }[], now: Date): string =>
  ['UTC', ...all.map(({ timeZone }) => timeZone)]
    .map((zone) => dayOf(now.toISOString(), zone))
    .toSorted()
    .at(-1) ?? '';

export type BoundingBox = [number, number, number, number];

/** `residents` is only written: whoever needs it adds it up where it is kept. */
export type Ward = {
  id: string;
  areaId: string;
  code: string;
  name: string;
  shape: Shape;
  centre: Point;
  residents?: number;
};

export type Postcode = { areaId: string; postcode: string; point: Point; wardId: string | null };

/** Postcodes farther from an area's box than this, in metres, are another place's. */
export const FARTHEST_POSTCODE_M = 30_000;

export type Owner = {
  id: string;
  areaId: string;
  slug: string;
  name: string;
  uri: string | null;
  /** What sort of public body this is, in the words people use. */
  kind: OwnerKind;
};
export const OWNER_KINDS = ['council', 'nhs', 'school', 'housing_association', 'police_fire', 'other'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** A place somebody may type into a search box, found without asking any third party. */
export type FoundPlace = { label: string; kind: 'postcode' | 'district' | 'ward'; point: Point; area: string };

/**
 * What a drawn base map is made of. `rank` orders labels (1 = most important);
 * `minZoom` is the web-mercator zoom from which a feature is drawn.
 */
export const BASEMAP_LAYERS = [
  'sea',
  'land',
  'beach',
  'built_up',
  'park',
  'wood',
  'field',
  'water',
  'river',
  'pier',
  'building',
  'rail',
  'station',
  'road',
  'label',
] as const;
export type BasemapLayer = (typeof BASEMAP_LAYERS)[number];
export const ROAD_CLASSES = ['main', 'secondary', 'street', 'path'] as const;
export type BasemapProperties = {
  layer: BasemapLayer;
  class?: (typeof ROAD_CLASSES)[number];
  name?: string;
  rank?: number;
  minZoom?: number;
};

/** What `area create` needs. Boundary, wards and base map are GeoJSON, postcodes a CSV with postcode, lon and lat columns. */
export const newAreaSchema = z.object({
  slug: z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'Write the slug in small letters, digits and single hyphens, for instance "trafford".',
    )
    .max(60),
  name: z.string().trim().min(1, 'Give the area a name.').max(200),
  timezone: z.string().refine(isTimeZone, 'Name the time zone as in the IANA list, for instance Europe/London.'),
  holidays: z.string().regex(/^[a-z0-9-]+$/, 'Name the bank-holiday calendar, for instance england-and-wales.'),
});
export type NewArea = z.infer<typeof newAreaSchema>;

/** What `area change` may change of the area itself. */
export const areaChangeSchema = newAreaSchema.omit({ slug: true }).partial();
export type AreaChange = z.infer<typeof areaChangeSchema>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
