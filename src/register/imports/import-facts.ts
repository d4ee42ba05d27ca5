import { nothingFollows } from '../../kernel/reactions.ts';

/** A list that was brought in. What it changed has facts of its own. */
export const importReactions = nothingFollows('list_imported');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof importReactions, true> {}
}
