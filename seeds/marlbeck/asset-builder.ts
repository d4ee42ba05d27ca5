import type {
  AccessRoute,
  Asset,
  AssetConstraint,
  AssetState,
  Constraint,
  CostLine,
  Day,
  Evidence,
  LastCheck,
  Route,
} from '../../src/register/assets/asset-contract.ts';
import type { SceneName } from './pictures.ts';
import type { Place } from './places.ts';

export type DemoSpace = {
  name: string;
  floor: string | null;
  capacity: number | null;
  floorAreaM2: number | null;
  parent?: string;
  description: string | null;
};

/** An asset as the seed tells it; the loader gives it ids and finds its ward. */
export type DemoAsset = Omit<
  Asset,
  'id' | 'areaId' | 'ownerId' | 'wardId' | 'release' | 'lockedFields' | 'retiredOn'
> & {
  /** The owner’s slug. */
  owner: string;
  release?: { reason: string; reviewOn: Day };
  /** Public history in words, oldest first; `state` where that changed. Texts never name the place or a person. */
  history: { on: Day; text: string; state?: AssetState }[];
  /** Rooms inside; `parent` names another space of the same asset. */
  spaces: DemoSpace[];
  pictures: { scene: SceneName; alt: string }[];
};

/** What must be said about an asset. Everything else has a default that is right for most. */
export type Telling = Pick<DemoAsset, 'owner' | 'code' | 'kind' | 'name' | 'state' | 'description' | 'routes'> &
  Partial<Omit<DemoAsset, 'address' | 'point' | 'shape' | 'precision'>> & { place: Place };

export function tell({ place, ...told }: Telling): DemoAsset {
  const land = told.kind === 'land';
  const since = told.stateSince ?? null;
  return {
    site: null,
    identifiers: [{ scheme: 'uprn', value: uprnOf(told.owner + told.code) }],
    landAreaM2: land ? place.areaM2 : null,
    floorAreaM2: null,
    ownership: 'confirmed',
    ownershipSource: 'The owner’s asset list, April 2026',
    tenure: 'freehold',
    tenureDetails:
      told.state === 'vacant' ? ['vacant'] : told.state === 'meanwhile_use' ? ['licence_out'] : ['owner_occupied'],
    tenureNote: null,
    holding: land ? 'land' : 'land_and_buildings',
    functionLabel: null,
    purpose: null,
    suitability: null,
    energyRating: null,
    stateSince: since,
    stateNote: null,
    certainty: 'seen',
    plannedUse: null,
    lastCheck: checked('2026-09-22'),
    features: [],
    hazards: [],
    evidence: [],
    constraints: [],
    costs: [],
    effectiveOn: '2026-04-01',
    history: [{ on: since ?? '2026-04-14', text: 'Put on the register from the owner’s list.', state: told.state }],
    spaces: [],
    pictures: [],
    ...told,
    address: place.address,
    point: place.point,
    precision: place.precision,
    shape: place.shape,
  };
}

export const checked = (on: Day, by = 'Asset broker', source = 'Visit'): LastCheck => ({ on, by, source });
export const evidence = (text: string, source: string, on: Day | null): Evidence => ({ text, source, on });
/** A running cost in pounds a year; `null` where nobody has told us. */
export const cost = (label: string, pounds: number | null, source: string): CostLine => ({
  label,
  annualPence: pounds === null ? null : Math.round(pounds * 100),
  source,
});
export const may = (route: Route, reason: string): AccessRoute => ({ route, reason });
export const mind = (kind: Constraint, note: string | null = null): AssetConstraint => ({ kind, note });
export const room = (
  name: string,
  floor: string | null,
  capacity: number | null,
  floorAreaM2: number | null,
  description: string | null,
  parent?: string,
): DemoSpace => ({ name, floor, capacity, floorAreaM2, description, ...(parent ? { parent } : {}) });

/** Twelve digits that start 9999, which no real property has. */
function uprnOf(key: string): string {
  let h = 7;
  for (const letter of key) h = (Math.imul(h, 31) + letter.charCodeAt(0)) >>> 0;
  return `9999${String(h % 100_000_000).padStart(8, '0')}`;
}
