/** How a CSV file is laid out: what parts its cells and what ends its rows. */
export type CsvLayout = { delimiter: string; rowEnds: string[] };

const DELIMITERS = [',', ';', '\t', '|'];
const LINES_LOOKED_AT = 25;

/**
 * Finds out from the beginning of a text how its rows and cells are parted. A carriage return alone ends a row
 * only where no line feed does: many spreadsheets leave lone ones inside cells.
 */
export function layoutOf(beginning: string): CsvLayout {
  const bare = withoutQuoted(beginning);
  const rowEnds = bare.includes('\n') || !bare.includes('\r') ? ['\r\n', '\n'] : ['\r'];
  const lines = bare.split(rowEnds.includes('\n') ? /\r?\n/ : /\r/).slice(0, LINES_LOOKED_AT);
  const most = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: Math.max(...lines.map((line) => line.split(delimiter).length)),
  }));
  const best = most.reduce((a, b) => (b.count > a.count ? b : a));
  return { delimiter: best.delimiter, rowEnds };
}

/** The text without what stands between quotation marks that open a cell. */
function withoutQuoted(text: string): string {
  return text.replace(/(^|[,;\t|\r\n])"(?:[^"]|"")*"(?=[,;\t|\r\n]|$)/g, '$1');
}
