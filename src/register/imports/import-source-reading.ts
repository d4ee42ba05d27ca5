import type { ImportFormat, ImportLimits } from './import-contract.ts';
import type { ColumnMapping } from './column-reading.ts';
import { declaredSystem } from '../../kernel/tables/coordinate-systems.ts';
import { csvRows, type SourceRow } from '../../kernel/tables/csv-rows.ts';
import { layoutOf } from '../../kernel/tables/csv-layout.ts';
import { looksLikeJson } from '../../kernel/tables/file-kind.ts';
import { geoJsonRows, propertyNames } from './geojson-row-reading.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import { ROWS_BEFORE_HEADER } from '../../kernel/tables/header-text.ts';
import { headerRowOf, numberedHeaders } from './header-row-reading.ts';
import { ImportProblem } from '../../kernel/tables/import-problem.ts';
import { beginningOf, type OnBytes, type SourceFile } from '../../kernel/tables/source-file.ts';

/** A file of which we know how to read its rows. */
export type Source = {
  file: SourceFile;
  format: ImportFormat;
  /** What the file calls its columns; #1, #2, … when it has no header row. */
  header: string[];
  hasHeader: boolean;
  /** The coordinate system that the file as a whole declares (old GeoJSON). */
  declared: string | undefined;
  rows(onBytes?: OnBytes): AsyncGenerator<SourceRow>;
};

/** A file whose columns are understood. */
export type MappedSource = Source & { mapping: ColumnMapping };

/** What is known beforehand: the format if told, and names of columns that were mapped by hand now or before. */
export type Hints = { format: ImportFormat | null; names: string[] };

const BEGINNING_CHARS = 64 * 1024;
const BROWNFIELD_SIGNS = [
  'sitereference',
  'sitenameaddress',
  'siteaddress',
  'ownershipstatus',
  'ownership',
  'planningstatus',
  'hectares',
  'deliverable',
  'permissiontype',
  'netdwellingsrangefrom',
  'minnetdwellings',
];
const LGA_SIGNS = ['tenuretype', 'tenuredetail', 'holdingtype', 'assetcode', 'propertyname', 'uprn'];

/**
 * Opens a file: finds its format and its header row.
 * @throws ImportProblem when the file cannot be read as what it is said to be
 */
export async function openSource(file: SourceFile, hints: Hints, limits: ImportLimits): Promise<Source> {
  const beginning = await beginningOf(file, BEGINNING_CHARS);
  if (beginning.trim() === '')
    throw new ImportProblem(
      `${file.name} has only blank lines. Export the list again and check that the file has rows in it.`,
    );
  const isJson = looksLikeJson(beginning);
  if (hints.format === 'geojson' && !isJson)
    throw new ImportProblem(`${file.name} is not GeoJSON. Leave out --format geojson, or export the layer as GeoJSON.`);
  return isJson ? openGeoJson(file, beginning, hints, limits) : openCsv(file, beginning, hints, limits);
}

async function openCsv(file: SourceFile, beginning: string, hints: Hints, limits: ImportLimits): Promise<Source> {
  const layout = layoutOf(beginning);
  const first = await firstRows(file, layout, limits);
  const place = headerRowOf(
    first,
    hints.names.filter((name) => !name.startsWith('#')),
  );
  const headerRow = place === undefined ? undefined : first[place];
  const header = headerRow?.cells ?? numberedHeaders(first);
  async function* rows(onBytes?: OnBytes): AsyncGenerator<SourceRow> {
    for await (const row of csvRows(file, layout, limits, onBytes)) {
      if (!headerRow || row.line > headerRow.line) yield row;
    }
  }
  return {
    file,
    format: hints.format ?? vocabularyOf(header),
    header,
    hasHeader: headerRow !== undefined,
    declared: undefined,
    rows,
  };
}

async function openGeoJson(file: SourceFile, beginning: string, hints: Hints, limits: ImportLimits): Promise<Source> {
  const header = await propertyNames(file, limits);
  const crs = /"crs"\s*:\s*\{[^}]*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"]+)"/.exec(beginning);
  const found = hints.format === null || hints.format === 'csv' ? vocabularyOf(header) : hints.format;
  return {
    file,
    header,
    hasHeader: true,
    format: found === 'csv' ? 'geojson' : found,
    declared: crs?.[1] === undefined ? undefined : declaredSystem(crs[1]),
    rows: (onBytes) => geoJsonRows(file, header, limits, onBytes),
  };
}

async function firstRows(
  file: SourceFile,
  layout: ReturnType<typeof layoutOf>,
  limits: ImportLimits,
): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of csvRows(file, layout, limits)) {
    rows.push(row);
    if (rows.length >= ROWS_BEFORE_HEADER) break;
  }
  return rows;
}

/** Which published list the columns are those of, if any. */
function vocabularyOf(header: string[]): ImportFormat {
  const names = new Set(header.map(normalised));
  const count = (signs: string[]): number => signs.filter((sign) => names.has(sign)).length;
  const owned = names.has('ownershipstatus') || names.has('ownership');
  if (owned && count(BROWNFIELD_SIGNS) >= 4) return 'brownfield';
  return count(LGA_SIGNS) >= 3 && (names.has('tenuretype') || names.has('holdingtype')) ? 'lga' : 'csv';
}
