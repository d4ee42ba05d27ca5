import { z } from 'zod';
import type { Role } from '../../ground/people/role-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { seenSchema, type ProposalState } from '../proposals/proposal-contract.ts';
import type { CaseTermName } from '../terms/case-term-contract.ts';
import type { PauseKind } from './pause-kind-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/**
 * answered: the group has corrected it. lifted: somebody said that the clock goes on. over: its time was up. moved_on: the case went to where
 * there is no such pause. overtaken: another that weighs more began.
 */
export const PAUSE_ENDS = ['answered', 'lifted', 'over', 'moved_on', 'overtaken'] as const;
export type PauseEnd = (typeof PAUSE_ENDS)[number];
export const STOP_CODES = ['danger', 'illegality'] as const;
export type StopCode = (typeof STOP_CODES)[number];

/** A time in which the clock of a case stands still, or a correction that was asked for while it ran on. */
export type CasePause = {
  id: string;
  proposalId: string;
  kind: PauseKind;
  /** Of an emergency stop: what it is for. */
  code: StopCode | '';
  /** Why, for everybody to read. */
  reason: string;
  /** In which state of the case it was asked for. */
  state: ProposalState;
  askedOn: Day;
  askedAs: Role;
  /** Null once that account is gone. */
  askedBy: string | null;
  /** The second person of an emergency stop. */
  confirmedBy: string | null;
  /** The first day that does not count; null where the clock runs on: asked for a second time, or waiting for a second person. */
  begins: Day | null;
  /** On which day somebody last said that the order of a court still stands. */
  lookedOn: Day | null;
  /** The last day at the latest: without a word it is over then. */
  until: Day;
  endedOn: Day | null;
  ended: PauseEnd | null;
  endedBy: string | null;
  /** What the group has corrected, in its own words. */
  answer: string;
  submission: string;
};

/** What of it everybody may read: no person. */
export type PublicPause = Omit<CasePause, 'proposalId' | 'askedBy' | 'confirmedBy' | 'endedBy' | 'submission'>;

/** A kind of pause: in which states it may stand, who begins and ends it, how long it lasts at most, and what counts against what. */
export type PauseRow = {
  states: readonly ProposalState[];
  /** In which states it goes on that had begun before; nobody begins one there. */
  goesOn: readonly ProposalState[];
  begins: readonly Role[];
  ends: readonly Role[];
  limit: CaseTermName;
  /** Kinds that share the limit. */
  shares: readonly PauseKind[];
  /** Whether it counts against the limit that all pauses of a case have together. */
  inAll: boolean;
  /** It begins also while another stands, and ends that. */
  overtakes: boolean;
};

const said = (ask: string, most = 1_000) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);

export const correctSchema = seenSchema.extend({
  reason: said('Say what is to be corrected, all of it: the clock stands still for it once. Everybody reads it.'),
  submission: submissionSchema,
});
export const pauseSchema = seenSchema.extend({
  reason: said('Say why the clock should stand still. Everybody reads it.'),
  submission: submissionSchema,
});
export type Pausing = z.infer<typeof pauseSchema>;
export const answerSchema = z.object({
  pause: z.string().max(36),
  answer: said('Say what you have corrected, and how it reads now. Everybody reads it.', 2_000),
});
export type Answering = z.infer<typeof answerSchema>;
export const onePauseSchema = z.object({ pause: z.string().max(36) });
export const stopSchema = seenSchema.extend({
  code: z.enum(STOP_CODES, 'Say what it is: a danger, or something that is against the law.'),
  reason: said('Say what the danger is, or what is against the law. Everybody reads it: name no people.'),
  submission: submissionSchema,
});
export type Stopping = z.infer<typeof stopSchema>;
