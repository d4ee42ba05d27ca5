import { z } from 'zod';
import { dayShape, historyShape, standingShape } from '../../ground/cases/standing-schema-contract.ts';
import { ASSET_KINDS } from '../../register/assets/asset-contract.ts';
import { workedOutShape } from '../clocks/clock-schema-contract.ts';
import { ENQUIRY_STATES, PLACE_PRECISIONS, SOURCES, SOURCE_OUTCOMES } from './enquiry-contract.ts';
import type { PublicEnquiry } from './enquiry-page-contract.ts';

const named = z.strictObject({ id: z.string(), name: z.string() });

/** A question whose a place is, as everybody may read it, for the description of the API. */
export const enquiryShape = z.strictObject({
  id: z.string(),
  number: z.string().describe('To say on the telephone'),
  area: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
  place: z.string(),
  kind: z.enum(ASSET_KINDS),
  ward: z.string().nullable(),
  asset: named.nullable().describe('The place on the register'),
  point: z.strictObject({ lon: z.number(), lat: z.number() }).nullable().describe('Degrees, WGS 84'),
  precision: z.enum(PLACE_PRECISIONS),
  state: z.enum(ENQUIRY_STATES),
  standing: standingShape,
  howDue: workedOutShape.nullable(),
  receivedOn: dayShape,
  endedOn: dayShape.nullable(),
  owner: z.strictObject({ id: z.string().nullable(), words: z.string() }).nullable(),
  outcome: z.string(),
  sources: z
    .array(
      z.strictObject({
        id: z.string(),
        source: z.enum(SOURCES),
        outcome: z.enum(SOURCE_OUTCOMES),
        words: z.string(),
        checkedOn: dayShape,
        disproved: z.boolean(),
        owner: z.string().nullable(),
      }),
    )
    .describe('Where was looked for an owner, with what came of it'),
  history: historyShape,
  handOffs: z.number(),
}) satisfies z.ZodType<PublicEnquiry>;
