import type { BasemapFeature, XY } from './plane.ts';
import { add, band, blob, chance, curve, inside, normalAt, polygon, scale } from './plane.ts';

// Sea lies south and east. The shore is one line walked from west to east, then north and back around the island.
const cliffsWest: XY[] = [
  [-14500, -3000],
  [-12000, -4200],
  [-9500, -3300],
  [-7200, -3600],
  [-5200, -2300],
  [-3600, -1700],
  [-2200, -500],
  [-900, 100],
  [0, 450],
  [650, 430],
  [1050, 160],
  [1330, 90],
  [1560, 280],
  [1660, 680],
];
const sandsShore: XY[] = [
  [1660, 680],
  [1860, 1130],
  [2350, 1620],
  [2950, 1960],
  [3480, 2110],
  [3860, 2140],
];
const quays: XY[] = [
  [3860, 2140],
  [3960, 2150],
  [3985, 2480],
  [4050, 2760],
  [4085, 2935],
  [4130, 3060],
  [4250, 3050],
  [4300, 2985],
  [4390, 2800],
  [4850, 2862],
  [4892, 2560],
  [4440, 2498],
  [4455, 2260],
  [4560, 2130],
  [4640, 2110],
];
const longSandsShore: XY[] = [
  [4640, 2110],
  [4900, 2080],
  [5180, 2190],
  [5500, 2400],
  [5900, 2560],
  [6350, 2590],
  [6780, 2450],
];
const cliffsEast: XY[] = [
  [6780, 2450],
  [7120, 2160],
  [7330, 1800],
  [7640, 1530],
  [8020, 1480],
  [8340, 1700],
  [8500, 2150],
  [8420, 2700],
  [8120, 3100],
  [7960, 3480],
  [8020, 3930],
  [8260, 4350],
  [8320, 4880],
  [8170, 5400],
  [8210, 5950],
  [8430, 6500],
  [8410, 7100],
  [8060, 7700],
  [7800, 8500],
  [8000, 9800],
  [7200, 11200],
  [6000, 12200],
  [3800, 12600],
  [1500, 13600],
  [-1500, 13200],
  [-4500, 14200],
  [-8000, 13200],
  [-10500, 13600],
  [-13200, 11800],
  [-14000, 9000],
  [-15500, 6500],
  [-14800, 3500],
  [-15600, 500],
  [-14500, -3000],
];

const sands = curve(sandsShore, 50);
const longSands = curve(longSandsShore, 50);
export const landOutline: XY[] = [
  ...rough(rougher(curve(cliffsWest, 55)), 26),
  ...sands,
  ...quays,
  ...longSands,
  ...rough(rougher(curve(cliffsEast, 60)), 30),
];

export const riverLine = curve(
  [
    [2600, 9800],
    [2900, 8400],
    [2700, 7500],
    [3050, 6800],
    [3350, 6250],
    [3050, 5750],
    [2730, 5280],
    [2930, 4800],
    [3520, 4620],
    [4120, 4500],
    [4480, 4130],
    [4400, 3720],
    [4140, 3400],
    [4180, 3040],
  ],
  55,
);
const hagBeck = curve(
  [
    [-2600, 8600],
    [-900, 7700],
    [300, 6600],
    [1050, 6350],
    [1600, 5900],
    [2100, 5500],
    [2400, 5160],
    [2600, 5120],
    [2750, 5220],
  ],
  80,
);
export const canalLine = curve(
  [
    [-9000, 2500],
    [-5000, 2900],
    [-2500, 3000],
    [0, 3260],
    [900, 3180],
    [1700, 3330],
    [2600, 3260],
    [3300, 3050],
    [3800, 2960],
    [4110, 2985],
  ],
  80,
);

const river = band(riverLine, riverHalfWidth, riverHalfWidth);
const canal = band(
  canalLine,
  () => 9,
  () => 9,
);
const millPond = blob([2420, 5085], 125, 70, 11, 20);
const boatingLake = blob([2215, 2630], 95, 55, 5, 30);
const fleet = blob([6680, 5990], 120, 60, 8, 35);
const abbeyPond = blob([7600, 2060], 48, 30, 3);

const west = (points: XY[]): XY[] =>
  band(
    curve(points, 30),
    () => 9,
    () => 9,
  );
