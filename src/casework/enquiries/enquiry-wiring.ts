import { enquiriesCard, lateEnquiriesCard } from '../../../client/casework/enquiries/enquiry-list-view.ts';
import { enquiryOnAsset, presumedPart } from '../../../client/casework/enquiries/enquiry-places-view.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { Register } from '../../register/wing.ts';
import { enquiryEndpoints } from './all-enquiry-pages.ts';
import { enquiryDeps } from './enquiry-deps-wiring.ts';
import { enquiriesAtHome } from './enquiry-home-wiring.ts';
import { enquiryKeeper } from './enquiry-keeper.ts';
import { ENQUIRERS, enquiryRetention } from './enquiry-retention.ts';
import { enquiryServices } from './enquiry-services.ts';
import { enquiriesOn } from './enquiry-store.ts';

type Below = { ground: Ground; register: Register; groups: Groups };

const LOOK_MS = 60_000;

/** Whose is this? Questions about places, and what becomes of them. */
export function enquiriesFeature(kernel: Kernel, below: Below) {
  const { db, clock, config } = kernel;
  const { areas, access } = below.ground;
  const deps = enquiryDeps(kernel, below);
  const enquiries = enquiryServices(deps);
  const { lists, pages } = enquiries;
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      enquiryEndpoints({
        enquiries,
        areas,
        contact: async (areaId) => (await contactPorts.of(db, [areaId])).get(areaId) ?? null,
        access,
        sendPage,
        files: deps.photos,
        tiles: config.tiles,
        clock,
      }),
    jobs: [{ name: 'questions whose a place is', everyMs: LOOK_MS, run: goOn }],
    keeper: enquiryKeeper,
    forgets: [{ kept: ENQUIRERS, forget: enquiryRetention({ ...kernel, photos: deps.photos, areas }) }],
    async caseAt({ kind, id }) {
      if (kind !== 'enquiry') return null;
      return { href: `/enquiries/${id}`, title: `Whose is this? ${(await pages.publicly(id)).place}` };
    },
    atHome: (who) => enquiriesAtHome({ lists, areas }, who),
    async onAssetPage(asset) {
      return enquiryOnAsset(asset, await lists.newestOf(asset.id));
    },
    async onDesk({ area, may }) {
      if (!may('enquiry.list')) return {};
      const counts = await lists.counts(area);
      const late = counts.byTurn.find(({ turn }) => turn === 'monitoring_officer')?.count ?? 0;
      return { urgent: lateEnquiriesCard(area.slug, late), usual: enquiriesCard(area.slug, counts) };
    },
    async onOwnerHome({ owner, may }) {
      if (!may('enquiry.disprove')) return {};
      return { above: presumedPart(await lists.presumedOf([owner.id])) };
    },
    holdsGroup: async (on, groupId) =>
      (await enquiriesOn(on).openOfGroup(groupId)).map(
        ({ number }) =>
          `The question ${number}, whose a place is, is still open for the group. Whoever asked takes it back first.`,
      ),
  };
  return { enquiries, contribution };

  async function goOn(): Promise<string> {
    return `Questions whose a place is, taken on by the clock: ${await enquiries.runDue()}.`;
  }
}
