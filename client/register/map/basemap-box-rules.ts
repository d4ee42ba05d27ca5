import type { Box } from './mercator-rules.ts';

/** A box as a path of its own. */
export function boxCorners(box: Box): Float64Array[] {
  return [Float64Array.from(box)];
}

/** The box around all parts. */
export function boxOf(parts: Float64Array[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let i = 0; i + 1 < part.length; i += 2) {
      const x = part[i] ?? 0;
      const y = part[i + 1] ?? 0;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}
