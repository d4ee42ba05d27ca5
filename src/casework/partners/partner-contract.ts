import { z } from 'zod';
import { assistedSchema, type Channel } from '../../ground/people/assisted-contract.ts';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** `asked` until somebody with the link answers for a group; `taken_back` by whoever asked, `left` by the group that had joined. */
export type PartnerState = 'asked' | 'joined' | 'declined' | 'taken_back' | 'left';

/** A group that is asked to ask for a place together with the one that leads. */
export type Partner = {
  id: string;
  proposalId: string;
  /** Whom the link was sent to; null once there is an answer, or the time for one is over. */
  email: string | null;
  state: PartnerState;
  groupId: string | null;
  askedBy: string | null;
  askedAt: string;
  answeredBy: string | null;
  answeredAt: string | null;
  submission: string;
  /** How the yes came: by the link, or to an officer who typed it in, on the day on which they got in touch. */
  channel: Channel;
  receivedOn: Day | null;
  enteredBy: string | null;
  readBack: string | null;
};

/** A link works for so many days. */
export const LINK_DAYS = 30;
/** Whether a link is too old to be used. @param now as an instant */
export const isOldLink = (askedAt: string, now: Date): boolean =>
  Date.parse(askedAt) + LINK_DAYS * 24 * 3_600_000 < now.getTime();
/** More hands than these nobody can lead. */
export const MOST_PARTNERS = 9;

export const askPartnerSchema = z.object({
  email: z
    .email('Enter an e-mail address like name@example.org.')
    .max(200, 'Use a shorter address.')
    .transform((typed) => typed.toLowerCase()),
  submission: submissionSchema,
});
export type AskPartner = z.infer<typeof askPartnerSchema>;

export const answerPartnerSchema = z.object({
  answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
  group: z.preprocess((typed) => (typed === '' ? undefined : typed), z.string().max(36).optional()),
});
export type AnswerPartner = z.infer<typeof answerPartnerSchema>;

/** A yes that came by telephone, on paper or in person, typed in by an officer. */
export const joinForSchema = z.object({
  ...assistedSchema.shape,
  received_on: daySchema,
  group: z.string('Choose the group.').min(1, 'Choose the group.').max(36),
  submission: submissionSchema,
});
export type JoinFor = z.infer<typeof joinForSchema>;
/** Longer ago nobody remembers what was said. */
export const LONGEST_AGO_DAYS = 28;

/** One line of the page on which the groups of a draft are kept. */
export type PartnerLine = Pick<Partner, 'id' | 'email' | 'state' | 'askedAt' | 'channel' | 'receivedOn'> & {
  group: string | null;
};

/** What whoever has the link is asked. */
export type PartnerAsked = {
  place: string;
  ward: string | null;
  lead: string;
  use: string;
  days: { starts: string; ends: string } | null;
  /** Whoever looks has said yes already. */
  joined: boolean;
  /** Groups that they speak for; empty for strangers. */
  groups: readonly { id: string; name: string }[];
};
