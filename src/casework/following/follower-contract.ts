import { z } from 'zod';

/** Somebody who wants to be told what happens to a proposal. */
export type Follower = {
  id: string;
  proposalId: string;
  email: string;
  personId: string | null;
  keyHash: string;
  since: string;
  /** Null until the button behind the link in the mail has been pressed. */
  confirmedAt: string | null;
  /** Since when there is something to tell. */
  newsAt: string | null;
  toldAt: string | null;
};
/** One public line of a proposal’s history, with its instant. */
export type NewsLine = { at: string; kind: string; text: string };

export const followSchema = z.object({
  email: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    z
      .email('Enter an e-mail address like name@example.org.')
      .max(200, 'Use a shorter address.')
      .transform((typed) => typed.toLowerCase())
      .optional(),
  ),
});
/** The topic of the mails, for whoever stops them: all proposals that one follows come in one mail. */
export const FOLLOW_TOPIC = 'proposals';
