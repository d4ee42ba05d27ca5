import { Crowd } from './crowd.ts';
import type { Candidate } from './label-candidates.ts';
import type { Setting } from './label-styles.ts';
import { boxAround } from './mercator.ts';
import type { Box } from './mercator.ts';
import { lineOf, runsAlong } from './text-along.ts';
import type { Run } from './text-along.ts';

/** A label with a sure place, in world pixels of its zoom. Every tile that meets `box` paints it, so none is cut. */
export type PlacedLabel = { text: string; runs: Run[]; setting: Setting; box: Box };
export type Measure = (text: string, font: string) => number;
type Trial = { runs: Run[]; boxes: Box[] };
/** Worked out only when the one before it did not fit. */
type Try = () => Trial | null;

/** Long names break in two lines from this many letters. */
const LONG_NAME = 15;
const REPEAT_EVERY = 520;
/** The same road, drawn in pieces, is not named again within this distance. */
const SAME_NAME_APART = 340;
const AIR = 3;

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

/** Each spot is wanted on its own; its trials are tried in turn. */
function spots(candidate: Candidate, zoom: number, setting: Setting, measure: Measure): Try[][] {
  const scale = 2 ** zoom;
  if (candidate.path)
    return spotsAlong(
      candidate.path.map((at) => at * scale),
      candidate.text,
      setting,
      measure,
    );
  const lines = linesOf(setting.capitals ? candidate.text.toUpperCase() : candidate.text);
  const width = Math.max(...lines.map((line) => widthOf(line, setting, measure)));
  if (width > candidate.room * scale) return [];
  const x = candidate.x * scale;
  const y = candidate.y * scale;
  if (candidate.anchor === 'centre') return [[() => setAt(lines, x, y, width, setting, measure)]];
  const gap = width / 2 + 11;
  const rise = (lines.length * setting.size) / 2 + 12;
  return [
    [
      [x + gap, y],
      [x - gap, y],
      [x, y - rise],
      [x, y + rise],
    ].map(
      ([atX = x, atY = y]) =>
        () =>
          setAt(lines, atX, atY, width, setting, measure),
    ),
  ];
}

function setAt(lines: string[], x: number, y: number, width: number, setting: Setting, measure: Measure): Trial {
  const leading = setting.size * 1.12;
  const runs = lines.flatMap((line, i) =>
    setLine(line, x, y + (i - (lines.length - 1) / 2) * leading, setting, measure),
  );
  return { runs, boxes: [boxAround(x, y, width / 2 + AIR, (lines.length * leading) / 2 + AIR)] };
}

function setLine(line: string, x: number, y: number, setting: Setting, measure: Measure): Run[] {
  if (setting.spacing === 0) return [{ text: line, x, y, angle: 0 }];
  let at = x - widthOf(line, setting, measure) / 2;
  return [...line].map((letter) => {
    const own = measure(letter, setting.font) + setting.spacing;
    at += own;
    return { text: letter, x: at - own / 2, y, angle: 0 };
  });
}

function spotsAlong(path: Float64Array, text: string, setting: Setting, measure: Measure): Try[][] {
  const letters = [...text];
  const widths = letters.map((letter) => measure(letter, setting.font) + setting.spacing);
  const line = lineOf(path);
  const times = Math.max(1, Math.floor(line.length / REPEAT_EVERY));
  const stretch = line.length / times;
  return Array.from({ length: times }, (_, i) =>
    [0, 0.12, -0.12, 0.25, -0.25].map((shift) => () => {
      const runs = runsAlong(line, letters, widths, stretch * (i + 0.5 + shift));
      return runs && { runs, boxes: runs.map((run) => boxAround(run.x, run.y, setting.size / 2, setting.size / 2)) };
    }),
  );
}

function firstThat(tries: Try[], fits: (trial: Trial) => boolean): Trial | null {
  for (const attempt of tries) {
    const trial = attempt();
    if (trial && fits(trial)) return trial;
  }
  return null;
}

/** Breaks a long name at the space nearest its middle. */
function linesOf(text: string): string[] {
  if (text.length < LONG_NAME) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)]
    .map((found) => found.index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const at = spaces[0];
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function widthOf(line: string, setting: Setting, measure: Measure): number {
  if (setting.spacing === 0) return measure(line, setting.font);
  return [...line].reduce((sum, letter) => sum + measure(letter, setting.font) + setting.spacing, 0);
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
