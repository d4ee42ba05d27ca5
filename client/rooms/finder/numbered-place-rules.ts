import type { Answer } from '../../../src/rooms/finder/answer-contract.ts';
import type { NumberedPlace } from './finder-map-element.ts';

/** Rooms by where they are: several in one place share a spot, which then bears the first of their numbers and a plus. */
export function numberedPlaces(rooms: readonly Pick<Answer, 'id' | 'name' | 'point'>[]): NumberedPlace[] {
  const spots = new Map<string, NumberedPlace>();
  for (const [at, { id, name, point }] of rooms.entries()) {
    if (!point) continue;
    const key = `${point.lon},${point.lat}`;
    const known = spots.get(key);
    spots.set(
      key,
      known ? { ...known, label: `${known.label.replace('+', '')}+` } : { id, name, ...point, label: String(at + 1) },
    );
  }
  return [...spots.values()];
}

/** West, south, east, north around all of them and the point that was searched from, with a margin; null where nothing has a point. */
export function boxAround(
  places: readonly { lon: number; lat: number }[],
  centre: { lon: number; lat: number } | null,
): [number, number, number, number] | null {
  const points = [...places, ...(centre ? [centre] : [])];
  if (points.length === 0) return null;
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  return [
    Math.min(...lons) - MARGIN * 1.6,
    Math.min(...lats) - MARGIN,
    Math.max(...lons) + MARGIN * 1.6,
    Math.max(...lats) + MARGIN,
  ];
}

/** In degrees of latitude: about 400 metres. */
const MARGIN = 0.0036;
