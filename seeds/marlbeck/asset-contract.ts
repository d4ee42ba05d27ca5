import { z } from 'zod';
import {
  ASSET_KINDS,
  ASSET_STATES,
  CERTAINTIES,
  CONSTRAINTS,
  ENERGY_RATINGS,
  OWNERSHIPS,
  PRECISIONS,
  ROUTES,
  SUITABILITIES,
  TENURE_DETAILS,
  TENURES,
} from '../../src/register/assets/asset-contract.ts';

const day = z.iso.date();
const words = z.string().min(1);
const orNull = <T extends z.ZodType>(kind: T) => kind.nullable().default(null);
const list = <T extends z.ZodType>(kind: T) => z.array(kind).default([]);

const space = z.strictObject({
  name: words,
  floor: words.nullable(),
  capacity: z.int().nullable(),
  floorAreaM2: z.number().nullable(),
  description: words.nullable(),
  /** Names another space of the same asset. */
  parent: words.optional(),
});

/** Public history in words; `state` where that changed. Texts never name the place or a person. */
const past = z.strictObject({ on: day, text: words, state: z.enum(ASSET_STATES).optional() });

/** An asset as its file tells it. What is left out has a default that is right for most. */
export const toldAsset = z.strictObject({
  code: words,
  kind: z.enum(ASSET_KINDS),
  name: words,
  /** That a place is asked for comes from a case, never from here. */
  state: z.enum(ASSET_STATES).exclude(['asked_for']),
  stateSince: orNull(day),
  description: words.nullable(),
  site: orNull(words),
  landAreaM2: orNull(z.number()),
  floorAreaM2: orNull(z.number()),
  ownership: z.enum(OWNERSHIPS).default('confirmed'),
  ownershipSource: words.nullable().default('The owner’s asset list, April 2026'),
  tenure: z.enum(TENURES).nullable().default('freehold'),
  tenureDetails: z.array(z.enum(TENURE_DETAILS)).optional(),
  tenureNote: orNull(words),
  functionLabel: orNull(words),
  purpose: orNull(words),
  suitability: orNull(z.enum(SUITABILITIES)),
  energyRating: orNull(z.enum(ENERGY_RATINGS)),
  stateNote: orNull(words),
  certainty: z.enum(CERTAINTIES).default('seen'),
  plannedUse: orNull(z.strictObject({ text: words, from: day.nullable() })),
  lastCheck: z
    .strictObject({ on: day, by: words, source: words })
    .nullable()
    .default({ on: '2026-09-22', by: 'Asset broker', source: 'Visit' }),
  features: list(words),
  hazards: list(words),
  evidence: list(z.strictObject({ text: words, source: words, on: day.nullable() })),
  constraints: list(z.strictObject({ kind: z.enum(CONSTRAINTS), note: words.nullable() })),
  costs: list(z.strictObject({ label: words, annualPence: z.int().nullable(), source: words })),
  effectiveOn: day.nullable().default('2026-04-01'),
  release: z.strictObject({ reason: words, reviewOn: day }).optional(),
  /** Oldest first. */
  history: z.array(past).optional(),
  /** Rooms inside. */
  spaces: list(space),
  /** `scene` names a drawing in `pictures/`. */
  pictures: list(z.strictObject({ scene: words, alt: words })),
  routes: z.array(z.strictObject({ route: z.enum(ROUTES), reason: words })),
  address: z.strictObject({
    number: words.nullable(),
    street: words.nullable(),
    town: words.nullable(),
    postcode: words.nullable(),
  }),
  point: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
  precision: z.enum(PRECISIONS),
  shape: z.strictObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.any()) }).nullable(),
});

export type ToldAsset = z.output<typeof toldAsset>;
