import { Router } from 'express';
import { homeView } from '../../client/home/home-view.ts';
import { aboutView, accessibilityView, privacyView } from '../../client/home/prose-views.ts';
import type { MapData } from '../../client/assets/map-view.ts';
import type { AssetState, PublicAsset } from '../assets/asset-contract.ts';
import type { AssetFilter } from '../assets/asset-filter.ts';
import type { Area, BoundingBox } from '../areas/area-contract.ts';
import type { SendPage } from '../kernel/page.ts';

type Deps = {
  areas(): Promise<Area[]>;
  assets: {
    count(filter: AssetFilter): Promise<{ count: number }>;
    newest(count: number): Promise<{ asset: PublicAsset; distanceM: number | null }[]>;
  };
  map(areas: readonly Area[], box?: BoundingBox): MapData;
  sendPage: SendPage;
  demo: boolean;
};

const TALLIED: readonly AssetState[] = ['vacant', 'under_used', 'asked_for', 'meanwhile_use'];
const NEWEST = 6;

/** The start page, and the pages that say who we are and how we treat people. */
export function homePages({ areas, assets, map, sendPage, demo }: Deps): Router {
  const router = Router();
  const counted = async (filter: AssetFilter): Promise<number> => (await assets.count(filter)).count;

  router.get('/', async (req, res) => {
    const all = await areas();
    const [only] = all.length === 1 ? all : [];
    const states = await Promise.all(TALLIED.map(async (state) => ({ state, count: await counted({ state: [state] }), href: `/assets?state=${state}` })));
    const body = homeView({
      areaName: only?.name ?? null,
      areas: await Promise.all(all.map(async ({ name, slug }) => ({ name, href: `/assets?area=${slug}`, count: await counted({ area: slug }) }))),
      states,
      paths: {
        rooms: await counted({ can: 'book_space' }),
        buildings: await counted({ kind: 'building', state: ['vacant', 'under_used'] }),
        land: await counted({ kind: 'land', state: ['vacant', 'under_used'] }),
      },
      newest: await assets.newest(NEWEST),
      map: map(all),
      demo: demo && all.some(({ slug }) => slug === 'marlbeck'),
    });
    await sendPage(req, res, { title: 'Empty places, open to your community', description: 'See which public land, buildings and rooms stand empty near you, whose they are, and what your group may do with them.', body, canonical: '/' });
  });

  const prose = { '/about': aboutView, '/accessibility': accessibilityView, '/privacy': privacyView };
  for (const [path, view] of Object.entries(prose)) {
    router.get(path, async (req, res) => sendPage(req, res, { ...view, canonical: path }));
  }
  return router;
}
