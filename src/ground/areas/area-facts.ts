import { nothingFollows } from '../../kernel/reactions.ts';

/** An area that was set up. Whatever serves areas reads them as they are. */
export const areaReactions = nothingFollows('area_created');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof areaReactions, true> {}
}
