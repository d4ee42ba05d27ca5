import type { ProposalState } from '../proposals/proposal-contract.ts';

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
