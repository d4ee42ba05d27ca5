import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';

/** The person moved the map: this is what it shows now. */
export type AssetMapView = { bbox: BoundingBox; zoom: number };
/** The person chose places on the map; an empty list closes the choice. */
export type AssetMapChoose = { ids: string[] };

declare global {
  interface HTMLElementEventMap {
    'asset-map-view': CustomEvent<AssetMapView>;
    'asset-map-choose': CustomEvent<AssetMapChoose>;
  }
}
