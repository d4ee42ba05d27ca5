import { ASSET_STATES, CONSTRAINTS, ROUTES, type Asset } from '../../src/register/assets/asset-contract.ts';
import type { Owner } from '../../src/ground/areas/area-contract.ts';
import { anOwner, inTown, someAssets, type AssetDetails, type Town } from './domain.ts';
import type { TestServices } from './server.ts';

const NAMES = [
  'Old Yard',
  'Mill Garden',
  'Station Verge',
  'Harbour Depot',
  'Chapel Hall',
  'Corner Plot',
  'Élan Garden',
  'Reading Room',
];
const SECOND_OWNER = 'Harbour Homes';

/**
 * A hundred and twenty assets of every kind and state, of two owners, with ties everywhere: equal names, equal points,
 * places without a point, places without a size. Always the same ones.
 */
export async function aCrowd(
  services: TestServices,
  town: Town,
  size = 120,
): Promise<{ assets: Asset[]; owners: Owner[] }> {
  const owners = [town.owner, await anOwner(services, town.area, SECOND_OWNER)];
  const assets: Asset[] = [];
  for (const [which, owner] of owners.entries()) {
    const details = Array.from({ length: size }, (_, at) => at)
      .filter((at) => at % owners.length === which)
      .map(oneOfMany);
    assets.push(...(await someAssets(services, { area: town.area, owner }, details)));
  }
  return { assets, owners };
}

function oneOfMany(at: number): AssetDetails {
  const pick = <T>(list: readonly T[], step: number): T[] => list.slice((at * step) % list.length).slice(0, 1);
  return {
    kind: at % 3 === 0 ? 'building' : 'land',
    state: ASSET_STATES[(at * 5) % ASSET_STATES.length] ?? 'vacant',
    name: NAMES[(at * 7) % NAMES.length] ?? 'Plot',
    point: at % 11 === 0 ? null : inTown(((at * 3) % 20) / 20 + 0.013, ((at * 7) % 10) / 10 + 0.017),
    landAreaM2: at % 4 === 0 ? null : (at % 9) * 150,
    floorAreaM2: at % 6 === 0 ? (at % 5) * 200 : null,
    routes: pick(ROUTES, 3).map((route) => ({ route, reason: 'Because.' })),
    constraints: at % 2 === 0 ? pick(CONSTRAINTS, 5).map((kind) => ({ kind, note: null })) : [],
    address: {
      number: null,
      street: 'High Street',
      town: null,
      postcode: at % 11 === 0 && at % 2 === 0 ? `ZZ1 ${(at % 8) + 1}AA` : null,
    },
  };
}
