import type { Feature, FeatureCollection } from 'geojson';
import { canvas, GeoJSON } from 'leaflet';
import type { PathOptions } from 'leaflet';
import type { Palette } from './palette-paint.ts';
import { isBoundary } from './ward-rules.ts';

/** Borough boundary and wards. Features are told apart by `properties.kind`: `boundary`, or else a ward with a `name`. */
export type Outline = { layer: GeoJSON; restyle(palette: Palette): void };

export function outlineLayer(collection: FeatureCollection, palette: Palette): Outline {
  const renderer = canvas({ padding: 0.5 });
  const layer = new GeoJSON(collection, { interactive: false, style: styleFor(palette), ...{ renderer } });
  return { layer, restyle: (next) => void layer.setStyle(styleFor(next)) };
}

function styleFor(palette: Palette) {
  return (feature?: Feature): PathOptions =>
    feature && isBoundary(feature)
      ? { color: palette.boundary, weight: 2.2, opacity: 0.85, dashArray: '9 4 2 4', fill: false }
      : { color: palette.ward, weight: 1.1, opacity: 0.8, dashArray: '1 4', fill: false };
}
