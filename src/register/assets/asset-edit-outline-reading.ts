import { area, kinks, rewind } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { z } from 'zod';
import { inside, rounded, type LonLat, type Outline } from '../../kernel/geo.ts';
import type { Shape } from './asset-contract.ts';
import { MOST_CORNERS } from './asset-edit-contract.ts';

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/** Lines this short are a slip of the hand, not land. */
const SMALLEST_M2 = 1;

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
  const rings = polygons.flat();
  const corners = rings.flat();
  if (corners.length > MOST_CORNERS)
    return {
      problem: `The outline has ${corners.length.toLocaleString('en-GB')} corners; at most ${MOST_CORNERS.toLocaleString('en-GB')} are taken. Leave some out.`,
    };
  if (rings.some((one) => one.length < 4))
    return { problem: 'The outline needs at least three corners. Add some, or empty it.' };
  if (rings.some((one) => !isClosed(one)))
    return { problem: 'The outline is not closed: its last corner must be its first one again.' };
  if (corners.some(([lon = NaN, lat = NaN]) => !inside(within, { lon, lat })))
    return {
      problem: 'A corner lies more than 5 km outside the area. Check it: longitude comes first, then latitude.',
    };
  const shape: Shape =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
      : { type: 'MultiPolygon', coordinates: polygons };
  const [crossing] = kinks(shape).features;
  if (crossing)
    return {
      problem: `The outline crosses itself near longitude ${at(crossing.geometry.coordinates[0])}, latitude ${at(crossing.geometry.coordinates[1])}. Move or remove a corner there.`,
    };
  if (area(shape) < SMALLEST_M2) return { problem: 'The outline encloses no land. Move its corners apart.' };
  return { shape: rewind(shape) as Polygon | MultiPolygon };
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
    const polygons = parsed.data.type === 'Polygon' ? [parsed.data.coordinates] : parsed.data.coordinates;
    return polygons.map((rings) =>
      rings.map((one) => one.map(([lon = NaN, lat = NaN]) => [rounded(lon), rounded(lat)])),
    );
  } catch {
    return undefined;
  }
}

function isClosed(one: Position[]): boolean {
  const [first, last] = [one[0], one.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

const at = (degrees: number | undefined): string => (degrees ?? NaN).toFixed(5);
