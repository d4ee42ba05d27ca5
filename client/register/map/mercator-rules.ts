import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';

/** Least x, least y, greatest x, greatest y. In world pixels y grows to the south. */
export type Box = [number, number, number, number];
export type Tile = { x: number; y: number; z: number };

export const TILE = 256;
const EARTH_METRES = 40_075_016.686;
/** Web mercator ends here: further north the formula runs to infinity. */
const MAX_LATITUDE = 85.0511287798;

/** Longitude and latitude to world pixels at zoom 0 (0–256). */
export function project(lon: number, lat: number): [number, number] {
  const held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((held * Math.PI) / 180);
  return [TILE * (lon / 360 + 0.5), TILE * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

/** The box of one tile in world pixels at zoom 0, widened by a margin in pixels of the tile's own zoom. */
export function tileBox(tile: Tile, marginPixels: number): Box {
  const scale = 2 ** tile.z;
  return [
    (tile.x * TILE - marginPixels) / scale,
    (tile.y * TILE - marginPixels) / scale,
    ((tile.x + 1) * TILE + marginPixels) / scale,
    ((tile.y + 1) * TILE + marginPixels) / scale,
  ];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

export function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

/** How many screen pixels a length on the ground takes at a latitude and zoom. */
export function pixelsFor(metres: number, lat: number, zoom: number): number {
  return (metres * TILE * 2 ** zoom) / (EARTH_METRES * Math.cos((lat * Math.PI) / 180));
}

/** `w,s,e,n` as attributes and URLs write it; `null` when it is not four sensible numbers. */
export function parseBoundingBox(text: string): BoundingBox | null {
  const [w, s, e, n, ...rest] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (w === undefined || s === undefined || e === undefined || n === undefined || rest.length > 0) return null;
  if (![w, s, e, n].every(Number.isFinite) || w > e || s > n) return null;
  return [w, s, e, n];
}

/** Six decimals are a tenth of a metre: enough to ask with, and short enough to cache. */
export function printBoundingBox(box: BoundingBox): string {
  return box.map((degrees) => Number(degrees.toFixed(6))).join(',');
}
