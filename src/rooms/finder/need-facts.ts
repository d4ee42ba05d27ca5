import { nothingFollows } from '../../kernel/reactions.ts';

/** Needs that somebody keeps with us: told by the act itself, and ended. */
export const needReactions = nothingFollows('need_saved', 'need_told', 'need_rung', 'need_ended');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof needReactions, true> {}
}
