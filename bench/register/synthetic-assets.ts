import type { AssetState, Shape, Tenure } from '../../src/register/assets/asset-contract.ts';
import type { NewAsset } from '../../src/register/assets/asset-register.ts';
import type { LonLat } from '../../src/kernel/geo.ts';
import type { Random } from '../support/random.ts';
import { near, type County } from './country.ts';

const FIRST = [
  'Old',
  'New',
  'Upper',
  'Lower',
  'Mill',
  'Church',
  'Station',
  'Canal',
  'Victoria',
  'Albert',
  'Queen',
  'Garden',
  'Orchard',
  'Bridge',
  'Hill',
  'School',
  'Park',
  'River',
  'Market',
  'Chapel',
];
const SECOND = [
  'Lane',
  'Street',
  'Road',
  'Avenue',
  'Close',
  'Way',
  'Terrace',
  'Green',
  'Row',
  'Square',
  'Drive',
  'Walk',
  'Crescent',
  'Gardens',
  'Yard',
];
const LAND = [
  'allotments',
  'verge',
  'playing field',
  'car park',
  'depot yard',
  'former nursery',
  'paddock',
  'corner plot',
  'woodland',
  'recreation ground',
];
const BUILDINGS = [
  'library',
  'day centre',
  'depot',
  'youth centre',
  'town hall annexe',
  'clinic',
  'pavilion',
  'community hall',
  'workshop',
  'caretaker’s house',
];
const SENTENCES = [
  'Level ground behind the houses with a gate to the lane and a water tap by the fence.',
  'One storey of brick with a flat roof, two rooms, a kitchen and a step-free door.',
  'The owner holds it for the service and has no plan for it in the coming year.',
  'Neighbours cut the grass in summer and the ground is dry through most of the winter.',
  'It stood open as part of a larger site until the service moved to another town.',
  'There is room for six cars, and a bus stops at the corner twice an hour.',
];
const STATES: readonly [AssetState, share: number][] = [
  ['in_use', 0.58],
  ['vacant', 0.2],
  ['under_used', 0.15],
  ['meanwhile_use', 0.03],
  ['asked_for', 0.02],
  ['withdrawn', 0.02],
];
const TENURES: readonly Tenure[] = ['freehold', 'freehold', 'freehold', 'leasehold'];
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
