import { layoutOf } from '../../kernel/tables/csv-layout.ts';
import { csvRows, type SourceRow } from '../../kernel/tables/csv-rows.ts';
import { looksLikeJson } from '../../kernel/tables/file-kind.ts';
import { isPersonal, normalised } from '../../kernel/tables/header-text.ts';
import { ROWS_BEFORE_HEADER } from '../../kernel/tables/header-text.ts';
import { DEFAULT_LIMITS } from '../../register/imports/import-contract.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { ROOM_HEADER_NAMES } from './room-columns.ts';
import { ROOM_LIMITS, type RoomFile, type RoomLines } from './room-import-contract.ts';
import { beginningOf, scanFile } from '../../kernel/tables/source-file.ts';

/** The reader of tables stops a little later than we do, so that what is said is ours. */
const LIMITS = {
  ...DEFAULT_LIMITS,
  fileBytes: ROOM_LIMITS.fileBytes,
  rows: ROOM_LIMITS.rooms + 2 * ROWS_BEFORE_HEADER,
  columns: ROOM_LIMITS.columns,
  rowChars: 100_000,
};
const BEGINNING_CHARS = 64 * 1024;
const MOST_CELL_CHARS = 5_000;
const EXAMPLES = { each: 3, chars: 40 };
const KNOWN = new Set(ROOM_HEADER_NAMES.map(normalised));

/**
 * Reads a list of rooms. Columns that hold people are emptied at once: they are stored nowhere. The file is gone through line by line,
 * once for what it looks like and again whenever its lines are asked for.
 * @throws ImportProblem for what is no list, or a longer one than may come in at once
 */
export async function readRoomFile(path: string, name: string): Promise<{ file: RoomFile; lines: RoomLines }> {
  const file = await scanFile(path, name, LIMITS, () => undefined);
  const beginning = await beginningOf(file, BEGINNING_CHARS);
  if (looksLikeJson(beginning))
    throw new ImportProblem(`${name} is not a table. Rooms come as CSV: save the list as “CSV UTF-8”.`);
  const layout = layoutOf(beginning);
  const top = headerAmong(await firstOf(csvRows(file, layout, LIMITS), ROWS_BEFORE_HEADER));
  if (!top)
    throw new ImportProblem(
      `${name} has no line that names its columns. Put one above the rooms, for instance “building, postcode, room, capacity”.`,
    );
  const header = top.cells.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 200));
  const personal = header.map(isPersonal);
  const lines: RoomLines = async function* () {
    for await (const { line, cells } of csvRows(file, layout, LIMITS)) {
      if (line > top.line)
        yield {
          line,
          cells: personal.map((isHidden, at) => (isHidden ? '' : (cells[at] ?? '').slice(0, MOST_CELL_CHARS))),
        };
    }
  };
  return { file: { name, header, ...(await lookedThrough(lines, header.length)) }, lines };
}

/** How many lines there are, and a few cells of each column. @throws ImportProblem when there are too many */
async function lookedThrough(lines: RoomLines, columns: number): Promise<Pick<RoomFile, 'count' | 'examples'>> {
  const examples = Array.from({ length: columns }, (): string[] => []);
  let count = 0;
  for await (const { cells } of lines()) {
    if (++count > ROOM_LIMITS.rooms)
      throw new ImportProblem(
        `The list has more than ${ROOM_LIMITS.rooms.toLocaleString('en-GB')} rooms, which is the most that comes in at once. Split it into several files.`,
      );
    for (const [at, some] of examples.entries()) if (some.length < EXAMPLES.each) keepExample(some, cells[at] ?? '');
  }
  return { count, examples };
}

function keepExample(some: string[], cell: string): void {
  const text = cell.trim();
  const short = text.length > EXAMPLES.chars ? `${text.slice(0, EXAMPLES.chars - 1)}…` : text;
  if (short !== '' && !some.includes(short)) some.push(short);
}

async function firstOf(rows: AsyncGenerator<SourceRow>, most: number): Promise<SourceRow[]> {
  const first: SourceRow[] = [];
  for await (const row of rows) if (first.push(row) === most) break;
  return first;
}

/** The line with the most names that lists of rooms have; each counts once, so that a row full of “No” is none. */
function headerAmong(rows: readonly SourceRow[]): SourceRow | undefined {
  const scores = rows.map(({ cells }) => new Set(cells.map(normalised).filter((cell) => KNOWN.has(cell))).size);
  const best = Math.max(0, ...scores);
  return best >= 2
    ? rows[scores.indexOf(best)]
    : rows.find(({ cells }) => cells.length > 1 && !cells.some((cell) => /^\s*[£\d]/.test(cell)));
}
