import type { Setting } from './label-style-table.ts';

/** The width of a text in pixels. */
export type Measure = (text: string, font: string) => number;

/** Long names break in two lines from this many letters. */
const LONG_NAME = 15;

/** Breaks a long name at the space nearest its middle. */
export function linesOf(text: string): string[] {
  if (text.length < LONG_NAME) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)]
    .map((found) => found.index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const at = spaces[0];
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The width of a line as it is set, with the space between its letters. */
export function widthOf(line: string, setting: Setting, measure: Measure): number {
  if (setting.spacing === 0) return measure(line, setting.font);
  return [...line].reduce((sum, letter) => sum + measure(letter, setting.font) + setting.spacing, 0);
}
