import { distanceM, type Box, type LonLat } from '../kernel/geo.ts';
import { ASSET_STATES, type AssetKind, type AssetState } from './asset-contract.ts';
import { constraintBits, kindBit, LIVE, routeBits, stateBits } from './register-bits.ts';
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
  // What a search writes to before it knows how many it finds; kept, because zeroing so much each time takes longer than the search.
  let scratch = new Uint32Array(0);
  const room = (rows: number): Uint32Array => (scratch.length < rows ? (scratch = new Uint32Array(Math.ceil(rows * 1.25))) : scratch);
  return {
    columns,
    put: columns.put,
    find: (filter: ResolvedFilter): Uint32Array => find(columns, filter, room),
    totals: (rows: Uint32Array): Totals => totals(columns, rows),
  };
}
export type RegisterIndex = ReturnType<typeof registerIndex>;

/** Row numbers of all live assets that match, in order of row number unless `filter.rows` gives another. */
function find(columns: RegisterColumns, filter: ResolvedFilter, room: (rows: number) => Uint32Array): Uint32Array {
  const { bits, lon, lat } = columns.arrays();
  const { must, states } = bitsOf(filter);
  const { west, south, east, north, placed, orUnplaced } = boundsOf(filter);
  const rest = otherTests(columns, filter);
  const { rows } = filter;
  const candidates = rows?.length ?? columns.size();
  const found = room(candidates);
  let count = 0;
  for (let next = 0; next < candidates; next++) {
    const at = rows ? (rows[next] ?? 0) : next;
    const own = bits[at] ?? 0;
    if ((own & must) !== must || (own & states) === 0) continue;
    if (placed) {
      const x = lon[at] ?? NaN;
      const y = lat[at] ?? NaN;
      // Written so that a missing point (NaN) does not match.
      if (!(x >= west && x <= east && y >= south && y <= north) && !(orUnplaced && Number.isNaN(x))) continue;
    }
    if (rest && !rest(at)) continue;
    found[count++] = at;
  }
  return found.slice(0, count);
}

function bitsOf({ kind, states, routes = 0, constraints = 0 }: ResolvedFilter): { must: number; states: number } {
  return {
    must: LIVE | (kind === undefined ? 0 : kindBit(kind)) | routeBits(routes) | constraintBits(constraints),
    states: stateBits(states?.length ? states : ASSET_STATES),
  };
}

function boundsOf({ box, circle, orUnplaced }: ResolvedFilter) {
  const around: Box | undefined = box && isAcross(box) ? [-180, box[1], 180, box[3]] : box;
  const [west, south, east, north] = overlap(around, circle && boxAround(circle.centre, circle.metres));
  return { west, south, east, north, placed: box !== undefined || circle !== undefined, orUnplaced: orUnplaced === true && circle === undefined };
}

const isAcross = ([west, , east]: Box): boolean => west > east;

/** What few filters ask for, tested last and only for rows that fit otherwise. */
function otherTests(columns: RegisterColumns, filter: ResolvedFilter): ((at: number) => boolean) | undefined {
  const { box, circle, areaIds, ownerIds, wardIds, minM2 = -1, maxM2 = Infinity } = filter;
  const { area, owner, ward, extent, lon } = columns.arrays();
  const tests: ((at: number) => boolean)[] = [];
  const among = (column: Uint32Array, wanted: Uint8Array): void => void tests.push((at) => wanted[column[at] ?? 0] === 1);
  if (box && isAcross(box)) tests.push((at) => !((lon[at] ?? NaN) < box[0] && (lon[at] ?? NaN) > box[2]));
  if (areaIds) among(area, columns.areas.among(areaIds));
  if (ownerIds) among(owner, columns.owners.among(ownerIds));
  if (wardIds) among(ward, columns.wards.among(wardIds));
  if (filter.minM2 !== undefined || filter.maxM2 !== undefined) tests.push((at) => (extent[at] ?? NaN) >= minM2 && (extent[at] ?? NaN) <= maxM2);
  if (circle) tests.push((at) => metresFrom(columns, circle.centre, at) <= circle.metres);
  const [only, ...more] = tests;
  return more.length === 0 ? only : (at) => tests.every((test) => test(at));
}

function totals(columns: RegisterColumns, rows: Uint32Array): Totals {
  const { bits, lon, extent } = columns.arrays();
  const land = kindBit('land');
  const sum: Totals = { count: rows.length, landCount: 0, landM2: 0, landKnown: 0, unplaced: 0 };
  for (let next = 0; next < rows.length; next++) {
    const at = rows[next] ?? 0;
    if (Number.isNaN(lon[at] ?? NaN)) sum.unplaced++;
    if (((bits[at] ?? 0) & land) === 0) continue;
    sum.landCount++;
    const m2 = extent[at] ?? NaN;
    if (Number.isNaN(m2)) continue;
    sum.landKnown++;
    sum.landM2 += m2;
  }
  return sum;
}

/** Metres from a point; NaN for an asset without one. */
export function metresFrom(columns: RegisterColumns, from: LonLat, at: number): number {
  const { lon, lat } = columns.arrays();
  return distanceM(from, { lon: lon[at] ?? NaN, lat: lat[at] ?? NaN });
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
