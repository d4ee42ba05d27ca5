import { layoutOf } from './csv-layout.ts';
import { csvRows, type SourceRow } from './csv-rows.ts';
import { looksLikeJson } from './file-kind.ts';
import { DEFAULT_LIMITS } from './import-contract.ts';
import { ImportProblem } from './import-problem.ts';
import { isPersonal, normalised } from './header-names.ts';
import { ROWS_BEFORE_HEADER } from './header-row.ts';
import { ROOM_HEADER_NAMES } from './room-columns.ts';
import { ROOM_LIMITS, type RoomFile } from './room-import-contract.ts';
import { refuseTooLong } from './room-import-service.ts';
import { beginningOf, scanFile } from './source-file.ts';

const LIMITS = { ...DEFAULT_LIMITS, fileBytes: ROOM_LIMITS.fileBytes, rows: 20_000, columns: ROOM_LIMITS.columns, rowChars: 100_000 };
const BEGINNING_CHARS = 64 * 1024;
const KNOWN = new Set(ROOM_HEADER_NAMES.map(normalised));

/**
 * Reads a list of rooms. Columns that hold people are emptied at once: they are stored nowhere.
 * @throws ImportProblem for what is no list, or a longer one than may come in at once
 */
export async function readRoomFile(path: string, name: string): Promise<RoomFile> {
  const file = await scanFile(path, name, LIMITS, () => undefined);
  const beginning = await beginningOf(file, BEGINNING_CHARS);
  if (looksLikeJson(beginning)) throw new ImportProblem(`${name} is not a table. Rooms come as CSV: save the list as “CSV UTF-8”.`);
  const rows: SourceRow[] = [];
  for await (const row of csvRows(file, layoutOf(beginning), LIMITS)) rows.push(row);
  const top = headerAmong(rows.slice(0, ROWS_BEFORE_HEADER));
  if (!top) throw new ImportProblem(`${name} has no line that names its columns. Put one above the rooms, for instance “building, postcode, room, capacity”.`);
  const header = top.cells.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 200));
  const below = rows.filter(({ line }) => line > top.line);
  return refuseTooLong({ name, header, rows: below.map(({ line, cells }) => ({ line, cells: header.map((text, at) => (isPersonal(text) ? '' : (cells[at] ?? '').slice(0, 5_000))) })) });
}

/** The line with the most names that lists of rooms have; each counts once, so that a row full of “No” is none. */
function headerAmong(rows: readonly SourceRow[]): SourceRow | undefined {
  const scores = rows.map(({ cells }) => new Set(cells.map(normalised).filter((cell) => KNOWN.has(cell))).size);
  const best = Math.max(0, ...scores);
  return best >= 2 ? rows[scores.indexOf(best)] : rows.find(({ cells }) => cells.length > 1 && !cells.some((cell) => /^\s*[£\d]/.test(cell)));
}
