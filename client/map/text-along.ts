/** One piece of a label: text whose middle stands at x, y, turned by an angle in radians. */
export type Run = { text: string; x: number; y: number; angle: number };

/** A name bent more than this between two letters is hard to read. */
const MOST_BEND = 0.5;

/** Sets letters along a line of x, y pairs, around its given middle; `null` where the line is too short or too crooked. */
export function runsAlong(path: ArrayLike<number>, letters: string[], widths: number[], middle: number): Run[] | null {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const start = middle - width / 2;
  if (start < 0 || start + width > lengthOf(path)) return null;
  const backwards = pointAt(path, start + width).x < pointAt(path, start).x;
  const runs: Run[] = [];
  let done = 0;
  for (const [i, letter] of letters.entries()) {
    const own = widths[i] ?? 0;
    const distance = done + own / 2;
    const at = pointAt(path, backwards ? start + width - distance : start + distance);
    runs.push({ text: letter, x: at.x, y: at.y, angle: backwards ? turned(at.angle) : at.angle });
    done += own;
  }
  return isSmooth(runs) ? runs : null;
}

export function lengthOf(path: ArrayLike<number>): number {
  let length = 0;
  for (let i = 2; i + 1 < path.length; i += 2) length += stepAt(path, i).length;
  return length;
}

function pointAt(path: ArrayLike<number>, distance: number): { x: number; y: number; angle: number } {
  let left = distance;
  for (let i = 2; i + 1 < path.length; i += 2) {
    const { dx, dy, length } = stepAt(path, i);
    if (left <= length || i + 3 >= path.length) {
      const share = length === 0 ? 0 : left / length;
      return { x: (path[i - 2] ?? 0) + dx * share, y: (path[i - 1] ?? 0) + dy * share, angle: Math.atan2(dy, dx) };
    }
    left -= length;
  }
  return { x: path[0] ?? 0, y: path[1] ?? 0, angle: 0 };
}

function stepAt(path: ArrayLike<number>, i: number): { dx: number; dy: number; length: number } {
  const dx = (path[i] ?? 0) - (path[i - 2] ?? 0);
  const dy = (path[i + 1] ?? 0) - (path[i - 1] ?? 0);
  return { dx, dy, length: Math.hypot(dx, dy) };
}

function turned(angle: number): number {
  return angle > 0 ? angle - Math.PI : angle + Math.PI;
}

function isSmooth(runs: Run[]): boolean {
  return runs.every((run, i) => {
    const before = runs[i - 1];
    if (!before) return true;
    const bend = Math.abs(run.angle - before.angle);
    return Math.min(bend, 2 * Math.PI - bend) <= MOST_BEND;
  });
}
