import { nothingFollows } from '../../kernel/reactions.ts';

/** That something was forgotten when its time was over: nothing of it is left that anything could follow from. */
export const retentionReactions = nothingFollows('retention_applied');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof retentionReactions, true> {}
}
