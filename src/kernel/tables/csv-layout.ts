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
  const filled = lines.filter((line) => line.trim() !== '');
  const best = DELIMITERS.map((delimiter) => steadinessOf(delimiter, filled)).reduce((a, b) =>
    isBetter(b, a) ? b : a,
  );
  return { delimiter: best.delimiter, rowEnds };
}

type Steadiness = { delimiter: string; steady: boolean; score: number };

/**
 * How evenly a sign parts the lines: in a table most lines have as many cells, while the commas of a long remark stand
 * in one line only.
 */
function steadinessOf(delimiter: string, lines: string[]): Steadiness {
  const widths = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length;
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const scores = [...widths].map(([width, times]) => ({ times, score: times * (width - 1) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a), { times: 0, score: 0 });
  return { delimiter, steady: best.times * 2 > lines.length, score: best.score };
}

const isBetter = (one: Steadiness, other: Steadiness): boolean =>
  one.steady === other.steady ? one.score > other.score : one.steady;

/** The text without what stands between quotation marks that open a cell. */
function withoutQuoted(text: string): string {
  return text.replace(/(^|[,;\t|\r\n])"(?:[^"]|"")*"(?=[,;\t|\r\n]|$)/g, '$1');
}
