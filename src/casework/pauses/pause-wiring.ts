import { pauseActs } from '../../../client/casework/pauses/pause-acts-part.ts';
import { stopsAskedCard } from '../../../client/casework/pauses/stops-asked-part.ts';
import type { Ground } from '../../ground/wing.ts';
import type {} from '../../ground/people/desk-slot.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { dayIn } from '../../kernel/clock.ts';
import { rolesOn } from '../decisions/deciding-rules.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import { mustBeAsSeen } from '../proposals/proposal-acting-rules.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { stopsAtHome } from './pause-home-wiring.ts';
import { pauseKeeper } from './pause-keeper.ts';
import { pauseEndpoints } from './pause-pages.ts';
import { pauseServices } from './pause-services.ts';
import { pausesOn } from './pause-store.ts';

type Below = {
  ground: Pick<Ground, 'areas'>;
  proposals: ProposalServices;
  actOnProposal(showing: Showing): ActingOnProposal;
};

/** Times in which the clock of a case stands still, and emergency stops. */
export function pausesFeature(kernel: Kernel, { ground: { areas }, proposals, actOnProposal }: Below) {
  const { db, clock, newId, inOneTransaction } = kernel;
  const pauses = pauseServices({
    ...{ db, newId, inOneTransaction, rolesOn },
    steps: { ...proposals.steps, mustBeAsSeen },
  });
  const today = ({ timeZone }: { timeZone: string }): string => dayIn(timeZone, clock());
  const placeOf = async (id: string): Promise<string> => (await proposals.pages.titled(id)).place;
  const contribution: Contribution = {
    endpoints: (showing) => pauseEndpoints({ pauses, acting: actOnProposal(showing) }),
    keeper: pauseKeeper,
    async onProposalPage(shown) {
      const data = await pauses.pages.shownTo(shown);
      return data ? { act: pauseActs(data) } : {};
    },
    atHome: (who) => stopsAtHome({ db, areas, today, placeOf }, who),
    async onDesk({ area, may }) {
      if (!may('pause.stop') && !may('proposal.list')) return {};
      const asked = await pausesOn(db).stopsAsked([area.id], today(area));
      const lines = [];
      for (const { proposalId: id, until } of asked) lines.push({ id, until, place: await placeOf(id) });
      return { urgent: stopsAskedCard(lines) };
    },
  };
  return { pauses, contribution };
}
