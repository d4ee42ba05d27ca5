import { z } from 'zod';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Outcome } from '../../groups/benefit-test/benefit-contract.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { PauseKind } from '../pauses/pause-kind-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

export const PROPOSAL_STATES = [
  'draft',
  'finding_owner',
  'received',
  'incomplete',
  'lapsed',
  'awaiting_sign',
  'commenting',
  'assessing',
  'reserve',
  'panel',
  'improving',
  'assessing_again',
  'hearing_due',
  'hearing_called',
  'hearing_held',
  'on_papers',
  'comparing',
  'sharing',
  'choosing',
  'waiting',
  'window',
  'deciding',
  'filed',
  'filed_late',
  'granted',
  'called_in',
  'endangered',
  'refused',
  'in_review',
  'external_review',
  'granted_for_good',
  'refused_for_good',
  'advised',
  'unassessed',
  'no_owner',
  'closed',
  'dropped',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ACTS = [
  'send',
  'send_to_find',
  'drop',
  'owner_found',
  'owner_missing',
  'complete',
  'publish',
  'deem_complete',
  'deem_published',
  'ask_missing',
  'send_missing',
  'lapse',
  'close',
  'sign_up',
  'end_comments',
  'pass',
  'pass_compared',
  'nearly',
  'fail',
  'to_reserve',
  'to_panel',
  'give_up',
  'send_improved',
  'assessed',
  'call_hearing',
  'move_hearing',
  'cancel_hearing',
  'adjourn',
  'hold',
  'to_papers',
  'set_aside',
  'stand_first',
  'set_second',
  'too_close',
  'to_chair',
  'choose',
  'go_on',
  'go_on_passed',
  'beaten',
  'place_gone',
  'agree',
  'extend',
  'file',
  'take_back_filing',
  'turn_back',
  'accept',
  'accept_shorter',
  'to_monitoring',
  'let_filing_stand',
  'grant_by_default',
  'prove_filed',
  'show_danger',
  'advise',
  'to_officer',
  'decide_yes',
  'decide_no',
  'leave_undecided',
  'call_in',
  'uphold',
  'overturn',
  'let_grant_stand',
  'ask_review',
  'review_grants',
  'review_confirms',
  'to_external',
  'let_stand',
  'withdraw',
] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];

/** How a yes came about: the owner said it, nobody said anything, for a shorter time, a review did, or an officer. */
export const GRANT_KINDS = ['by_owner', 'by_default', 'shorter', 'by_review', 'by_officer'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/**
 * What makes it somebody else’s turn within its state. differ, stand: both scorers have handed in, and come to one mark, or their marks stand
 * and an officer has the last word; nothing before, so that nobody learns whether one of them has. ownerless: it is the owner’s time, and the
 * owner turned out to be none.
 */
export const WITHINS = ['differ', 'stand', 'ownerless'] as const;
export type Within = (typeof WITHINS)[number];
/** What is asked for decides the questions, the marks and the days. */
export const CASE_PATHS = ['land', 'building'] as const;
export type CasePath = (typeof CASE_PATHS)[number];
/** Whether it is heard in public: it never was to be, it is to be, it was, or the panel had to decide without. */
export const HEARINGS = ['none', 'needed', 'held', 'on_papers'] as const;

/** A group’s request for meanwhile use of a place, with everything that officers know of it. */
export type Proposal = {
  id: string;
  areaId: string;
  number: string;
  groupId: string;
  assetId: string;
  path: CasePath;
  /** The public body that answers; null while nobody knows whose the place is. */
  ownerId: string | null;
  /** The run of the benefit test that holds its answers and evidence. */
  testId: string;
  /** The question whose the place is, where one had to be asked. */
  enquiryId: string | null;
  state: ProposalState;
  /** The day on which it came into its state, from which its limit is counted. */
  stateOn: Day;
  dueOn: Day | null;
  /** What they would do there, in a sentence or two: everybody reads it, and it stands on the sign. */
  use: string;
  starts: Day | null;
  ends: Day | null;
  /** The account that began it; null once that is gone. */
  begunBy: string | null;
  channel: Channel;
  receivedOn: Day | null;
  enteredBy: string | null;
  onBehalfOf: string | null;
  readBack: string | null;
  /** What was missing, in words of the officer; asked for once. */
  missing: string;
  /** The day on which it was complete: day 0 of what comes. And whether nobody had looked by then. */
  completeOn: Day | null;
  deemedComplete: boolean;
  commentsUntil: Day | null;
  within: Within | null;
  hearing: (typeof HEARINGS)[number];
  /** The day on which its marks were in, before it is heard. */
  assessedOn: Day | null;
  /** The day of the hearing that is called or was held. */
  hearingOn: Day | null;
  /** Whether the owner’s silence after a pass is a yes: for a building only where enough neighbours have signed for it. */
  silenceGrants: boolean;
  outcome: Outcome | null;
  resultOn: Day | null;
  /** The marks of one scorer, or such as nobody settled, stand as provisional. */
  provisional: boolean;
  improved: boolean;
  /** Working days more for the owner, once, and why. */
  extensionDays: number;
  extensionReason: string;
  grantKind: GrantKind | null;
  decidedOn: Day | null;
  grantedFrom: Day | null;
  grantedUntil: Day | null;
  /** Reasons that everybody reads: of a refusal, a shorter grant, a review. */
  reasons: string;
  endedOn: Day | null;
  /** What the place was before it was held; null where it is not. */
  placeWas: AssetState | null;
  /** Why its clock stands still, since which day, and the last day on which it does; null while it runs. */
  pausedBy: PauseKind | null;
  pausedOn: Day | null;
  pausedUntil: Day | null;
  /** The one named officer, and how often that changed. */
  officerId: string | null;
  handOffs: number;
  submission: string | null;
  createdAt: string;
  changedAt: string;
};

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const noDay = z.preprocess((typed) => (typed === '' ? undefined : typed), daySchema.optional());
const reason = (ask: string, most = 2_000) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);

