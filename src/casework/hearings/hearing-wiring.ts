import { hearingActs } from '../../../client/casework/hearings/hearing-acts-part.ts';
import { hearingPart } from '../../../client/casework/hearings/hearing-part.ts';
import { after } from '../../ground/cases/transition-rules.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { moverFor, mustBeApart } from '../decisions/deciding-rules.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import { mustBeAsSeen } from '../proposals/proposal-acting-rules.ts';
import { dueOf } from '../proposals/proposal-due-rules.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { PROPOSAL_TABLE } from '../proposals/proposal-table.ts';
import { spokenAt } from '../speaking/speaking-ports.ts';
import { hearingCalendars } from './hearing-calendar-wiring.ts';
import { hearingCalendarPages } from './hearing-calendar-pages.ts';
import { hearingEndpoints } from './hearing-pages.ts';
import { hearingServices } from './hearing-services.ts';

type Below = { proposals: ProposalServices; actOnProposal(showing: Showing): ActingOnProposal };

/** Public hearings: about every building, and about land where many object or somebody asks for one. */
export function hearingsFeature(kernel: Kernel, { proposals: { steps, pages }, actOnProposal }: Below) {
  const hearings = hearingServices({
    ...kernel,
    steps: {
      ...steps,
      mustBeAsSeen,
      heardBy: async (db, proposal) => {
        const due = dueOf({ ...proposal, state: 'hearing_due' }, await steps.countingFor(db, proposal));
        return due?.due ?? proposal.stateOn;
      },
    },
    proposals: { byId: (db, id) => proposalsOn(db).byId(id) },
    tests: caseTestPorts(kernel),
    spoken: spokenAt,
    mustBeApart,
    moverFor: (who, proposal, act) =>
      moverFor({ leadsTo: (state, one, by) => after(PROPOSAL_TABLE, state, one, by) }, who, proposal, act),
  });
  const contribution: Contribution = {
    endpoints: (showing) => [
      ...hearingCalendarPages({ calendarOf }),
      ...hearingEndpoints(hearings, actOnProposal(showing)),
    ],
    async onProposalPage(shown) {
      const data = await hearings.pages.shownTo(shown);
      return data ? { act: hearingActs(data), told: hearingPart(data) } : {};
    },
  };
  return { hearings, contribution };

  /** @throws Problem 404 for a proposal that nobody has sent, and where no hearing was called */
  async function calendarOf(id: string): Promise<string> {
    await pages.sentThing(id);
    const proposal = await proposalsOn(kernel.db).byId(id);
    const file = proposal && (await hearingCalendars(kernel).newest(kernel.db, proposal));
    if (file === undefined) throw notFound('hearing');
    return file;
  }
}
