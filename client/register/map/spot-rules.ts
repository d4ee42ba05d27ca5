import type { Precision } from '../../../src/register/assets/asset-contract.ts';
import { pixelsFor } from './mercator-rules.ts';
import { insideRings } from './point-in-rings-rules.ts';
import type { MapCluster, MapPlace } from '../../../src/register/assets/map-contract.ts';

export type MapFeature = MapCluster | MapPlace;
/** A feature where it now stands on the screen, with the rings of its outline when they are drawn. */
export type Spot = {
  key: string;
  feature: MapFeature;
  x: number;
  y: number;
  radius: number;
  halo: number;
  rings: Float64Array[];
};
export type ToScreen = (lon: number, lat: number) => { x: number; y: number };

/** From this zoom the outline of a place is drawn and can be pressed. */
const SHAPE_ZOOM = 15;
const PLACE_RADIUS = 13;
/** How far the true place may be from the point that is shown, roughly, in metres. */
const DOUBT_METRES: Record<Precision, number> = { exact: 0, postcode: 120, ward: 700, district: 900, none: 0 };
const HALO_PIXELS = { least: 20, most: 90 } as const;

export function keyOf(feature: MapFeature): string {
  return feature.type === 'place' ? feature.id : `cluster:${feature.lon},${feature.lat}`;
}

/** Ten times as many places make a circle five pixels wider in radius: size tells the magnitude, the number the rest. */
export function clusterRadius(count: number): number {
  return 13 + 5 * Math.log10(Math.max(2, count));
}

/** Lays features out for painting and for pressing, from the back to the front. */
export function layOut(features: readonly MapFeature[], toScreen: ToScreen, zoom: number): Spot[] {
  return features.map((feature) => spotOf(feature, toScreen, zoom)).sort((a, b) => a.y - b.y);
}

/** The spot under the pointer: the nearest sign within reach, else the topmost outline that holds the point. */
export function spotAt(spots: readonly Spot[], x: number, y: number, slack: number): Spot | null {
  let best: Spot | null = null;
  let least = Infinity;
  for (const spot of spots) {
    const beyond = Math.hypot(spot.x - x, spot.y - y) - spot.radius;
    if (beyond > slack || beyond > least) continue;
    least = beyond;
    best = spot;
  }
  return best ?? spots.findLast((spot) => insideRings(spot.rings, x, y)) ?? null;
}

function spotOf(feature: MapFeature, toScreen: ToScreen, zoom: number): Spot {
  const { x, y } = toScreen(feature.lon, feature.lat);
  const key = keyOf(feature);
  if (feature.type === 'cluster')
    return { key, feature, x, y, radius: clusterRadius(feature.count), halo: 0, rings: [] };
  return {
    key,
    feature,
    x,
    y,
    radius: PLACE_RADIUS,
    halo: haloOf(feature, zoom),
    rings: zoom >= SHAPE_ZOOM ? ringsOf(feature, toScreen) : [],
  };
}

function haloOf(place: MapPlace, zoom: number): number {
  const metres = DOUBT_METRES[place.precision];
  if (metres === 0) return 0;
  return Math.min(HALO_PIXELS.most, Math.max(HALO_PIXELS.least, pixelsFor(metres, place.lat, zoom)));
}

function ringsOf({ shape }: MapPlace, toScreen: ToScreen): Float64Array[] {
  if (!shape) return [];
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  return rings.map((ring) =>
    Float64Array.from(
      ring.flatMap(([lon = 0, lat = 0]) => {
        const { x, y } = toScreen(lon, lat);
        return [x, y];
      }),
    ),
  );
}
