/** What stands in one cell. Numbers are written as they are; null is an empty cell. */
export type Cell = string | number | null;

/** A spreadsheet takes a cell that starts so for a formula (OWASP, "CSV injection"). */
const FORMULA_START = /^[=+\-@\t\r\n]/;

/** A plain number may start with a minus: it is no formula, and longitudes west of Greenwich have one. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** RFC 4180, section 2, rules 5 to 7: these characters put a cell into quotation marks. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One line of a CSV file, with its end (RFC 4180: CR LF). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * One cell as text. A text that a spreadsheet would run as a formula gets an apostrophe in front, which our own
 * import takes off again.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : harmless(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
