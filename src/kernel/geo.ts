import {
  bbox as bboxOf,
  booleanPointInPolygon,
  buffer,
  feature,
  pointOnFeature,
  union,
  featureCollection,
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';

export type LonLat = { lon: number; lat: number };
export type Outline = Polygon | MultiPolygon;
export type Box = [west: number, south: number, east: number, north: number];

/** Radius of the sphere on which distances are measured, in metres (IUGG mean radius). */
const EARTH_RADIUS_M = 6_371_008.8;
/** One degree of latitude in metres, a little short so that a box never misses what its circle holds. */
const DEGREE_M = 110_500;

/** Great-circle distance in metres (haversine): within 0.5 % of the ellipsoid, which is enough to sort by. */
export function distanceM(from: LonLat, to: LonLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((to.lat - from.lat) * rad) / 2) ** 2 +
    Math.cos(from.lat * rad) * Math.cos(to.lat * rad) * Math.sin(((to.lon - from.lon) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** West, south, east, north of an outline, in degrees. */
export function boxOf(outline: Outline): Box {
  const [west, south, east, north] = bboxOf(outline);
  return [west, south, east, north];
}

/** The box around a circle. */
export function boxAround({ lon, lat }: LonLat, metres: number): Box {
  const up = metres / DEGREE_M;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lon - across, lat - up, lon + across, lat + up];
}

/** Whether a box has a place on earth. */
export function isSoundBox([west, south, east, north]: Box): boolean {
  return west >= -180 && south >= -90 && east <= 180 && north <= 90 && west <= east && south <= north;
}

/** A box and everything within some metres of it. */
export function grownBox([west, south, east, north]: Box, metres: number): Box {
  const [left, down] = boxAround({ lon: west, lat: south }, metres);
  const [, , right, up] = boxAround({ lon: east, lat: north }, metres);
  return [left, down, right, up];
}

/** The box around several; those that have no place on earth are left out. */
export function jointBox(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes.filter(isSoundBox);
  return (
    first &&
    others.reduce(
      (all, one) => [
        Math.min(all[0], one[0]),
        Math.min(all[1], one[1]),
        Math.max(all[2], one[2]),
        Math.max(all[3], one[3]),
      ],
      first,
    )
  );
}

export function inBox([west, south, east, north]: Box, { lon, lat }: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Whether a point lies inside an outline or on its edge. */
export function inside(outline: Outline, { lon, lat }: LonLat): boolean {
  return booleanPointInPolygon([lon, lat], outline);
}

/** A point that is certain to lie on the outline: its middle where that is inside. */
export function middleOf(outline: Outline): LonLat {
  const [lon = 0, lat = 0] = pointOnFeature(outline).geometry.coordinates;
  return { lon: rounded(lon), lat: rounded(lat) };
}

/** The outline and everything within some kilometres of it. */
export function widened(outline: Outline, kilometres: number): Outline {
  return buffer(feature(outline), kilometres, { units: 'kilometers', steps: 4 })?.geometry ?? outline;
}

/** One outline made of several. */
export function joined(outlines: Outline[]): Outline | undefined {
  const features: Feature<Outline>[] = outlines.map((outline) => feature(outline));
  if (features.length < 2) return features[0]?.geometry;
  return union(featureCollection(features))?.geometry;
}

/** Web-mercator coordinates from 0 to 1: x from west to east, y from north to south (EPSG:3857 scaled to the square). */
export const mercatorX = (lon: number): number => (lon + 180) / 360;
export function mercatorY(lat: number): number {
  const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Degrees to six decimals: about 0.1 m, finer than any register. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