const harbourArms = [
  west([
    [3958, 2165],
    [4030, 2020],
    [4060, 1870],
    [4150, 1740],
  ]),
  west([
    [4545, 2150],
    [4560, 1960],
    [4500, 1800],
    [4350, 1690],
  ]),
];
const pleasurePier = [
  [2985, 2010],
  [3000, 2016],
  [3286, 1500],
  [3325, 1521],
  [3368, 1442],
  [3276, 1392],
  [3233, 1470],
  [3266, 1489],
  [2979, 2007],
] as const;
const jetty = [
  [4620, 2829],
  [4640, 2832],
  [4662, 2690],
  [4642, 2687],
] as const;

const waters = [river, canal, millPond, boatingLake, fleet, abbeyPond];
export const onLand = (p: XY): boolean => inside(landOutline, p);
export const onDryLand = (p: XY): boolean => onLand(p) && !waters.some((water) => inside(water, p));

/** Sea, land, beaches, rivers, ponds and piers, in drawing order. */
export function coastFeatures(): BasemapFeature[] {
  return [
    polygon(
      [
        [-95_000, -95_000],
        [100_000, -95_000],
        [100_000, 100_000],
        [-95_000, 100_000],
      ],
      { layer: 'sea', name: 'North Sea' },
    ),
    polygon(landOutline, { layer: 'land' }),
    polygon(
      band(
        sands,
        () => 26,
        (t) => 8 + 88 * Math.sin(Math.PI * t) ** 0.7,
      ),
      { layer: 'beach', name: 'South Sands' },
    ),
    polygon(
      band(
        longSands.slice(4),
        (t) => 22 * Math.sin(Math.PI * t),
        (t) => 6 + 95 * Math.sin(Math.PI * t) ** 0.7,
      ),
      { layer: 'beach', name: 'Long Sands' },
    ),
    polygon(
      band(
        curve(
          [
            [8060, 3180],
            [7960, 3480],
            [8000, 3850],
          ],
          40,
        ),
        (t) => 16 * Math.sin(Math.PI * t),
        (t) => 4 + 60 * Math.sin(Math.PI * t),
      ),
      { layer: 'beach', name: 'Kittiwake Cove', minZoom: 13 },
    ),
    polygon(
      band(
        curve(
          [
            [8230, 4300],
            [8320, 4880],
            [8180, 5380],
          ],
          40,
        ),
        (t) => 14 * Math.sin(Math.PI * t),
        (t) => 4 + 55 * Math.sin(Math.PI * t),
      ),
      { layer: 'beach', minZoom: 13 },
    ),
    polygon(river, { layer: 'river', name: 'River Marl' }),
    polygon(
      band(
        hagBeck,
        () => 5,
        () => 5,
      ),
      { layer: 'river', name: 'Hag Beck', minZoom: 13 },
    ),
    polygon(canal, { layer: 'river', name: 'Dales Cut', minZoom: 12 }),
    polygon(millPond, { layer: 'water', name: 'Mill Pond' }),
    ...harbourArms.map((arm, i) => polygon(arm, { layer: 'pier', name: i === 0 ? 'West Arm' : 'East Arm' })),
    polygon(pleasurePier, { layer: 'pier', name: 'Marlbeck Pier' }),
    polygon(jetty, { layer: 'pier', minZoom: 14 }),
  ];
}

/** Ponds that lie in parks and so must be drawn after them. */
export function pondFeatures(): BasemapFeature[] {
  return [
    polygon(boatingLake, { layer: 'water', name: 'Boating Lake', minZoom: 13 }),
    polygon(fleet, { layer: 'water', name: 'Northmoor Fleet', minZoom: 13 }),
    polygon(abbeyPond, { layer: 'water', minZoom: 14 }),
  ];
}

function riverHalfWidth(t: number): number {
  return 6 + 12 * t + 34 * Math.max(0, (t - 0.8) / 0.2) ** 2;
}
/** Far from the town the shore has larger coves and points, since it is seen from further away. */
function rougher(points: readonly XY[]): XY[] {
  return points.map((p, i) => {
    const far = Math.max(0, Math.min(1, (Math.hypot(p[0] - 4500, p[1] - 3500) - 5200) / 4000));
    const wave = Math.sin(i * 0.083) * 260 + Math.sin(i * 0.21 + 1) * 130 + Math.sin(i * 0.53 + 2) * 45;
    return i === 0 || i === points.length - 1 ? p : add(p, scale(normalAt(points, i), far * wave));
  });
}
/** Breaks a smooth shore into small ledges, as rock is. */
function rough(points: readonly XY[], reach: number): XY[] {
  return points.map((p, i) =>
    i === 0 || i === points.length - 1 ? p : add(p, scale(normalAt(points, i), (chance(42, i) - 0.5) * reach)),
  );
}
