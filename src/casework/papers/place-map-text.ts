import { bboxClip } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { BasemapLayer, BasemapProperties } from '../../ground/areas/area-contract.ts';
import type { Point, Shape } from '../../kernel/geo-contract.ts';

/** Where a place lies; either is null where nobody knows it. */
export type PlaceOnMap = { placeName: string; point: Point | null; outline: Shape | null };

/** From the place to each edge of the map. */
const REACH_M = 260;
const METRES_PER_DEGREE = 111_320;
/** Side of the drawing, in units of its own. */
const SIDE = 600;
const SEA = '#cfe2ea';
const AREAS: Partial<Record<BasemapLayer, string>> = {
  land: '#f7f2e6',
  beach: '#f3e3b5',
  built_up: '#efe7d6',
  field: '#eef0d8',
  park: '#cfe3bd',
  wood: '#b4d3a2',
  water: SEA,
  river: SEA,
  pier: '#d8cdb8',
  building: '#cbb9a0',
};
const ROADS = { path: 4, street: 16, secondary: 22, main: 28 } as const;
const PLACE = '#7a2f5d';

type Drawable = Feature<LineString | MultiLineString | Polygon | MultiPolygon, BasemapProperties>;

/**
 * A small map of the neighbourhood, with the place in its middle, drawn from the area's own base map: no tiles, no names, north at the top.
 * @param basemap null where the area has none
 * @returns null where there is nothing to show: no base map, or nobody knows where the place is
 */
export function placeMap(basemap: FeatureCollection | null, where: PlaceOnMap): { svg: string; alt: string } | null {
  const middle = where.point ?? (where.outline && middleOf(where.outline));
  if (!basemap || !middle) return null;
  const [tall, wide] = [
    REACH_M / METRES_PER_DEGREE,
    REACH_M / METRES_PER_DEGREE / Math.cos((middle.lat * Math.PI) / 180),
  ];
  const box: [number, number, number, number] = [
    middle.lon - wide,
    middle.lat - tall,
    middle.lon + wide,
    middle.lat + tall,
  ];
  const onMap = ([lon = 0, lat = 0]: Position): string =>
    `${round(((lon - box[0]) / wide / 2) * SIDE)} ${round(((box[3] - lat) / tall / 2) * SIDE)}`;
  // A little more than is seen, so that no edge of what is cut off shows.
  const around = [box[0] - wide / 8, box[1] - tall / 8, box[2] + wide / 8, box[3] + tall / 8] as typeof box;
  const shown = basemap.features.filter(isDrawable).map((feature) => bboxClip(feature, around) as Drawable);
  const parts = [...areasOf(shown, onMap), ...roadsOf(shown, onMap), ...placeOf(where, onMap)];
  const ground = shown.some(({ properties }) => properties.layer === 'land') ? SEA : (AREAS.land ?? SEA);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}"><path fill="${ground}" d="M0 0h${SIDE}v${SIDE}H0z"/>${parts.join('')}<path fill="none" stroke="#575b4f" stroke-width="4" d="M2 2h${SIDE - 4}v${SIDE - 4}H2z"/></svg>`,
    alt: `Map of the streets around ${where.placeName}, which is marked in the middle. It shows about ${Math.round((REACH_M * 2) / 100) * 100} metres from side to side, north at the top.`,
  };
}

type OnMap = (position: Position) => string;
const round = (value: number): number => Math.round(value * 10) / 10;

const isDrawable = (feature: Feature): feature is Drawable =>
  feature.properties !== null && /^(Multi)?(LineString|Polygon)$/.test(feature.geometry.type);

function areasOf(shown: Drawable[], onMap: OnMap): string[] {
  return Object.entries(AREAS).flatMap(([layer, fill]) => {
    const path = pathOf(
      shown.filter(({ properties }) => properties.layer === layer),
      onMap,
    );
    return path === '' ? [] : [`<path fill="${fill}" d="${path}"/>`];
  });
}

/** Rails, then roads from the smallest up; the lighter middle of each over all edges, so that they run into each other. */
function roadsOf(shown: Drawable[], onMap: OnMap): string[] {
  const line = (path: string, colour: string, width: number): string[] =>
    path === ''
      ? []
      : [
          `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round" d="${path}"/>`,
        ];
  const rails = pathOf(
    shown.filter(({ properties }) => properties.layer === 'rail'),
    onMap,
  );
  const roads = Object.entries(ROADS).map(([kind, width]) => {
    const ofKind = shown.filter(
      ({ properties }) => properties.layer === 'road' && (properties.class ?? 'street') === kind,
    );
    return { path: pathOf(ofKind, onMap), width };
  });
  return [
    ...line(rails, '#6f6a5f', 5),
    ...roads.flatMap(({ path, width }) => line(path, '#a89c84', width + 3)),
    ...roads.flatMap(({ path, width }) => line(path, '#fffdf8', width)),
  ];
}

function placeOf({ point, outline }: PlaceOnMap, onMap: OnMap): string[] {
  const middle = point ?? (outline && middleOf(outline));
  const [x = 0, y = 0] = middle ? onMap([middle.lon, middle.lat]).split(' ').map(Number) : [];
  const shape = outline ? pathOf([{ type: 'Feature', properties: { layer: 'land' }, geometry: outline }], onMap) : '';
  return [
    ...(shape === ''
      ? []
      : [
          `<path fill="${PLACE}" fill-opacity="0.35" stroke="${PLACE}" stroke-width="5" stroke-linejoin="round" d="${shape}"/>`,
        ]),
    `<path fill="${PLACE}" stroke="#fff" stroke-width="5" d="M${x} ${y}c-8-26-38-44-38-78a38 38 0 0 1 76 0c0 34-30 52-38 78z"/><circle fill="#fff" cx="${x}" cy="${y - 78}" r="14"/>`,
  ];
}

function pathOf(features: Drawable[], onMap: OnMap): string {
  return features
    .flatMap(({ geometry }) => linesOf(geometry))
    .filter((line) => line.length > 1)
    .map((line) => `M${line.map(onMap).join('L')}`)
    .join('');
}

function linesOf(geometry: Drawable['geometry']): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return geometry.coordinates;
  }
}

/** The middle of the box around an outline. */
function middleOf(outline: Shape): Point {
  const positions = linesOf(outline).flat();
  const middle = (at: 0 | 1): number => {
    const values = positions.map((position) => position[at] ?? 0);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return { lon: middle(0), lat: middle(1) };
}
