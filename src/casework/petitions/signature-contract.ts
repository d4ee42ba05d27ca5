import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

export const SIGN_CHANNELS = ['online', 'paper', 'phone'] as const;
export type SignChannel = (typeof SIGN_CHANNELS)[number];
/** What somebody has to do with the place; any of them counts alike. */
export const SIGN_BASES = ['live', 'work', 'study'] as const;
export type SignBasis = (typeof SIGN_BASES)[number];
/** `child`: a parent or carer confirms for somebody under 13. */
export const SIGN_AGES = ['adult', 'young', 'child'] as const;
export type SignAge = (typeof SIGN_AGES)[number];

/** Why a signature does not count (casework reference, 8.2); `pattern`: struck as made by a script. */
export const REFUSED = ['no_address', 'out_of_area', 'duplicate', 'unreadable', 'withdrawn', 'pattern'] as const;
export type RefusedSignature = (typeof REFUSED)[number];
/** `unconfirmed`: nobody has pressed the button behind the link in the mail yet. */
export type SignatureStanding = 'unconfirmed' | 'valid' | RefusedSignature;

/** A signature: nobody but those who count sees who it is of. */
export type Signature = {
  id: string;
  petitionId: string;
  areaId: string;
  name: string;
  /** The name as it is compared; null once it is forgotten. */
  nameKey: string | null;
  postcode: string;
  wardId: string | null;
  basis: SignBasis;
  age: SignAge;
  email: string | null;
  /** The address as it is counted: who adds something behind a plus sign has the same. */
  emailKey: string | null;
  /** Two people may share an address: which of them this is. */
  seat: number | null;
  keyHash: string | null;
  channel: SignChannel;
  standing: SignatureStanding;
  /** Another of the same name and postcode, for a person to say whether it is the same. */
  sameAs: string | null;
  /** The strike that it was part of, standing or undone. */
  strikeId: string | null;
  sheetId: string | null;
  line: number | null;
  /** A keyed hash of the network it came from. */
  network: string | null;
  enteredBy: string | null;
  readBack: string | null;
  told: string | null;
  createdAt: string;
  confirmedAt: string | null;
};

/** So many of one kind. */
export type SignatureCount = {
  channel: SignChannel;
  /** Empty where nobody knows the ward. */
  wardId: string;
  standing: SignatureStanding;
  n: number;
};

const line = (ask: string, least: number, most: number) =>
  z.string(ask).trim().min(least, ask).max(most, `Use up to ${most} characters.`);
const name = line('Enter your first and last name. It is not shown to anybody but those who count.', 3, 100);
const postcode = line('Enter a whole postcode, like M33 7ZF.', 5, 10);
const basis = z.enum(SIGN_BASES, 'Say whether you live, work or study there.');

export const signSchema = z.object({
  name,
  postcode,
  basis,
  age: z.enum(SIGN_AGES, 'Say how old you are: it changes only what we keep.'),
  email: z
    .email('Enter an e-mail address like name@example.org.')
    .max(200, 'Use a shorter address.')
    .transform((typed) => typed.toLowerCase()),
});
export type Signing = z.infer<typeof signSchema>;

/** By telephone: typed by an officer and read back. */
export const phoneSignSchema = z.object({
  name: line('Enter their first and last name.', 3, 100),
  postcode,
  basis: z.enum(SIGN_BASES, 'Say whether they live, work or study there.'),
  age: z.enum(SIGN_AGES, 'Say how old they are.'),
  read_back: z.literal('aloud', 'Read it back to them before you send it.'),
  submission: submissionSchema,
});
export type PhoneSigning = z.infer<typeof phoneSignSchema>;

/** What a clerk sees on a line of paper: readable, or why not. */
export const LINE_CODES = ['ok', 'no_address', 'out_of_area', 'duplicate', 'unreadable'] as const;
export type LineCode = (typeof LINE_CODES)[number];
export const LINES_ON_A_SHEET = 10;

/** A line as somebody has typed it: the first time, the second, or as a third person decided. */
export type SheetLine = { line: number; name: string; postcode: string; basis: SignBasis; code: LineCode };
export const SHEET_STATES = ['typed', 'differs', 'done'] as const;
export type Sheet = {
  id: string;
  petitionId: string;
  number: number;
  receivedOn: Day;
  /** `typed` once, `differs`: typed twice and not alike, `done`: typed twice and settled. */
  state: (typeof SHEET_STATES)[number];
  /** Drawn when it was typed, to be typed again whatever the count. */
  sampled: boolean;
  /** Its scan, a file name of our own with its kind; null without one. */
  scan: string | null;
  typedBy: string | null;
  secondBy: string | null;
  thirdBy: string | null;
  /** Of lines that were typed twice, how many there are and how many the first time had wrong. */
  checked: number;
  wrong: number;
  submission: string;
  createdAt: string;
};

export const sheetSchema = z
  .object({ received_on: daySchema, submission: submissionSchema })
  .catchall(z.string().max(200));
export const linesSchema = z.object({}).catchall(z.string().max(200));
export const thirdSchema = z.object({}).catchall(z.string().max(200));

export const strikeSchema = z.object({
  pattern: z.string('Choose a pattern.').max(100),
  count: z.coerce.number().int(),
});
export const doubleSchema = z.object({ verdict: z.enum(['same', 'different'], 'Say whether it is the same person.') });

/** Signatures struck together as made by a script. */
export type Strike = {
  id: string;
  petitionId: string;
  kind: string;
  count: number;
  standing: boolean;
  struckBy: string | null;
  struckAt: string;
  changedBy: string | null;
  changedAt: string | null;
};
