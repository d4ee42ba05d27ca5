import type { LonLat } from '../../kernel/geo.ts';
import { isFullPostcode, postcodeOf } from '../../kernel/postcode.ts';
import { toLonLat } from '../../kernel/tables/coordinate-systems.ts';
import { layoutOf, type CsvLayout } from '../../kernel/tables/csv-layout.ts';
import { csvRows } from '../../kernel/tables/csv-rows.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import { beginningOf, scanFile, type SourceFile } from '../../kernel/tables/source-file.ts';
import { TABLE_LIMITS } from '../../kernel/tables/table-contract.ts';
import { wrongFile } from './json-file.ts';

export type PostcodeLine = { postcode: string; point: LonLat; wardCode: string | null };
/** Lines that were left out, and why. */
export type PostcodesLeftOut = { noGridReference: number; unreadable: number };

/** The list of a whole country is larger than what people upload. */
const LIMITS = { ...TABLE_LIMITS, fileBytes: 2 * 1024 ** 3, rows: 5_000_000 };
const HEAD_CHARACTERS = 20_000;
const HEADINGS = {
  postcode: ['postcode', 'pcds', 'pcd', 'pcd7', 'pcd8', 'postcodes'],
  lon: ['lon', 'long', 'lng', 'longitude'],
  lat: ['lat', 'latitude'],
  easting: ['easting', 'eastings', 'oseast1m', 'x'],
  northing: ['northing', 'northings', 'osnrth1m', 'y'],
  ward: ['wardcode', 'wardcd', 'osward', 'adminwardcode'],
} as const;
type Columns = Partial<Record<keyof typeof HEADINGS, number>>;

/**
 * Streams a CSV with the columns postcode and lon, lat (or easting, northing of the British National Grid), and a ward's code where known.
 * @param leftOut counts the lines that have no full postcode or no place
 * @throws Problem 400 when the headings are others, or when no line has a postcode and a place
 */
export async function* readPostcodes(
  file: string,
  leftOut: PostcodesLeftOut = { noGridReference: 0, unreadable: 0 },
): AsyncGenerator<PostcodeLine> {
  const source = await scanFile(file, file, LIMITS, () => undefined);
  const layout = layoutIn(await beginningOf(source, HEAD_CHARACTERS));
  let columns: Columns | undefined;
  let read = 0;
  for await (const { cells } of csvRows(source, layout, LIMITS)) {
    if (!columns) {
      columns = columnsOf(cells, source);
      continue;
    }
    const line = lineOf(cells, columns);
    if (typeof line === 'string') leftOut[line]++;
    else {
      read++;
      yield line;
    }
  }
  if (read === 0) throw wrongFile(file, 'has no line with a full postcode and its place');
}

/** The headings tell what parts the cells: below them a decimal comma may stand in each. */
function layoutIn(beginning: string): CsvLayout {
  const { rowEnds } = layoutOf(beginning);
  const [header = ''] = beginning.split(/[\r\n]/);
  return { rowEnds, delimiter: layoutOf(header).delimiter };
}

function columnsOf(header: string[], { name }: SourceFile): Columns {
  const names = header.map(normalised);
  const columns: Columns = {};
  for (const [column, known] of Object.entries(HEADINGS) as [keyof typeof HEADINGS, readonly string[]][]) {
    const at = names.findIndex((one) => known.includes(one) || (column === 'ward' && /^wd\d*cd$/.test(one)));
    if (at !== -1) columns[column] = at;
  }
  const { postcode, lon, lat, easting, northing } = columns;
  const placed = (lon !== undefined && lat !== undefined) || (easting !== undefined && northing !== undefined);
  if (postcode !== undefined && placed) return columns;
  throw wrongFile(
    name,
    `needs the headings postcode and lon, lat (or easting, northing) in its first line. It has: ${header
      .map((one) => `"${one.slice(0, 40)}"`)
      .slice(0, 20)
      .join(', ')}`,
  );
}

function lineOf(cells: string[], columns: Columns): PostcodeLine | keyof PostcodesLeftOut {
  const cell = (column: keyof Columns): string => {
    const at = columns[column];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const postcode = postcodeOf(cell('postcode'));
  if (!postcode || !isFullPostcode(postcode)) return 'unreadable';
  const point = pointOf(cell, columns);
  return typeof point === 'string' ? point : { postcode, point, wardCode: cell('ward') || null };
}

/** National lists write 99.999999 and 0 (the Channel Islands, the Isle of Man, closed postcodes) where they know no place. */
function pointOf(cell: (column: keyof Columns) => string, { lon, lat }: Columns): LonLat | keyof PostcodesLeftOut {
  const inDegrees = lon !== undefined && lat !== undefined;
  const x = numberIn(cell(inDegrees ? 'lon' : 'easting'));
  const y = numberIn(cell(inDegrees ? 'lat' : 'northing'));
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 'unreadable';
  if ((x === 0 && y === 0) || (inDegrees && y > 90)) return 'noGridReference';
  return toLonLat(inDegrees ? 'EPSG:4326' : 'EPSG:27700', x, y) ?? 'unreadable';
}

/** "53,41" is a number too where semicolons part the cells; where commas do, no cell has one. */
const numberIn = (cell: string): number => (cell === '' ? NaN : Number(cell.replace(',', '.')));
