import { boxAround, type LonLat } from '../../kernel/geo.ts';
import { sortName, startOf, type RegisterColumns } from './register-columns.ts';
import { metresFrom } from './register-index.ts';

/** Where a page ends: what it was sorted by, and the row number that settles ties. */
export type Mark<K> = { key: K; rowNo: number };

/** Circles that are tried before everything is measured: the first page of a large register is nearly always close by. */
const RINGS_M = [2_000, 10_000, 50_000];

/** The next `limit` rows in the order of names; equal names go by row number. */
export function pageByName(
  columns: RegisterColumns,
  rows: Uint32Array,
  after: Mark<string> | null,
  limit: number,
): Mark<string>[] {
  const { nameStart } = columns.arrays();
  const compare = (a: number, b: number): number =>
    (nameStart[a] ?? 0) - (nameStart[b] ?? 0) ||
    (columns.name(a) < columns.name(b) ? -1 : columns.name(a) > columns.name(b) ? 1 : a - b);
  const key = sortName(after?.key ?? '');
  const start = startOf(key);
  const isLater = (at: number): boolean => {
    const parts = (nameStart[at] ?? 0) - start;
    return parts !== 0 ? parts > 0 : columns.name(at) > key || (columns.name(at) === key && at > (after?.rowNo ?? -1));
  };
  return first(rows, limit, compare, after && isLater).map((rowNo) => ({ key: columns.name(rowNo), rowNo }));
}

/** The next `limit` rows by distance in metres; those without a point come last, with a distance of Infinity. */
export function pageByDistance(
  columns: RegisterColumns,
  rows: Uint32Array,
  from: LonLat,
  after: Mark<number> | null,
  limit: number,
): Mark<number>[] {
  for (const radius of RINGS_M.filter((metres) => metres > (after?.key ?? 0))) {
    const page = nearest(columns, rowsWithin(columns, rows, from, radius), from, after, limit);
    const last = page.at(-1);
    if (page.length === limit && last && last.key <= radius) return page;
  }
  return nearest(columns, rows, from, after, limit);
}

/** The `limit` rows that changed last, latest first. */
export function latestRows(columns: RegisterColumns, rows: Uint32Array, limit: number): number[] {
  const { revision } = columns.arrays();
  return first(rows.toReversed(), limit, (a, b) => (revision[b] ?? 0) - (revision[a] ?? 0) || b - a, null);
}

/** Those in the box around a circle: it costs two comparisons to leave out most of the register. */
function rowsWithin(columns: RegisterColumns, rows: Uint32Array, from: LonLat, metres: number): Uint32Array {
  const { lon, lat } = columns.arrays();
  const [west, south, east, north] = boxAround(from, metres);
  const close: number[] = [];
  for (let next = 0; next < rows.length; next++) {
    const at = rows[next] ?? 0;
    const x = lon[at] ?? NaN;
    const y = lat[at] ?? NaN;
    if (x >= west && x <= east && y >= south && y <= north) close.push(at);
  }
  return Uint32Array.from(close);
}

function nearest(
  columns: RegisterColumns,
  rows: Uint32Array,
  from: LonLat,
  after: Mark<number> | null,
  limit: number,
): Mark<number>[] {
  const metres = new Float64Array(rows.length);
  for (let next = 0; next < rows.length; next++) {
    const distance = metresFrom(columns, from, rows[next] ?? 0);
    metres[next] = Number.isNaN(distance) ? Infinity : distance;
  }
  const marks = rows.map((_, place) => place);
  const rowAt = (place: number): number => rows[place] ?? 0;
  const compare = (key: number, row: number, otherKey: number, otherRow: number): number =>
    key === otherKey ? row - otherRow : key - otherKey;
  const isLater = (place: number): boolean =>
    compare(metres[place] ?? 0, rowAt(place), after?.key ?? 0, after?.rowNo ?? -1) > 0;
  const page = first(
    marks,
    limit,
    (a, b) => compare(metres[a] ?? 0, rowAt(a), metres[b] ?? 0, rowAt(b)),
    after && isLater,
  );
  return page.map((place) => ({ key: metres[place] ?? Infinity, rowNo: rowAt(place) }));
}

/** The first `limit` wanted numbers in an order, without sorting all of them: a short sorted list that takes in whatever beats its last. */
function first(
  from: Uint32Array,
  limit: number,
  compare: (a: number, b: number) => number,
  isWanted: ((one: number) => boolean) | null,
): number[] {
  const best: number[] = [];
  for (let next = 0; next < from.length; next++) {
    const candidate = from[next] ?? 0;
    const last = best[limit - 1];
    if (last !== undefined && compare(candidate, last) >= 0) continue;
    if (isWanted && !isWanted(candidate)) continue;
    const at = best.findIndex((one) => compare(candidate, one) < 0);
    best.splice(at === -1 ? best.length : at, 0, candidate);
    if (best.length > limit) best.pop();
  }
  return best;
}
