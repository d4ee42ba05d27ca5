import type { MapData } from '../../../client/register/assets/map-view.ts';
import type { Area, BoundingBox } from '../../ground/areas/area-contract.ts';
import { boxAround, jointBox } from '../../kernel/geo.ts';

export type Tiles = { url: string; attribution: string };
type MapOf = {
  areas: readonly Area[];
  areaSlug: string | undefined;
  params: URLSearchParams;
  tiles: Tiles;
  box?: BoundingBox | undefined;
  place?: { lon: number; lat: number } | undefined;
  km?: number | undefined;
};

/** How far around a place the map shows when no distance was given, in kilometres. */
const AROUND_PLACE_KM = 1.5;

/** Where there is no area, or none whose outline lies on earth: one bad outline must not blank everybody’s map. */
const BRITISH_ISLES: BoundingBox = [-9, 49, 2.5, 61.5];

/** What the map island is told: which view, whose base map, which filters. */
export function mapOf({ areas, areaSlug, params, tiles, box, place, km }: MapOf): MapData {
  const shown = areaSlug ? areas.filter(({ slug }) => slug === areaSlug) : areas;
  const [only] = shown.length === 1 ? shown : [];
  const around = place && boxAround(place, (km ?? AROUND_PLACE_KM) * 1_000);
  return {
    src: `/api/assets/map?${params}`,
    bbox: box ?? around ?? jointBox(shown.map(({ bbox }) => bbox)) ?? BRITISH_ISLES,
    basemap: only?.hasBasemap ? `/api/areas/${only.slug}/basemap` : null,
    outline: only ? `/api/areas/${only.slug}/outline` : null,
    tiles: only?.hasBasemap ? null : tiles.url,
    attribution: only?.hasBasemap ? 'Drawn for this register' : tiles.attribution,
    label: only ? `Map of places in ${only.name}` : 'Map of places',
  };
}
