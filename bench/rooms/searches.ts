import type { Database } from '../../src/kernel/database.ts';
import { claimedWeeks } from './many-rooms.ts';

export type Search = { name: string; path: string; wishes: string[] };

const AROUND_KM = 3;
/** The number of rooms around that counts as "about 500". */
const ABOUT = [450, 550] as const;
const NEEDS = 'need=step_free,accessible_toilet,kitchen';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Searches around points that have about 500 rooms within three kilometres, each for another day and another first date. */
export async function searchesOn(db: Database, count: number): Promise<Search[]> {
  const points = await busyPoints(db, count);
  const { firstMonday, weeks } = await claimedWeeks(db);
  const day = (days: number): string =>
    new Date(Date.parse(firstMonday) + days * 86_400_000).toISOString().slice(0, 10);
  const term = (at: number): string => {
    const { lon, lat } = points[at % points.length] ?? { lon: 0, lat: 0 };
    return `people=12&day=${DAYS[at % DAYS.length]}&from=${day(7 + (at % 7))}&until=${day(weeks * 7 - 1)}&off=skip&lat=${lat}&lon=${lon}&km=${AROUND_KM}`;
  };
  const wishes = (more: string): string[] => Array.from({ length: count }, (_, at) => `${term(at)}&${more}`);
  return [
    {
      name: 'about 500 rooms, three must-haves',
      path: '/api/spaces/search',
      wishes: wishes(`start=18:00&hours=2&${NEEDS}`),
    },
    {
      name: 'the same, any two hours from 17:00 to 21:00',
      path: '/api/spaces/search',
      wishes: wishes(`start=17:00&end=21:00&hours=2&${NEEDS}`),
    },
    { name: 'about 500 rooms, no must-haves', path: '/api/spaces/search', wishes: wishes('start=18:00&hours=2') },
    { name: 'nothing fits, and why', path: '/api/spaces/search', wishes: wishes(`start=21:00&hours=2&${NEEDS}`) },
    { name: 'three must-haves, as a page', path: '/spaces', wishes: wishes(`start=18:00&hours=2&${NEEDS}`) },
  ];
}

async function busyPoints(db: Database, count: number): Promise<{ lon: number; lat: number }[]> {
  const places: { lon: number; lat: number }[] = await db('public_assets')
    .where({ hidden: false, kind: 'building' })
    .whereNotNull('lon')
    .orderBy('row_no')
    .select('lon', 'lat');
  const found: { lon: number; lat: number }[] = [];
  for (const place of places) {
    const [up, across] = [AROUND_KM / 111.195, AROUND_KM / 111.195 / Math.cos((place.lat * Math.PI) / 180)];
    const [row] = await db('public_assets')
      .join('spaces', 'spaces.asset_id', 'public_assets.id')
      .whereBetween('lat', [place.lat - up, place.lat + up])
      .whereRaw('(lat - ?) * (lat - ?) / ? + (lon - ?) * (lon - ?) / ? <= 1', [
        place.lat,
        place.lat,
        up * up,
        place.lon,
        place.lon,
        across * across,
      ])
      .count({ rooms: '*' });
    const rooms = Number(row?.['rooms'] ?? 0);
    if (rooms >= ABOUT[0] && rooms <= ABOUT[1]) found.push(place);
    if (found.length >= count) break;
  }
  return found;
}
