import type { Candidate } from './label-candidate-rules.ts';
import { linesOf, widthOf, type Measure } from './label-line-rules.ts';
import type { Setting } from './label-style-table.ts';
import { boxAround, type Box } from './mercator-rules.ts';
import { lineOf, runsAlong, type Run } from './text-along-rules.ts';

/** A label as it would lie: its lines, and the room that they take. */
export type Trial = { runs: Run[]; boxes: Box[] };

/** Worked out only when the one before it did not fit. */
export type Try = () => Trial | null;

const REPEAT_EVERY = 520;

const AIR = 3;

/** Each spot is wanted on its own; its trials are tried in turn. */
export function spots(candidate: Candidate, zoom: number, setting: Setting, measure: Measure): Try[][] {
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
