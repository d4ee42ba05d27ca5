import { boxAround, distanceM, type Box, type LonLat } from '../../kernel/geo.ts';
import { ASSET_STATES, type AssetKind, type AssetState } from './asset-contract.ts';
import { constraintBits, kindBit, LIVE, routeBits, stateBits } from './register-bit-columns.ts';
import { registerColumns, type RegisterColumns } from './register-columns.ts';
import { recentResults } from './register-results-index.ts';
import type { IndexRow } from './public-asset-rows-store.ts';

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

/** What a filter asks for beside a place; and the place. */
type Asked = Omit<ResolvedFilter, 'box' | 'orUnplaced' | 'circle' | 'rows'>;
type Place = Pick<ResolvedFilter, 'box' | 'orUnplaced' | 'circle'>;
type Room = (rows: number) => Uint32Array;

/**
 * Answers which assets match, how many, how large, and where they lie; the database then gives the few records that a page shows.
 * Plain loops over columns of numbers: a million rows take a few milliseconds, and there is no tree to keep in balance.
 * What a filter asks for beside a place is kept until the register changes: whoever moves the map asks for it again each time.
 */
export function registerIndex() {
  const columns = registerColumns();
  const kept = recentResults();
  const sums = new WeakMap<Uint32Array, Totals>();
  // What a search writes to before it knows how many it finds; kept, because zeroing so much each time takes as long as the search.
  let scratch = new Uint32Array(0);
  const room: Room = (rows) => (scratch.length < rows ? (scratch = new Uint32Array(rows)) : scratch);
  return {
    columns,
    put(row: IndexRow): void {
      kept.clear();
      columns.put(row);
    },
    /** Row numbers of all live assets that match, in order of row number unless `filter.rows` gives another. Read only: others get the same array. */
    find({ box, circle, orUnplaced = false, rows, ...asked }: ResolvedFilter): Uint32Array {
      const found = rows
        ? matching(columns, asked, rows, room)
        : kept.of(JSON.stringify(asked), () => matching(columns, asked, undefined, room));
      return box || circle
        ? within(columns, found, { orUnplaced, ...(box && { box }), ...(circle && { circle }) }, room)
        : found;
    },
    totals(rows: Uint32Array): Totals {
      const sum = sums.get(rows) ?? totals(columns, rows);
      sums.set(rows, sum);
      return sum;
    },
  };
}
export type RegisterIndex = ReturnType<typeof registerIndex>;

function matching(
  columns: RegisterColumns,
  filter: Asked,
  rows: readonly number[] | undefined,
  room: Room,
): Uint32Array {
  const { bits } = columns.arrays();
  const must =
    LIVE |
    (filter.kind === undefined ? 0 : kindBit(filter.kind)) |
    routeBits(filter.routes ?? 0) |
    constraintBits(filter.constraints ?? 0);
  const states = stateBits(filter.states?.length ? filter.states : ASSET_STATES);
  const rest = otherTests(columns, filter);
  const candidates = rows?.length ?? columns.size();
  const found = room(candidates);
  let count = 0;
  for (let next = 0; next < candidates; next++) {
    const at = rows ? (rows[next] ?? 0) : next;
    const own = bits[at] ?? 0;
    if ((own & must) === must && (own & states) !== 0 && (!rest || rest(at))) found[count++] = at;
  }
  return found.slice(0, count);
}

function within(
  columns: RegisterColumns,
  rows: Uint32Array,
  { box, circle, orUnplaced = false }: Place,
  room: Room,
): Uint32Array {
  const { lon, lat } = columns.arrays();
  const across = box !== undefined && box[0] > box[2];
  const [west, south, east, north] = overlap(
    across ? [-180, box[1], 180, box[3]] : box,
    circle && boxAround(circle.centre, circle.metres),
  );
  const unplacedToo = orUnplaced && circle === undefined;
  const found = room(rows.length);
  let count = 0;
  for (let next = 0; next < rows.length; next++) {
    const at = rows[next] ?? 0;
    const x = lon[at] ?? NaN;
    const y = lat[at] ?? NaN;
    // Written so that a missing point (NaN) does not match.
    if (!(x >= west && x <= east && y >= south && y <= north) && !(unplacedToo && Number.isNaN(x))) continue;
    if (across && x < box[0] && x > box[2]) continue;
    if (circle && !(metresFrom(columns, circle.centre, at) <= circle.metres)) continue;
    found[count++] = at;
  }
  return found.slice(0, count);
}

/** What few filters ask for, tested last and only for rows that fit otherwise. */
function otherTests(columns: RegisterColumns, filter: Asked): ((at: number) => boolean) | undefined {
  const { areaIds, ownerIds, wardIds, minM2 = -1, maxM2 = Infinity } = filter;
  const { area, owner, ward, extent } = columns.arrays();
  const tests: ((at: number) => boolean)[] = [];
  const among = (column: Uint32Array, wanted: Uint8Array): void =>
    void tests.push((at) => wanted[column[at] ?? 0] === 1);
  if (areaIds) among(area, columns.areas.among(areaIds));
  if (ownerIds) among(owner, columns.owners.among(ownerIds));
  if (wardIds) among(ward, columns.wards.among(wardIds));
  if (filter.minM2 !== undefined || filter.maxM2 !== undefined)
    tests.push((at) => (extent[at] ?? NaN) >= minM2 && (extent[at] ?? NaN) <= maxM2);
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

function overlap(one: Box | undefined, other: Box | undefined): Box {
  const [a, b]: Box[] = [one ?? [-180, -90, 180, 90], other ?? [-Infinity, -Infinity, Infinity, Infinity]];
  return a && b
    ? [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
    : [0, 0, 0, 0];
}
