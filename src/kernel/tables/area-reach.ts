import type { Point, Shape } from '../geo-contract.ts';

/** Says whether a point lies in an area or close enough to it. */
export type Reach = (point: Point) => boolean;

/** Metres in one degree of latitude, on the sphere. */
const METRES_PER_DEGREE = 111_195;
/** The box around an area is looked at in this many squares each way; most need only one measurement, ever. */
const SQUARES = 200;

/**
 * Makes the test for "inside the boundary or within `marginM` metres of it". Distances are measured on a plane laid at the
 * area's middle: right to about 1 % across a county.
 */
export function reachOf(boundary: Shape, marginM: number): Reach {
  const rings = boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
  const middle = rings.flat().reduce((sum, [, lat = 0]) => sum + lat, 0) / Math.max(1, rings.flat().length);
  const scaleX = METRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180);
  const plane = rings.map((ring) =>
    Float64Array.from(ring.flatMap(([lon = 0, lat = 0]) => [lon * scaleX, lat * METRES_PER_DEGREE])),
  );
  const box = boxOf(plane, marginM);
  const side = Math.max(box.east - box.west, box.north - box.south) / SQUARES;
  const halfDiagonal = side * Math.SQRT1_2;
  const squares = new Map<number, 'in' | 'out' | 'edge'>();

  return ({ lon, lat }) => {
    const x = lon * scaleX;
    const y = lat * METRES_PER_DEGREE;
    if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
    const [column, row] = [Math.floor((x - box.west) / side), Math.floor((y - box.south) / side)];
    const kind = squareAt(column, row);
    return kind === 'edge' ? beyond(plane, x, y) <= marginM : kind === 'in';
  };

  function squareAt(column: number, row: number): 'in' | 'out' | 'edge' {
    const key = row * (SQUARES + 1) + column;
    const ready = squares.get(key);
    if (ready) return ready;
    const far = beyond(plane, box.west + (column + 0.5) * side, box.south + (row + 0.5) * side) - marginM;
    const kind = far <= -halfDiagonal ? 'in' : far > halfDiagonal ? 'out' : 'edge';
    squares.set(key, kind);
    return kind;
  }
}

/** Metres by which a place lies outside the rings (even-odd rule); negative inside, 0 on the line. */
function beyond(rings: Float64Array[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i] ?? 0, ring[i + 1] ?? 0, ring[i + 2] ?? 0, ring[i + 3] ?? 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by));
    }
  }
  return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
}

function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const [ox, oy] = [x - ax - along * dx, y - ay - along * dy];
  return ox * ox + oy * oy;
}

function boxOf(rings: Float64Array[], marginM: number): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      box.west = Math.min(box.west, (ring[i] ?? 0) - marginM);
      box.east = Math.max(box.east, (ring[i] ?? 0) + marginM);
      box.south = Math.min(box.south, (ring[i + 1] ?? 0) - marginM);
      box.north = Math.max(box.north, (ring[i + 1] ?? 0) + marginM);
    }
  }
  return box;
}
