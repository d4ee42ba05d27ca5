import { Router } from 'express';
import { homeView } from '../../../client/front/home/home-view.ts';
import { aboutView, accessibilityView, privacyView } from '../../../client/front/home/prose-views.ts';
import type { MapData } from '../../../client/register/assets/map-view.ts';
import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { AssetFilter } from '../../register/assets/asset-filter.ts';
import type { Area, BoundingBox } from '../../ground/areas/area-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { KeptLine } from '../../ground/retention/retention-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';

type Deps = {
  areas(): Promise<Area[]>;
  assets: {
    counts(filters: readonly AssetFilter[]): Promise<number[]>;
    newest(count: number): Promise<{ asset: PublicAsset; distanceM: number | null }[]>;
  };
  /** How many rooms groups can ask for. */
  rooms(): Promise<number>;
  map(areas: readonly Area[], box?: BoundingBox): MapData;
  sendPage: SendPage;
  /** How long we keep what. */
  kept(): Promise<KeptLine[]>;
  demo: boolean;
};

const TALLIED: readonly AssetState[] = ['vacant', 'under_used', 'asked_for', 'meanwhile_use'];
/** The ways in beside a room: a building, land. */
const PATHS: readonly AssetFilter[] = [
  { kind: 'building', state: ['vacant', 'under_used'] },
  { kind: 'land', state: ['vacant', 'under_used'] },
];
/** Where each way in leads; the postcode that somebody typed goes along. */
const WAYS: Readonly<Record<string, string>> = {
  room: '/spaces?',
  building: '/assets?kind=building&state=vacant,under_used&',
  land: '/assets?kind=land&state=vacant,under_used&',
};
const NEWEST = 6;

/** The start page, and the pages that say who we are and how we treat people. */
export function homePages({ areas, assets, rooms: roomsToAsk, map, sendPage, kept, demo }: Deps): Router {
  const router = Router();

  router.get('/', async (req, res) => {
    const all = await areas();
    const [only] = all.length === 1 ? all : [];
    const filters = {
      paths: PATHS,
      states: TALLIED.map((state) => ({ state: [state] })),
      areas: all.map(({ slug }) => ({ area: slug })),
    };
    const counts = await assets.counts(Object.values(filters).flat());
    const [buildings = 0, land = 0] = counts;
    const countAt = (offset: number, index: number): number => counts[offset + index] ?? 0;
    const body = homeView({
      areaName: only?.name ?? null,
      areas: all.map(({ name, slug }, index) => ({
        name,
        href: `/assets?area=${slug}`,
        count: countAt(PATHS.length + TALLIED.length, index),
      })),
      states: TALLIED.map((state, index) => ({
        state,
        href: `/assets?state=${state}`,
        count: countAt(PATHS.length, index),
      })),
      paths: { rooms: await roomsToAsk(), buildings, land },
      newest: await assets.newest(NEWEST),
      map: map(all),
      demo: demo && all.some(({ slug }) => slug === 'marlbeck'),
    });
    await sendPage(req, res, {
      title: 'Empty places, open to your community',
      description:
        'See which public land, buildings and rooms stand empty near you, whose they are, and what your group may do with them.',
      body,
      canonical: '/',
    });
  });

  router.get('/start/:way', (req, res, next) => {
    const leads = WAYS[req.params.way];
    const near = typeof req.query['near'] === 'string' ? req.query['near'].trim().slice(0, 100) : '';
    if (leads === undefined) return void next();
    res.redirect(303, `${leads}${near === '' ? '' : new URLSearchParams({ near })}`.replace(/[?&]$/, ''));
  });

  router.get('/privacy', async (req, res) =>
    sendPage(req, res, { ...privacyView(await kept()), canonical: '/privacy' }),
  );
  const prose = { '/about': aboutView, '/accessibility': accessibilityView };
  for (const [path, view] of Object.entries(prose)) {
    router.get(path, async (req, res) => sendPage(req, res, { ...view, canonical: path }));
  }
  return router;
}
