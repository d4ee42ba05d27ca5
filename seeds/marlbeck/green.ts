import type { BasemapLayer } from '../../src/ground/areas/area-contract.ts';
import { landOutline, onDryLand } from './coast.ts';
import type { BasemapFeature, XY } from './plane.ts';
import { add, blob, box, chance, curve, inside, isNear, polygon, rotate } from './plane.ts';
import { bigRoads, railLine } from './roads.ts';

type Green = { name: string | null; layer: BasemapLayer; outline: XY[]; minZoom?: number };
const green = (name: string | null, layer: BasemapLayer, outline: XY[], minZoom?: number): Green => ({
  name,
  layer,
  outline,
  ...(minZoom ? { minZoom } : {}),
});

/** Parks, cemetery and allotments: streets stop at their edge. */
export const greens: Green[] = [
  green('Victoria Park', 'park', blob([2240, 2650], 250, 165, 4, 20)),
  green(
    'Jubilee Gardens',
    'park',
    curve(
      [
        [2985, 2092],
        [3200, 2150],
        [3410, 2200],
        [3395, 2236],
        [3180, 2190],
        [2970, 2142],
        [2985, 2092],
      ],
      40,
    ),
  ),
  green('Abbey Grounds', 'park', blob([7570, 2130], 215, 200, 9)),
  green('Riverside Meadow', 'park', blob([4070, 4190], 165, 105, 6, 30)),
  green('Northmoor Recreation Ground', 'park', blob([6010, 5390], 250, 190, 2, 60)),
  green('Westfield Playing Field', 'park', blob([830, 2240], 200, 160, 12, 10)),
  green('Thornby Green', 'park', blob([925, 5800], 80, 52, 7, 60), 13),
  green('Marlbeck Cemetery', 'park', blob([4350, 5640], 190, 130, 15, 10)),
  green('St Mary’s Churchyard', 'park', blob([3500, 3420], 74, 56, 5), 14),
  green('Ness Common', 'park', blob([1170, 690], 260, 170, 13, 120)),
  green('Fleet Nature Reserve', 'park', blob([6680, 5990], 235, 190, 8, 20)),
  green(
    'Cliff Gardens',
    'park',
    curve(
      [
        [5620, 2590],
        [5900, 2660],
        [6330, 2700],
        [6330, 2650],
        [5920, 2605],
        [5640, 2545],
        [5620, 2590],
      ],
      50,
    ),
    13,
  ),
  green(
    'Sands Dunes',
    'park',
    curve(
      [
        [1760, 1260],
        [1950, 1500],
        [2250, 1800],
        [2180, 1790],
        [1900, 1580],
        [1690, 1360],
        [1680, 1240],
        [1760, 1260],
      ],
      50,
    ),
    13,
  ),
  green('St Hild’s Academy', 'park', blob([6500, 3452], 135, 84, 18), 13),
  green('Marlbeck Links', 'park', blob([8180, 4700], 90, 420, 17, 8), 12),
  green('Mill Lane Allotments', 'field', box([2640, 4700], 210, 150, 20), 13),
  green('Cut Side Allotments', 'field', box([1040, 3310], 210, 120, 3), 13),
  green('Kiln Lane Allotments', 'field', box([4880, 5860], 190, 140, 48), 13),
];

export const woods: Green[] = [
  green('Hag Wood', 'wood', blob([2060, 5960], 360, 215, 21, -35)),
  green('Abbot’s Wood', 'wood', blob([5150, 6610], 330, 190, 22, 15)),
  green('Cut Plantation', 'wood', blob([620, 3480], 210, 80, 23, 8)),
  green('Gorse Bank', 'wood', blob([7430, 5810], 160, 100, 24, 60)),
  green(null, 'wood', blob([3420, 6980], 190, 100, 25, 70)),
  green(null, 'wood', blob([7330, 4560], 120, 70, 26, 20)),
  green('West Wood', 'wood', blob([-1700, 4900], 520, 260, 27, 25)),
  green(null, 'wood', blob([-2300, 1500], 420, 260, 28, 60)),
  green(null, 'wood', blob([1300, 8300], 560, 280, 29, 20)),
  green(null, 'wood', blob([5600, 9800], 700, 380, 30, 40)),
  green(null, 'wood', blob([-5200, 7600], 900, 480, 31, -20)),
  green(null, 'wood', blob([-6600, 800], 800, 420, 32, 30)),
  green(null, 'wood', blob([-9800, 9800], 900, 600, 33, 10)),
];

export const inGreen = (p: XY): boolean => greens.some((g) => inside(g.outline, p));

const asFeature = (g: Green): BasemapFeature =>
  polygon(g.outline, {
    layer: g.layer,
    ...(g.name ? { name: g.name } : {}),
    ...(g.minZoom ? { minZoom: g.minZoom } : {}),
  });

export const greenFeatures = (): BasemapFeature[] => [...woods, ...greens].map(asFeature);

/** A patchwork of fields in the open country, kept away from houses, water and big roads. */
export function fieldFeatures(towns: readonly XY[][]): BasemapFeature[] {
  const size = 330;
  const fields: XY[][] = [];
  for (let row = -8; row < 38; row += 1) {
    for (let column = -18; column < 32; column += 1) {
      const away = Math.hypot(column * size - 3500, row * size * 0.8 - 3200) / 10_500;
      if (chance(row + 100, column + 100) > 0.72 * Math.max(0, 1 - away ** 3)) continue;
      const corner = (dx: number, dy: number): XY => bent([column + dx, row + dy], size);
      fields.push(inset([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)], 0.955));
    }
  }
  return fields.filter((field) => isOpen(field, towns)).map((field) => polygon(field, { layer: 'field', minZoom: 11 }));
}

function isOpen(field: readonly XY[], towns: readonly XY[][]): boolean {
  const a = field[0];
  const c = field[2];
  if (!a || !c) return false;
  const middle: XY = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2];
  const probes = [...field, middle];
  const free = (p: XY): boolean =>
    onDryLand(p) &&
    !isNear(landOutline, p, 70) &&
    ![...towns, ...woods.map((w) => w.outline), ...greens.map((g) => g.outline)].some((town) => inside(town, p)) &&
    bigRoads.every((road) => !isNear(road.points, p, 20)) &&
    !isNear(railLine, p, 20);
  return probes.every(free);
}
function bent([column, row]: XY, size: number): XY {
  const wobble: XY = [(chance(column + 300, row + 300) - 0.5) * 150, (chance(column + 500, row + 900) - 0.5) * 150];
  return add(rotate(add([column * size, row * size * 0.8], wobble), 14), [0, -400]);
}
function inset(points: readonly XY[], by: number): XY[] {
  const middle = points.reduce<XY>((sum, p) => [sum[0] + p[0] / points.length, sum[1] + p[1] / points.length], [0, 0]);
  return points.map((p) => [middle[0] + (p[0] - middle[0]) * by, middle[1] + (p[1] - middle[1]) * by]);
}
