import { z } from 'zod';
import { daySchema } from '../../kernel/recurrence-contract.ts';
import { ACCOUNTS, METHODS } from '../ledger/ledger-contract.ts';

const text = (least: string, most: number) =>
  z.string(least).trim().min(1, least).max(most, `Use up to ${most} characters.`);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most} characters.`)
    .optional()
    .transform((given) => given || null);
const pounds = z
  .string('Enter an amount in pounds, for instance 30 or 12.50.')
  .trim()
  .regex(/^£?\s?\d{1,5}(\.\d{1,2})?$/, 'Enter an amount in pounds, for instance 30 or 12.50.')
  .transform((given) => Math.round(Number(given.replace(/[£\s]/g, '')) * 100))
  .refine((pence) => pence > 0, 'Enter an amount above nothing.');
const account = z.enum(ACCOUNTS, 'Choose what the money is for.').default('deposit');
const submission = z.uuid('Open the page again and repeat what you did.').optional();

export const paymentSchema = z
  .object({
    account,
    submission,
    pounds,
    method: z.enum(METHODS, 'Choose how it was paid.'),
    /** Empty: the next number of the area. */
    receipt_no: optional(40),
    taken_by: optional(200),
    witness: optional(200),
    on_day: daySchema,
  })
  .refine(({ method, witness }) => method !== 'cash' || witness !== null, {
    path: ['witness'],
    message: 'Name somebody who saw the cash change hands.',
  })
  .refine(
    ({ witness, taken_by: taker }) =>
      witness === null || taker === null || witness.toLowerCase() !== taker.toLowerCase(),
    { path: ['witness'], message: 'Name somebody else as witness than who took the money.' },
  );
export type Payment = z.infer<typeof paymentSchema>;

export const waiverSchema = z.object({
  account,
  submission,
  pounds,
  reason: text('Say why it is waived. One sentence is enough.', 500),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** Parts of what is owed with the day by which each is to be paid. */
const MOST_INSTALMENTS = 12;
export const instalmentsSchema = z.object({
  account,
  submission,
  count: z.coerce
    .number('Enter in how many parts.')
    .int('Enter in how many parts.')
    .min(2, 'Enter 2 parts or more.')
    .max(MOST_INSTALMENTS, `Enter ${MOST_INSTALMENTS} parts at most.`),
  first_on: daySchema,
  every_weeks: z.coerce
    .number('Enter how many weeks lie between the parts.')
    .int('Enter whole weeks.')
    .min(1, 'Enter 1 week or more.')
    .max(13, 'Enter 13 weeks at most.'),
});
export type Instalments = z.infer<typeof instalmentsSchema>;
export const correctionSchema = z.object({
  entry: z.string('Choose the entry.').max(36),
  submission,
  reason: text('Say what was wrong with it.', 500),
});
export type Correction = z.infer<typeof correctionSchema>;
