import { mercatorY } from '../../kernel/geo.ts';
import { searchableWords } from '../../kernel/text.ts';
import { constraintBits, kindBit, LIVE, routeBits, stateBits, stateIn } from './register-bit-columns.ts';
import type { IndexRow } from './public-asset-rows-store.ts';

const FIRST_CAPACITY = 1024;
/** Room for growth, as a share: growing copies everything, but only once in so many rows. */
const GROWTH = 1.25;

/** The columns of numbers, one place a row number. Take them anew after each `put`: growing replaces them. */
export type Arrays = ReturnType<typeof arraysFor>;

/** All public assets as columns of numbers. 60 bytes an asset, and its name and id. */
export function registerColumns() {
  let size = 0;
  let arrays = arraysFor(FIRST_CAPACITY);
  const ids: string[] = [];
  const names: string[] = [];
  const areas = dictionary();
  const owners = dictionary();
  const wards = dictionary();

  function growTo(rows: number): void {
    if (rows <= arrays.bits.length) return;
    const wider = arraysFor(Math.ceil(rows * GROWTH));
    for (const column of Object.keys(arrays) as (keyof Arrays)[]) wider[column].set(arrays[column]);
    arrays = wider;
  }

  return {
    /** Adds a row, or replaces the one with its row number. */
    put(row: IndexRow): void {
      const at = row.rowNo;
      growTo(at + 1);
      size = Math.max(size, at + 1);
      const name = sortName(row.name);
      arrays.bits[at] =
        (row.retired ? 0 : LIVE) |
        kindBit(row.kind) |
        stateBits([row.state]) |
        routeBits(row.routes) |
        constraintBits(row.constraints);
      arrays.area[at] = areas.of(row.areaId);
      arrays.owner[at] = owners.of(row.ownerId);
      arrays.ward[at] = wards.of(row.wardId);
      arrays.extent[at] = row.extentM2 ?? NaN;
      arrays.lon[at] = row.lon ?? NaN;
      arrays.lat[at] = row.lat ?? NaN;
      arrays.mercatorY[at] = row.lat === null ? NaN : mercatorY(row.lat);
      arrays.revision[at] = row.revision;
      arrays.nameStart[at] = startOf(name);
      ids[at] = row.id;
      names[at] = name;
    },
    /** One more than the highest row number. */
    size: (): number => size,
    arrays: (): Arrays => arrays,
    isLive: (at: number): boolean => ((arrays.bits[at] ?? 0) & LIVE) !== 0,
    /** One bit, in the order of ASSET_STATES. */
    state: (at: number): number => stateIn(arrays.bits[at] ?? 0),
    id: (at: number): string => ids[at] ?? '',
    /** The name as lists are sorted by it. */
    name: (at: number): string => names[at] ?? '',
    areas,
    owners,
    wards,
  };
}
export type RegisterColumns = ReturnType<typeof registerColumns>;

function arraysFor(capacity: number) {
  return {
    /** See register-bit-columns.ts. */
    bits: new Uint32Array(capacity),
    area: new Uint32Array(capacity),
    owner: new Uint32Array(capacity),
    ward: new Uint32Array(capacity),
    /** Square metres; NaN where nobody knows. */
    extent: new Float32Array(capacity),
    /** Degrees; NaN where there is no public point, so that every comparison with it fails. */
    lon: new Float64Array(capacity),
    lat: new Float64Array(capacity),
    /** Web-mercator y from 0 (north) to 1 (south). */
    mercatorY: new Float64Array(capacity),
    /** Of the register when this asset last changed: higher is later. */
    revision: new Uint32Array(capacity),
    /** The beginning of the name as a number: most names part there, and numbers lie side by side in memory. */
    nameStart: new Float64Array(capacity),
  };
}

/** A name as lists are sorted by it: small letters, digits and single blanks. */
export function sortName(name: string): string {
  return searchableWords(name).join(' ');
}

const LETTERS = new Map(
  [...' 0123456789abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter.charCodeAt(0), at + 1]),
);
const BASE = LETTERS.size + 1;
/** As many letters as a number can hold without rounding: 38^10 is less than 2^53. */
const START_LETTERS = 10;

/** A number that sorts as the first ten letters of a `sortName` do. */
export function startOf(name: string): number {
  let start = 0;
  for (let at = 0; at < START_LETTERS; at++) start = start * BASE + (LETTERS.get(name.charCodeAt(at)) ?? 0);
  return start;
}

/** Numbers every id that turns up, so that a column holds it in four bytes. 0 means "none". */
function dictionary() {
  const numbers = new Map<string, number>();
  return {
    of(id: string | null): number {
      if (id === null) return 0;
      const known = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, known);
      return known;
    },
    /** 1 at the numbers of these ids, 0 elsewhere; an id that has not turned up matches nothing. */
    among(ids: readonly string[]): Uint8Array {
      const wanted = new Uint8Array(numbers.size + 1);
      for (const id of ids) wanted[numbers.get(id) ?? 0] = 1;
      wanted[0] = 0;
      return wanted;
    },
  };
}
