import { chooseForm, sideBySidePart } from '../../../client/casework/rivals/side-by-side-part.ts';
import { after } from '../../ground/cases/transition-rules.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import { groupsOn } from '../../groups/groups/group-store.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { costOfLeavingEmpty } from '../../register/assets/leaving-empty-rules.ts';
import { moverFor, mustBeApart } from '../decisions/deciding-rules.ts';
import { partnersOn } from '../partners/partner-store.ts';
import { askersReading } from '../proposals/askers-reading.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import { mustBeAsSeen } from '../proposals/proposal-acting-rules.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { PROPOSAL_TABLE } from '../proposals/proposal-table.ts';
import { benefitPercent, overlap } from '../proposals/rival-rules.ts';
import { choosing } from './choosing-service.ts';
import type { RivalDeps } from './rival-deps.ts';
import { chooseSchema } from './rival-page-contract.ts';
import { rivalPages } from './rival-page-service.ts';

type Below = { proposals: ProposalServices; actOnProposal(showing: Showing): ActingOnProposal };

/** Several who ask for one place: side by side for everybody, and the panel’s choice between close ones. */
export function rivalsFeature(kernel: Kernel, { proposals: { steps }, actOnProposal }: Below) {
  const deps: RivalDeps = {
    ...kernel,
    steps: {
      ...steps,
      mustBeAsSeen,
    },
    proposals: {
      rivalsOf: async (db, proposal, today) =>
        (await proposalsOn(db).standingFor(proposal.assetId, today)).filter((one) => overlap(one, proposal)),
      askersOf: askersReading({
        groups: { byIds: (db, ids) => groupsOn(db).byIds([...ids]) },
        partners: {
          waitFor: (db, id) => partnersOn(db).waitFor(id),
          joined: (db, ids) => partnersOn(db).joined(ids),
        },
      }),
      stageOf: (state) => PROPOSAL_TABLE[state].stage,
    },
    tests: caseTestPorts(kernel),
    benefitPercent,
    leavingEmpty: costOfLeavingEmpty,
    mustBeApart,
    moverFor: (who, proposal, act) =>
      moverFor({ leadsTo: (state, one, by) => after(PROPOSAL_TABLE, state, one, by) }, who, proposal, act),
  };
  const rivals = { ...choosing(deps), pages: rivalPages(deps) };
  const contribution: Contribution = {
    endpoints: (showing) => [
      actOnProposal(showing)({
        of: 'choose',
        act: 'rival.choose',
        summary: 'Chooses between proposals that are close, with reasons',
        body: chooseSchema,
        done: 'Chosen. Both groups and the owner are told.',
        run: rivals.choose,
      }),
    ],
    async onProposalPage(shown) {
      const data = await rivals.pages.sideBySide(shown);
      return data ? { act: chooseForm(data), told: sideBySidePart(data) } : {};
    },
  };
  return { rivals, contribution };
}
