import { z } from 'zod';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

export const STANCES = ['for', 'against', 'worried', 'question'] as const;
export type Stance = (typeof STANCES)[number];
/** `unconfirmed`: nobody has pressed the button behind the link in the mail yet. */
export const COMMENT_STATES = ['unconfirmed', 'public', 'rejected'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];
/** Whether a proposal takes comments: in time, late until its scoring has ended, not yet, or no more. */
export type Taking = 'open' | 'late' | 'not_yet' | 'over';
/** The closed list of reasons for not publishing a comment (casework reference, second part, section 4). */
export const REJECTIONS = ['abusive', 'duplicate', 'private_life', 'not_about_case', 'names_person'] as const;
export type Rejection = (typeof REJECTIONS)[number];
/** What came of a comment. `case_over`: the case ended before anybody decided on it. */
export const OUTCOMES = ['changed', 'not_followed', 'noted', 'case_over'] as const;
export type CommentOutcome = (typeof OUTCOMES)[number];
const GIVEN_OUTCOMES = ['changed', 'not_followed', 'noted'] as const;

/** What stands where a passage was left out. */
export const LEFT_OUT = '[left out]';
const MOST_LETTERS = 4_000;
/** Chosen together for one answer. */
const MOST_AT_ONCE = 500;

/** What somebody says of a proposal, with everything that decision-makers know of it. */
export type Comment = {
  id: string;
  proposalId: string;
  areaId: string;
  stance: Stance;
  state: CommentState;
  /** As it was written. */
  original: string;
  /** What everybody reads. */
  shown: string;
  name: string;
  address: string;
  email: string | null;
  /** The account of whoever wrote it, or of somebody without e-mail for whom an officer typed it. */
  personId: string | null;
  keyHash: string;
  channel: Channel;
  /** The day on which they got in touch, which decides whether it is late. */
  receivedOn: Day;
  enteredBy: string | null;
  readBack: string | null;
  late: boolean;
  /** Why an officer left more out than is left out by itself; empty where none did. */
  cutBecause: string;
  rejectedFor: Rejection | null;
  rejectedBecause: string;
  /** Until when it may be sent again. */
  againBy: Day | null;
  lookedAt: string | null;
  reply: string;
  repliedOn: Day | null;
  answerId: string | null;
  submission: string;
  createdAt: string;
};
export type CommentAnswer = {
  id: string;
  proposalId: string;
  outcome: CommentOutcome;
  words: string;
  givenOn: Day;
  givenBy: string | null;
  submission: string;
};

/** What an answer said before it was put right, and the day on which that was done. */
export type EarlierAnswer = Pick<CommentAnswer, 'outcome' | 'words'> & { until: Day };
/** An answer with all that it said before, the oldest first. */
export type AnswerWithPast = CommentAnswer & { earlier: readonly EarlierAnswer[] };

/** A comment as everybody may read it: no person. */
export type PublicComment = Pick<Comment, 'id' | 'stance' | 'shown' | 'late' | 'receivedOn' | 'reply' | 'repliedOn'> & {
  answer: Pick<AnswerWithPast, 'id' | 'outcome' | 'words' | 'givenOn' | 'earlier'> | null;
};
/** As those read it who decide. */
export type CommentForDeciding = PublicComment &
  Pick<Comment, 'original' | 'name' | 'address' | 'channel' | 'lookedAt' | 'cutBecause'>;
/** Information, not a vote. */
export type CommentCounts = Record<Stance, number> & {
  all: number;
  late: number;
  rejected: number;
  unanswered: number;
};
/** Comments that wait for somebody in an area. */
export type CommentsWaiting = {
  toLookAt: number;
  toAnswer: readonly { proposalId: string; count: number }[];
};

const ask = (words: string, least: number, most: number) =>
  z
    .string(words)
    .trim()
    .min(least, words)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const outcome = z.enum(GIVEN_OUTCOMES, 'Say what came of them.');
const words = ask('Say what has changed, or why it was not followed.', 3, 1_000);
const email = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
  z
    .email('Enter an e-mail address like name@example.org.')
    .max(200, 'Use a shorter address.')
    .transform((typed) => typed.toLowerCase())
    .optional(),
);

const said = {
  stance: z.enum(STANCES, 'Say whether you are for it, against it, worried, or have a question.'),
  text: ask('Write what you think: a sentence is enough.', 3, MOST_LETTERS),
  name: ask('Enter your name. It is not shown in public.', 2, 100),
  address: ask('Enter your street or postcode. It is not shown in public.', 2, 300),
  submission: submissionSchema,
};
export const commentSchema = z.object({ ...said, email });
export type NewComment = z.infer<typeof commentSchema>;

/** Typed by an officer for somebody who rang, wrote or came in. */
export const assistedCommentSchema = z.object({
  ...said,
  email,
  channel: z.enum(['phone', 'paper', 'in_person'], 'Say how they got in touch.'),
  received_on: daySchema,
  read_back: z.enum(['aloud', 'shown', 'letter'], 'Say how they checked what you typed.'),
  consent: z.literal('yes', 'Confirm that they agree.'),
});
export type AssistedComment = z.infer<typeof assistedCommentSchema>;

export const againSchema = z.object({ text: said.text });
export const redactSchema = z.object({
  shown: ask('Leave something of it: what may not be published at all is turned back instead.', 3, MOST_LETTERS * 2),
  because: ask('Say why: whoever wrote it is told.', 3, 500),
});
export const rejectSchema = z.object({
  reason: z.enum(REJECTIONS, 'Choose one of the listed reasons.'),
  because: z.string().trim().max(500, 'Use up to 500 characters.').default(''),
});
export const replySchema = z.object({ reply: ask('Write your reply.', 3, 2_000) });
export const answerSchema = z.object({
  comments: z.preprocess(
    (typed) => (typed === undefined ? [] : [typed].flat()),
    z
      .array(z.string().max(36))
      .min(1, 'Choose the comments that you answer.')
      .max(MOST_AT_ONCE, `Choose up to ${MOST_AT_ONCE} comments at once.`),
  ),
  outcome,
  words,
  submission: submissionSchema,
});
export type NewAnswer = z.infer<typeof answerSchema>;

/** Putting an answer right. `was` is what the form was filled with. */
export const answerAgainSchema = z.object({ outcome, words, was: z.string().max(2_000).optional() });
export type AnswerAgain = z.infer<typeof answerAgainSchema>;
