import { buildingsPart } from '../../../client/rooms/running/buildings-part.ts';
import { callsCard } from '../../../client/rooms/running/no-show-views.ts';
import type { RightHeldOn } from '../../ground/people/home-slot.ts';
import { ACTS, type Right } from '../../ground/people/role-contract.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import type { AssetService } from '../../register/assets/asset-service.ts';
import type { SpaceStore } from '../spaces/space-store.ts';
import { arrivalPages } from './arrival-pages.ts';
import { buildingCalendarPages } from './building-calendar-pages.ts';
import { closurePages } from './closure-pages.ts';
import { copyPages } from './copy-pages.ts';
import { noShowPages } from './no-show-pages.ts';
import { noShowsOn } from './no-show-store.ts';
import { runningServices } from './running-services.ts';
import { runningDeps, type BelowRunning } from './running-deps-wiring.ts';
import { runningKeeper } from './running-keeper.ts';
import { tonightPages } from './tonight-pages.ts';

type Below = BelowRunning & { assets: AssetService; spaces: SpaceStore };

const KEPT: Kept = {
  kind: 'calls',
  days: 730,
  what: 'Notes of calls to groups who did not come',
  why: 'So that an officer sees whether it happened before',
};

/** Running buildings: who comes tonight, when a building is closed, who did not come. */
export function runningFeature(kernel: Kernel, below: Below) {
  const { areas, access } = below.ground;
  const running = runningServices(runningDeps(kernel, below));
  const contribution: Contribution = {
    endpoints({ sendPage }) {
      const deps = { ...running, areas, access, sendPage };
      return [
        ...tonightPages(deps),
        ...arrivalPages(deps),
        ...buildingCalendarPages(deps),
        ...closurePages(deps),
        ...copyPages(deps),
        ...noShowPages(deps),
      ];
    },
    keeper: runningKeeper,
    forgets: [{ kept: KEPT, forget: (before) => noShowsOn(kernel.db).forget(before) }],
    rightHeldOn: (right) => heldOn(below, right),
    onDesk: async ({ area, may }) =>
      may('group.call') ? { urgent: callsCard(area, await running.noShows.count(area.id)) } : {},
    async onOwnerHome({ owner, may }) {
      if (!may('space.see_dates')) return {};
      const all = { areaIds: [], ownerIds: [owner.id], assetIds: [], spaceIds: [] };
      return { above: buildingsPart(await running.looking.buildingsOf(all), may('closure.manage')) };
    },
  };
  return { running, contribution };
}

/** Of a room, or of a building with rooms: who comes, and when it is closed. */
async function heldOn(
  { assets, spaces }: Pick<Below, 'assets' | 'spaces'>,
  { role, scope, scopeId }: Right,
): Promise<RightHeldOn | null> {
  const links = (assetId: string) =>
    (ACTS['space.see_dates'].who as readonly string[]).includes(role)
      ? [
          { href: `/tonight?building=${assetId}`, label: 'Tonight' },
          { href: `/desk/buildings/${assetId}/calendar`, label: 'Calendar' },
        ]
      : [];
  if (scope === 'asset')
    return { on: null, links: (await spaces.countsIn([scopeId])).has(scopeId) ? links(scopeId) : [] };
  if (scope !== 'space') return null;
  const space = await spaces.byId(scopeId);
  const building = space && (await assets.show(space.assetId).catch(() => null));
  const name = [space?.name ?? 'a room', building?.name ?? ''].filter((part) => part !== '').join(', ');
  return { on: name, links: space ? links(space.assetId) : [] };
}
