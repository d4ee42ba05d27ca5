import type { FeatureCollection, LineString, Point, Polygon } from 'geojson';
import type { BasemapProperties } from '../../src/ground/areas/area-contract.ts';
import { buildingFeatures } from './buildings.ts';
import { coastFeatures, pondFeatures } from './coast.ts';
import { fieldFeatures, greenFeatures } from './green.ts';
import { labelFeatures } from './labels.ts';
import type { BasemapFeature, XY } from './plane.ts';
import { closedCurve, line, polygon } from './plane.ts';
import { quarters } from './quarters.ts';
import type { Road } from './roads.ts';
import { bigRoads, pathRoads, railFeatures } from './roads.ts';
import { smallRoads } from './streets.ts';

export { marlbeckPostcodes } from './postcodes.ts';
export { marlbeckBoundary, marlbeckWards } from './wards.ts';

/** Every road of the borough, big ones first. */
export const allRoads: Road[] = [...bigRoads, ...smallRoads, ...pathRoads];

/** The drawn base map, in drawing order. Areas are polygons, roads and rail lines, stations and labels points. */
export function marlbeckBasemap(): FeatureCollection<Polygon | LineString | Point, BasemapProperties> {
  const towns: XY[][] = Object.values(quarters);
  return {
    type: 'FeatureCollection',
    features: [
      ...coastFeatures().slice(0, 2),
      ...fieldFeatures(towns),
      ...towns.map((quarter) => polygon(closedCurve(quarter, 200), { layer: 'built_up' })),
      ...greenFeatures(),
      ...coastFeatures().slice(2),
      ...pondFeatures(),
      ...buildingFeatures(smallRoads),
      ...railFeatures(),
      ...[...pathRoads, ...smallRoads, ...[...bigRoads].reverse()].map(roadFeature),
      ...labelFeatures(),
    ],
  };
}

const minZooms = { main: 8, secondary: 11, street: 13, path: 14 } as const;
const roadFeature = (road: Road): BasemapFeature =>
  line(road.points, { layer: 'road', class: road.class, name: road.name, minZoom: minZooms[road.class] });
