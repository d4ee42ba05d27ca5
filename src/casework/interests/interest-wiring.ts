import {
  interestOnAsset,
  interestsCard,
  ownersInterests,
} from '../../../client/casework/interests/interest-places-view.ts';
import type {} from '../../ground/cases/case-slot.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { whyNotAsked } from '../proposals/proposal-place-rules.ts';
import { interestAnsweringPages } from './answering-pages.ts';
import { interestDeps } from './interest-deps-wiring.ts';
import type { InterestPagesDeps } from './interest-endpoint.ts';
import { interestsAtHome } from './interest-home-wiring.ts';
import { interestKeeper } from './interest-keeper.ts';
import { interestPageOf } from './interest-page.ts';
import { interestOwnPages } from './interest-pages.ts';
import { forgetDoors, forgetInterested, INTERESTED, VIEWING_DOORS } from './interest-retention.ts';
import { interestServices } from './interest-services.ts';
import { interestsOn } from './interest-store.ts';
import { viewingPages } from './viewing-pages.ts';

type Below = { ground: Ground; groups: Groups };
const LOOK_MS = 60_000;

/** Interests in places, and times to see them: before anybody asks for a place. */
export function interestsFeature(kernel: Kernel, { ground: { areas, access }, groups }: Below) {
  const deps = interestDeps(kernel, groups);
  const interests = interestServices(deps);
  const { lists, pages } = interests;
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const all: InterestPagesDeps = { interests, areas, access, sendPage };
      const show = interestPageOf(all);
      return [...interestOwnPages(all, show), ...interestAnsweringPages(all, show), ...viewingPages(all)];
    },
    jobs: [{ name: 'interests in places', everyMs: LOOK_MS, run: goOn }],
    keeper: interestKeeper,
    forgets: [
      { kept: INTERESTED, forget: forgetInterested(deps) },
      { kept: VIEWING_DOORS, forget: forgetDoors(deps) },
    ],
    async caseAt({ kind, id }, who) {
      if (kind !== 'interest' || !access.may(who, 'interest.read', await pages.thing(id))) return null;
      return { href: `/interests/${id}`, title: 'Interest in a place' };
    },
    atHome: (who) => interestsAtHome({ lists, areas }, who),
    onAssetPage: (asset) => Promise.resolve(interestOnAsset(asset, whyNotAsked(asset, undefined) === null)),
    async onDesk({ area, may }) {
      return may('interest.list') ? { usual: interestsCard(area.slug, await lists.counts(area)) } : {};
    },
    async onOwnerHome({ owner }) {
      return { above: ownersInterests(await lists.ofOwners([owner.id])) };
    },
    holdsGroup: async (on, groupId) =>
      (await interestsOn(on).openOfGroup(groupId)).map(
        ({ number }) =>
          `The interest ${number} in a place is still open for the group. Whoever registered it takes it back first.`,
      ),
  };
  return { interests, contribution };

  async function goOn(): Promise<string> {
    return `Interests in places, taken on by the clock: ${await interests.runDue()}.`;
  }
}
