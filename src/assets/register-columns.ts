import { mercatorY } from '../kernel/geo.ts';
import { searchableWords } from '../kernel/text.ts';
import { ASSET_KINDS, ASSET_STATES } from './asset-contract.ts';
import type { IndexRow } from './public-asset-store.ts';

const FIRST_CAPACITY = 1024;

/** All public assets as columns of numbers, one place a row number. About 65 bytes an asset, and its name and id. */
export function registerColumns() {
  let size = 0;
  let live = new Uint8Array(FIRST_CAPACITY);
  let kind = new Uint8Array(FIRST_CAPACITY);
  let state = new Uint8Array(FIRST_CAPACITY);
  let routes = new Uint16Array(FIRST_CAPACITY);
  let constraints = new Uint16Array(FIRST_CAPACITY);
  let area = new Uint32Array(FIRST_CAPACITY);
  let owner = new Uint32Array(FIRST_CAPACITY);
  let ward = new Uint32Array(FIRST_CAPACITY);
  let extent = new Float32Array(FIRST_CAPACITY);
  let lon = new Float64Array(FIRST_CAPACITY);
  let lat = new Float64Array(FIRST_CAPACITY);
  let mercator = new Float64Array(FIRST_CAPACITY);
  let revision = new Uint32Array(FIRST_CAPACITY);
  const ids: string[] = [];
  const names: string[] = [];
  const areas = dictionary();
  const owners = dictionary();
  const wards = dictionary();

  function growTo(rows: number): void {
    if (rows <= live.length) return;
    const wider = Math.max(rows, Math.ceil(live.length * 1.5));
    live = copied(live, new Uint8Array(wider));
    kind = copied(kind, new Uint8Array(wider));
    state = copied(state, new Uint8Array(wider));
    routes = copied(routes, new Uint16Array(wider));
    constraints = copied(constraints, new Uint16Array(wider));
    area = copied(area, new Uint32Array(wider));
    owner = copied(owner, new Uint32Array(wider));
    ward = copied(ward, new Uint32Array(wider));
    extent = copied(extent, new Float32Array(wider));
    lon = copied(lon, new Float64Array(wider));
    lat = copied(lat, new Float64Array(wider));
    mercator = copied(mercator, new Float64Array(wider));
    revision = copied(revision, new Uint32Array(wider));
  }

  return {
    /** Adds a row, or replaces the one with its row number. */
    put(row: IndexRow): void {
      const at = row.rowNo;
      growTo(at + 1);
      size = Math.max(size, at + 1);
      live[at] = row.retired ? 0 : 1;
      kind[at] = ASSET_KINDS.indexOf(row.kind);
      state[at] = 1 << ASSET_STATES.indexOf(row.state);
      routes[at] = row.routes;
      constraints[at] = row.constraints;
      area[at] = areas.of(row.areaId);
      owner[at] = owners.of(row.ownerId);
      ward[at] = wards.of(row.wardId);
      extent[at] = row.extentM2 ?? NaN;
      lon[at] = row.lon ?? NaN;
      lat[at] = row.lat ?? NaN;
      mercator[at] = row.lat === null ? NaN : mercatorY(row.lat);
      revision[at] = row.revision;
      ids[at] = row.id;
      names[at] = searchableWords(row.name).join(' ');
    },
    /** One more than the highest row number. */
    size: (): number => size,
    isLive: (at: number): boolean => live[at] === 1,
    kind: (at: number): number => kind[at] ?? 0,
    /** One bit, in the order of ASSET_STATES. */
    state: (at: number): number => state[at] ?? 0,
    routes: (at: number): number => routes[at] ?? 0,
    constraints: (at: number): number => constraints[at] ?? 0,
    area: (at: number): number => area[at] ?? 0,
    owner: (at: number): number => owner[at] ?? 0,
    ward: (at: number): number => ward[at] ?? 0,
    /** Square metres; NaN where nobody knows. */
    extent: (at: number): number => extent[at] ?? NaN,
    /** Degrees; NaN where there is no public point, so that every comparison with it fails. */
    lon: (at: number): number => lon[at] ?? NaN,
    lat: (at: number): number => lat[at] ?? NaN,
    /** Web-mercator y from 0 (north) to 1 (south). */
    mercatorY: (at: number): number => mercator[at] ?? NaN,
    /** Of the register when this asset last changed: higher is later. */
    revision: (at: number): number => revision[at] ?? 0,
    id: (at: number): string => ids[at] ?? '',
    /** The name as lists are sorted by it. */
    name: (at: number): string => names[at] ?? '',
    areas,
    owners,
    wards,
  };
}
export type RegisterColumns = ReturnType<typeof registerColumns>;

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
    /** Numbers of the ids that have turned up; any other id matches nothing. */
    among: (ids: readonly string[]): Set<number> => new Set(ids.flatMap((id) => numbers.get(id) ?? [])),
  };
}

function copied<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
