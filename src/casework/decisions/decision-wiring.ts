import { decisionActs } from '../../../client/casework/decisions/decision-acts-part.ts';
import { decisionsToldPart } from '../../../client/casework/decisions/decisions-told-part.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { certificateJson, certificatePaper } from '../papers/certificate-text.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import type { ShowProposal } from '../proposals/proposal-page.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import { decisionEndpoints } from './all-decision-pages.ts';
import { decisionDeps } from './decision-deps-wiring.ts';
import { decisionKeeper } from './decision-keeper.ts';
import { decisionServices } from './decision-services.ts';
import { GROUND_PAPERS, groundRetention } from './ground-retention.ts';
import type {} from '../proposals/proposal-slot.ts';

type Below = {
  ground: Pick<Ground, 'access'>;
  proposals: ProposalServices;
  showProposal(showing: Showing): ShowProposal;
  actOnProposal(showing: Showing): ActingOnProposal;
};
const LOOK_MS = 60_000;

/** What is decided on proposals: yes, a ground, silence, a signature, a call-in, a review. */
export function decisionsFeature(
  kernel: Kernel,
  { ground: { access }, proposals, showProposal, actOnProposal }: Below,
) {
  const deps = decisionDeps(kernel, proposals.steps);
  const decisions = decisionServices(deps);
  const contribution: Contribution = {
    endpoints: (showing) =>
      decisionEndpoints({
        decisions,
        proposals: proposals.pages,
        certificate: { paper: certificatePaper, json: certificateJson },
        access,
        sendPage: showing.sendPage,
        onError: kernel.onError,
        show: showProposal(showing),
        acting: actOnProposal(showing),
      }),
    jobs: [{ name: 'warnings before silence grants', everyMs: LOOK_MS, run: warn }],
    keeper: decisionKeeper,
    forgets: [{ kept: GROUND_PAPERS, forget: groundRetention(deps) }],
    async onProposalPage(shown) {
      const data = await decisions.pages.shownTo(shown);
      return { act: decisionActs(data), told: decisionsToldPart(data) };
    },
  };
  return { decisions, contribution };

  async function warn(): Promise<string> {
    return `Warnings given before silence grants: ${await decisions.warnings.runDue()}.`;
  }
}
