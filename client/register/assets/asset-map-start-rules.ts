import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';
import type { AssetKind, AssetState, Precision } from '../../../src/register/assets/asset-contract.ts';
import { parseBoundingBox } from '../map/mercator-rules.ts';
import type { MapPlace } from '../../../src/register/assets/map-contract.ts';

export type OnePlace = {
  focusId: string | null;
  point: string | null;
  precision: Precision | null;
  kind: AssetKind | null;
  state: AssetState | null;
  label: string | null;
};

const BRITISH_ISLES: BoundingBox = [-8.7, 49.8, 1.9, 60.9];
/** Half the height of the first view of one place, in degrees: the less we know, the more we show. */
const REACH: Record<Precision, number> = { exact: 0.003, postcode: 0.005, district: 0.02, ward: 0.013, none: 0.05 };
const STRAY = 0.06;

/** The asset that a page is about, as far as its attributes tell. */
export function onePlace({ focusId, point, precision, kind, state, label }: OnePlace): MapPlace | null {
  const at = parsePoint(point);
  if (!at) return null;
  return {
    type: 'place',
    ...at,
    id: focusId ?? 'here',
    name: label ?? '',
    kind: kind ?? 'land',
    state: state ?? 'vacant',
    precision: precision ?? 'exact',
    shape: null,
  };
}

/** What the map shows first: the given box, else the ground around the one place. */
export function firstBox(place: MapPlace | null, bbox: string | null): BoundingBox {
  const given = parseBoundingBox(bbox ?? '');
  if (given || !place) return given ?? BRITISH_ISLES;
  return around(place, REACH[place.precision]);
}

/** How far one may stray: from one place, as far as the next town. */
export function widestBox(place: MapPlace | null, bbox: string | null): BoundingBox {
  return place ? around(place, STRAY) : firstBox(place, bbox);
}

function around({ lon, lat }: MapPlace, reach: number): BoundingBox {
  return [lon - reach * 2, lat - reach, lon + reach * 2, lat + reach];
}

function parsePoint(text: string | null): { lon: number; lat: number } | null {
  const [lon, lat] = (text ?? '').split(',').map(Number);
  return text && lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat)
    ? { lon, lat }
    : null;
}
