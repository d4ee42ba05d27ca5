import { z } from 'zod';
import type { GateStanding } from './gate-contract.ts';
import type { PathRules, StoredSet } from './criteria-contract.ts';
import type { Answers, BenefitTest } from './test-contract.ts';
import type { PassportSaid } from './passport-step-contract.ts';
import type { PassportStanding } from './passport-standing-contract.ts';
import type { Evidence } from './evidence-contract.ts';

/** For whom an officer does something, how they got in touch, when, and how they checked what was typed. */
export type Brought = {
  personId: string;
  channel: 'phone' | 'paper' | 'in_person';
  receivedOn: string;
  readBack: string;
};

/** Answers as a form or a program sends them. */
export type SentAnswers = {
  answers: Answers;
  /** Stands for the answers that the form was filled with, so that nobody writes over what somebody else saved meanwhile. */
  seen: string | undefined;
  submission: string | undefined;
  brought: Brought | null;
};

/** What a group's page about its passport shows. */
export type PassportPage = {
  group: { id: string; name: string };
  /** `reach`: how somebody there is reached, as the end of a sentence; null where nobody has said. */
  area: { slug: string; name: string; reach: string | null };
  today: string;
  standing: PassportStanding;
  next: 'begin' | 'improve' | 'renew' | null;
  /** Whose turn it is, what is next and by when: the first; then what is open beside it. */
  steps: readonly [PassportSaid, ...PassportSaid[]];
  /** From which day on a passport that is good can be renewed. */
  renewFrom: string | null;
  /** The run under way, and the newest result. */
  open: BenefitTest | null;
  last: BenefitTest | null;
  stored: StoredSet;
  path: PathRules;
  /** Of the draft, or of what it will begin with. */
  answers: Answers;
  evidence: readonly Evidence[];
  gates: readonly GateStanding[];
  /** How many of the two have scored. */
  scored: number;
  needsNews: boolean;
  /** How many trial dates a group may have while its test is being scored. */
  trialDates: number;
  /** What `seen` must be. */
  token: string;
};

/**
 * A form with one answer for each question: which ones there are depends on the criteria set. `do` is the button: saving, sending, or
 * saving on the way to the evidence for a question.
 */
export const answersSchema = z.looseObject({
  do: z
    .string()
    .regex(/^(save|send|evidence_[A-Z][A-Z0-9]{1,11})$/, 'Choose whether to save or to send.')
    .default('send'),
  seen: z.string().max(64).optional(),
  submission: z.uuid().optional(),
});

export const evidenceSchema = z.object({
  criterion: z
    .string('Choose the question that this is for.')
    .min(1, 'Choose the question that this is for.')
    .max(12, 'Choose one of the questions.'),
  words: z.string().trim().max(2_000, 'Use up to 2,000 characters.').default(''),
  submission: z.uuid().optional(),
});
export type NewEvidence = z.infer<typeof evidenceSchema>;

/** Of a photo or a paper that shows something. */
export const MOST_EVIDENCE_BYTES = 15 * 1024 * 1024;
