import { nothingFollows } from '../../kernel/reactions.ts';

/** Terms go from a day on for cases that begin then, and are read by that day. */
export const caseTermReactions = nothingFollows('case_terms_adopted');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof caseTermReactions, true> {}
}
