import type { Feature, FeatureCollection } from 'geojson';
import { insideRings } from './point-in-rings-rules.ts';

/** Outline features are told apart by `properties.kind`: `boundary`, or else a ward with a `name`. */
export function isBoundary(feature: Feature): boolean {
  return feature.properties?.kind === 'boundary';
}

/** The ward that holds a point, by name. */
export function wardAt(collection: FeatureCollection, lon: number, lat: number): string | null {
  const ward = collection.features.find((feature) => !isBoundary(feature) && insideRings(ringsOf(feature), lon, lat));
  const name: unknown = ward?.properties?.name;
  return typeof name === 'string' ? name : null;
}

function ringsOf({ geometry }: Feature): number[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates.map((ring) => ring.flatMap(([x = 0, y = 0]) => [x, y]));
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.flat().map((ring) => ring.flatMap(([x = 0, y = 0]) => [x, y]));
  return [];
}
