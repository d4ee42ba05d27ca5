import {
  lateGroundsCard,
  ownerProposalsPart,
  proposalOnAsset,
  proposalsCard,
} from '../../../client/casework/proposals/proposal-places-view.ts';
import type {} from '../../ground/cases/case-slot.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { assetListSchema } from '../../register/assets/asset-filter.ts';
import type { Register } from '../../register/wing.ts';
import type { EnquiryServices } from '../enquiries/enquiry-services.ts';
import { proposalEndpoints } from './all-proposal-pages.ts';
import { actingOn } from './proposal-act-endpoint.ts';
import { proposalDeps } from './proposal-deps-wiring.ts';
import type { ProposalPagesDeps } from './proposal-endpoint.ts';
import { proposalsAtHome } from './proposal-home-wiring.ts';
import { proposalKeeper } from './proposal-keeper.ts';
import { proposalPageOf } from './proposal-page.ts';
import { proposalServices } from './proposal-services.ts';
import { proposalsOn } from './proposal-store.ts';
import { isPastSending } from './rival-rules.ts';

type Below = { ground: Ground; register: Pick<Register, 'assets'>; groups: Groups; enquiries: EnquiryServices };
const LOOK_MS = 60_000;

/** Groups’ requests for meanwhile use of land. */
export function proposalsFeature(kernel: Kernel, { ground: { areas, access }, register, groups, enquiries }: Below) {
  const { db, clock } = kernel;
  const deps = proposalDeps(kernel, enquiries);
  const proposals = proposalServices(deps);
  const { lists, pages } = proposals;
  const contribution: Contribution = {
    endpoints: (showing) => proposalEndpoints(pagesDeps(showing)),
    jobs: [{ name: 'proposals for places', everyMs: LOOK_MS, run: goOn }],
    keeper: proposalKeeper,
    async caseAt({ kind, id }, who) {
      if (kind !== 'proposal') return null;
      const draft = await pages.isDraft(id);
      if (draft && !access.may(who, 'proposal.own', await pages.thing(id))) return null;
      const { place } = await pages.titled(id);
      return {
        href: `/proposals/${id}${draft ? '/write' : ''}`,
        title: `Proposal for ${place}`,
        checkHref: `/proposals/${id}/check`,
      };
    },
    atHome: (who) => proposalsAtHome({ lists, areas }, who),
    async onAssetPage(asset) {
      const lines = await lists.ofPlace(asset.id);
      return proposalOnAsset(asset, lines, !lines.some(isPastSending));
    },
    async onDesk({ area, may }) {
      if (!may('proposal.list')) return {};
      const late = (await lists.openIn(area, 'monitoring_officer')).filter(({ state }) => state === 'filed_late');
      return { urgent: lateGroundsCard(late), usual: proposalsCard(area.slug, await proposals.desk.counts(area)) };
    },
    async onOwnerHome({ owner }) {
      return { urgent: ownerProposalsPart(await lists.ofOwners([owner.id])) };
    },
    groupStands: async (groupId) =>
      (await lists.ofGroups([groupId])).map(({ id, place, standing }) => ({
        about: `Proposal for ${place}`,
        href: `/proposals/${id}`,
        step: standing.steps[0],
      })),
    holdsGroup: async (on, groupId) =>
      (await proposalsOn(on).ofGroups([groupId]))
        .filter(({ endedOn }) => endedOn === null)
        .map(({ number }) => `The proposal ${number} for a place is still open. Take it back first.`),
  };
  const showProposal = (showing: Showing) => proposalPageOf(pagesDeps(showing));
  /** Makes endpoints of acts to a proposal, for the features that have their forms on its page. */
  const actOnProposal = (showing: Showing) => actingOn({ pages, access, show: showProposal(showing) });
  return { proposals, showProposal, actOnProposal, contribution };

  function pagesDeps(showing: Showing): ProposalPagesDeps {
    return {
      ...showing,
      proposals,
      areas,
      access,
      clock,
      files: deps.photos,
      async landIn({ slug }, q) {
        const state = ['vacant', 'under_used', 'asked_for'];
        const { items } = await register.assets.list(assetListSchema.parse({ area: slug, kind: 'land', state, q }));
        return items.map(({ asset }) => asset);
      },
      async groupsOf(who) {
        const ids = [...new Set(access.scopes(who, 'proposal.own', 'group'))];
        const own = await groups.groupPorts.byIds(db, ids);
        return own.filter(({ closedAt }) => closedAt === null);
      },
    };
  }

  async function goOn(): Promise<string> {
    return `Proposals taken on by the clock: ${await proposals.runDue()}.`;
  }
}
