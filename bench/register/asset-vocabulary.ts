import type { AssetState, Tenure } from '../../src/register/assets/asset-contract.ts';

/** Words that begin a street’s or a place’s name. */
export const FIRST = [
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

/** Words that end it. */
export const SECOND = [
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

/** Kinds of land. */
export const LAND = [
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

/** Kinds of building. */
export const BUILDINGS = [
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

/** What descriptions are made of. */
export const SENTENCES = [
  'Level ground behind the houses with a gate to the lane and a water tap by the fence.',
  'One storey of brick with a flat roof, two rooms, a kitchen and a step-free door.',
  'The owner holds it for the service and has no plan for it in the coming year.',
  'Neighbours cut the grass in summer and the ground is dry through most of the winter.',
  'It stood open as part of a larger site until the service moved to another town.',
  'There is room for six cars, and a bus stops at the corner twice an hour.',
];

/** How often each state occurs. */
export const STATES: readonly [AssetState, share: number][] = [
  ['in_use', 0.58],
  ['vacant', 0.2],
  ['under_used', 0.15],
  ['meanwhile_use', 0.03],
  ['asked_for', 0.02],
  ['withdrawn', 0.02],
];

/** How often each tenure occurs. */
export const TENURES: readonly Tenure[] = ['freehold', 'freehold', 'freehold', 'leasehold'];
