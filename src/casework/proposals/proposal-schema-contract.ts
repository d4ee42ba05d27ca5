import { z } from 'zod';
import { dayShape, historyShape, standingShape } from '../../ground/cases/standing-schema-contract.ts';
import { ROLES, type Role } from '../../ground/people/role-contract.ts';
import { OUTCOMES } from '../../groups/benefit-test/benefit-contract.ts';
import { resultShape } from '../../groups/benefit-test/result-schema-contract.ts';
import { publicAssetSchema } from '../../register/assets/asset-schema-contract.ts';
import { workedOutShape } from '../clocks/clock-schema-contract.ts';
import { PAUSE_ENDS, STOP_CODES } from '../pauses/pause-contract.ts';
import { PAUSE_KINDS } from '../pauses/pause-kind-contract.ts';
import { CASE_PATHS, GRANT_KINDS, HEARINGS, PROPOSAL_STATES } from './proposal-contract.ts';
import type { PublicProposal } from './proposal-page-contract.ts';

const day = dayShape.nullable();
const pause = z.strictObject({
  id: z.string(),
  kind: z.enum(PAUSE_KINDS),
  code: z.enum([...STOP_CODES, '']),
  reason: z.string(),
  state: z.enum(PROPOSAL_STATES),
  askedOn: dayShape,
  askedAs: z.enum(Object.keys(ROLES) as [Role, ...Role[]]),
  begins: day.describe('The first day that does not count; null where the clock runs on'),
  lookedOn: day,
  until: dayShape,
  endedOn: day,
  ended: z.enum(PAUSE_ENDS).nullable(),
  answer: z.string(),
});
const photo = z.strictObject({
  id: z.string(),
  proposalId: z.string(),
  alt: z.string(),
  width: z.number(),
  height: z.number(),
  takenOn: dayShape,
});

/** A proposal as everybody may read it, for the description of the API. */
export const proposalShape = z.strictObject({
  id: z.string(),
  number: z.string().describe('To say on the telephone'),
  use: z.string().describe('What the group would do there'),
  starts: day,
  ends: day,
  state: z.enum(PROPOSAL_STATES),
  stateOn: dayShape,
  dueOn: day.describe('The last day of its state'),
  receivedOn: day,
  completeOn: day.describe('Day 0 of its clock'),
  deemedComplete: z.boolean(),
  commentsUntil: day,
  path: z.enum(CASE_PATHS).describe('What is asked for: a piece of land or a building'),
  hearing: z.enum(HEARINGS).describe('Whether it is heard in public before its marks count'),
  assessedOn: day.describe('The day on which the scores that a hearing looks at were in'),
  hearingOn: day.describe('The day of the hearing that is called or was held'),
  silenceGrants: z.boolean().describe('Whether the owner’s silence grants it'),
  outcome: z.enum(OUTCOMES).nullable(),
  resultOn: day,
  provisional: z.boolean(),
  extensionDays: z.number(),
  extensionReason: z.string(),
  grantKind: z.enum(GRANT_KINDS).nullable(),
  decidedOn: day,
  grantedFrom: day,
  grantedUntil: day,
  reasons: z.string(),
  endedOn: day,
  handOffs: z.number(),
  pausedBy: z.enum(PAUSE_KINDS).nullable(),
  pausedUntil: day,
  area: z.strictObject({ id: z.string(), slug: z.string(), name: z.string(), timeZone: z.string() }),
  asset: publicAssetSchema.nullable().describe('The place on the register; null once it has left'),
  place: z.string(),
  ward: z.string().nullable(),
  group: z.strictObject({ id: z.string(), name: z.string() }).describe('Who asks, with those that ask together'),
  owner: z.strictObject({ id: z.string(), name: z.string(), joined: z.boolean() }).nullable(),
  enquiry: z.strictObject({ id: z.string(), dueOn: day }).nullable().describe('The question whose the place is'),
  standing: standingShape,
  howDue: workedOutShape.nullable(),
  result: resultShape.nullable(),
  pauses: z.array(pause),
  signPhotos: z.array(photo),
  history: historyShape,
}) satisfies z.ZodType<PublicProposal>;
