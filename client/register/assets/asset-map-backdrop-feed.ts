import type { FeatureCollection, Point } from 'geojson';
import { loadGeoJson } from '../map/geojson-feed.ts';
import { nearestFirst } from '../map/nearest-rules.ts';
import type { TownMap } from '../map/town-map.ts';
import { wardAt } from '../map/ward-rules.ts';

/** The name by which people know a spot, for "14 places near Harbour". */
export type NearName = (lon: number, lat: number) => string | null;
type Sources = { basemap: string | null; outline: string | null; tiles: string | null };

/** Ranks of labels that name a part of town rather than a park or a pier. */
const QUARTER_RANKS = [2, 3];

/** Brings what lies under the places. Each part may be missing: the places are drawn all the same. */
export async function drawBackdrop(map: TownMap, { basemap, outline, tiles }: Sources): Promise<NearName> {
  const [ground, wards] = await Promise.all([
    loadGeoJson(basemap).then((collection) => {
      if (collection) map.drawBasemap(collection);
      else if (tiles) map.drawTiles(tiles);
      return collection;
    }),
    loadGeoJson(outline).then((collection) => {
      if (collection) map.drawOutline(collection);
      return collection;
    }),
  ]);
  const quarters = ground ? quartersOf(ground) : [];
  return (lon, lat) => (wards && wardAt(wards, lon, lat)) ?? nearestFirst(quarters, { lon, lat }, 1)[0]?.name ?? null;
}

function quartersOf(ground: FeatureCollection): { name: string; lon: number; lat: number }[] {
  return ground.features.flatMap(({ geometry, properties }) => {
    if (properties?.layer !== 'label' || !QUARTER_RANKS.includes(properties.rank as number)) return [];
    const [lon = 0, lat = 0] = (geometry as Point).coordinates;
    return [{ name: String(properties.name), lon, lat }];
  });
}
