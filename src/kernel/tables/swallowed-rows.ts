import { ImportProblem } from './import-problem.ts';
import { shortText } from './short-text.ts';

/** Fewer delimiters than these, in a cell of a narrow table, may well be prose. */
const FEWEST = 2;

type Watched = { line: number; cells: string[] };

/**
 * Watches for a quotation mark that opens where none should: everything up to the next one becomes a single cell, and the
 * rows in between are gone without a trace. A cell that holds line ends and as many delimiters as a row is such a cell.
 * @param lineEnd what ends a line of this file
 * @returns a check for each row in turn; it throws ImportProblem with the lines to look at
 */
export function swallowWatch(delimiter: string, lineEnd: string): (row: Watched) => void {
  /** How often rows had so many cells: the usual width is that of the table. */
  const widths = new Map<number, number>();
  let usual = 0;
  let spaced = false;

  return ({ line, cells }) => {
    if (usual === 0) spaced = cells.length > 1 && cells.slice(1).every((cell) => /^( |$)/.test(cell));
    const width = usual || cells.length;
    let before = 0;
    cells.forEach((cell, index) => {
      const ends = cell.split(lineEnd).length - 1;
      if (ends > 0 && holdsRows(cell, width)) throw swallowed(line + before, index, cell, ends);
      before += ends;
    });
    const times = (widths.get(cells.length) ?? 0) + 1;
    widths.set(cells.length, times);
    if (times >= (widths.get(usual) ?? 0)) usual = cells.length;
  };

  function holdsRows(cell: string, width: number): boolean {
    const lines = cell.split(lineEnd).map(delimitersIn);
    const whole = lines.slice(1, -1).some((count) => count >= Math.max(1, width - 1));
    return whole || lines.reduce((sum, count) => sum + count, 0) >= Math.max(FEWEST, width - 1);
  }

  /** In prose a comma is followed by a blank or ends its line; in a row it rarely is, unless the whole file writes so. */
  function delimitersIn(text: string): number {
    const parts = text.split(delimiter);
    const counted = spaced ? parts.slice(1) : parts.slice(1).filter((part) => !part.startsWith(' '));
    return counted.length === 1 && /^\r?$/.test(counted[0] ?? '') ? 0 : counted.length;
  }
}

function swallowed(line: number, index: number, cell: string, ends: number): ImportProblem {
  return new ImportProblem(
    `On line ${line}, cell ${index + 1} begins with a quotation mark (") before “${shortText(cell)}” that is closed only on line ${line + ends}, so everything between would be one cell and the rows in it would be lost. Delete the stray mark, or close it where the cell ends, and try again.`,
  );
}
