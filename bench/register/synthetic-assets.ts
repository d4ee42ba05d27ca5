import type { LonLat } from '../../src/kernel/geo.ts';
import type { AssetState, Shape } from '../../src/register/assets/asset-contract.ts';
import type { Random } from '../support/random.ts';
import { BUILDINGS, FIRST, LAND, SECOND, SENTENCES, STATES, TENURES } from './asset-vocabulary.ts';
import { near, type County } from './country.ts';
import type { NewAsset } from '../../src/register/assets/asset-change-contract.ts';

const SHAPED = 0.1;
const UNPLACED = 0.02;

/** One asset as a council's list and its officers would fill it: a document of about 1.2 kB. */
export function syntheticAsset(random: Random, { corner, towns, postcodes }: County, number: number): NewAsset {
  const kind = random.chance(0.45) ? 'land' : 'building';
  const town = random.one(towns, 2.5);
  const street = `${random.one(FIRST)} ${random.one(SECOND)}`;
  const what = random.one(kind === 'land' ? LAND : BUILDINGS);
  const point = random.chance(UNPLACED) ? null : near(town, corner, random.normal(), random.normal());
  const area = Math.round(80 * Math.exp(random.next() * 5));
  return {
    code: `A-${number}`,
    kind,
    name: `${street} ${what}`,
    state: stateAt(random.next()),
    site: random.chance(0.2) ? `${street} estate` : null,
    description: random.one(SENTENCES),
    identifiers: [{ scheme: 'uprn', value: String(100_000_000_000 + number) }],
    address: {
      number: String(1 + random.below(200)),
      street,
      town: town.name,
      postcode: random.one(postcodes).postcode,
    },
    point,
    precision: point ? 'exact' : 'none',
    shape: kind === 'land' && point && random.chance(SHAPED) ? plotAround(point) : null,
    landAreaM2: kind === 'land' ? area : null,
    floorAreaM2: kind === 'building' ? area : null,
    tenure: random.one(TENURES),
    holding: kind === 'land' ? 'land' : 'buildings',
    functionLabel: random.one(['Housing', 'Leisure', 'Highways', 'Education', 'Adult social care']),
    costs: [{ label: 'Rates', annualPence: random.below(900_000), source: 'The owner’s list' }],
    routes: [
      {
        route: random.one(['meanwhile_use', 'ask_owner', 'not_available', 'book_space']),
        reason: 'As the owner’s list says.',
      },
    ],
    constraints: random.chance(0.15)
      ? [{ kind: random.one(['open_space', 'flood', 'trees', 'asbestos']), note: null }]
      : [],
    evidence: random.chance(0.3)
      ? [{ text: 'In the owner’s published list.', source: 'Local authority land', on: '2026-09-30' }]
      : [],
    effectiveOn: '2026-09-30',
  };
}

function stateAt(share: number): AssetState {
  let sum = 0;
  return STATES.find(([, part]) => (sum += part) > share)?.[0] ?? 'in_use';
}

function plotAround({ lon, lat }: LonLat): Shape {
  const corner = (east: number, north: number): [number, number] => [
    Math.round((lon + east * 3e-4) * 1e6) / 1e6,
    Math.round((lat + north * 2e-4) * 1e6) / 1e6,
  ];
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1.2, 0.3), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  };
}
