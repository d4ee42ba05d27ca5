import { boxesMeet } from './mercator-rules.ts';
import type { Box } from './mercator-rules.ts';

const CELL = 128;
/** More cells than the world is high at street level, so that a number names a cell. */
const ROW = 2 ** 24;

/** The boxes already taken. Buckets keep the search short when a whole borough is lettered at street level. */
export class Crowd {
  private readonly cells = new Map<number, Box[]>();

  isFree(boxes: readonly Box[]): boolean {
    return boxes.every((box) =>
      cellsOf(box).every((key) => !this.cells.get(key)?.some((taken) => boxesMeet(taken, box))),
    );
  }

  take(boxes: readonly Box[]): void {
    for (const box of boxes) {
      for (const key of cellsOf(box)) {
        const cell = this.cells.get(key);
        if (cell) cell.push(box);
        else this.cells.set(key, [box]);
      }
    }
  }
}

function cellsOf([w, n, e, s]: Box): number[] {
  const keys: number[] = [];
  for (let x = Math.floor(w / CELL); x <= Math.floor(e / CELL); x++) {
    for (let y = Math.floor(n / CELL); y <= Math.floor(s / CELL); y++) keys.push(x * ROW + y);
  }
  return keys;
}