/** `seen` is the state in which the page was shown: an act on another is refused. */
export const seenSchema = z.object({
  seen: z.enum(PROPOSAL_STATES, 'Open the page again and send it as it is there.'),
});
export type Seen = z.infer<typeof seenSchema>;

export const beginSchema = z.object({
  asset: z.string('Choose a place.').min(1, 'Choose a place.').max(36),
  group: z.string('Choose for which group you ask.').min(1, 'Choose for which group you ask.').max(36),
});
export type Beginning = z.infer<typeof beginSchema>;

/** What they would do there, as it is saved on the way: each may be empty until the proposal is sent. `was` is what the form was filled with. */
/** “check” where somebody came from checking their answers, and goes back there. */
const then = { then: z.string().max(10).optional() };
export const useSchema = z.object({ use: text(400).default(''), was: text(400).optional(), ...then });
export const datesSchema = z.object({ starts: noDay, ends: noDay, ...then });

const assisted = {
  channel: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z.enum(['phone', 'paper', 'in_person'], 'Say how they got in touch.').optional(),
  ),
  received_on: noDay,
  read_back: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z.enum(['aloud', 'shown', 'letter'], 'Say how they checked what you typed.').optional(),
  ),
  consent: z.string().max(3).optional(),
};
/** Sending: a group does it by itself, an officer for its lead who rang, wrote or came in. */
export const sendSchema = seenSchema.extend({
  declares: z.literal('yes', 'Confirm that your group keeps to the compact and that what you say is true.'),
  submission: submissionSchema,
  ...assisted,
});
export type Sending = z.infer<typeof sendSchema>;

export const missingSchema = seenSchema.extend({
  missing: reason('List what is missing, all of it: it is asked for once.'),
});
export const withdrawSchema = seenSchema.extend({ reason: text(500).default('') });

/** A proposal as other features ask for it. */
export type ProposalBrief = Pick<
  Proposal,
  | 'id'
  | 'number'
  | 'areaId'
  | 'groupId'
  | 'assetId'
  | 'ownerId'
  | 'state'
  | 'stateOn'
  | 'dueOn'
  | 'use'
  | 'starts'
  | 'ends'
>;

/** The longest that a place may be asked for, in months (casework reference, 3.2: 36 months for land and buildings). */
export const LONGEST_MONTHS = 36;
/** Shorter is no meanwhile use but a single date. */
export const SHORTEST_DAYS = 28;
