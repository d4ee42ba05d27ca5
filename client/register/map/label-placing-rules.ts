import { Crowd } from './crowd-rules.ts';
import type { Candidate } from './label-candidate-rules.ts';
import type { Measure } from './label-line-rules.ts';
import { spots, type Trial, type Try } from './label-spot-rules.ts';
import type { Setting } from './label-style-table.ts';
import type { Box } from './mercator-rules.ts';
import type { Run } from './text-along-rules.ts';

/** A label with a sure place, in world pixels of its zoom. Every tile that meets `box` paints it, so none is cut. */
export type PlacedLabel = { text: string; runs: Run[]; setting: Setting; box: Box };
/** The same road, drawn in pieces, is not named again within this distance. */
const SAME_NAME_APART = 340;

/**
 * Places names for a whole zoom at once, best first, each only where it meets no other. The result depends on the
 * data and the zoom alone, never on what is in view: that is why labels do not jump while the map moves.
 */
export function placeLabels(
  candidates: readonly Candidate[],
  zoom: number,
  settingFor: (candidate: Candidate) => Setting,
  measure: Measure,
): PlacedLabel[] {
  const crowd = new Crowd();
  const placed: PlacedLabel[] = [];
  const seen = new Map<string, { x: number; y: number }[]>();
  for (const candidate of candidates) {
    const setting = settingFor(candidate);
    for (const trials of spots(candidate, zoom, setting, measure)) {
      const trial = firstThat(
        trials,
        ({ boxes }) => crowd.isFree(boxes) && !isRepeated(seen, candidate.text, centreOf(boxes)),
      );
      if (!trial) continue;
      crowd.take(trial.boxes);
      seen.set(candidate.text, [...(seen.get(candidate.text) ?? []), centreOf(trial.boxes)]);
      placed.push({ text: candidate.text, runs: trial.runs, setting, box: around(trial.boxes) });
    }
  }
  return placed;
}

function firstThat(tries: Try[], fits: (trial: Trial) => boolean): Trial | null {
  for (const attempt of tries) {
    const trial = attempt();
    if (trial && fits(trial)) return trial;
  }
  return null;
}

function isRepeated(
  seen: Map<string, { x: number; y: number }[]>,
  text: string,
  at: { x: number; y: number },
): boolean {
  return seen.get(text)?.some((other) => Math.hypot(other.x - at.x, other.y - at.y) < SAME_NAME_APART) ?? false;
}

function centreOf(boxes: readonly Box[]): { x: number; y: number } {
  const [w, n, e, s] = around(boxes);
  return { x: (w + e) / 2, y: (n + s) / 2 };
}

function around(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (sum, box) => [
      Math.min(sum[0], box[0]),
      Math.min(sum[1], box[1]),
      Math.max(sum[2], box[2]),
      Math.max(sum[3], box[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
