import type { Position } from 'geojson';

/** One side of a ring. `at` is its number in the ring, of `sides` in all. */
type Side = {
  ax: number;
  ay: number;
  bx: number;
  by: number;
  west: number;
  east: number;
  ring: number;
  at: number;
  sides: number;
};

/**
 * Where lines of an outline cross. Rings of several parts, or a hole and the line around it, may touch each other;
 * a ring that touches itself encloses nobody knows what. Sides are swept from west to east, so that an outline of
 * 50,000 corners takes no longer than a blink, unless it was made to.
 * @param rings closed rings in longitude and latitude
 */
export function crossingOf(rings: Position[][]): Position | undefined {
  const sides = rings.flatMap(sidesOf).toSorted((a, b) => a.west - b.west);
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter(({ east }) => east >= side.west);
    for (const other of open) {
      const point = meetingOf(side, other);
      if (point) return point;
    }
    open.push(side);
  }
  return undefined;
}

function sidesOf(positions: Position[], ring: number): Side[] {
  const corners = positions.filter(
    ([x, y], at) => at === 0 || x !== positions[at - 1]?.[0] || y !== positions[at - 1]?.[1],
  );
  const sides = corners.length - 1;
  return corners.slice(1).map(([bx = NaN, by = NaN], at) => {
    const [ax = NaN, ay = NaN] = corners[at] ?? [];
    return { ax, ay, bx, by, west: Math.min(ax, bx), east: Math.max(ax, bx), ring, at, sides };
  });
}

/** Neighbours of one ring share a corner; anything else that two sides of one ring share is a fault. */
function meetingOf(a: Side, b: Side): Position | undefined {
  if (Math.max(a.ay, a.by) < Math.min(b.ay, b.by) || Math.max(b.ay, b.by) < Math.min(a.ay, a.by)) return undefined;
  const [a1, a2] = [turn(b, a.ax, a.ay), turn(b, a.bx, a.by)];
  const [b1, b2] = [turn(a, b.ax, b.ay), turn(a, b.bx, b.by)];
  if (a1 * a2 < 0 && b1 * b2 < 0) {
    const share = a1 / (a1 - a2);
    return [a.ax + share * (a.bx - a.ax), a.ay + share * (a.by - a.ay)];
  }
  if (a.ring !== b.ring || areNeighbours(a, b)) return undefined;
  if (a1 === 0 && isOn(b, a.ax, a.ay)) return [a.ax, a.ay];
  if (a2 === 0 && isOn(b, a.bx, a.by)) return [a.bx, a.by];
  if (b1 === 0 && isOn(a, b.ax, b.ay)) return [b.ax, b.ay];
  return b2 === 0 && isOn(a, b.bx, b.by) ? [b.bx, b.by] : undefined;
}

const areNeighbours = (a: Side, b: Side): boolean => [1, a.sides - 1].includes(Math.abs(a.at - b.at));

/** On which hand of a side a point lies: 0 on its line. Degrees of six decimals are whole numbers here, so 0 is exact. */
function turn({ ax, ay, bx, by }: Side, x: number, y: number): number {
  const [dx, dy] = [micro(bx) - micro(ax), micro(by) - micro(ay)];
  return dx * (micro(y) - micro(ay)) - dy * (micro(x) - micro(ax));
}

const micro = (degrees: number): number => Math.round(degrees * 1e6);

function isOn({ ay, by, west, east }: Side, x: number, y: number): boolean {
  return x >= west && x <= east && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}
