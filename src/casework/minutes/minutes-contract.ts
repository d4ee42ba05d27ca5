import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** `awaited`: the hearing was held, and nobody has written the draft yet. */
export const MINUTES_STATES = ['awaited', 'draft', 'final'] as const;
/** The minutes of a hearing: what was said, in an officer’s words, beside what was recorded. */
export type Minutes = {
  /** Of the hearing. */
  id: string;
  proposalId: string;
  areaId: string;
  state: (typeof MINUTES_STATES)[number];
  /** Empty where nobody has written it: what was recorded stands by itself. */
  said: string;
  /** The last day of its state; null once they are final. */
  dueOn: Day | null;
  draftedOn: Day | null;
  /** Null where the clock made the draft, because nobody had. */
  draftedBy: string | null;
  finalOn: Day | null;
};

export const CORRECTION_STATES = ['open', 'taken', 'not_taken'] as const;
/** What somebody who took part would have the draft say instead. */
export type Correction = {
  id: string;
  minutesId: string;
  /** As what they took part: never who. */
  part: 'speaker' | 'group' | 'owner' | 'officer';
  speakerId: string | null;
  personId: string | null;
  words: string;
  state: (typeof CORRECTION_STATES)[number];
  reply: string;
  sentOn: Day;
  submission: string;
};

const words = (ask: string, most: number) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const was = z.string().max(30_000).optional();
/** `was` is what the form was filled with: what somebody else has written meanwhile is not lost. */
export const minutesSchema = z.object({ said: words('Write what was said. Name no people.', 20_000), was });
export const correctionSchema = z.object({
  words: words('Say what is wrong, and what it should say.', 2_000),
  submission: submissionSchema,
});
export type NewCorrection = z.infer<typeof correctionSchema>;
export const answerCorrectionSchema = z.object({
  correction: z.string('Choose the correction.').min(1).max(36),
  taken: z.enum(['yes', 'no'], 'Say whether the minutes change.'),
  reply: words('Say what has changed, or why nothing has.', 1_000),
});
export type CorrectionAnswer = z.infer<typeof answerCorrectionSchema>;
