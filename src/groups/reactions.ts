import { together } from '../kernel/reactions.ts';
import { testReactions } from './benefit-test/test-facts.ts';
import { compactReactions } from './compact/compact-facts.ts';
import { groupReactions } from './groups/group-facts.ts';

/** What follows from facts about groups, the compact and the test. */
export const groupsReactions = together(groupReactions, compactReactions, testReactions);
