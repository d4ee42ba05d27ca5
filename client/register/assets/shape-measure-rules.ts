import type { Corner, Polygons } from './shape-rules.ts';

const EARTH_RADIUS_M = 6_371_008.8;

/** Square metres on the sphere, holes taken off: the same reckoning as the server's. */
export function squareMetres(polygons: Polygons): number {
  return Math.round(
    polygons.reduce(
      (sum, [outer, ...holes]) =>
        sum + Math.abs(ringArea(outer ?? [])) - holes.reduce((less, hole) => less + Math.abs(ringArea(hole)), 0),
      0,
    ),
  );
}

/** Whether two sides of a ring cross. */
export function crossesItself(ring: readonly Corner[]): boolean {
  const side = (at: number): [Corner, Corner] => [ring[at] ?? [0, 0], ring[(at + 1) % ring.length] ?? [0, 0]];
  for (let one = 0; one < ring.length; one++) {
    for (let other = one + 2; other < ring.length; other++) {
      const neighbours = one === 0 && other === ring.length - 1;
      if (!neighbours && cross(...side(one), ...side(other))) return true;
    }
  }
  return false;
}

function ringArea(ring: readonly Corner[]): number {
  const rad = Math.PI / 180;
  const sum = ring.reduce((total, [, lat], at) => {
    const [before, after] = [ring.at(at - 1), ring[(at + 1) % ring.length]];
    return total + ((after?.[0] ?? 0) - (before?.[0] ?? 0)) * rad * Math.sin(lat * rad);
  }, 0);
  return (sum * EARTH_RADIUS_M * EARTH_RADIUS_M) / 2;
}

function cross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number =>
    Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}
