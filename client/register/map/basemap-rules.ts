import type { Feature, FeatureCollection, Position } from 'geojson';
import type { BasemapLayer, BasemapProperties } from '../../../src/ground/areas/area-contract.ts';
import { boxCorners, boxOf } from './basemap-box-rules.ts';
import { boxesMeet, project } from './mercator-rules.ts';
import type { Box } from './mercator-rules.ts';

/** One thing to draw: its parts as x, y pairs in world pixels at zoom 0, with the box that holds them. */
export type Drawn = {
  layer: BasemapLayer;
  form: 'area' | 'line' | 'point';
  roadClass: BasemapProperties['class'];
  name: string | null;
  rank: number;
  minZoom: number;
  parts: Float64Array[];
  box: Box;
};
export type Basemap = { features: Drawn[]; extent: Box; hasLand: boolean };

/** From which zoom a layer is drawn when the feature itself does not say. */
const LAYER_MIN_ZOOM: Partial<Record<BasemapLayer, number>> = { building: 15, field: 12, station: 11, pier: 12 };
const ROAD_MIN_ZOOM = { main: 0, secondary: 11, street: 13, path: 14 } as const;
const NO_RANK = 9;

/** Projects a collection once, so that each tile only has to scale and shift. */
export function prepareBasemap(collection: FeatureCollection): Basemap {
  const features = collection.features.flatMap(prepareFeature);
  const extent = boxOf(features.flatMap((feature) => boxCorners(feature.box)));
  return { features, extent, hasLand: features.some((feature) => feature.layer === 'land') };
}

/** The features that touch a box. Each has its own box ready, so a pass over a town's few thousand takes well under a millisecond. */
export function featuresIn(basemap: Basemap, box: Box, zoom: number): Drawn[] {
  return basemap.features.filter((feature) => feature.minZoom <= zoom && boxesMeet(feature.box, box));
}

function prepareFeature(feature: Feature): Drawn[] {
  const properties = feature.properties as Partial<BasemapProperties> | null;
  const shape = partsOf(feature);
  if (!properties?.layer || !shape) return [];
  const parts = shape.parts.map(projectAll);
  return [
    {
      layer: properties.layer,
      form: shape.form,
      roadClass: properties.class,
      name: properties.name ?? null,
      rank: properties.rank ?? NO_RANK,
      minZoom: properties.minZoom ?? minZoomOf(properties),
      parts,
      box: boxOf(parts),
    },
  ];
}

function minZoomOf({ layer, class: roadClass }: Partial<BasemapProperties>): number {
  if (layer === 'road') return ROAD_MIN_ZOOM[roadClass ?? 'street'];
  return (layer && LAYER_MIN_ZOOM[layer]) ?? 0;
}

function partsOf({ geometry }: Feature): { form: Drawn['form']; parts: Position[][] } | null {
  switch (geometry?.type) {
    case 'Point':
      return { form: 'point', parts: [[geometry.coordinates]] };
    case 'LineString':
      return { form: 'line', parts: [geometry.coordinates] };
    case 'MultiLineString':
      return { form: 'line', parts: geometry.coordinates };
    case 'Polygon':
      return { form: 'area', parts: geometry.coordinates };
    case 'MultiPolygon':
      return { form: 'area', parts: geometry.coordinates.flat() };
    default:
      return null;
  }
}

function projectAll(positions: Position[]): Float64Array {
  return Float64Array.from(positions.flatMap(([lon = 0, lat = 0]) => project(lon, lat)));
}
