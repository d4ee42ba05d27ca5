import type { Proposal, ProposalState } from './proposal-contract.ts';

/** States from which on the owner has had its time, or has it. */
const FROM_OWNERS_TIME: readonly ProposalState[] = [
  'window',
  'deciding',
  'filed',
  'filed_late',
  'granted',
  'called_in',
  'endangered',
  'refused',
  'in_review',
  'external_review',
  'granted_for_good',
  'refused_for_good',
  'advised',
  'unassessed',
  'no_owner',
  'closed',
  'dropped',
  'withdrawn',
];

/**
 * Whether signatures can still change what silence does: until the owner’s time begins, so that whoever has to answer knows from its first
 * day what saying nothing means.
 */
export const isBeforeOwnersTime = ({ state }: Pick<Proposal, 'state'>): boolean => !FROM_OWNERS_TIME.includes(state);
