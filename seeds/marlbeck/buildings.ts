import { onDryLand } from './coast.ts';
import { inGreen } from './green.ts';
import type { BasemapFeature, XY } from './plane.ts';
import { add, at, box, chance, distance, inside, isNear, lengthOf, pointAlong, polygon, scale } from './plane.ts';
import { quarters } from './quarters.ts';
import type { Road } from './roads.ts';
import { bigRoads, railLine } from './roads.ts';

const terraced: XY[][] = [
  quarters.harbour,
  quarters.fishQuay,
  quarters.dockside,
  quarters.westQuay,
  quarters.oldTown,
  quarters.abbeygate,
  quarters.market,
  quarters.riverside,
  quarters.cutside,
  quarters.stationTown,
];

const townHall = besideMarketStreet(0.445, 26);
/** Landmarks that are drawn for their own sake. */
const landmarks: [string | null, XY[]][] = [
  ['Town Hall', box(townHall.at, 42, 30, townHall.turn)],
  ['St Mary’s Church', box([3500, 3420], 52, 20, 4)],
  [
    'Abbey ruins',
    [
      [7530, 2210],
      [7600, 2210],
      [7600, 2230],
      [7575, 2230],
      [7575, 2255],
      [7558, 2255],
      [7558, 2230],
      [7530, 2230],
    ],
  ],
  ['Lighthouse', box([8222, 1830], 14, 14, 45)],
  ['Marlbeck Station', box([3300, 3846], 110, 20, 5)],
  ['Old Mill', box([2560, 5080], 46, 24, 70)],
];

/** Rows of houses along the streets of the old centre, seen from zoom 15. */
export function buildingFeatures(streets: readonly Road[]): BasemapFeature[] {
  const roads = [...bigRoads, ...streets];
  const rows = roads
    .filter((road) => road.points.some((p) => inCentre(p)))
    .flatMap((road, i) => alongRoad(road, i, roads));
  return [
    ...landmarks.map(([name, outline]) =>
      polygon(outline, { layer: 'building', ...(name ? { name } : {}), minZoom: 14 }),
    ),
    ...apart(rows).map((row) => polygon(row.outline, { layer: 'building', minZoom: 15 })),
  ];
}

type Row = { at: XY; outline: XY[] };
function alongRoad(road: Road, seed: number, roads: readonly Road[]): Row[] {
  const length = lengthOf(road.points);
  const rows: Row[] = [];
  for (const side of [1, -1]) {
    let walked = 14;
    for (let i = 0; walked < length - 20; i += 1) {
      const width = 26 + Math.round(chance(seed * 2 + side, i) * 26);
      const depth = 9 + Math.round(chance(seed * 2 + side + 50, i) * 4);
      const here = pointAlong(road.points, (walked + width / 2) / length);
      const setBack = (road.class === 'main' ? 10 : 7) + depth / 2;
      const centre = add(here.at, scale(here.normal, side * setBack));
      if (fits(centre, width, here.turn, road, roads))
        rows.push({ at: centre, outline: box(centre, width, depth, here.turn) });
      walked += width + (chance(seed + 9, i) > 0.7 ? 9 : 2);
    }
  }
  return rows;
}
function fits(centre: XY, width: number, turn: number, own: Road, roads: readonly Road[]): boolean {
  const ends = box(centre, width, 10, turn);
  return (
    inCentre(centre) &&
    ends.every((p) => onDryLand(p) && !inGreen(p)) &&
    !isNear(railLine, centre, 20) &&
    roads.every(
      (road) => road === own || !isNear(road.points, centre, width) || ends.every((p) => !isNear(road.points, p, 6)),
    )
  );
}
/** Leaves out a row that would stand in another. */
function apart(rows: readonly Row[]): Row[] {
  const kept: Row[] = landmarks.map(([, outline]) => ({ at: at(outline, 0), outline }));
  const first = kept.length;
  for (const row of rows)
    if (
      kept.every(
        (other) =>
          distance(other.at, row.at) > 13 &&
          !row.outline.some((p) => inside(other.outline, p)) &&
          !other.outline.some((p) => inside(row.outline, p)),
      )
    )
      kept.push(row);
  return kept.slice(first);
}
const inCentre = (p: XY): boolean => terraced.some((quarter) => inside(quarter, p));
function besideMarketStreet(share: number, metres: number): { at: XY; turn: number } {
  const street = bigRoads.find((road) => road.name === 'Market Street')?.points ?? [];
  const here = pointAlong(street, share);
  return { at: add(here.at, scale(here.normal, metres)), turn: here.turn };
}
