/** One piece of a label: text whose middle stands at x, y, turned by an angle in radians. */
export type Run = { text: string; x: number; y: number; angle: number };
/** A line of x, y pairs, with the way walked at each of its points. */
export type Line = { path: ArrayLike<number>; walked: Float64Array; length: number };

/** A name bent more than this between two letters is hard to read. */
const MOST_BEND = 0.5;

export function lineOf(path: ArrayLike<number>): Line {
  const walked = new Float64Array(path.length / 2);
  for (let i = 1; i < walked.length; i++) {
    const step = Math.hypot(at(path, i * 2) - at(path, i * 2 - 2), at(path, i * 2 + 1) - at(path, i * 2 - 1));
    walked[i] = at(walked, i - 1) + step;
  }
  return { path, walked, length: walked.at(-1) ?? 0 };
}

/** Sets letters along a line around its given middle; `null` where the line is too short or too crooked. */
export function runsAlong(line: Line, letters: string[], widths: number[], middle: number): Run[] | null {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const start = middle - width / 2;
  if (start < 0 || start + width > line.length) return null;
  const backwards = pointAt(line, start + width).x < pointAt(line, start).x;
  const runs: Run[] = [];
  let done = 0;
  for (const [i, letter] of letters.entries()) {
    const own = widths[i] ?? 0;
    const distance = done + own / 2;
    const { x, y, angle } = pointAt(line, backwards ? start + width - distance : start + distance);
    runs.push({ text: letter, x, y, angle: backwards ? turned(angle) : angle });
    if (isBent(runs.at(-2), runs.at(-1))) return null;
    done += own;
  }
  return runs;
}

function pointAt({ path, walked }: Line, distance: number): { x: number; y: number; angle: number } {
  const i = Math.max(1, firstBeyond(walked, distance));
  const x = at(path, i * 2 - 2);
  const y = at(path, i * 2 - 1);
  const dx = at(path, i * 2) - x;
  const dy = at(path, i * 2 + 1) - y;
  const share = (distance - at(walked, i - 1)) / (at(walked, i) - at(walked, i - 1) || 1);
  return { x: x + dx * share, y: y + dy * share, angle: Math.atan2(dy, dx) };
}

/** The first point that lies no nearer than a distance, found by halving. */
function firstBeyond(walked: Float64Array, distance: number): number {
  let low = 0;
  let high = walked.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(walked, middle) < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

function turned(angle: number): number {
  return angle > 0 ? angle - Math.PI : angle + Math.PI;
}

function isBent(before: Run | undefined, run: Run | undefined): boolean {
  const bend = Math.abs((run?.angle ?? 0) - (before?.angle ?? run?.angle ?? 0));
  return Math.min(bend, 2 * Math.PI - bend) > MOST_BEND;
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
