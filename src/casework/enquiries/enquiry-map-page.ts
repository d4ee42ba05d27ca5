import type { PickMap } from '../../../client/casework/enquiries/enquiry-where-fields.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { boxAround, jointBox } from '../../kernel/geo.ts';
import type { Point } from '../../kernel/geo-contract.ts';

type Tiles = { url: string; attribution: string };

const BRITISH_ISLES = [-9, 49, 2.5, 61.5] as const;
/** How much of the town stands around a place, in metres. */
const AROUND_M = 250;

/** A map of the areas to choose a place on. */
export function pickMapOf(areas: readonly Area[], tiles: Tiles): PickMap {
  const [only] = areas.length === 1 ? areas : [];
  return {
    bbox: jointBox(areas.map(({ bbox }) => bbox)) ?? BRITISH_ISLES,
    basemap: only?.hasBasemap ? `/api/areas/${only.slug}/basemap` : null,
    outline: only ? `/api/areas/${only.slug}/outline` : null,
    tiles: only?.hasBasemap ? null : tiles.url,
    attribution: only?.hasBasemap ? 'Drawn for this register' : tiles.attribution,
  };
}

/** A map around one point. */
export const mapAround = (areas: readonly Area[], tiles: Tiles, point: Point): PickMap => ({
  ...pickMapOf(areas, tiles),
  bbox: boxAround(point, AROUND_M),
});
