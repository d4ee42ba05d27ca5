/**
 * The line down the middle of a long, thin ring (x, y pairs), such as a river drawn as an area: its name runs along it.
 * The two banks face each other from the ring's ends inwards; a ring that is not a band gives `null`.
 */
export function midlineOf(ring: ArrayLike<number>): Float64Array | null {
  const corners = cornersOf(ring);
  const half = Math.floor(corners.length / 2);
  const middle: number[] = [];
  let breadth = 0;
  for (let i = 0; i < half; i++) {
    const a = corners[i] ?? [0, 0];
    const b = corners[corners.length - 1 - i] ?? [0, 0];
    middle.push((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    breadth += Math.hypot(a[0] - b[0], a[1] - b[1]) / half;
  }
  const [x = 0, y = 0] = middle;
  const reach = Math.hypot((middle.at(-2) ?? 0) - x, (middle.at(-1) ?? 0) - y);
  return half >= 2 && breadth * 6 < reach ? Float64Array.from(middle) : null;
}

/** The ring without its repeated first point. */
function cornersOf(ring: ArrayLike<number>): [number, number][] {
  const corners: [number, number][] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) corners.push([ring[i] ?? 0, ring[i + 1] ?? 0]);
  const first = corners[0];
  const last = corners.at(-1);
  if (first && last && corners.length > 1 && first[0] === last[0] && first[1] === last[1]) corners.pop();
  return corners;
}
