import { z } from 'zod';
import { submissionSchema } from '../../kernel/submission-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

export const PETITION_STATES = [
  'checking',
  'turned_back',
  'open',
  'verifying',
  'verified',
  'short',
  'lodged',
  'ended',
  'lapsed',
  'closed',
  'withdrawn',
] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const PETITION_ACTS = [
  'approve',
  'let_open',
  'turn_back',
  'send_again',
  'drop',
  'close',
  'verify',
  'count_alone',
  'fall_short',
  'fall_short_alone',
  'sponsor_counts',
  'lodge',
  'end',
  'lapse',
  'withdraw',
] as const;
export type PetitionAct = (typeof PETITION_ACTS)[number];

/** The closed list of reasons for turning a wording back (casework reference, section 4). */
export const WORDING_REASONS = [
  'unclear',
  'not_council',
  'other_route',
  'asked_before',
  'vexatious',
  'names_person',
] as const;
export type WordingReason = (typeof WORDING_REASONS)[number];

/** Why enough have signed: so many, or fifty and a councillor. */
export const BASES = ['signatures', 'sponsor'] as const;
export type PetitionBasis = (typeof BASES)[number];
/** What its signers are told: what came of the count, that it led to nothing, or that it was taken back. */
export type Telling = 'counted' | 'lapsed' | 'withdrawn';

/** A petition of a group for a building, with everything that officers know of it. */
export type Petition = {
  id: string;
  areaId: string;
  number: string;
  groupId: string;
  assetId: string;
  state: PetitionState;
  stateOn: Day;
  dueOn: Day | null;
  wording: string;
  /** For how many days it is open. */
  days: number;
  turnedBackFor: WordingReason | null;
  /** What whoever turned it back added. */
  reasons: string;
  openedOn: Day | null;
  closesOn: Day | null;
  /** Residents of the wards whose people may sign; null where nobody knows. */
  residents: number | null;
  /** How many valid signatures it takes, fixed when it opens. */
  threshold: number | null;
  /** How many were valid when it was counted. */
  valid: number | null;
  basis: PetitionBasis | null;
  verifiedOn: Day | null;
  /** Nobody looked at the count in time: it stands as it was. */
  unlooked: boolean;
  /** The account of the councillor who sponsors it. */
  sponsorId: string | null;
  sponsorWords: string;
  sponsoredOn: Day | null;
  /** What its signers are still to be told of. */
  tells: Telling | null;
  endedOn: Day | null;
  outcome: string;
  begunBy: string | null;
  submission: string;
  createdAt: string;
  changedAt: string;
};
/** A ward whose people may sign, pinned when it opens. */
export type PetitionWard = { petitionId: string; wardId: string; name: string };

const said = (ask: string, least: number, most: number) =>
  z
    .string(ask)
    .trim()
    .min(least, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const wording = said('Write what the petition asks for, in a sentence or two.', 20, 600);

export const SHORTEST_OPEN_DAYS = 7;
export const beginPetitionSchema = z.object({
  asset: z.string('Choose a building.').min(1, 'Choose a building.').max(36),
  group: z.string('Choose for which group you ask.').min(1, 'Choose for which group you ask.').max(36),
  wording,
  days: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z.coerce.number('Enter a number of days.').int('Enter a whole number of days.').optional(),
  ),
  submission: submissionSchema,
});
export type BeginPetition = z.infer<typeof beginPetitionSchema>;

/** `seen` is the state in which the page was shown: an act on another is refused. */
export const seenPetitionSchema = z.object({
  seen: z.enum(PETITION_STATES, 'Open the page again and send it as it is there.'),
});
export type SeenPetition = z.infer<typeof seenPetitionSchema>;
export const wordingAgainSchema = seenPetitionSchema.extend({ wording });
export const turnBackWordingSchema = seenPetitionSchema.extend({
  reason: z.enum(WORDING_REASONS, 'Choose one of the listed reasons.'),
  because: z.string().trim().max(500, 'Use up to 500 characters.').default(''),
});
export const sponsorSchema = seenPetitionSchema.extend({
  words: said('Write why you sponsor it. Everybody reads it.', 10, 1_000),
});
