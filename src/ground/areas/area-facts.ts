import { nothingFollows } from '../../kernel/reactions.ts';

/** An area that was set up, changed, or taken away while nothing was in it. Whatever serves areas reads them as they are. */
export const areaReactions = nothingFollows('area_created', 'area_changed', 'area_removed');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof areaReactions, true> {}
}
