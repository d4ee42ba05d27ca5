import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import type { PublicPause } from './pause-contract.ts';

/** What whoever looks at a case may do with its clock now. */
export type MayPause = {
  /** Ask the group to correct something; and whether the clock would stand still for it. */
  correct: 'stops' | 'runs_on' | null;
  wish: boolean;
  advert: boolean;
  court: boolean;
  askStop: boolean;
  /** What waits for the group’s answer. */
  answer: PublicPause | null;
  /** What they may lift, and whether they may say that a court’s order still stands. */
  lift: PublicPause | null;
  look: PublicPause | null;
  /** A stop that waits for them as the second person, or for somebody else. */
  confirm: PublicPause | null;
  waits: PublicPause | null;
};
export type PausesShown = { shown: ProposalShown; may: MayPause };
