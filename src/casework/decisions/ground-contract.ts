import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { seenSchema } from '../proposals/proposal-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** The closed list of grounds on which an owner may say no (casework reference, 8.5). R6 is the result of the test itself, and is never shown. */
export const GROUNDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R7', 'R8', 'R9'] as const;
export type GroundCode = (typeof GROUNDS)[number];
/** What is heard often and does not count: whoever chooses it is told why. */
export const NOT_ACCEPTED = ['may_sell', 'policy_review', 'precedent', 'effort', 'department', 'complaints'] as const;
export type NotAccepted = (typeof NOT_ACCEPTED)[number];
/** Those that are shown before the scoring begins, so that they are heard in public; later only on evidence of a later day. */
export const HEARD_IN_PUBLIC: readonly GroundCode[] = ['R2', 'R7', 'R9'];

/**
 * waiting: nobody has decided. accepted, turned_back: somebody has. taken_back: by the owner. stood: nobody decided in time. overtaken: the
 * case was decided otherwise before anybody looked.
 */
export const GROUND_STATES = ['waiting', 'accepted', 'turned_back', 'taken_back', 'stood', 'overtaken'] as const;
export type GroundState = (typeof GROUND_STATES)[number];

export type GroundFile = { name: string; mediaType: string; bytes: number; sha256: string };
/** What one ground demands beside its evidence; each belongs to one ground. */
export type GroundParticulars = {
  /** R1: the law, or the binding restriction, that forbids it. */
  law: string;
  /** R2: who has decided on the other use, with which money, and from when it is. */
  authority: string;
  budget: string;
  otherFrom: Day | null;
  /** R5: the gate that stays “no”. */
  gate: string;
  /** R7, R8: the number of the other case. */
  otherCase: string;
  /** R9: what it would cost the public purse, in whole pounds a year. */
  costPounds: number | null;
};

/** A ground that an owner has shown, with its evidence. */
export type Ground = GroundParticulars & {
  id: string;
  proposalId: string;
  ground: GroundCode;
  /** In the owner’s words, for everybody. */
  statement: string;
  /** What the evidence is, who wrote it, and of which day it is. The paper itself is for officers, the group and the owner. */
  evidence: string;
  author: string;
  dated: Day;
  file: GroundFile | null;
  /** R2: the free time before the other use, which is offered instead. */
  shorterFrom: Day | null;
  shorterUntil: Day | null;
  state: GroundState;
  /** Null once that account is gone. */
  filedBy: string | null;
  filedOn: Day;
  /** It was shown after the grant by default that it had been filed in time. */
  proven: boolean;
  decidedBy: string | null;
  decidedOn: Day | null;
  /** Why it holds or does not, for everybody. */
  why: string;
  submission: string;
};

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const optionalText = (most: number) => text(most).default('');
const noDay = z.preprocess((typed) => (typed === '' ? undefined : typed), daySchema.optional());
const said = (ask: string, most = 2_000) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);

const GROUND_ASKED = 'Choose the ground.';
/** What an owner sends. What is not accepted is on the list, too: it is answered with why. */
export const fileSchema = seenSchema.extend({
  ground: z.enum([...GROUNDS, ...NOT_ACCEPTED], GROUND_ASKED),
  statement: optionalText(2_000),
  evidence: optionalText(300),
  author: optionalText(200),
  dated: noDay,
  law: optionalText(500),
  authority: optionalText(300),
  budget: optionalText(300),
  other_from: noDay,
  gate: optionalText(4),
  other_case: optionalText(40),
  cost_pounds: z.preprocess(
    (typed) => (typed === '' || typed === undefined ? undefined : typed),
    z.coerce.number('Enter the cost in whole pounds a year.').int('Enter whole pounds.').min(0).max(1e9).optional(),
  ),
  /** On which day a ground had reached us that is shown after a grant by default. */
  received_on: noDay,
  submission: submissionSchema,
});
export type Filing = z.infer<typeof fileSchema>;

export const groundSchema = seenSchema.extend({ ground: z.string('Choose the ground.').max(36) });
export const extendSchema = seenSchema.extend({
  days: z.coerce
    .number('Enter a whole number of working days.')
    .int('Enter a whole number of working days.')
    .min(1, 'Enter 1 or more.'),
  reason: said('Say why more time is needed. Everybody reads it.', 500),
});
export type Extending = z.infer<typeof extendSchema>;

export const decideSchema = groundSchema.extend({
  holds: z.enum(['yes', 'no'], 'Say whether the ground holds.'),
  why: said('Say why it holds or does not. Everybody reads it.'),
  alternatives: optionalText(2_000),
  interests: optionalText(500),
  background: optionalText(2_000),
});
export type Deciding = z.infer<typeof decideSchema>;
