import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import type { Decision } from './decision-contract.ts';

/** A signature adds, and holds nothing up: it may also come when nothing stands against the grant any more. */
export const SIGNED_IN: readonly ProposalState[] = ['granted', 'called_in', 'granted_for_good'];

/** Whether a grant as it stands is signed: a later grant of the same case is another one. */
export const isSigned = (
  { decidedOn }: Pick<Proposal, 'decidedOn'>,
  decisions: readonly Pick<Decision, 'ruling' | 'signedOn'>[],
): boolean =>
  decisions.some(({ ruling, signedOn }) => ruling === 'granted' && decidedOn !== null && signedOn >= decidedOn);
