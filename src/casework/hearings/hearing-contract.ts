import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';
import { seenSchema } from '../proposals/proposal-contract.ts';

export const HEARING_STATES = ['called', 'held', 'cancelled', 'not_held'] as const;
/** Other ways to be heard than one evening in a room (casework reference, second part, section 1). */
export const WAYS = ['paper', 'telephone', 'drop_in', 'doorstep', 'letter'] as const;
export type WayToBeHeard = (typeof WAYS)[number];
export const LEAST_WAYS = 2;

/** A public hearing about a proposal, as it is announced and as it went. */
export type Hearing = {
  id: string;
  proposalId: string;
  state: (typeof HEARING_STATES)[number];
  day: Day;
  /** When it begins, `HH:MM` in the area’s zone. */
  begins: string;
  venue: string;
  /** Steps, doors, a loop: how people get in and follow it. */
  access: string;
  /** Where it can be followed and spoken at from home; empty where it cannot. */
  online: string;
  /** Whether a committee of the council holds it: then the law asks for clear days of notice too. */
  committee: boolean;
  calledOn: Day;
  /** The last day for its notice, by the area’s policy and by the law; the second null where no committee holds it. */
  policyLatest: Day;
  statuteLatest: Day | null;
  /** The last day on which it may be held. */
  limitOn: Day;
  /** The day on which it began, where it was adjourned: once. */
  adjournedFrom: Day | null;
  reason: string;
  /** How many were there, and what they said: information, not a vote. */
  inRoom: number | null;
  onlineCount: number | null;
  spokeFor: number | null;
  spokeAgainst: number | null;
  interests: string;
  /** Grows with every change, for calendars (RFC 5545, SEQUENCE). */
  version: number;
  submission: string;
  createdAt: string;
  changedAt: string;
};
/** A way that is offered, and what came of it. */
export type OfferedWay = { hearingId: string; kind: WayToBeHeard; words: string; came: string };

const said = (ask: string, most = 500) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const perhaps = (most = 500) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`)
    .default('');

const whenAndWhere = {
  day: daySchema,
  begins: z.string('Say when it begins.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Say when it begins, for instance 18:30.'),
  venue: said('Say where: a name and an address.'),
  access: said('Say how people get in and follow it: steps, doors, a hearing loop, toilets.'),
  online: perhaps(300),
};
export const callSchema = seenSchema.extend({
  ...whenAndWhere,
  committee: z.enum(['yes', 'no'], 'Say whether a committee of the council holds it.'),
  way_paper: perhaps(),
  way_telephone: perhaps(),
  way_drop_in: perhaps(),
  way_doorstep: perhaps(),
  way_letter: perhaps(),
  submission: submissionSchema,
});
export type Calling = z.infer<typeof callSchema>;

export const moveSchema = seenSchema.extend({
  ...whenAndWhere,
  reason: said('Say why it changes. Everybody reads it.'),
});
export type HearingChange = z.infer<typeof moveSchema>;
export const cancelSchema = seenSchema.extend({ reason: said('Say why it is cancelled. Everybody reads it.') });
export const adjournSchema = seenSchema.extend({
  day: daySchema,
  begins: whenAndWhere.begins,
  reason: said('Say why it goes on another day. Everybody reads it.'),
});
export type Adjourning = z.infer<typeof adjournSchema>;

const count = z.preprocess(
  (typed) => (typed === '' ? undefined : typed),
  z.coerce.number('Enter a number.').int('Enter a whole number.').min(0, 'Enter 0 or more.').max(100_000).optional(),
);
export const holdSchema = seenSchema.extend({
  in_room: count,
  online_count: count,
  spoke_for: count,
  spoke_against: count,
  interests: said('Say which interests the chair and the panel declared. “None” is an answer.'),
});
export type Holding = z.infer<typeof holdSchema>;

/** The panel’s result: for each question a mark `mark_…`, and a reason `reason_…` where it changes. */
export const concludeSchema = seenSchema.loose();
export const askHearingSchema = seenSchema.extend({
  reason: said('Say why it should be heard in public. Everybody reads it.'),
});
