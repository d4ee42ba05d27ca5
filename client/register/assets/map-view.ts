import { html, nothing, type TemplateResult } from 'lit';
import type { AssetKind, AssetState, Precision } from '../../../src/register/assets/asset-contract.ts';

/** What the map island needs; the same on every page that has a map. */
export type MapData = {
  src: string;
  /** West, south, east, north of the first view. */
  bbox: readonly number[];
  basemap: string | null;
  outline: string | null;
  tiles: string | null;
  attribution: string;
  label: string;
  /** For the page of one asset: its id and point. */
  focus?: {
    id: string;
    point: readonly [number, number];
    precision: Precision;
    kind: AssetKind;
    state: AssetState;
  } | null;
};

/** The map as an island: without JavaScript its child says where to find the same in words. */
export function mapView(map: MapData, fallback: TemplateResult): TemplateResult {
  return html`
    <asset-map
      class=${map.focus ? 'map map--small' : 'map'}
      src=${map.src} bbox=${map.bbox.join(',')} basemap=${map.basemap ?? nothing} outline=${map.outline ?? nothing} tiles=${map.tiles ?? nothing}
      attribution=${map.attribution} label=${map.label} focus=${map.focus?.id ?? nothing} point=${map.focus?.point.join(',') ?? nothing}
      precision=${map.focus?.precision ?? nothing} kind=${map.focus?.kind ?? nothing} state=${map.focus?.state ?? nothing}
    ><div class="map__fallback">${fallback}</div></asset-map>
  `;
}
