import { nothing } from 'lit';
import {
  petitionOnAsset,
  petitionOnProposal,
  petitionsCard,
} from '../../../client/casework/petitions/petition-parts-view.ts';
import type {} from '../../ground/cases/case-slot.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type {} from '../proposals/proposal-slot.ts';
import { judgingPages } from './judging-pages.ts';
import { petitionDeps } from './petition-deps-wiring.ts';
import type { PetitionPagesDeps } from './petition-endpoint.ts';
import { petitionsAtHome } from './petition-home-wiring.ts';
import { petitionKeeper } from './petition-keeper.ts';
import { petitionPages } from './petition-pages.ts';
import {
  forgetUnconfirmedSignatures,
  petitionRetention,
  SIGNERS,
  UNCONFIRMED_SIGNATURES,
} from './petition-retention.ts';
import { petitionServices } from './petition-services.ts';
import { petitionSheet } from './petition-sheet-text.ts';
import { petitionsOn } from './petition-store.ts';
import { sheetPages } from './sheet-pages.ts';
import { signingPages } from './signing-pages.ts';

type Below = { ground: Ground; groups: Groups };
const LOOK_MS = 60_000;

/** Petitions for buildings: signatures gathered, counted and forgotten. */
export function petitionsFeature(kernel: Kernel, { ground: { areas, access, mails }, groups }: Below) {
  const { db, config, onError } = kernel;
  const deps = petitionDeps(kernel, { mails });
  const petitions = petitionServices(deps);
  const { pages } = petitions;
  const contact = async (areaId: string) => (await contactPorts.of(db, [areaId])).get(areaId) ?? null;
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const own: PetitionPagesDeps = {
        ...{ petitions, access, sendPage, contact, onError },
        async groupsOf(who) {
          const ids = [...new Set(access.scopes(who, 'petition.own', 'group'))];
          return (await groups.groupPorts.byIds(db, ids)).filter(({ closedAt }) => closedAt === null);
        },
        async sheetPaper(id) {
          await pages.openedOnly(id);
          const petition = await pages.publicly(id);
          return petitionSheet(petition, await contact(petition.area.id), `${config.baseUrl}/petitions/${id}`);
        },
      };
      return [...petitionPages(own), ...signingPages(own), ...sheetPages(own), ...judgingPages(own)];
    },
    jobs: [
      { name: 'petitions for buildings', everyMs: LOOK_MS, run: goOn },
      { name: 'mails to those who signed petitions', everyMs: LOOK_MS, run: tell },
    ],
    keeper: petitionKeeper,
    forgets: [
      { kept: SIGNERS, forget: petitionRetention({ ...kernel, areas, scans: deps.scans }) },
      { kept: UNCONFIRMED_SIGNATURES, forget: forgetUnconfirmedSignatures(db) },
    ],
    async caseAt({ kind, id }, who) {
      if (kind !== 'petition') return null;
      const petition = await pages.known(id);
      const thing = await pages.thing(id);
      const may = access.may(who, 'petition.own', thing) || access.may(who, 'petition.check', thing);
      if (petition.openedOn === null && !may) return null;
      return { href: `/petitions/${id}`, title: `Petition for ${(await pages.publicly(id)).place}` };
    },
    atHome: (who) => petitionsAtHome(pages, who),
    async onAssetPage(asset) {
      return petitionOnAsset(asset, await pages.ofPlace(asset.id));
    },
    async onDesk({ area, may }) {
      return may('petition.list') ? { usual: petitionsCard(await pages.openIn(area.id)) } : {};
    },
    async onProposalPage({ proposal, behind, party }) {
      if (proposal.path !== 'building') return {};
      const newest = await pages.newestFor(behind.kept.groupId, behind.kept.assetId);
      const petition = newest?.openedOn ? await pages.publicly(newest.id) : null;
      return { told: petitionOnProposal({ proposal, petition, group: party === 'group' }) ?? nothing };
    },
    groupStands: async (groupId) =>
      (await pages.ofGroups([groupId])).map(({ id, place, standing }) => ({
        about: `Petition for ${place}`,
        href: `/petitions/${id}`,
        step: standing.steps[0],
      })),
    holdsGroup: async (on, groupId) =>
      (await petitionsOn(on).openOfGroups([groupId]))
        .filter(({ state }) => state !== 'lodged')
        .map(({ number }) => `The petition ${number} is still open. Take it back first.`),
  };
  return { petitions, contribution };

  async function goOn(): Promise<string> {
    return `Petitions taken on by the clock: ${await petitions.runDue()}.`;
  }
  async function tell(): Promise<string> {
    return `People told of petitions that they signed: ${await petitions.tellDue()}.`;
  }
}
