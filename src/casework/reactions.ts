import { together } from '../kernel/reactions.ts';

/** What follows from facts about cases of land and buildings. */
export function caseworkReactions() {
  return together();
}
