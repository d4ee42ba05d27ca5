import { z } from 'zod';
import type { Day } from '../kernel/recurrence-contract.ts';
import { daySchema } from '../kernel/recurrence-contract.ts';

/** What money is for. The deposit comes back; the hire does not. */
export const ACCOUNTS = ['deposit', 'hire'] as const;
export type Account = (typeof ACCOUNTS)[number];
/**
 * `charged`: owed from now on. `paid` and `waived`: no longer owed. `instalment`: a part that may be paid by a later day; it changes
 * nothing of what is owed. `corrected`: another entry was wrong and is taken back whole. `returned` and
 * `deducted` settle a deposit at its end.
 */
export const ENTRY_KINDS = ['charged', 'paid', 'waived', 'instalment', 'corrected', 'returned', 'deducted'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const METHODS = ['cash', 'transfer', 'cheque', 'card'] as const;
export type Method = (typeof METHODS)[number];

/** One line of a booking's ledger. Lines are never changed or removed. Pence, always more than 0. */
export type Entry = {
  id: string; areaId: string; bookingId: string;
  account: Account; kind: EntryKind; pence: number;
  onDay: Day;
  method: Method | null;
  /** Unique in an area. */
  receiptNo: string | null;
  takenBy: string | null; witness: string | null;
  reason: string | null;
  /** The entry that this one takes back. */
  corrects: string | null;
  /** Of an instalment: the last day to pay it. */
  dueOn: Day | null;
  submission: string; recordedBy: string; recordedAt: string;
};

const text = (least: string, most: number) => z.string(least).trim().min(1, least).max(most, `Use up to ${most} characters.`);
const optional = (most: number) => z.string().trim().max(most, `Use up to ${most} characters.`).optional().transform((given) => given || null);
const pounds = z.string('Enter an amount in pounds, for instance 30 or 12.50.').trim().regex(/^£?\s?\d{1,5}(\.\d{1,2})?$/, 'Enter an amount in pounds, for instance 30 or 12.50.')
  .transform((given) => Math.round(Number(given.replace(/[£\s]/g, '')) * 100)).refine((pence) => pence > 0, 'Enter an amount above nothing.');
const account = z.enum(ACCOUNTS, 'Choose what the money is for.').default('deposit');
const submission = z.uuid('Open the page again and repeat what you did.').optional();

export const paymentSchema = z.object({
  account, submission, pounds,
  method: z.enum(METHODS, 'Choose how it was paid.'),
  /** Empty: the next number of the area. */
  receipt_no: optional(40),
  taken_by: optional(200),
  witness: optional(200),
  on_day: daySchema,
}).refine(({ method, witness }) => method !== 'cash' || witness !== null, { path: ['witness'], message: 'Name somebody who saw the cash change hands.' })
  .refine(({ witness, taken_by: taker }) => witness === null || taker === null || witness.toLowerCase() !== taker.toLowerCase(), { path: ['witness'], message: 'Name somebody else as witness than who took the money.' });
export type Payment = z.infer<typeof paymentSchema>;

export const waiverSchema = z.object({ account, submission, pounds, reason: text('Say why it is waived. One sentence is enough.', 500) });
export type Waiver = z.infer<typeof waiverSchema>;

/** Parts of what is owed with the day by which each is to be paid. */
export const MOST_INSTALMENTS = 12;
export const instalmentsSchema = z.object({
  account, submission,
  count: z.coerce.number('Enter in how many parts.').int('Enter in how many parts.').min(2, 'Enter 2 parts or more.').max(MOST_INSTALMENTS, `Enter ${MOST_INSTALMENTS} parts at most.`),
  first_on: daySchema,
  every_weeks: z.coerce.number('Enter how many weeks lie between the parts.').int('Enter whole weeks.').min(1, 'Enter 1 week or more.').max(13, 'Enter 13 weeks at most.'),
});
export type Instalments = z.infer<typeof instalmentsSchema>;
export const correctionSchema = z.object({ entry: z.string('Choose the entry.').max(36), submission, reason: text('Say what was wrong with it.', 500) });
export type Correction = z.infer<typeof correctionSchema>;
