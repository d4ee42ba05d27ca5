import type { NewArea, OwnerKind } from '../../src/ground/areas/area-contract.ts';
import type { AreaParts } from '../../src/ground/areas/area-setup-service.ts';
import type { LonLat, Outline } from '../../src/kernel/geo.ts';
import { randomFrom } from '../support/random.ts';
import { ENDS, STEMS } from './county-names.ts';

/** A made-up country: five by five counties with twelve wards each, and one county more whose register is still empty. */
const SIDE = 5;
const WIDTH = 0.8;
const HEIGHT = 0.5;
const CORNER: LonLat = { lon: -4.4, lat: 51 };
const WARDS = { across: 4, down: 3 };
const TOWNS = 10;
const DISTRICTS = 6;
const POSTCODES_PER_DISTRICT = 30;

export type Town = { name: string; at: LonLat; spread: number };
export type County = {
  details: NewArea;
  corner: LonLat;
  towns: Town[];
  postcodes: { postcode: string; point: LonLat }[];
  owners: { name: string; kind: OwnerKind }[];
};

/** All counties with a register; the last one, `emptyCounty`, is for imports. */
export const counties: readonly County[] = STEMS.slice(0, SIDE * SIDE).map((stem, at) =>
  county(stem, at, { lon: CORNER.lon + (at % SIDE) * WIDTH, lat: CORNER.lat + Math.floor(at / SIDE) * HEIGHT }),
);
export const emptyCounty: County = county('Empty', SIDE * SIDE, { lon: CORNER.lon + SIDE * WIDTH, lat: CORNER.lat });

function county(stem: string, number: number, corner: LonLat): County {
  const random = randomFrom(number + 1);
  const name = `${stem}shire`;
  const towns = ENDS.slice(0, TOWNS).map((end, rank) => ({
    name: `${stem}${end}`,
    at: inside(corner, 0.1 + 0.8 * random.next(), 0.1 + 0.8 * random.next()),
    spread: 0.035 / Math.sqrt(rank + 1),
  }));
  const letters = String.fromCharCode(65 + (number % 26)) + 'X';
  const postcodes = Array.from({ length: DISTRICTS * POSTCODES_PER_DISTRICT }, (_, at) => ({
    postcode: `${letters}${(at % DISTRICTS) + 1} ${Math.floor(at / DISTRICTS) % 10}${'ABC'[Math.floor(at / DISTRICTS / 10)] ?? 'D'}A`,
    point: near(random.one(towns, 2), corner, random.normal(), random.normal()),
  }));
  // 40 owners in all: a council for each county, and in fifteen of them a health trust.
  const owners: County['owners'] = [
    { name: `${name} County Council`, kind: 'council' },
    ...(number % 5 < 3 ? [{ name: `${name} Health Trust`, kind: 'nhs' as const }] : []),
  ];
  return {
    details: { slug: name.toLowerCase(), name, timezone: 'Europe/London', holidays: 'england-and-wales' },
    corner,
    towns,
    postcodes,
    owners,
  };
}

/** What `areaService.create` needs of a county. */
export function partsOf({ corner, details, postcodes }: County): AreaParts {
  const [width, height] = [WIDTH / WARDS.across, HEIGHT / WARDS.down];
  const wards = Array.from({ length: WARDS.across * WARDS.down }, (_, at) => {
    const south = {
      lon: corner.lon + (at % WARDS.across) * width,
      lat: corner.lat + Math.floor(at / WARDS.across) * height,
    };
    return {
      code: `${details.slug}-${at + 1}`,
      name: `${details.name} ward ${at + 1}`,
      shape: box(south, width, height),
      centre: { lon: south.lon + width / 2, lat: south.lat + height / 2 },
    };
  });
  return { boundary: box(corner, WIDTH, HEIGHT), wards, postcodes: lines(postcodes), basemap: null };
}

/** A point near a town's middle, kept inside the county. */
export function near({ at, spread }: Town, corner: LonLat, east: number, north: number): LonLat {
  return {
    lon: kept(at.lon + east * spread * 1.6, corner.lon, WIDTH),
    lat: kept(at.lat + north * spread, corner.lat, HEIGHT),
  };
}

function box({ lon, lat }: LonLat, width: number, height: number): Outline {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [lon + width, lat],
        [lon + width, lat + height],
        [lon, lat + height],
        [lon, lat],
      ],
    ],
  };
}

async function* lines(
  postcodes: County['postcodes'],
): AsyncGenerator<{ postcode: string; point: LonLat; wardCode: null }> {
  for (const one of postcodes) yield { ...one, wardCode: null };
}

function inside({ lon, lat }: LonLat, east: number, north: number): LonLat {
  return { lon: lon + east * WIDTH, lat: lat + north * HEIGHT };
}

function kept(degrees: number, from: number, size: number): number {
  return Math.round(Math.max(from + 0.001, Math.min(from + size - 0.001, degrees)) * 1e6) / 1e6;
}
