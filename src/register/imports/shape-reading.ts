import { area } from '@turf/turf';
import type { Point, Shape } from '../assets/asset-contract.ts';
import { middleOf, rounded } from '../../kernel/geo.ts';
import {
  pointBy,
  readingByRange,
  readingInside,
  type Reading,
  type ReadingContext,
} from '../../kernel/tables/coordinate-reading.ts';
import type { RowPlace } from './row-place.ts';

type Position = number[];
export type ShapePlace = { place: RowPlace; shape: Shape | null; problem: string | null };

const COLUMN = 'geometry';
const BLANK: ShapePlace = { place: { kind: 'blank', said: true }, shape: null, problem: null };

/**
 * Reads the geometry of one GeoJSON feature: a point, or an outline with a point that is certain to lie on it.
 * Files older than RFC 7946 may hold British National Grid or latitude first; both are recognised by where they fall.
 * @param corners most corners that one outline may have; @param declared the system that the file names, if any
 */
export function shapePlaceOf(
  geometry: unknown,
  declared: string | undefined,
  context: ReadingContext,
  corners: number,
): ShapePlace {
  const found = readGeometry(geometry);
  if (found === 'none') return BLANK;
  if (found === 'unfit')
    return unfit(
      'Only points, polygons and multipolygons can be read. Draw the outline of the place, or mark it by one point.',
    );
  const { polygons, position } = found;
  if (polygons && polygons.flat(2).length > corners)
    return unfit(
      `The outline has more than ${corners.toLocaleString('en-GB')} corners. Simplify it and export the layer again.`,
    );
  const inside = readingInside(position[0] ?? NaN, position[1] ?? NaN, declared, context);
  if (!inside) return { place: outside(position, declared, context), shape: null, problem: null };
  const shape = polygons && shapeOf(polygons, inside.reading);
  if (polygons && !shape) return unfit('The outline is not a closed line of at least three corners. Draw it again.');
  const point = shape ? middleOf(shape) : { lon: rounded(inside.point.lon), lat: rounded(inside.point.lat) };
  return {
    place: { kind: 'inside', point, reading: inside.reading, column: COLUMN, declared, fromText: false },
    shape: shape ?? null,
    problem: null,
  };
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

function shapeOf(polygons: Position[][][], reading: Reading): Shape | undefined {
  const turned = polygons.map((rings) => rings.map((ring, index) => closedRing(ring, reading, index === 0)));
  if (turned.some((rings) => rings.some((ring) => ring === undefined))) return undefined;
  const whole = turned as number[][][][];
  const [first] = whole;
  return whole.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: whole };
}

/** A ring in longitude and latitude, closed, counter-clockwise outside and clockwise for holes (RFC 7946, 3.1.6). */
function closedRing(ring: Position[], reading: Reading, outer: boolean): number[][] | undefined {
  const points = ring.map(([x = NaN, y = NaN]) => pointBy(reading, x, y));
  if (points.some((point) => point === undefined)) return undefined;
  const positions = (points as Point[]).map(({ lon, lat }) => [rounded(lon), rounded(lat)]);
  const [first, last] = [positions[0], positions.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push([...first]);
  if (positions.length < 4) return undefined;
  const turn = positions.reduce(
    (sum, [x = 0, y = 0], i) => sum + x * (positions[i + 1]?.[1] ?? y) - y * (positions[i + 1]?.[0] ?? x),
    0,
  );
  return turn >= 0 === outer ? positions : positions.reverse();
}

function outside(position: Position, declared: string | undefined, { told }: ReadingContext): RowPlace {
  return {
    kind: 'outside',
    at: readingByRange(position[0] ?? NaN, position[1] ?? NaN, declared, told),
    column: COLUMN,
    declared,
  };
}

function unfit(problem: string): ShapePlace {
  return { place: { kind: 'unusable', column: COLUMN, why: 'not_numbers', text: '' }, shape: null, problem };
}
