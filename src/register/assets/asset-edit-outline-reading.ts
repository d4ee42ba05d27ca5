import { area } from '@turf/turf';
import type { Position } from 'geojson';
import { z } from 'zod';
import { inside, rounded, type LonLat, type Outline } from '../../kernel/geo.ts';
import { soundOutline } from '../../kernel/outline-rules.ts';
import type { Shape } from './asset-contract.ts';
import { MOST_CORNERS } from './asset-edit-contract.ts';

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/**
 * Reads an outline that somebody drew or typed.
 * @param text GeoJSON: a Polygon, a MultiPolygon, or a Feature that has one
 * @param within how far an outline may reach
 * @returns the outline, or a sentence that says what to do
 */
export function readOutline(text: string, within: Outline): { shape: Shape } | { problem: string } {
  const polygons = polygonsIn(text);
  if (!polygons)
    return {
      problem: 'Draw the outline, or enter it as GeoJSON: a Polygon or a MultiPolygon in longitude and latitude.',
    };
  return soundOutline(polygons, { reach: (point) => inside(within, point), corners: MOST_CORNERS });
}

/** Square metres of an outline, to the nearest one. */
export const squareMetresOf = (shape: Shape): number => Math.round(area(shape));

/** A point from its two texts; undefined when they are no point of the area. */
export function readPoint(lon: string, lat: string, within: Outline): LonLat | undefined {
  const point = { lon: rounded(Number(lon)), lat: rounded(Number(lat)) };
  return lon !== '' && lat !== '' && Number.isFinite(point.lon) && Number.isFinite(point.lat) && inside(within, point)
    ? point
    : undefined;
}

function polygonsIn(text: string): Position[][][] | undefined {
  try {
    const given: unknown = JSON.parse(text);
    const wanted = given !== null && typeof given === 'object' && 'geometry' in given ? given.geometry : given;
    const parsed = geometry.safeParse(wanted);
    if (!parsed.success) return undefined;
    return parsed.data.type === 'Polygon' ? [parsed.data.coordinates] : parsed.data.coordinates;
  } catch {
    return undefined;
  }
}
