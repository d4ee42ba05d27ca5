import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { METHODS } from '../ledger/ledger-contract.ts';

/** Something that is kept of a deposit: what for, how much, and a photo of it where there is one. Pence. */
export type Deduction = {
  id: string;
  bookingId: string;
  words: string;
  pence: number;
  hasPhoto: boolean;
  entryId: string | null;
  dropped: boolean;
  submission: string;
  createdBy: string;
  createdAt: string;
};

/** A deposit that was given back, and what the group said to what was kept of it. Days are the last to do something on. */
export type DepositReturn = {
  bookingId: string;
  dueOn: Day;
  returnedOn: Day;
  returnedPence: number;
  deductedPence: number;
  challengeUntil: Day;
  challengedOn: Day | null;
  challenge: string | null;
  answerDueOn: Day | null;
  answeredOn: Day | null;
  answer: string | null;
};

/** How a group got in touch for whom an officer does it; ignored from its own people. */
export const broughtFields = assistedSchema.partial().shape;

const submission = z.uuid('Open the page again and repeat what you did.').optional();
const pounds = z
  .string('Enter an amount in pounds, for instance 30 or 12.50.')
  .trim()
  .regex(/^£?\s?\d{1,5}(\.\d{1,2})?$/, 'Enter an amount in pounds, for instance 30 or 12.50.')
  .transform((given) => Math.round(Number(given.replace(/[£\s]/g, '')) * 100))
  .refine((pence) => pence > 0, 'Enter an amount above nothing.');
const optionalText = z
  .string()
  .trim()
  .max(200, 'Use up to 200 characters.')
  .optional()
  .transform((given) => given || null);
const words = (ask: string, least: number) =>
  z.string(ask).trim().min(least, ask).max(1_000, 'Use up to 1,000 characters.');

export const deductionSchema = z.object({
  words: words('Say what is damaged or missing, in a sentence. The group reads it.', 5),
  pounds,
  submission,
});
export type NewDeduction = z.infer<typeof deductionSchema>;

/** How money goes back. Cash needs somebody who saw it. */
export const payBackSchema = z
  .object({
    submission,
    on_day: daySchema,
    method: z.enum(METHODS, 'Choose how the money goes back.'),
    given_to: optionalText,
    witness: optionalText,
  })
  .refine(({ method, witness }) => method !== 'cash' || witness !== null, {
    path: ['witness'],
    message: 'Name somebody who saw the cash change hands.',
  });
export type PayBack = z.infer<typeof payBackSchema>;

export const challengeSchema = z.object({
  challenge: words('Say in a sentence or two what is not right.', 5),
  ...broughtFields,
});
export type Challenge = z.infer<typeof challengeSchema>;

const list = (value: unknown): unknown =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
/** What is given back after all, by the ids of deductions; the rest stays kept. */
export const challengeAnswerSchema = z.object({
  answer: words('Answer in a sentence or two. The group reads it.', 5),
  give_back: z.preprocess(list, z.array(z.string().max(36)).max(50)),
  method: z.enum(METHODS, 'Choose how the money goes back.').default('transfer'),
});
export type ChallengeAnswer = z.infer<typeof challengeAnswerSchema>;

/** Of the photo of a deduction. */
export const MOST_DEDUCTION_PHOTO_BYTES = 15 * 1024 * 1024;
