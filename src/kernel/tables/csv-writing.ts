import { stringify, type Options } from 'csv-stringify/sync';

/** What stands in one cell. Numbers are written as they are; null is an empty cell. */
export type Cell = string | number | null;

/**
 * RFC 4180: lines end with CR LF, and quotation marks stand around what holds a comma, a quotation mark or a line end. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection"), which our own import takes off again.
 * Spaces and line ends around a text go, so that no formula hides behind them.
 */
const OPTIONS: Options = {
  record_delimiter: '\r\n',
  quote_record_delimiter: true,
  escape_formulas: true,
  cast: { string: (text) => text.trim() },
};

/**
 * The beginning of every CSV file of ours: its header, after a byte order mark. Without the mark Excel takes UTF-8 for
 * Windows-1252 and shows "CafÃ©"; whoever reads files by program has one decision of ours to know, not one a file.
 */
export const csvBeginning = (names: readonly string[]): string => stringify([names], { ...OPTIONS, bom: true });

/** Lines of a CSV file, each with its end: the whole table, or as many as are to hand of a file that is streamed. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string => stringify([...rows], OPTIONS);
