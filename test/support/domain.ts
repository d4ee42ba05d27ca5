import type { Area, NewArea, Owner, Ward } from '../../src/ground/areas/area-contract.ts';
import type { RegisterWriting } from '../../src/register/assets/asset-register-service.ts';
import type { Asset, Day } from '../../src/register/assets/asset-contract.ts';
import type { Services } from '../../src/app.ts';
import type { LonLat, Outline } from '../../src/kernel/geo.ts';
import { TODAY } from './server.ts';
import type { AssetChange, NewAsset } from '../../src/register/assets/asset-change-contract.ts';

export type Town = { area: Area; wards: Record<Quarter, Ward>; owner: Owner };
type Quarter = 'northWest' | 'northEast' | 'southWest' | 'southEast';
type Writer = Pick<Services, 'inOneTransaction' | 'areas' | 'register'>;
/** What a test wants to say about an asset; the rest is chosen for it. */
export type AssetDetails = Partial<NewAsset>;
type AreaDetails = Partial<NewArea> & { southWestCorner?: LonLat };

/** The town's size in degrees: about 2.7 km from west to east and 2.2 km from south to north. */
const WIDTH = 0.04;
const HEIGHT = 0.02;
const CORNER: LonLat = { lon: -2.32, lat: 53.4 };

const QUARTERS: Record<Quarter, { name: string; code: string; east: number; north: number }> = {
  northWest: { name: 'Larkhill', code: 'E99000001', east: 0, north: 1 },
  northEast: { name: 'Quayside', code: 'E99000002', east: 1, north: 1 },
  southWest: { name: 'Millfield', code: 'E99000003', east: 0, north: 0 },
  southEast: { name: 'Saint Anne’s', code: 'E99000004', east: 1, north: 0 },
};

/**
 * A small square town with four wards and sixteen postcodes: ZZ1 in the west, ZZ2 in the east.
 * Wards go by quarter: see `QUARTERS` for their names and codes.
 */
export async function aTown(services: Writer, details: AreaDetails = {}): Promise<Town> {
  const area = await anArea(services, details);
  const all = await services.areas.wards(area.id);
  const ward = (quarter: Quarter): Ward => found(all.find(({ code }) => code === QUARTERS[quarter].code));
  const wards = {
    northWest: ward('northWest'),
    northEast: ward('northEast'),
    southWest: ward('southWest'),
    southEast: ward('southEast'),
  };
  return { area, wards, owner: await anOwner(services, area) };
}

export async function anArea(
  { areas }: Pick<Services, 'areas'>,
  { southWestCorner = CORNER, ...details }: AreaDetails = {},
): Promise<Area> {
  const wards = Object.values(QUARTERS).map(({ name, code, east, north }) => {
    const corner = { lon: southWestCorner.lon + (east * WIDTH) / 2, lat: southWestCorner.lat + (north * HEIGHT) / 2 };
    return {
      name,
      code,
      shape: aBox(corner, WIDTH / 2, HEIGHT / 2),
      centre: { lon: corner.lon + WIDTH / 4, lat: corner.lat + HEIGHT / 4 },
    };
  });
  return areas.create(
    { slug: 'testborough', name: 'Testborough', timezone: 'Europe/London', holidays: 'england-and-wales', ...details },
    { boundary: aBox(southWestCorner, WIDTH, HEIGHT), wards, postcodes: postcodes(southWestCorner), basemap: null },
  );
}

export async function anOwner(
  { inOneTransaction, areas }: Writer,
  area: Area,
  name = `${area.name} Council`,
): Promise<Owner> {
  return inOneTransaction(({ trx }) => areas.ownerNamed(trx, area.id, name));
}

/** Adds one asset to the register: a vacant plot of land in the town's south-west, unless the test says otherwise. */
export async function anAsset(
  services: Writer,
  town: Pick<Town, 'area' | 'owner'>,
  details: AssetDetails = {},
): Promise<Asset> {
  const [asset] = await someAssets(services, town, [details]);
  return found(asset);
}

/** Adds several assets in one transaction. */
export async function someAssets(
  services: Writer,
  { area, owner }: Pick<Town, 'area' | 'owner'>,
  details: AssetDetails[],
): Promise<Asset[]> {
  return writing(services, area, (register) =>
    register.add(owner, details.map(withDefaults), { source: 'Added by a test.', list: null }),
  );
}

export async function changeAssets(
  services: Writer,
  { area }: Pick<Town, 'area'>,
  changes: AssetChange[],
): Promise<void> {
  await writing(services, area, (register) => register.change(changes, 'Changed by a test.'));
}

export async function retireAssets(
  services: Writer,
  { area }: Pick<Town, 'area'>,
  ids: string[],
  on: Day = TODAY,
): Promise<void> {
  await writing(services, area, (register) => register.retire(ids, on, 'Retired by a test.'));
}

/** One piece of work on the register, finished and committed. */
export async function writing<T>(
  { inOneTransaction, areas, register }: Writer,
  area: Area,
  work: (register: RegisterWriting) => Promise<T>,
): Promise<T> {
  // Read before the transaction begins: SQLite has one connection, and the transaction will hold it.
  const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
  return inOneTransaction(async (unit) => {
    const writer = await register.writing({ unit, area, owners, actor: 'test' });
    const result = await work(writer);
    await writer.finish();
    return result;
  });
}

/** A point in the town: 0, 0 is its south-west corner and 1, 1 its north-east one. */
export function inTown(east: number, north: number, corner: LonLat = CORNER): LonLat {
  return { lon: round(corner.lon + east * WIDTH), lat: round(corner.lat + north * HEIGHT) };
}

/** A rectangle in degrees from its south-west corner. */
export function aBox({ lon, lat }: LonLat, width: number, height: number): Outline & { type: 'Polygon' } {
  const [west, south, east, north] = [round(lon), round(lat), round(lon + width), round(lat + height)];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** What a test knows to be there. */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('The test expected something that is not there.');
  return value;
}

let added = 0;

function withDefaults(details: AssetDetails): NewAsset {
  const number = ++added;
  return {
    code: `T-${number}`,
    kind: 'land',
    name: `Plot ${number}`,
    state: 'vacant',
    ...('point' in details ? {} : { point: inTown(0.2, 0.2) }),
    ...details,
  };
}

/** Four by four postcodes on a grid, ZZ1 1AA to ZZ1 8AA in the west, ZZ2 1AA to ZZ2 8AA in the east. */
async function* postcodes(corner: LonLat): AsyncGenerator<{ postcode: string; point: LonLat; wardCode: null }> {
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      const postcode = `ZZ${column < 2 ? 1 : 2} ${(column % 2) * 4 + row + 1}AA`;
      yield { postcode, point: inTown((column + 0.5) / 4, (row + 0.5) / 4, corner), wardCode: null };
    }
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
