import { numberOf } from './cell-numbers.ts';

/** What marks the decimals in a column of numbers; `mixed` where its cells contradict each other. */
export type DecimalMark = 'point' | 'comma' | 'mixed';
/** `open` counts cells that read both ways. */
export type MarkTally = { commas: number; points: number; open: number; example: string };

const WITH_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/;
/** "1,250" is a thousand and more, or one and a quarter: its column must tell. After a leading 0 it is never a thousand. */
const OPEN = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const THOUSANDS_BY_POINTS = /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/;

const OPEN_FOR_ONE = 4;

export const emptyMarks = (): MarkTally => ({ commas: 0, points: 0, open: 0, example: '' });

/** Counts what one cell says about its column: "1,25", "0,070" and "1.234,5" speak for commas, "0.25" and "1,234.5" for points. */
export function tallyMark(tally: MarkTally, cell: string): void {
  const text = numberPartOf(cell);
  if (OPEN.test(text)) tally.open++;
  else if (WITH_COMMA.test(text)) {
    tally.commas++;
    tally.example ||= text;
  } else if (/\.\d+$/.test(text) && !THOUSANDS_BY_POINTS.test(text)) tally.points++;
  else if (/,\d{3},\d{3}$/.test(text)) tally.points++;
}

/** One odd cell among many that read both ways decides nothing: then those that do are left out, not guessed. */
export function markOf({ commas, points, open }: MarkTally): DecimalMark {
  if (commas === 0) return 'point';
  return points > 0 || open > commas * OPEN_FOR_ONE ? 'mixed' : 'comma';
}

/** A number of a column in which this marks the decimals; undefined for what is not certainly one number. */
export function numberIn(text: string, mark: DecimalMark): number | undefined {
  const bare = text.replace(/\u2212/g, '-');
  if (mark === 'comma' && WITH_COMMA.test(bare)) return decimalCommaOf(bare);
  if (mark === 'comma' && THOUSANDS_BY_POINTS.test(bare)) return numberOf(bare.replaceAll('.', ''));
  if (mark === 'mixed' && (OPEN.test(bare) || THOUSANDS_BY_POINTS.test(bare))) return undefined;
  return (OPEN.test(bare) ? undefined : decimalCommaOf(bare)) ?? numberOf(bare);
}

/** "53,4101" and "1.234,5" with the comma as mark of the decimals; undefined for a text without one. */
export function decimalCommaOf(text: string): number | undefined {
  const bare = text.replace(/\u2212/g, '-');
  return WITH_COMMA.test(bare) ? numberOf(bare.replaceAll('.', '').replace(',', '.')) : undefined;
}

/** Of "0,07 ha" or "£ 1,250" the number. */
function numberPartOf(cell: string): string {
  return /[+-]?\d[\d.,]*/.exec(cell.replace(/\u2212/g, '-'))?.[0].replace(/[.,]$/, '') ?? '';
}
