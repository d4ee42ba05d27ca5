import type { Feature, LineString, Point, Polygon, Position } from 'geojson';
import type { BasemapProperties } from '../../src/ground/areas/area-contract.ts';

/** Marlbeck is drawn in metres, x east and y north, on open water at the Dogger Bank: no real land is near. */
export type XY = readonly [number, number];
export type BasemapFeature<G extends Polygon | LineString | Point = Polygon | LineString | Point> = Feature<
  G,
  BasemapProperties
>;

const CENTRE = { lon: 2, lat: 54.6, x: 4500, y: 3500 };
const METRES_A_DEGREE = 111_320;
const lonScale = METRES_A_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180);

export const toLonLat = ([x, y]: XY): Position => [
  round6(CENTRE.lon + (x - CENTRE.x) / lonScale),
  round6(CENTRE.lat + (y - CENTRE.y) / METRES_A_DEGREE),
];
export const toPlane = (lon: number, lat: number): XY => [
  (lon - CENTRE.lon) * lonScale + CENTRE.x,
  (lat - CENTRE.lat) * METRES_A_DEGREE + CENTRE.y,
];

/** A closed outer ring, counterclockwise as RFC 7946 wants it. */
export function ring(points: readonly XY[]): Position[] {
  const ordered = signedArea(points) < 0 ? [...points].reverse() : [...points];
  const positions = ordered.map(toLonLat);
  const first = positions[0];
  const last = positions.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first);
  return positions;
}

export const polygon = (points: readonly XY[], properties: BasemapProperties): BasemapFeature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring(points)] },
});
export const line = (points: readonly XY[], properties: BasemapProperties): BasemapFeature<LineString> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates: points.map(toLonLat) },
});
export const dot = (at: XY, properties: BasemapProperties): BasemapFeature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: toLonLat(at) },
});

/** A centripetal-looking Catmull-Rom curve through the points, with a vertex about every `step` metres. */
export function curve(points: readonly XY[], step = 60): XY[] {
  const out: XY[] = [];
  for (let i = 0; i < points.length - 1; i += 1) out.push(...span(points, i, step));
  const last = points.at(-1);
  return last ? [...out, last] : out;
}
export function closedCurve(points: readonly XY[], step = 60): XY[] {
  const head = points.slice(0, 3);
  const around = [...points.slice(-2), ...points, ...head];
  const out: XY[] = [];
  for (let i = 2; i < points.length + 2; i += 1) out.push(...span(around, i, step));
  return out;
}
function span(points: readonly XY[], i: number, step: number): XY[] {
  const b = at(points, i);
  const c = at(points, i + 1);
  const a = at(points, Math.max(0, i - 1));
  const d = at(points, Math.min(points.length - 1, i + 2));
  const parts = Math.max(1, Math.round(distance(b, c) / step));
  return Array.from(
    { length: parts },
    (_, k) => [spline(a[0], b[0], c[0], d[0], k / parts), spline(a[1], b[1], c[1], d[1], k / parts)] as const,
  );
}
const spline = (a: number, b: number, c: number, d: number, t: number): number =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);

/** A soft, slightly irregular closed shape: woods, ponds, greens. */
export function blob(centre: XY, rx: number, ry: number, seed: number, turn = 0): XY[] {
  const points = Array.from({ length: 9 }, (_, i) => {
    const angle = (i / 9) * 2 * Math.PI;
    const reach = 0.82 + 0.36 * chance(seed, i);
    return rotate([Math.cos(angle) * rx * reach, Math.sin(angle) * ry * reach], turn);
  });
  return closedCurve(
    points.map((p) => add(p, centre)),
    Math.max(12, Math.min(rx, ry) / 3),
  );
}

