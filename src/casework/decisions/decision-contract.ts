import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { seenSchema } from '../proposals/proposal-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** What was decided. `granted` is signed after a grant of whatever kind. */
export const RULINGS = ['granted', 'refused', 'upheld', 'overturned', 'review_granted', 'review_confirmed'] as const;
export type Ruling = (typeof RULINGS)[number];

/** A decision as it stays on the record: reasons, what else was considered, interests, papers (SI 2012/2089, regs 13–14). */
export type Decision = {
  id: string;
  proposalId: string;
  ruling: Ruling;
  reasons: string;
  alternatives: string;
  interests: string;
  background: string;
  /** Who may be touched by it, and what was considered (Equality Act 2010, s149). Empty where it was adopted with another decision. */
  equalityTouched: string;
  equalityConsidered: string;
  /** A role: people are not named to everybody. */
  signedAs: string;
  signedBy: string | null;
  signedOn: Day;
  submission: string;
};
/** A slip in a published decision, put right openly: the old words stay. */
export type Correction = {
  id: string;
  decisionId: string;
  proposalId: string;
  words: string;
  /** Whether it changes what was decided, so that the time for a review begins again. */
  substance: boolean;
  correctedBy: string | null;
  correctedOn: Day;
  submission: string;
};
/** One councillor’s wish to call a grant in. Two make a call-in. */
export type CallIn = {
  id: string;
  proposalId: string;
  councillorId: string | null;
  reason: string;
  askedOn: Day;
};
/** A group’s wish that a refusal is looked at again; there is one at most. */
export type Review = { proposalId: string; reason: string; askedBy: string | null; askedOn: Day };

const said = (ask: string, most = 2_000) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);

const recordSchema = seenSchema.extend({
  reasons: said('Say for which reasons. Everybody reads it.'),
  alternatives: said('Say what else was considered, and why it was not chosen. “Nothing else” is an answer.'),
  interests: said('Say which interests were declared. “None” is an answer.', 500),
  background: said('Name the papers on which it rests. “None beside the case itself” is an answer.'),
  submission: submissionSchema,
});
export const signSchema = recordSchema.extend({
  equality_touched: said('Say who may be touched by it. Think of age, disability, faith, and the rest.'),
  equality_considered: said('Say what you have considered about them.'),
});
export type Signing = z.infer<typeof signSchema>;

export const hearSchema = recordSchema.extend({
  stands: z.enum(['yes', 'no'], 'Say whether the grant stands.'),
  ground: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']).optional(),
  ),
});
export type Hearing = z.infer<typeof hearSchema>;

export const officerSchema = recordSchema.extend({ yes: z.enum(['yes', 'no'], 'Say yes or no.') });
export type OfficerDeciding = z.infer<typeof officerSchema>;

export const reviewSchema = recordSchema.extend({
  grants: z.enum(['yes', 'no'], 'Say whether the review grants it.'),
  /** Who decided outside the house, where the review was late. */
  reviewer: z.string().trim().max(200).default(''),
});
export type Reviewing = z.infer<typeof reviewSchema>;

export const callInSchema = seenSchema.extend({
  reason: said('Say why it should be called in. Everybody reads it.', 1_000),
});
export const askReviewSchema = seenSchema.extend({
  reason: said('Say what you think is wrong. Whoever reviews it reads it.'),
});
export const correctSchema = z.object({
  decision: z.string().max(36),
  words: said('Say what is put right, and how it should read.'),
  substance: z.enum(['yes', 'no'], 'Say whether it changes what was decided.'),
  submission: submissionSchema,
});
export type Correcting = z.infer<typeof correctSchema>;
