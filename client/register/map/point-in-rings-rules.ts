/** Whether a point lies inside rings of x, y pairs, by the even-odd rule: holes and separate parts need no special care. */
export function insideRings(rings: readonly ArrayLike<number>[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
      const yi = ring[i + 1] ?? 0;
      const yj = ring[j + 1] ?? 0;
      const xi = ring[i] ?? 0;
      const xj = ring[j] ?? 0;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
