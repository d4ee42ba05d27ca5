import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CertificateFacts } from '../papers/certificate-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import type { Correction, Decision } from './decision-contract.ts';
import type { Ground } from './ground-contract.ts';
import type { WarningTold } from './warning-contract.ts';

/** A ground as everybody may read it; its paper, and who wrote that, is for officers, the group and the owner: empty for others. */
export type PublicGround = Omit<Ground, 'filedBy' | 'decidedBy' | 'submission' | 'proposalId' | 'file'> & {
  hasPaper: boolean;
};
export type PublicDecision = Omit<Decision, 'signedBy' | 'submission' | 'proposalId'> & {
  corrections: readonly Omit<Correction, 'correctedBy' | 'submission' | 'proposalId' | 'decisionId'>[];
};
/** What there is to tell of a case’s decisions. */
export type DecisionsTold = {
  grounds: readonly PublicGround[];
  decisions: readonly PublicDecision[];
  warnings: readonly WarningTold[];
  callIns: readonly { reason: string; askedOn: Day }[];
  certificate: { code: string; finalOn: Day } | null;
  reviewAsked: Day | null;
};
/** What whoever looks may do. */
export type MayDecide = {
  agree: boolean;
  file: boolean;
  extend: boolean;
  prove: boolean;
  takeBack: boolean;
  decide: boolean;
  /** Yes or no for a building, after the owner’s silence. */
  decideBuilding: boolean;
  sign: boolean;
  correct: boolean;
  callIn: boolean;
  hear: boolean;
  askReview: boolean;
  takeAsItIs: boolean;
  review: boolean;
  readPapers: boolean;
};
export type DecisionsShown = {
  shown: ProposalShown;
  told: DecisionsTold;
  may: MayDecide;
  /** Why the group asks for a review; for those who may read papers. */
  reviewReason: string | null;
  terms: { extensionDays: number; costPounds: number };
};

/** A certificate as everybody may read it: what it said when it was made, and where its case stands today. */
export type CertificateShown = { facts: CertificateFacts; proposalId: string; stage: string; stands: boolean };
