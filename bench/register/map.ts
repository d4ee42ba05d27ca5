import { ASSET_KINDS } from '../../src/register/assets/asset-contract.ts';
import type { Database } from '../../src/kernel/database.ts';
import type { LonLat } from '../../src/kernel/geo.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { printMeasured } from './measured-table.ts';
import { measured, type BenchServer, type Measured } from './server.ts';

const ZOOMS = Array.from({ length: 13 }, (_, at) => at + 5);
const REQUESTS = 100;
const SCREEN = { width: 1280, height: 800 };
const STATES = ['vacant', 'vacant,under_used', 'in_use', 'under_used,asked_for,meanwhile_use'];

/** The map with two filters at every zoom, over places that have assets; then what is hardest: new filters, and none at all. */
export async function measureMap(server: BenchServer, db: Database): Promise<void> {
  const random = randomFrom(7);
  const places = await placesWithAssets(db, random);
  const lines: [string, Measured][] = [];
  const measure = async (name: string, zoom: number, requests: number, filters: () => string): Promise<void> => {
    const paths = Array.from(
      { length: requests },
      () => `/api/assets/map?view=${viewAround(random.one(places), zoom)}&zoom=${zoom}${filters()}`,
    );
    lines.push([`zoom ${zoom}, ${name}`, await measured(server, paths)]);
  };
  const kindAndState = (): string => `&kind=${random.one(ASSET_KINDS)}&state=${random.one(STATES)}`;
  for (const zoom of ZOOMS) await measure('kind and state', zoom, REQUESTS, kindAndState);
  // Results are kept for the next move of the map, so these ask each time for a size that nobody has asked for.
  for (const zoom of [6, 9, 14])
    await measure('never asked before', zoom, REQUESTS / 2, () => `${kindAndState()}&min_m2=${random.next() * 200}`);
  for (const zoom of [5, 8, 12]) await measure('no filter', zoom, REQUESTS / 2, () => '');
  printMeasured('Map: one view', lines);
}

async function placesWithAssets(db: Database, random: Random): Promise<LonLat[]> {
  const last = await db('public_assets').max({ row: 'row_no' }).first();
  const rows = Array.from({ length: 500 }, () => 1 + random.below(Number(last?.row)));
  return db('public_assets').whereIn('row_no', rows).whereNotNull('lon').select('lon', 'lat').orderBy('row_no');
}

/** West, south, east, north of what a screen shows around a point. */
function viewAround({ lon, lat }: LonLat, zoom: number): string {
  const east = (180 * SCREEN.width) / (256 * 2 ** zoom);
  const north = (180 * SCREEN.height * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
  return [Math.max(-180, lon - east), Math.max(-85, lat - north), Math.min(180, lon + east), Math.min(85, lat + north)]
    .map((degrees) => degrees.toFixed(5))
    .join(',');
}
