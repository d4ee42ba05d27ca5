import { together } from '../kernel/reactions.ts';
import { assetReactions } from './assets/asset-facts.ts';
import { importReactions } from './imports/import-facts.ts';

/** What follows from facts about places and lists of them. */
export const registerReactions = together(assetReactions, importReactions);
