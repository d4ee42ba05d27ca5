import { nothingFollows } from '../../kernel/reactions.ts';

/** Who somebody is, how they sign in and what they may do. Nothing is kept that follows: rights are read anew with each request, and whoever is told of it is told by the act itself. */
export const peopleReactions = nothingFollows(
  'person_added',
  'person_renamed',
  'email_changed',
  'account_deleted',
  'signed_in',
  'passkey_added',
  'passkey_removed',
  'passkeys_reset',
  'right_given',
  'right_ended',
);

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof peopleReactions, true> {}
}
