import { area, rewind } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { rounded, type LonLat, type Outline } from './geo.ts';
import { crossingOf } from './outline-crossings-rules.ts';

/** Lines this short are a slip of the hand, not land. */
const SMALLEST_M2 = 1;

export type OutlineBounds = {
  /** How far an outline may reach. */
  reach(point: LonLat): boolean;
  /** Most corners that are taken. */
  corners: number;
};

/**
 * Looks at every corner of every part of an outline, whoever drew it or sent it: closed, within reach, never crossing
 * itself, and with land in it.
 * @param polygons for each part its rings in longitude and latitude, the outer one first
 * @returns the outline as RFC 7946 has it, or a sentence that says what to do
 */
export function soundOutline(
  polygons: Position[][][],
  { reach, corners: most }: OutlineBounds,
): { shape: Outline } | { problem: string } {
  const parts = polygons.map((rings) =>
    rings.map((one) => one.map(([lon = NaN, lat = NaN]) => [rounded(lon), rounded(lat)])),
  );
  const rings = parts.flat();
  const corners = rings.flat();
  if (corners.length > most)
    return {
      problem: `The outline has ${corners.length.toLocaleString('en-GB')} corners; at most ${most.toLocaleString('en-GB')} are taken. Leave some out.`,
    };
  if (rings.some((one) => one.length < 4))
    return { problem: 'The outline needs at least three corners. Add some, or empty it.' };
  if (rings.some((one) => !isClosed(one)))
    return { problem: 'The outline is not closed: its last corner must be its first one again.' };
  if (corners.some(([lon = NaN, lat = NaN]) => !reach({ lon, lat })))
    return {
      problem: 'A corner lies more than 5 km outside the area. Check it: longitude comes first, then latitude.',
    };
  const crossing = crossingOf(rings);
  if (crossing)
    return {
      problem: `The outline crosses itself near longitude ${at(crossing[0])}, latitude ${at(crossing[1])}. Move or remove a corner there.`,
    };
  const shape = outlineOf(parts);
  if (area(shape) < SMALLEST_M2) return { problem: 'The outline encloses no land. Move its corners apart.' };
  return { shape: rewind(shape) as Polygon | MultiPolygon };
}

function outlineOf(parts: Position[][][]): Outline {
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: parts };
}

function isClosed(one: Position[]): boolean {
  const [first, last] = [one[0], one.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

const at = (degrees: number | undefined): string => (degrees ?? NaN).toFixed(5);
