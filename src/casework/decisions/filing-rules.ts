import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';

/** Somebody looks at a ground now. */
export const LOOKED_AT: readonly ProposalState[] = ['filed', 'filed_late', 'endangered'];
/** What may be shown after a grant, while the case is stopped: a danger, or what the law forbids. */
export const AFTER_GRANT = ['R3', 'R1'] as const;

/** A ground that is shown before the owner’s time waits until then. */
export const WAITS_IN: readonly ProposalState[] = [
  'received',
  'incomplete',
  'awaiting_sign',
  'commenting',
  'assessing',
  'reserve',
  'panel',
  'improving',
  'assessing_again',
];

/** Whether a grant may still fall on a ground that is shown: while an emergency stop stands. */
export const isStopped = ({ state, pausedBy }: Pick<Proposal, 'state' | 'pausedBy'>): boolean =>
  state === 'granted' && pausedBy === 'emergency';
