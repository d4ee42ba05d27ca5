import { z } from 'zod';
import { assistedSchema, type Channel } from '../../ground/people/assisted-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** What somebody speaks for. Questions and other words belong to neither side, and take neither side’s time. */
export const SIDES = ['for', 'against', 'other'] as const;
export type Side = (typeof SIDES)[number];
/** Sides between which time is shared equally (casework reference, second part, section 4). */
export const TIMED_SIDES = ['for', 'against'] as const;
export type TimedSide = (typeof TIMED_SIDES)[number];
/** `statement`: it is read out, and counts like a speech. */
export const MANNERS = ['in_room', 'online', 'statement'] as const;
export type Manner = (typeof MANNERS)[number];
/** `unconfirmed`: nobody has pressed the button behind the link in the mail yet. */
export const SPEAKER_STATES = ['unconfirmed', 'registered', 'withdrawn'] as const;

/** Somebody who has registered to speak at the hearing about a proposal. A hearing that is called anew keeps them. */
export type Speaker = {
  id: string;
  proposalId: string;
  areaId: string;
  side: Side;
  manner: Manner;
  state: (typeof SPEAKER_STATES)[number];
  name: string;
  email: string | null;
  personId: string | null;
  keyHash: string;
  channel: Channel;
  enteredBy: string | null;
  readBack: string | null;
  /** The day on which they got in touch: whoever came first stands first. */
  receivedOn: Day;
  /** What is read out for them; empty where they speak themselves. */
  statement: string;
  /** What they need to take part: private. */
  needs: string;
  /** Seconds that they had the floor; null before. */
  seconds: number | null;
  submission: string;
  createdAt: string;
};

/** The clock of a hearing. `since` is the instant at which whoever has the floor got it. `version` grows with each move. */
export type Floor = {
  proposalId: string;
  /** Of each timed side: the same for both. */
  sideSeconds: number;
  speakerId: string | null;
  since: string | null;
  version: number;
};
/** For whoever runs the clock: `refused` is why they cannot have the floor now. */
export type SpeakerShown = Speaker & { refused: string | null };
/** The clock as everybody sees it: no names. Seconds. */
export type ClockShown = {
  left: Record<TimedSide, number>;
  /** Used by questions and other words. */
  other: number;
  running: { side: Side; read: boolean } | null;
  spoke: Record<Side, number>;
  version: number;
};

const MOST_STATEMENT = 2_000;
const MOST_NEEDS = 500;
const words = (ask: string, least: number, most: number) =>
  z
    .string(ask)
    .trim()
    .min(least, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const email = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
  z
    .email('Enter an e-mail address like name@example.org.')
    .max(200, 'Use a shorter address.')
    .transform((typed) => typed.toLowerCase())
    .optional(),
);
const speaking = {
  side: z.enum(SIDES, 'Say whether you speak for it, against it, or have a question.'),
  manner: z.enum(MANNERS, 'Say how you want to be heard.'),
  statement: z
    .string()
    .trim()
    .max(MOST_STATEMENT, 'Use up to 2,000 characters: that is read out in three minutes.')
    .default(''),
  needs: z.string().trim().max(MOST_NEEDS, `Use up to ${MOST_NEEDS} characters.`).default(''),
  name: words('Enter your name. It is not shown on this site.', 2, 100),
  email,
  submission: submissionSchema,
};
type Worded = { manner: Manner; statement: string };
const hasWords = ({ manner, statement }: Worded): boolean => manner !== 'statement' || statement.length >= 3;
const READ_OUT = { path: ['statement'], message: 'Write what is to be read out.' };

export const speakSchema = z.object(speaking).refine(hasWords, READ_OUT);
export type Speaking = z.infer<typeof speakSchema>;
/** Typed by an officer for somebody who rang, wrote or came in. */
export const speakForSchema = z
  .object({
    ...speaking,
    ...assistedSchema.shape,
    address: z.string().trim().max(300, 'Use up to 300 characters.').default(''),
  })
  .refine(hasWords, READ_OUT)
  .refine(({ email: given, address }) => given !== undefined || address.length >= 5, {
    path: ['address'],
    message: 'Enter their postal address, or an e-mail address: they are told when the hearing changes.',
  });
export type SpeakingFor = z.infer<typeof speakForSchema>;

/** A move of the clock: the version says what the clock looked like, so that two tablets cannot move it twice. */
const version = z.coerce.number('Look at the clock again.').int().min(0);
export const giveFloorSchema = z.object({ version, speaker: z.string('Choose who has the floor.').min(1).max(36) });
export const stopFloorSchema = z.object({ version });
export const moreTimeSchema = z.object({
  version,
  minutes: z.coerce
    .number('Enter whole minutes.')
    .int('Enter whole minutes.')
    .min(1, 'Enter 1 or more.')
    .max(60, 'Enter up to 60.'),
});
