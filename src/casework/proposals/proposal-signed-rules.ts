import { AFTER_DECISION } from './proposal-after-decision-table.ts';
import type { Proposal } from './proposal-contract.ts';
import { OWNERS_TIME } from './proposal-owners-time-table.ts';

/** States in which the owner has its time, or has had it. */
const FROM_OWNERS_TIME: ReadonlySet<string> = new Set([...Object.keys(OWNERS_TIME), ...Object.keys(AFTER_DECISION)]);

/**
 * Whether signatures can still change what silence does: until the owner’s time begins, so that whoever has to answer knows from its first
 * day what saying nothing means.
 */
export const isBeforeOwnersTime = ({ state }: Pick<Proposal, 'state'>): boolean => !FROM_OWNERS_TIME.has(state);
