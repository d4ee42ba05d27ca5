import { mapColumns } from './column-reading.ts';
import { DEFAULT_LIMITS, type Decisions, type ImportLimits } from './import-contract.ts';
import { NO_DECISIONS } from './import-decision-reading.ts';
import { MOST_SCREEN_BYTES, type Preview, PREVIEW_ROWS } from './import-screen-contract.ts';
import { openSource } from './import-source-reading.ts';
import { scanFile } from '../../kernel/tables/source-file.ts';

const LIMITS: ImportLimits = { ...DEFAULT_LIMITS, fileBytes: MOST_SCREEN_BYTES };
const LONGEST_CELL = 80;

/**
 * Looks into a file before anything is compared: what it is, its columns, its first rows.
 * @param memory what was decided for each of the owner's lists; @param list which of them this is, if it was said
 * @throws ImportProblem for a file that is no list
 */
export async function previewOf(
  path: string,
  name: string,
  memory: Map<string, Decisions>,
  list: string | null,
): Promise<Preview> {
  const file = await scanFile(path, name, LIMITS, () => undefined);
  const names = [...memory.values()].flatMap(({ map }) => Object.keys(map));
  const source = await openSource(file, { format: null, names }, LIMITS);
  const remembered = memory.get(list ?? source.format) ?? NO_DECISIONS;
  const { uses } = mapColumns(source.header, NO_DECISIONS, remembered);
  const rows: string[][] = [];
  for await (const { cells } of source.rows()) {
    rows.push(uses.map((_, at) => shortened(cells[at] ?? '')));
    if (rows.length >= PREVIEW_ROWS) break;
  }
  return {
    format: source.format,
    encoding: file.encoding,
    sha256: file.sha256,
    hasHeader: source.hasHeader,
    columns: uses,
    rows,
    remembered,
  };
}

function shortened(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}
