import type { Tally } from '../../groups/benefit-test/benefit-contract.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { ClockTime, Day, Recurrence } from '../../kernel/recurrence-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Most } from '../finder/finder-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Approval, Audience, Layout, Quote } from '../spaces/space-contract.ts';
import type { Obstacle, WhichDates } from '../bookings/booking-contract.ts';

/**
 * How a request for a room stands, up to the booking (casework reference 8.3, from "matched" to "confirmed"). From `confirmed` on
 * its booking tells how things stand: cancelling, ending, the deposit's return and all that follows belong to the booking.
 * `incomplete`: sent, but a second person is missing; no clock runs and nothing is held. The test holds nothing up: it decides what silence means.
 * `asked`: an owner answers. `chasing`: the owner was silent and silence is no offer here. `with_broker`: no room on the list is left.
 */
export const REQUEST_STATES = [
  'draft',
  'incomplete',
  'asked',
  'chasing',
  'with_broker',
  'offered',
  'default_offered',
  'deposit_due',
  'confirmed',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const OVER_STATES: readonly RequestState[] = ['confirmed', 'declined', 'withdrawn', 'lapsed'];
export const OPEN_STATES: readonly RequestState[] = REQUEST_STATES.filter(
  (state) => state !== 'draft' && !OVER_STATES.includes(state),
);
export const ASKED_STATES: readonly RequestState[] = ['asked', 'chasing'];
export const OFFERED_STATES: readonly RequestState[] = ['offered', 'default_offered'];

/** What can happen to a request. */
export const MOVES = [
  'send',
  'complete',
  'ask_next',
  'start_again',
  'run_out_of_rooms',
  'offer',
  'offer_by_default',
  'chase',
  'take',
  'confirm',
  'decline',
  'withdraw',
  'lapse',
] as const;
export type Move = (typeof MOVES)[number];

/** What a sent request still lacks before its owner is asked: a lead and a deputy (gate G8). */
export const MISSING = ['deputy'] as const;
export type MissingPart = (typeof MISSING)[number];

/** What a group wants, whichever room it gets. */
export type Wish = {
  recurrence: Recurrence;
  from: ClockTime;
  to: ClockTime;
  people: number;
  layout: Layout | null;
  purpose: string;
  equipment: string | null;
  audience: Audience;
  /** The group's own policy covers it; otherwise the building's cover for hirers. */
  ownInsurance: boolean;
  /** Children, or adults who need help, come without their own family or carers (gate G6). */
  safeguarding: boolean;
  /** Everybody may read the group's name beside the dates. */
  showName: boolean;
  /** All dates or none, or those that are free. */
  dates: WhichDates;
  /** The group does not meet on bank holidays and other days off. */
  skipsDaysOff: boolean;
  /** What any room must have, as the group has said it: owners read it. */
  needs: readonly Facility[];
  /** The most that the group can pay; owners do not read it. */
  most: Most | null;
};
/** What was stored before needs were kept with a wish has none. */
export const NO_NEEDS: Pick<Wish, 'skipsDaysOff' | 'needs' | 'most'> = { skipsDaysOff: false, needs: [], most: null };

export type RoomRequest = {
  id: string;
  /** To say on the telephone; a draft has none, because nobody else knows of it. */
  caseNumber: string | null;
  areaId: string;
  groupId: string;
  state: RequestState;
  wish: Wish;
  missing: readonly MissingPart[];
  /** The area's terms on the day the request came in: later terms are for later requests. */
  terms: RoomTerms;
  /** The day the group got in touch, whoever typed it. */
  receivedOn: Day;
  /** The day from which clocks run, and the instant that breaks ties: set once nothing is missing. */
  completeOn: Day | null;
  completeAt: string | null;
  /** The last day of whatever is waited for. */
  dueOn: Day | null;
  startsOn: Day;
  endsOn: Day;
  channel: Channel;
  readBack: string | null;
  /** Why it ended, in the words of whoever ended it. */
  reason: string | null;
  submission: string;
  createdBy: string;
  createdAt: string;
  changedAt: string;
  version: number;
};

/**
 * How one room of a request stands. `waiting`: not asked yet. `taken`: the group has signed for it.
 * `outbid`: a request that does more good went first. `gone`: no longer free when its turn came. `passed_over`: its owner was silent
 * and the next room was asked.
 */
export const OPTION_STATES = [
  'waiting',
  'asked',
  'offered',
  'default_offered',
  'taken',
  'declined',
  'outbid',
  'gone',
  'passed_over',
  'lapsed',
  'withdrawn',
] as const;
export type OptionState = (typeof OPTION_STATES)[number];
/** The room that is in somebody's hands. */
export const CURRENT_OPTIONS: readonly OptionState[] = ['asked', 'offered', 'default_offered', 'taken'];

/** What was signed: its lines, their fingerprint, by whom and when. */
export type SignedAgreement = { lines: string[]; sha256: string; signedBy: string; on: Day };

export type RoomOption = {
  id: string;
  requestId: string;
  /** From 1 on, in the order the group likes them. */
  rank: number;
  spaceId: string;
  assetId: string;
  ownerId: string;
  state: OptionState;
  askedOn: Day | null;
  dueOn: Day | null;
  warnedAt: string | null;
  /** What went for this room when its owner was asked; null before. */
  asked: AskedRoom | null;
  /** The day an answer counts from. For an offer by default the due day, however late the clock ran. */
  answeredOn: Day | null;
  answeredBy: string | null;
  reason: DeclineReason | null;
  note: string | null;
  /** The last day to take an offer and settle the deposit. */
  lapsesOn: Day | null;
  /** The booking that holds its dates; null while it competes without holding any. */
  bookingId: string | null;
};

/** What was found when an owner was asked: how the slot is let, its price, and the dates that are left out. */
export type AskedRoom = {
  approval: Approval;
  /** Published as open on every date. */
  publishedOpen: boolean;
  /** The decision by which the owner is in the compact on the day of the request; null for none. */
  compact: { id: string; officer: string; minuteRef: string } | null;
  quote: Quote | null;
  dates: readonly Day[];
  leftOut: readonly { date: Day; why: Obstacle }[];
  /** How the group stood with the test when the owner was last told: silence counts only for an owner who has heard of the pass. */
  test: Passport['state'];
};

/**
 * Why an owner may say no: a closed list (casework reference 8.5, in the words of rooms). "Too much work" and "no precedent" are not
 * on it. The test (R6) and a rival request (R7) are not for the owner to judge, so they are not either.
 */
export const DECLINE_REASONS = [
  'in_use',
  'law',
  'danger',
  'statutory_use',
  'not_suitable',
  'insurance',
  'safeguarding',
  'cost',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why silence is no offer (casework reference 8.3 and 8.4). */
export const NO_DEFAULT = [
  'not_published',
  'not_in_compact',
  'no_passport',
  'passed_since',
  'no_price',
  'by_negotiation',
] as const;
export type NoDefault = (typeof NO_DEFAULT)[number];

/** Community prices are those for which a group is tested; who pays the private or the commercial price is not. */
export const isTestedFor = (audience: Audience): boolean => audience === 'community' || audience === 'charity';

/** How the compact test of a group stands on a day. */
export type Passport = {
  state: 'none' | 'waiting' | 'passed' | 'nearly' | 'not_yet' | 'ended';
  /** The day of the result, where there is one. */
  resultOn: Day | null;
  points: number | null;
  possible: number | null;
  /** Of the questions about benefit alone, where there is a result: which those are, the criteria set says. */
  benefit: Tally | null;
};

/** What has to be in order before the first date: never asked for before the owner has decided (gates G5 and G6, stage S). */
export const CONDITIONS = ['insurance', 'insurance_expires', 'safeguarding', 'safeguarding_expires'] as const;
export type ConditionKind = (typeof CONDITIONS)[number];
/** `expires` is the last day of the paper that is there. */
export type Condition = { kind: ConditionKind; due: Day; expires: Day | null };
/** A paper of a group that a broker has accepted; the day is its last. */
export type Paper = { kind: string; expiresOn: Day | null };