/** A rectangle: centre, width, depth and turn in degrees. */
export function box(centre: XY, width: number, depth: number, turn = 0): XY[] {
  const [w, d] = [width / 2, depth / 2];
  const corners: XY[] = [
    [-w, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
  return corners.map((corner) => add(rotate(corner, turn), centre));
}

/** A band of changing width along a line: rivers, beaches, verges, piers. Positive is left of the line. */
export function band(points: readonly XY[], left: (t: number) => number, right: (t: number) => number): XY[] {
  const along = (i: number): number => i / (points.length - 1);
  const leftSide = points.map((p, i) => add(p, scale(normalAt(points, i), left(along(i)))));
  const rightSide = points.map((p, i) => add(p, scale(normalAt(points, i), -right(along(i)))));
  return [...leftSide, ...rightSide.reverse()];
}

export function normalAt(points: readonly XY[], i: number): XY {
  const from = at(points, Math.max(0, i - 1));
  const to = at(points, Math.min(points.length - 1, i + 1));
  const length = distance(from, to) || 1;
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
}

/** The point a share of the way along a line, with the direction there. */
export function pointAlong(points: readonly XY[], share: number): { at: XY; normal: XY; turn: number } {
  const target = lengthOf(points) * share;
  let walked = 0;
  for (let i = 0; i < points.length - 1; i += 1) {
    const [a, b] = [at(points, i), at(points, i + 1)];
    const part = distance(a, b);
    if (walked + part >= target || i === points.length - 2) {
      const t = part === 0 ? 0 : Math.min(1, (target - walked) / part);
      const direction: XY = part === 0 ? [1, 0] : [(b[0] - a[0]) / part, (b[1] - a[1]) / part];
      return {
        at: mix(a, b, t),
        normal: [-direction[1], direction[0]],
        turn: (Math.atan2(direction[1], direction[0]) * 180) / Math.PI,
      };
    }
    walked += part;
  }
  return { at: at(points, 0), normal: [0, 1], turn: 0 };
}

export const lengthOf = (points: readonly XY[]): number =>
  points.slice(1).reduce((sum, p, i) => sum + distance(at(points, i), p), 0);

export function nearestOn(points: readonly XY[], p: XY): { at: XY; distance: number } {
  let best = { at: at(points, 0), distance: Infinity };
  for (let i = 0; i < points.length - 1; i += 1) {
    const [a, b] = [at(points, i), at(points, i + 1)];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const q: XY = [a[0] + t * dx, a[1] + t * dy];
    const far = distance(p, q);
    if (far < best.distance) best = { at: q, distance: far };
  }
  return best;
}

/** Whether a line comes within so many metres of a point; far lines are dismissed by their box. */
export function isNear(points: readonly XY[], p: XY, within: number): boolean {
  const [west, south, east, north] = boxOf(points);
  if (p[0] < west - within || p[0] > east + within || p[1] < south - within || p[1] > north + within) return false;
  return nearestOn(points, p).distance <= within;
}
const boxes = new WeakMap<readonly XY[], [number, number, number, number]>();
function boxOf(points: readonly XY[]): [number, number, number, number] {
  const known = boxes.get(points);
  if (known) return known;
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const found: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  boxes.set(points, found);
  return found;
}

export function inside(points: readonly XY[], [x, y]: XY): boolean {
  const [west, south, east, north] = boxOf(points);
  if (x < west || x > east || y < south || y > north) return false;
  let within = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) {
    const [a, b] = [at(points, i), at(points, j)];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  }
  return within;
}

export function signedArea(points: readonly XY[]): number {
  return points.reduce((sum, p, i) => {
    const q = at(points, (i + 1) % points.length);
    return sum + (p[0] * q[1] - q[0] * p[1]) / 2;
  }, 0);
}

/** Evenly spread numbers from 0 to 1 that are the same on every run. */
export function chance(seed: number, i: number): number {
  let h = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(i + 7, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

export function rotate([x, y]: XY, degrees: number): XY {
  const a = (degrees * Math.PI) / 180;
  return [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
}
export const add = (a: XY, b: XY): XY => [a[0] + b[0], a[1] + b[1]];
export const scale = (a: XY, by: number): XY => [a[0] * by, a[1] * by];
export const mix = (a: XY, b: XY, t: number): XY => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
export const distance = (a: XY, b: XY): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Reads a list at an index that is known to be there. */
export function at<T>(list: readonly T[], i: number): T {
  const item = list[i];
  if (item === undefined) throw new Error(`Nothing at ${i} of ${list.length}`);
  return item;
}
const round6 = (n: number): number => Math.round(n * 1e6) / 1e6;
