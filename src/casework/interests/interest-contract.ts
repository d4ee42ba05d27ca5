import { z } from 'zod';
import { assistedSchema, type Channel } from '../../ground/people/assisted-contract.ts';
import type { CasePath } from '../proposals/proposal-contract.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

export const INTEREST_STATES = [
  'asked',
  'chased',
  'answered',
  'viewing_chased',
  'viewing',
  'seen',
  'unseen',
  'declined',
  'closed',
  'withdrawn',
] as const;
export type InterestState = (typeof INTEREST_STATES)[number];
export type InterestAct =
  | 'answer'
  | 'decline'
  | 'chase'
  | 'answer_by_register'
  | 'offer'
  | 'chase_viewing'
  | 'leave_unseen'
  | 'lose_times'
  | 'see'
  | 'close'
  | 'withdraw';

/** Why a place cannot be seen or asked for: a list, so that nobody is turned away for a whim. */
export const DECLINE_REASONS = ['in_use', 'gone', 'danger', 'not_theirs', 'not_a_use'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Somebody would like to use a place, and asks to be told of it and to see it. No group is needed yet. */
export type Interest = {
  id: string;
  areaId: string;
  number: string;
  assetId: string;
  kind: CasePath;
  ownerId: string | null;
  /** The account of whoever asks; null once it is gone, or the case is forgotten. */
  personId: string | null;
  /** A group of theirs here, or the name of one that is yet to be. */
  groupId: string | null;
  groupName: string;
  idea: string;
  state: InterestState;
  stateOn: Day;
  /** The day from which the limit of its state is counted. */
  countedFrom: Day;
  dueOn: Day | null;
  receivedOn: Day;
  /** How it came: by themselves, or through the officer who typed it. */
  channel: Channel;
  enteredBy: string | null;
  readBack: string | null;
  /** What the owner says: the place, what it costs to run, what is dangerous. */
  facts: string;
  costs: string;
  hazards: string;
  /** Nobody answered in time: this is what the register shows. */
  byRegister: boolean;
  declined: DeclineReason | null;
  outcome: string;
  /** What they saw there, in their own words. */
  note: string;
  submission: string;
  createdAt: string;
  endedOn: Day | null;
};

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const said = (ask: string, most = 1_500) => text(most).min(3, ask);
const seen = z.enum(INTEREST_STATES, 'Open the page again and send it as it is there.');
export const seenSchema = z.object({ seen });

export const registerSchema = z.object({
  asset: z.string('Choose a place.').min(1, 'Choose a place.').max(36),
  idea: said('Say in a sentence or two what you would like to do there.', 1_000),
  group: z.preprocess((typed) => (typed === '' ? undefined : typed), z.string().max(36).optional()),
  group_name: text(200).default(''),
  submission: submissionSchema,
});
export type Registering = z.infer<typeof registerSchema>;

/** The same typed by an officer, for somebody who rang, wrote or came in. */
export const registerForSchema = z.object({
  ...registerSchema.omit({ group: true }).shape,
  ...assistedSchema.shape,
  received_on: daySchema,
  person_name: z.string('Enter the name of the person.').trim().min(1, 'Enter the name of the person.').max(200),
  person_email: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    z
      .email('Enter an e-mail address like name@example.org.')
      .max(200)
      .transform((typed) => typed.toLowerCase())
      .optional(),
  ),
  person_telephone: text(40).default(''),
  person_address: text(500).default(''),
});
export type RegisteringFor = z.infer<typeof registerForSchema>;

export const answerSchema = seenSchema.extend({
  facts: said('Say what the place is: size, rooms, state, services that work.'),
  costs: said('Say what it costs to run in a year, line by line, or that nobody knows.'),
  hazards: said('Say what is dangerous there, or that nothing is known.'),
});
export type Answering = z.infer<typeof answerSchema>;
export const declineSchema = seenSchema.extend({
  reason: z.enum(DECLINE_REASONS, 'Choose one of the reasons.'),
  outcome: said('Say what shows it, and what they can do now.', 1_000),
});
export type Declining = z.infer<typeof declineSchema>;

export const noteSchema = z.object({ note: said('Write in a few lines what you saw.', 1_500) });
export const useNoteSchema = z.object({
  test: z.string('Choose your proposal.').max(36),
  criterion: z.string('Choose the question that it is for.').min(1, 'Choose the question that it is for.').max(12),
});
