import type { LonLat } from '../kernel/geo.ts';
import type { RegisterColumns } from './register-columns.ts';
import { boxAround, metresFrom } from './register-index.ts';

/** Where a page ends: what it was sorted by, and the row number that settles ties. */
export type Mark<K> = { key: K; rowNo: number };

/** Circles that are tried before everything is measured: the first page of a large register is nearly always close by. */
const RINGS_M = [2_000, 10_000, 50_000];

/** The next `limit` rows in the order of names; equal names go by row number. */
export function pageByName(columns: RegisterColumns, rows: Uint32Array, after: Mark<string> | null, limit: number): Mark<string>[] {
  const later = after ? rows.filter((at) => columns.name(at) > after.key || (columns.name(at) === after.key && at > after.rowNo)) : rows;
  const before = (a: number, b: number): boolean => columns.name(a) < columns.name(b) || (columns.name(a) === columns.name(b) && a < b);
  return first(later, limit, before).map((rowNo) => ({ key: columns.name(rowNo), rowNo }));
}

/** The next `limit` rows by distance in metres; those without a point come last, with a distance of Infinity. */
export function pageByDistance(columns: RegisterColumns, rows: Uint32Array, from: LonLat, after: Mark<number> | null, limit: number): Mark<number>[] {
  for (const radius of RINGS_M) {
    const [west, south, east, north] = boxAround(from, radius);
    const close = rows.filter((at) => columns.lon(at) >= west && columns.lon(at) <= east && columns.lat(at) >= south && columns.lat(at) <= north);
    const page = nearest(columns, close, from, after, limit);
    const last = page.at(-1);
    if (page.length === limit && last && last.key <= radius) return page;
  }
  return nearest(columns, rows, from, after, limit);
}

/** The `limit` rows that changed last, latest first. */
export function latestRows(columns: RegisterColumns, rows: Uint32Array, limit: number): number[] {
  const before = (a: number, b: number): boolean => columns.revision(a) > columns.revision(b) || (columns.revision(a) === columns.revision(b) && a > b);
  return first(rows.toReversed(), limit, before);
}

function nearest(columns: RegisterColumns, rows: Uint32Array, from: LonLat, after: Mark<number> | null, limit: number): Mark<number>[] {
  const marks: Mark<number>[] = [];
  for (const rowNo of rows) {
    const metres = metresFrom(columns, from, rowNo);
    const key = Number.isNaN(metres) ? Infinity : metres;
    if (after === null || key > after.key || (key === after.key && rowNo > after.rowNo)) marks.push({ key, rowNo });
  }
  return first(marks, limit, (a, b) => a.key < b.key || (a.key === b.key && a.rowNo < b.rowNo));
}

/** The first `limit` in an order, without sorting all of them: a short sorted list that takes in whatever beats its last. */
function first<T>(from: Iterable<T>, limit: number, before: (a: T, b: T) => boolean): T[] {
  const best: T[] = [];
  for (const candidate of from) {
    const last = best[limit - 1];
    if (last !== undefined && !before(candidate, last)) continue;
    const at = best.findIndex((one) => before(candidate, one));
    best.splice(at === -1 ? best.length : at, 0, candidate);
    if (best.length > limit) best.pop();
  }
  return best;
}
