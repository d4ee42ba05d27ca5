import type { FeatureCollection } from 'geojson';

/** A collection, or `null` when it cannot be had: a map without its backdrop is still a map. */
export async function loadGeoJson(address: string | null): Promise<FeatureCollection | null> {
  if (!address) return null;
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as FeatureCollection) : null;
  } catch {
    return null;
  }
}
