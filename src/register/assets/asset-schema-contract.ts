import { z } from 'zod';
import {
  ASSET_KINDS,
  ASSET_STATES,
  CERTAINTIES,
  CONSTRAINTS,
  ENERGY_RATINGS,
  HOLDINGS,
  IDENTIFIER_SCHEMES,
  OWNERSHIPS,
  PRECISIONS,
  ROUTES,
  SUITABILITIES,
  TENURE_DETAILS,
  TENURES,
} from './asset-contract.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import type { MapReply } from './map-contract.ts';

/**
 * What the API answers about assets, for its description. The types in the contract are what the code works with;
 * the checks at the end of this file fail to compile when the two part.
 */
const text = z.string().nullable();
const number = z.number().nullable();
const day = z.string().meta({ format: 'date' });
const named = z.object({ id: z.string(), slug: z.string(), name: z.string() });

const pointSchema = z.object({ lon: z.number(), lat: z.number() }).describe('Degrees, WGS 84');
const position = z.array(z.number()).describe('Longitude and latitude');
const shapeSchema = z
  .union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
  ])
  .describe('Outline as in RFC 7946');
const photoSchema = z.object({
  id: z.string(),
  alt: z.string(),
  credit: text,
  width: z.number().int(),
  height: z.number().int(),
});
const addressSchema = z.object({
  number: text,
  street: text,
  town: text,
  postcode: text.describe('Only the district where the place is not public'),
});
const placingShape = {
  ward: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
  address: addressSchema,
  point: pointSchema.nullable(),
  precision: z.enum(PRECISIONS).describe('What the point is the middle of; exact is the place itself'),
};

export const publicAssetSchema = z.object({
  id: z.string(),
  redacted: z.boolean().describe('True for an empty building whose place is not public'),
  code: z.string().describe('The owner’s reference; M-… where the place is not public'),
  area: named,
  owner: named.extend({ uri: text }),
  ...placingShape,
  site: text,
  kind: z.enum(ASSET_KINDS),
  name: z.string(),
  description: text,
  identifiers: z.array(z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string() })),
  shape: shapeSchema.nullable(),
  landAreaM2: number,
  floorAreaM2: number,
  ownership: z.enum(OWNERSHIPS),
  ownershipSource: text,
  tenure: z.enum(TENURES).nullable(),
  tenureDetails: z.array(z.enum(TENURE_DETAILS)),
  tenureNote: text,
  holding: z.enum(HOLDINGS).nullable(),
  functionLabel: text,
  purpose: text,
  suitability: z.enum(SUITABILITIES).nullable(),
  energyRating: z.enum(ENERGY_RATINGS).nullable(),
  state: z.enum(ASSET_STATES),
  stateSince: day.nullable(),
  stateNote: text,
  certainty: z.enum(CERTAINTIES),
  plannedUse: z.object({ text: z.string(), from: day.nullable() }).nullable(),
  lastCheck: z.object({ on: day, by: z.string(), source: z.string() }).nullable(),
  features: z.array(z.string()),
  hazards: z.array(z.string()),
  evidence: z.array(z.object({ text: z.string(), source: z.string(), on: day.nullable() })),
  routes: z.array(z.object({ route: z.enum(ROUTES), reason: z.string() })),
  constraints: z.array(z.object({ kind: z.enum(CONSTRAINTS), note: text })),
  costs: z.array(
    z.object({ label: z.string(), annualPence: number.describe('Null when nobody has told us'), source: z.string() }),
  ),
  photos: z.array(photoSchema),
  effectiveOn: day.nullable(),
  retiredOn: day.nullable(),
});

const foundPlaceSchema = z.object({
  label: z.string(),
  kind: z.enum(['postcode', 'district', 'ward']),
  point: pointSchema,
  area: z.string(),
});

export const assetListReplySchema = z.object({
  total: z.number().int().describe('How many match, on all pages together'),
  landAreaM2: z.number().describe('Their land together, as far as it is known'),
  place: foundPlaceSchema.nullable().describe('What near stands for'),
  next: z.string().nullable().describe('Cursor of the following page'),
  items: z.array(publicAssetSchema.extend({ distanceM: number.describe('Metres from near') })),
});

const clusterSchema = z.object({
  type: z.literal('cluster'),
  lon: z.number(),
  lat: z.number(),
  count: z.number().int(),
  ids: z.array(z.string()),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
const mapPlaceSchema = z.object({
  type: z.literal('place'),
  lon: z.number(),
  lat: z.number(),
  id: z.string(),
  name: z.string(),
  kind: z.enum(ASSET_KINDS),
  state: z.enum(ASSET_STATES),
  precision: z.enum(PRECISIONS),
  shape: shapeSchema.nullable(),
});
export const mapReplySchema = z.object({
  total: z.number().int().describe('All that match the filters'),
  inView: z.number().int().describe('Of those, how many lie in the view'),
  unplaced: z.number().int().describe('Of those, how many have no point at all'),
  features: z.array(z.discriminatedUnion('type', [clusterSchema, mapPlaceSchema])),
});

/** True when each of two types fits the other, and neither has a key that the other lacks. */
type Same<A, B> = [A, keyof A] extends [B, keyof B] ? ([B, keyof B] extends [A, keyof A] ? true : false) : false;
type Agree<T extends true> = T;
/**
 * Compiles only while schemas and contract agree.
 * @public nobody reads it: that it compiles is its use
 */
export type SchemasAgree = [
  Agree<Same<z.infer<typeof publicAssetSchema>, PublicAsset>>,
  Agree<Same<z.infer<typeof mapReplySchema>, MapReply>>,
];
