import type { Point, Shape } from '../assets/asset-contract.ts';
import { rounded, type Box } from '../../kernel/geo.ts';

export type Geometry = { type: 'Point'; coordinates: [number, number] } | Shape;

/** Six decimals are about 0.1 m; RFC 7946, section 11.2, asks for no more precision than there is. */
export function pointGeometry({ lon, lat }: Point): Geometry {
  return { type: 'Point', coordinates: [rounded(lon), rounded(lat)] };
}

/** An outline with its rings turned as RFC 7946, section 3.1.6, has them: outer rings anticlockwise, holes clockwise. */
export function outlineGeometry(shape: Shape): Geometry {
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: shape.coordinates.map(turned) };
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map((polygon) => polygon.map(turned)) };
}

/** The box that holds both; either may be missing. */
export function boxWith(box: Box | null, geometry: Geometry | null): Box | null {
  if (!geometry) return box;
  let [west, south, east, north] = box ?? [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of positions(geometry)) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

function positions(geometry: Geometry): number[][] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat().flat();
}

function turned(ring: number[][], index: number): number[][] {
  const corners = ring.map(([lon = 0, lat = 0]) => [rounded(lon), rounded(lat)]);
  const anticlockwise = doubleArea(corners) >= 0;
  return anticlockwise === (index === 0) ? corners : corners.toReversed();
}

/** Twice the area within a ring, positive when it runs anticlockwise (shoelace formula, from the first corner to stay precise). */
function doubleArea(ring: number[][]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1 = 0, y1 = 0] = ring[at - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[at] ?? [];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum;
}
