import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import type { XY } from './plane.ts';
import { curve, ring } from './plane.ts';

// Each line between two wards is drawn once and used by both, so wards meet without gaps. Outer lines run a little off shore.
const lines = {
  westShore: [
    [100, 150],
    [500, 160],
    [900, -40],
    [1330, -80],
  ],
  sandsShore: [
    [1330, -80],
    [1760, 250],
    [2150, 850],
    [2700, 1180],
    [3300, 1180],
    [3760, 1480],
  ],
  harbourShore: [
    [3760, 1480],
    [4050, 1480],
    [4450, 1520],
    [4800, 1760],
    [5200, 1930],
  ],
  headShore: [
    [5200, 1930],
    [5650, 2230],
    [6250, 2400],
    [6680, 2270],
    [7000, 1950],
    [7250, 1600],
    [7620, 1310],
    [8060, 1280],
    [8500, 1560],
    [8700, 2130],
    [8620, 2750],
    [8330, 3200],
    [8170, 3480],
    [8220, 3790],
  ],
  moorShore: [
    [8220, 3790],
    [8440, 4250],
    [8540, 4880],
    [8390, 5400],
    [8420, 5900],
    [8640, 6450],
    [8640, 7020],
  ],
  moorTop: [
    [8640, 7020],
    [7900, 6930],
    [7000, 7040],
    [6100, 6900],
    [5200, 6980],
  ],
  millTop: [
    [5200, 6980],
    [4500, 6900],
    [3800, 7030],
    [3010, 6890],
  ],
  dalesTop: [
    [3010, 6890],
    [2200, 7060],
    [1300, 6960],
    [120, 7030],
  ],
  dalesSide: [
    [120, 7030],
    [210, 6300],
    [60, 5500],
    [60, 4680],
  ],
  westSide: [
    [60, 4680],
    [-10, 3600],
    [110, 2500],
    [20, 1300],
    [100, 150],
  ],
  ringSouth: [
    [1330, -80],
    [1420, 600],
    [1500, 1350],
    [1350, 1900],
    [1270, 2600],
    [1310, 3200],
  ],
  ringMiddle: [
    [1310, 3200],
    [1400, 3600],
    [1510, 3985],
  ],
  ringNorth: [
    [1510, 3985],
    [1720, 4600],
  ],
  westDales: [
    [1720, 4600],
    [1200, 4500],
    [700, 4640],
    [60, 4680],
  ],
  millDales: [
    [1720, 4600],
    [2150, 5200],
    [2850, 5530],
    [3050, 5750],
    [3350, 6250],
    [3050, 6800],
    [3010, 6890],
  ],
  cut: [
    [1310, 3200],
    [1700, 3330],
    [2600, 3260],
    [3260, 3062],
  ],
  queens: [
    [3260, 3062],
    [3330, 2600],
    [3440, 2255],
    [3600, 1850],
    [3760, 1480],
  ],
  river: [
    [3260, 3062],
    [3800, 2960],
    [4110, 2985],
    [4180, 3060],
    [4140, 3400],
    [4400, 3720],
    [4490, 4025],
  ],
  railWest: [
    [1510, 3985],
    [2000, 3900],
    [2900, 3830],
    [3500, 3910],
    [4000, 4030],
    [4490, 4025],
  ],
  railMiddle: [
    [4490, 4025],
    [4700, 4010],
    [5400, 3930],
  ],
  railEast: [
    [5400, 3930],
    [5980, 4110],
  ],
  priory: [
    [5400, 3930],
    [5540, 3600],
    [5450, 3050],
    [5390, 2620],
    [5300, 2250],
    [5200, 1930],
  ],
  kiln: [
    [5980, 4110],
    [5960, 4450],
    [5500, 4950],
    [4700, 5330],
    [5050, 5880],
    [5200, 6400],
    [5200, 6980],
  ],
  moorSouth: [
    [5980, 4110],
    [6160, 3830],
    [6900, 3700],
    [7500, 3640],
    [7850, 3690],
    [8220, 3790],
  ],
} satisfies Record<string, XY[]>;
type LineName = keyof typeof lines;
/** A line name with `-` before it is walked backwards. */
type Step = LineName | `-${LineName}`;

const wards: { code: string; name: string; way: Step[] }[] = [
  { code: 'MB01', name: 'Harbour', way: ['queens', 'harbourShore', '-priory', '-railMiddle', '-river'] },
  { code: 'MB02', name: 'Market', way: ['ringMiddle', 'railWest', '-river', '-cut'] },
  { code: 'MB03', name: 'Sands', way: ['sandsShore', '-queens', '-cut', '-ringSouth'] },
  {
    code: 'MB04',
    name: 'Westfield',
    way: ['westShore', 'ringSouth', 'ringMiddle', 'ringNorth', 'westDales', 'westSide'],
  },
  {
    code: 'MB05',
    name: 'Millbank',
    way: ['railWest', 'railMiddle', 'railEast', 'kiln', 'millTop', '-millDales', '-ringNorth'],
  },
  { code: 'MB06', name: 'St Hild’s', way: ['headShore', '-moorSouth', '-railEast', 'priory'] },
  { code: 'MB07', name: 'Northmoor', way: ['moorSouth', 'moorShore', 'moorTop', '-kiln'] },
  { code: 'MB08', name: 'Dalesend', way: ['millDales', 'dalesTop', 'dalesSide', '-westDales'] },
];
const around: Step[] = [
  'westShore',
  'sandsShore',
  'harbourShore',
  'headShore',
  'moorShore',
  'moorTop',
  'millTop',
  'dalesTop',
  'dalesSide',
  'westSide',
];

export type WardProperties = { area_code: string; area_name: string };
export const marlbeckWards = (): FeatureCollection<Polygon, WardProperties> => ({
  type: 'FeatureCollection',
  features: wards.map(({ code, name, way }) => outline(way, { area_code: code, area_name: name })),
});
export const marlbeckBoundary = (): FeatureCollection<Polygon, { name: string }> => ({
  type: 'FeatureCollection',
  features: [outline(around, { name: 'Marlbeck' })],
});

/** The ward outlines in metres, for the seed's own generators. */
export const wardRings: { code: string; name: string; points: XY[] }[] = wards.map(({ code, name, way }) => ({
  code,
  name,
  points: walk(way),
}));

function outline<P>(way: Step[], properties: P): Feature<Polygon, P> {
  const coordinates: Position[][] = [ring(walk(way))];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}
/** Joins the lines; each ends where the next begins, so its last point is left out. */
function walk(way: Step[]): XY[] {
  return way.flatMap((step) => {
    const points = drawn(step.replace('-', '') as LineName);
    return (step.startsWith('-') ? [...points].reverse() : points).slice(0, -1);
  });
}
function drawn(name: LineName): XY[] {
  return curve(lines[name], 70);
}
