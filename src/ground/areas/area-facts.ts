import { nothingFollows } from '../../kernel/reactions.ts';

/** An area that was set up, changed, or taken away while nothing was in it. Whatever serves areas reads them as they are; cases that are running count anew. */
export const areaReactions = nothingFollows('area_created', 'area_changed', 'area_removed', 'bank_holidays_changed');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof areaReactions, true> {}
}
