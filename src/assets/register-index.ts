import { distanceM, type Box, type LonLat } from '../kernel/geo.ts';
import { ASSET_KINDS, ASSET_STATES, type AssetKind, type AssetState } from './asset-contract.ts';
import { registerColumns, type RegisterColumns } from './register-columns.ts';

/** A filter with names turned into ids, and places into points. */
export type ResolvedFilter = {
  areaIds?: readonly string[];
  ownerIds?: readonly string[];
  wardIds?: readonly string[];
  kind?: AssetKind;
  states?: readonly AssetState[];
  /** Bits of ROUTES and CONSTRAINTS that a match must have. */
  routes?: number;
  constraints?: number;
  minM2?: number;
  maxM2?: number;
  /** A box whose west is east of its east goes across the antimeridian. */
  box?: Box;
  /** With a box: also what has no point at all, so nobody can say that it lies outside. */
  orUnplaced?: boolean;
  /** Only what lies within some metres of a point. */
  circle?: { centre: LonLat; metres: number };
  /** Only these rows: what a text search found. */
  rows?: readonly number[];
};

export type Totals = { count: number; landCount: number; landM2: number; landKnown: number; unplaced: number };

/** One degree of latitude in metres, a little short so that a box never misses what its circle holds. */
const DEGREE_M = 110_500;

/**
 * Answers which assets match, how many, how large, and where they lie; the database then gives the few records that a page shows.
 * Plain loops over columns of numbers: a million rows take a few milliseconds, and there is no tree to keep in balance.
 */
export function registerIndex() {
  const columns = registerColumns();
  return {
    columns,
    put: columns.put,
    find: (filter: ResolvedFilter): Uint32Array => find(columns, filter),
    totals: (rows: Uint32Array): Totals => totals(columns, rows),
  };
}
export type RegisterIndex = ReturnType<typeof registerIndex>;

/** Row numbers of all live assets that match, in order of row number unless `filter.rows` gives another. */
function find(columns: RegisterColumns, filter: ResolvedFilter): Uint32Array {
  const matches = matcher(columns, filter);
  const size = columns.size();
  const found = new Uint32Array(filter.rows?.length ?? size);
  let count = 0;
  if (filter.rows) for (const at of filter.rows) { if (matches(at)) found[count++] = at; }
  else for (let at = 0; at < size; at++) if (matches(at)) found[count++] = at;
  return found.slice(0, count);
}

function matcher(columns: RegisterColumns, filter: ResolvedFilter): (at: number) => boolean {
  const { circle, minM2 = -1, maxM2 = Infinity, routes = 0, constraints = 0 } = filter;
  const kind = filter.kind === undefined ? -1 : ASSET_KINDS.indexOf(filter.kind);
  const states = filter.states?.length ? filter.states.reduce((mask, state) => mask | (1 << ASSET_STATES.indexOf(state)), 0) : -1;
  const areas = filter.areaIds && columns.areas.among(filter.areaIds);
  const owners = filter.ownerIds && columns.owners.among(filter.ownerIds);
  const wards = filter.wardIds && columns.wards.among(filter.wardIds);
  const sized = filter.minM2 !== undefined || filter.maxM2 !== undefined;
  const { box } = filter;
  const across = box !== undefined && box[0] > box[2];
  const [west, south, east, north] = overlap(across ? [-180, box[1], 180, box[3]] : box, circle && boxAround(circle.centre, circle.metres));
  const placed = box !== undefined || circle !== undefined;
  const orUnplaced = filter.orUnplaced === true && circle === undefined;

  return (at) => {
    if (!columns.isLive(at)) return false;
    if (placed) {
      const lon = columns.lon(at);
      const lat = columns.lat(at);
      // Written so that a missing point (NaN) does not match.
      if (!(lon >= west && lon <= east && lat >= south && lat <= north) && !(orUnplaced && Number.isNaN(lon))) return false;
      if (across && lon < box[0] && lon > box[2]) return false;
    }
    if (kind >= 0 && columns.kind(at) !== kind) return false;
    if ((columns.state(at) & states) === 0) return false;
    if ((columns.routes(at) & routes) !== routes || (columns.constraints(at) & constraints) !== constraints) return false;
    if (areas && !areas.has(columns.area(at))) return false;
    if (owners && !owners.has(columns.owner(at))) return false;
    if (wards && !wards.has(columns.ward(at))) return false;
    if (sized && !(columns.extent(at) >= minM2 && columns.extent(at) <= maxM2)) return false;
    return !circle || metresFrom(columns, circle.centre, at) <= circle.metres;
  };
}

function totals(columns: RegisterColumns, rows: Uint32Array): Totals {
  const sum: Totals = { count: rows.length, landCount: 0, landM2: 0, landKnown: 0, unplaced: 0 };
  for (const at of rows) {
    if (Number.isNaN(columns.lon(at))) sum.unplaced++;
    if (columns.kind(at) !== ASSET_KINDS.indexOf('land')) continue;
    sum.landCount++;
    if (Number.isNaN(columns.extent(at))) continue;
    sum.landKnown++;
    sum.landM2 += columns.extent(at);
  }
  return sum;
}

/** Metres from a point; NaN for an asset without one. */
export function metresFrom(columns: RegisterColumns, from: LonLat, at: number): number {
  return distanceM(from, { lon: columns.lon(at), lat: columns.lat(at) });
}

export function boxAround({ lon, lat }: LonLat, metres: number): Box {
  const up = metres / DEGREE_M;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lon - across, lat - up, lon + across, lat + up];
}

function overlap(one: Box | undefined, other: Box | undefined): Box {
  const [a, b]: Box[] = [one ?? [-180, -90, 180, 90], other ?? [-Infinity, -Infinity, Infinity, Infinity]];
  return a && b ? [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])] : [0, 0, 0, 0];
}
