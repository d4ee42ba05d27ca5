export type Cell = string | number;

/** Prints a plain table: the first column is text, the others stand to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const text = (line: readonly string[]): string =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  console.log(
    ['', title, text(head), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1).map(text)].join(
      '\n',
    ),
  );
}

export const ms = (milliseconds: number): string =>
  milliseconds < 100 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
export const times = (one: number, other: number): string => `${(one / other).toFixed(1)}×`;
export const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
export const thousands = (count: number): string => Math.round(count).toLocaleString('en-GB');
