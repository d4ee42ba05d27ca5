import type { Drawn } from './basemap-rules.ts';
import type { PaletteName } from './palette-paint.ts';

/** How an area is filled and edged. `texture` names a pattern drawn over the fill. */
export type AreaStyle = {
  fill: PaletteName;
  line?: PaletteName;
  lineFrom?: number;
  texture?: Texture;
  textureFrom?: number;
};
export type Texture = 'dots' | 'trees' | 'furrows';
export type RoadClass = NonNullable<Drawn['roadClass']>;
type Stop = readonly [zoom: number, pixels: number];

/** From the ground up. */
export const AREA_ORDER = [
  'land',
  'beach',
  'built_up',
  'field',
  'park',
  'wood',
  'water',
  'river',
  'pier',
  'building',
] as const;
export type AreaLayer = (typeof AREA_ORDER)[number];

export const AREA_STYLES: Record<AreaLayer, AreaStyle> = {
  land: { fill: 'land', line: 'coast' },
  beach: { fill: 'beach', texture: 'dots', textureFrom: 14 },
  built_up: { fill: 'built-up' },
  field: { fill: 'field', line: 'field-line', lineFrom: 13, texture: 'furrows', textureFrom: 14 },
  park: { fill: 'park', line: 'park-line', lineFrom: 13 },
  wood: { fill: 'wood', texture: 'trees', textureFrom: 13 },
  water: { fill: 'water', line: 'water-line', lineFrom: 13 },
  river: { fill: 'water', line: 'water-line', lineFrom: 13 },
  pier: { fill: 'pier', line: 'coast', lineFrom: 12 },
  building: { fill: 'building', line: 'building-line', lineFrom: 16 },
};

/** Small roads first, so that main roads run over them. */
export const ROAD_ORDER: readonly RoadClass[] = ['path', 'street', 'secondary', 'main'];

const ROAD_WIDTHS: Record<RoadClass, readonly Stop[]> = {
  main: [
    [9, 1],
    [12, 2.2],
    [14, 4.6],
    [16, 10],
    [18, 20],
  ],
  secondary: [
    [10, 0.7],
    [12, 1.6],
    [14, 3.6],
    [16, 8],
    [18, 17],
  ],
  street: [
    [12, 0.4],
    [13, 0.9],
    [14, 1.9],
    [15, 3.6],
    [16, 6.5],
    [18, 15],
  ],
  path: [
    [13, 0.7],
    [16, 1.3],
    [18, 2.2],
  ],
};
const STREAM_WIDTHS: readonly Stop[] = [
  [10, 0.8],
  [13, 1.6],
  [16, 5],
  [18, 11],
];
const RAIL_WIDTHS: readonly Stop[] = [
  [9, 0.9],
  [13, 1.7],
  [16, 3.4],
  [18, 5.5],
];

export const roadWidth = (roadClass: RoadClass, zoom: number): number => between(ROAD_WIDTHS[roadClass], zoom);
export const streamWidth = (zoom: number): number => between(STREAM_WIDTHS, zoom);
export const railWidth = (zoom: number): number => between(RAIL_WIDTHS, zoom);

/** Casings fade in: at town scale a hairline edge, at street scale a clear one. */
export const casingWidth = (zoom: number): number => (zoom < 12 ? 0 : zoom < 14 ? 0.6 : zoom < 16 ? 0.9 : 1.2);

/** Grows evenly to the eye: by ratio, not by difference. */
function between(stops: readonly Stop[], zoom: number): number {
  const above = stops.findIndex(([stop]) => stop >= zoom);
  const upper = stops[above];
  const lower = stops[above - 1];
  if (!upper) return stops.at(-1)?.[1] ?? 0;
  if (!lower) return upper[1];
  const share = (zoom - lower[0]) / (upper[0] - lower[0]);
  return lower[1] * (upper[1] / lower[1]) ** share;
}
