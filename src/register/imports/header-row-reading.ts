import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import { meaningOf, NOT_STORED } from './header-name-table.ts';

/**
 * Which of a file's first rows names the columns: the one with the most known names, two at least (one in a one-column list);
 * failing that the first row, if it reads like names rather than like data.
 * @returns its place in `rows`, or undefined when the file seems to have no header row
 */
export function headerRowOf(rows: SourceRow[], toldNames: string[]): number | undefined {
  const told = new Set(toldNames.map(normalised));
  const scores = rows.map(({ cells }) => cells.filter((cell) => isName(cell, told)).length);
  const best = Math.max(0, ...scores);
  if (best >= 2 || (best === 1 && scores[0] === 1)) return scores.indexOf(best);
  const [first, second] = rows;
  if (!first || first.cells.some(isData)) return undefined;
  const filled = first.cells.filter((cell) => cell.trim() !== '').length;
  return filled >= 2 && second?.cells.some(isData) ? 0 : undefined;
}

/** Names for the columns of a file without a header row: #1, #2, … */
export function numberedHeaders(rows: SourceRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, index) => `#${index + 1}`);
}

function isName(cell: string, told: Set<string>): boolean {
  const name = normalised(cell);
  return name !== '' && cell.length <= 80 && (told.has(name) || meaningOf(cell) !== undefined || NOT_STORED.has(name));
}

/** Numbers, dates, postcodes and addresses of pages are data; nobody names a column so. */
function isData(cell: string): boolean {
  return /^\s*[-+£$]?\d[\d,.]*\s*$|^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s*$|^\s*[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*$|^https?:/i.test(
    cell,
  );
}
