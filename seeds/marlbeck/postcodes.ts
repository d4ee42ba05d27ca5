import type { XY } from './plane.ts';
import { inside, lengthOf, pointAlong, toLonLat } from './plane.ts';
import type { Road } from './roads.ts';
import { bigRoads } from './roads.ts';
import { smallRoads } from './streets.ts';
import { wardRings } from './wards.ts';

export type PostcodeRow = { postcode: string; lon: number; lat: number; ward_code: string; ward_name: string };

// ZM is no postcode area in use; districts follow the wards so that they hang together on the map.
const districtOf: Record<string, { district: number; sector: number }> = {
  MB01: { district: 1, sector: 1 },
  MB02: { district: 1, sector: 3 },
  MB03: { district: 2, sector: 1 },
  MB04: { district: 3, sector: 4 },
  MB05: { district: 4, sector: 1 },
  MB06: { district: 5, sector: 2 },
  MB07: { district: 5, sector: 7 },
  MB08: { district: 6, sector: 9 },
};
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** One postcode for each street, two or three for long ones. */
export function marlbeckPostcodes(): PostcodeRow[] {
  const seen = new Map<string, number>();
  return [...bigRoads, ...smallRoads].flatMap(delivery).flatMap((at) => {
    const ward = wardRings.find((candidate) => inside(candidate.points, at));
    const scheme = ward && districtOf[ward.code];
    if (!ward || !scheme) return [];
    const number = seen.get(ward.code) ?? 0;
    seen.set(ward.code, number + 1);
    const [lon = 0, lat = 0] = toLonLat(at);
    return [
      {
        postcode: `ZM${scheme.district} ${scheme.sector}${letters(number)}`,
        lon,
        lat,
        ward_code: ward.code,
        ward_name: ward.name,
      },
    ];
  });
}

function delivery(road: Road): XY[] {
  const length = lengthOf(road.points);
  const count =
    road.class === 'street'
      ? Math.max(1, Math.min(3, Math.round(length / 640)))
      : Math.min(9, Math.round(length / 420));
  if (length < 190) return [];
  return Array.from({ length: count }, (_, i) => pointAlong(road.points, (i + 0.5) / count).at);
}
const letters = (n: number): string =>
  `${LETTERS[Math.floor(n / LETTERS.length) % LETTERS.length] ?? 'A'}${LETTERS[n % LETTERS.length] ?? 'A'}`;
