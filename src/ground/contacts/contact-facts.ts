import { nothingFollows } from '../../kernel/reactions.ts';

/** How an area or owner is reached has changed. Pages and mails read it as it is when they are made. */
export const contactReactions = nothingFollows('contact_changed');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof contactReactions, true> {}
}
