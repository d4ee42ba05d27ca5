import type { Shape } from '../../kernel/geo-contract.ts';
import { boxOf, inside } from '../../kernel/geo.ts';

type Shaped = { id: string; shape: Shape };
/** Outlines of neighbours are drawn to a few metres: in degrees, about 10 m. */
const CLOSE = 0.0001;

/** A ward and those that touch it. Outlines that are not drawn exactly alike touch where a corner of one lies on, in, or at the other. */
export function withNeighbours<W extends Shaped>(ward: W, all: readonly W[]): W[] {
  return [ward, ...all.filter((other) => other.id !== ward.id && touch(ward.shape, other.shape))];
}

function touch(one: Shape, other: Shape): boolean {
  const [w, s, e, n] = boxOf(one);
  const [w2, s2, e2, n2] = boxOf(other);
  if (w > e2 + CLOSE || w2 > e + CLOSE || s > n2 + CLOSE || s2 > n + CLOSE) return false;
  return cornersAt(one, other) || cornersAt(other, one);
}

function cornersAt(one: Shape, other: Shape): boolean {
  const edges = ringsOf(other).flatMap((ring) => ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const));
  return ringsOf(one)
    .flat()
    .some(
      (corner) =>
        inside(other, { lon: corner[0], lat: corner[1] }) ||
        edges.some(([from, to]) => awayFrom(corner, from, to) <= CLOSE),
    );
}

type At = [number, number];
const ringsOf = (shape: Shape): At[][] =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((rings) => (rings[0] ?? []) as At[]);

/** How far a point lies from a stretch, in degrees. */
function awayFrom([x, y]: At, [x1, y1]: At, [x2, y2]: At): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along =
    dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
