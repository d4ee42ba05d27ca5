import { budgetPart, hiddenBudget } from '../../../client/casework/budgets/budget-part.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { costOfLeavingEmpty } from '../../register/assets/leaving-empty-rules.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { budgetPages } from './budget-pages.ts';
import { budgetReading } from './budget-reading-service.ts';
import { budgetWriting } from './budget-service.ts';

type Below = { ground: Ground; proposals: ProposalServices };

/** What a building costs in twelve months, who pays it, and how it would be run. */
export function budgetsFeature(kernel: Kernel, { ground: { access }, proposals }: Below) {
  const reading = budgetReading(kernel);
  const writing = budgetWriting({ ...kernel, opened: proposals.writing.opened });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => budgetPages({ writing, reading, pages: proposals.pages, access, sendPage }),
    async onProposalPage({ proposal, today, party }) {
      if (proposal.path !== 'building') return {};
      if (party === null && proposal.asset?.redacted !== false) return { told: hiddenBudget() };
      const empty = proposal.asset === null ? null : costOfLeavingEmpty(proposal.asset);
      return { told: budgetPart({ ...(await reading.of(proposal, today)), empty, group: proposal.group.name }) };
    },
  };
  return { budgets: writing, contribution };
}
