import { nothingFollows } from '../../kernel/reactions.ts';

/** Which owners are in the compact, and the terms for rooms. Both go from a day on for what comes after it, and are read by that day. */
export const compactReactions = nothingFollows('compact_joined', 'compact_left', 'room_terms_adopted');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof compactReactions, true> {}
}
