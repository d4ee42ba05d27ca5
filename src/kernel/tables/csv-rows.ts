import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { TableLimits } from './table-contract.ts';
import type { CsvLayout } from './csv-layout.ts';
import { ImportProblem } from './import-problem.ts';
import { swallowWatch } from './swallowed-rows.ts';
import { textOf, type OnBytes, type SourceFile } from './source-file.ts';

/** One row of a file. `line` is where it starts, counted from 1; `geometry` only in GeoJSON. */
export type SourceRow = { line: number; cells: string[]; geometry?: unknown };

/**
 * The rows of a CSV file one after the other, header included, blank ones left out. Stray quotation marks and ragged rows are let through.
 * @throws ImportProblem when a quotation mark never closes or swallows rows, a row or the file is too long, or a row has too many cells
 */
export async function* csvRows(
  file: SourceFile,
  layout: CsvLayout,
  limits: TableLimits,
  onBytes?: OnBytes,
): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter: layout.delimiter,
    record_delimiter: layout.rowEnds,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.rowChars,
  });
  pipeline(Readable.from(textOf(file, onBytes)), parser, () => undefined);
  const lineEnd = layout.rowEnds.includes('\n') ? '\n' : '\r';
  const watch = swallowWatch(layout.delimiter, lineEnd);
  let line = 1;
  let rows = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const start = line;
      line += 1 + lineEndsIn(cells, lineEnd);
      if (isBlank(cells)) continue;
      if (cells.length > limits.columns) throw tooManyColumns(start, cells.length, limits);
      if (++rows > limits.rows)
        throw new ImportProblem(
          `The file has more than ${limits.rows.toLocaleString('en-GB')} rows. Split it into several files.`,
        );
      watch({ line: start, cells });
      yield { line: start, cells };
    }
  } catch (error) {
    throw explained(error, line, limits);
  }
}

/** Lines as a text editor counts them: lone carriage returns inside cells are none. */
function lineEndsIn(cells: string[], lineEnd: string): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf(lineEnd); at !== -1; at = cell.indexOf(lineEnd, at + 1)) count++;
  }
  return count;
}

function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

function tooManyColumns(line: number, columns: number, limits: TableLimits): ImportProblem {
  return new ImportProblem(
    `Line ${line} has ${columns.toLocaleString('en-GB')} cells; at most ${limits.columns} can be read. Delete the columns that are not needed, or check that the rows end where they should.`,
  );
}

function explained(error: unknown, line: number, limits: TableLimits): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportProblem(
      `The row that begins on line ${line} opens a quotation mark (") that never closes. Close it or delete it, and try again.`,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const most = limits.rowChars.toLocaleString('en-GB');
    return new ImportProblem(
      `The row that begins on line ${line} is longer than ${most} characters. Look for an over-long cell or a quotation mark (") that is opened and never closed, and correct it.`,
    );
  }
  return new ImportProblem(
    `The row that begins on line ${line} cannot be read as CSV: ${error.message}. Correct it and try again.`,
  );
}
