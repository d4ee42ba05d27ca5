import { area } from '@turf/turf';
import type { Shape } from '../assets/asset-contract.ts';
import { type OutlineBounds, soundOutline } from '../../kernel/outline-rules.ts';
import { middleOf, rounded } from '../../kernel/geo.ts';
import {
  pointBy,
  readingByRange,
  readingInside,
  type Reading,
  type ReadingContext,
} from '../../kernel/tables/coordinate-reading.ts';
import type { RowPlace } from './row-place-reading.ts';

type Position = number[];
export type ShapePlace = { place: RowPlace; shape: Shape | null; problem: string | null; column: string };

/**
 * Reads the geometry of one GeoJSON feature: a point, or an outline with a point that is certain to lie on it.
 * Files older than RFC 7946 may hold British National Grid or latitude first; both are recognised by where they fall.
 * @param corners most corners that one outline may have; @param declared the system that the file names, if any
 * @param column where the outline stands, for what is said about it
 */
export function shapePlaceOf(
  geometry: unknown,
  declared: string | undefined,
  context: ReadingContext,
  corners: number,
  column: string,
): ShapePlace {
  const found = readGeometry(geometry);
  if (found === 'none') return { place: { kind: 'blank', said: true }, shape: null, problem: null, column };
  if (found === 'unfit')
    return unfit(
      'Only points, polygons and multipolygons can be read. Draw the outline of the place, or mark it by one point.',
      column,
    );
  const { polygons, position } = found;
  const inside = readingInside(position[0] ?? NaN, position[1] ?? NaN, declared, context);
  if (!inside) return { place: outside(position, declared, context, column), shape: null, problem: null, column };
  const outline = polygons && outlineOf(polygons, inside.reading, { reach: context.reach, corners });
  if (outline && 'problem' in outline) return unfit(outline.problem, column);
  const shape = outline?.shape ?? null;
  const point = shape ? middleOf(shape) : { lon: rounded(inside.point.lon), lat: rounded(inside.point.lat) };
  return {
    place: { kind: 'inside', point, reading: inside.reading, column, declared, fromText: false },
    shape,
    problem: null,
    column,
  };
}

/** The outline read as its first ring was: a part that then lies elsewhere makes the whole of it doubtful. */
function outlineOf(
  polygons: Position[][][],
  reading: Reading,
  bounds: OutlineBounds,
): { shape: Shape } | { problem: string } {
  const parts = inDegrees(polygons, reading);
  return parts
    ? soundOutline(parts, bounds)
    : { problem: 'A corner of the outline lies nowhere on earth. Check its coordinates.' };
}

/** Square metres of an outline, to the nearest one. */
export function squareMetresWithin(shape: Shape): number {
  return Math.round(area(shape));
}

function readGeometry(geometry: unknown): { position: Position; polygons: Position[][][] | null } | 'none' | 'unfit' {
  if (geometry === null || geometry === undefined) return 'none';
  const { type, coordinates: given } = geometry as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(given)) return 'unfit';
  const coordinates: unknown[] = given;
  if (coordinates.length === 0) return 'none';
  if (type === 'Point' && isPosition(coordinates)) return { position: coordinates, polygons: null };
  const [only] = coordinates;
  if (type === 'MultiPoint' && coordinates.length === 1 && isPosition(only)) return { position: only, polygons: null };
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!polygons || !polygons.every(isPolygon)) return 'unfit';
  return { polygons, position: meanOf(polygons[0]?.[0] ?? []) };
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.slice(0, 2).every((part) => typeof part === 'number' && Number.isFinite(part))
  );
}

function isPolygon(value: unknown): value is Position[][] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((ring) => Array.isArray(ring) && ring.every(isPosition))
  );
}

function meanOf(ring: Position[]): Position {
  return [0, 1].map(
    (axis) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / Math.max(1, ring.length),
  );
}

/** The parts of an outline in longitude and latitude, every ring closed; undefined where a corner lies nowhere on earth. */
function inDegrees(polygons: Position[][][], reading: Reading): Position[][][] | undefined {
  let nowhere = false;
  const turned = polygons.map((rings) =>
    rings.map((ring) => {
      const corners = ring.map(([x = NaN, y = NaN]) => {
        const point = pointBy(reading, x, y);
        nowhere ||= point === undefined;
        return point ? [rounded(point.lon), rounded(point.lat)] : [];
      });
      const [first, last] = [corners[0], corners.at(-1)];
      return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...corners, [...first]] : corners;
    }),
  );
  return nowhere ? undefined : turned;
}

function outside(position: Position, declared: string | undefined, { told }: ReadingContext, column: string): RowPlace {
  return {
    kind: 'outside',
    at: readingByRange(position[0] ?? NaN, position[1] ?? NaN, declared, told),
    column,
    declared,
  };
}

function unfit(problem: string, column: string): ShapePlace {
  return { place: { kind: 'unusable', column, why: 'unread', text: '' }, shape: null, problem, column };
}
