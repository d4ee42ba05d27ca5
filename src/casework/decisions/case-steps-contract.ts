import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { WorkedOut } from '../clocks/clock-contract.ts';
import type { Proposal, ProposalAct, ProposalState } from '../proposals/proposal-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';

/** What limits of a case are counted with. */
export type Counting = { terms: CaseTerms; daysOff: ReadonlySet<string> };

/** How the table of a case reads. */
export type CaseReading = {
  /** How the day of a state comes about; null for an end. */
  dueOf(proposal: Proposal, counting: Counting): WorkedOut | null;
  /** Where an act leads whoever does it; null where it is not open to them. */
  leadsTo(state: ProposalState, act: ProposalAct, by: Mover): ProposalState | null;
};
