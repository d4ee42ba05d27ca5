import type { Columns } from './column-reading.ts';
import type { ReadingContext } from '../../kernel/tables/coordinate-reading.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import { declaredSystem } from '../../kernel/tables/coordinate-systems.ts';
import { locationIn } from './location-text.ts';
import { placeOf } from './row-place-reading.ts';
import { shapePlaceOf, type ShapePlace } from './shape-reading.ts';

/**
 * Where a row says its asset is: the geometry of a feature, an outline written in a cell, or coordinates.
 * A point of its own goes before the middle of an outline.
 */
export function whereIs(
  row: SourceRow,
  columns: Columns,
  declared: string | undefined,
  context: ReadingContext,
  corners: number,
): ShapePlace {
  const place = placeOf(row.cells, columns, context);
  const drawn = row.geometry
    ? { geometry: row.geometry, system: declared, column: 'geometry' }
    : outlineIn(row.cells, columns, context.uk);
  if (!drawn) return { place, shape: null, problem: null, column: '' };
  const found = shapePlaceOf(drawn.geometry, drawn.system, context, corners, drawn.column);
  if (row.geometry || place.kind !== 'inside') return found;
  const problem = found.problem ?? (found.place.kind === 'outside' ? FAR : null);
  return { ...found, problem, place };
}

const FAR = 'The outline lies more than 5 km outside the area. Check its coordinates.';

function outlineIn(
  cells: string[],
  columns: Columns,
  uk: boolean,
): { geometry: unknown; system: string | undefined; column: string } | undefined {
  const { location, crs } = columns;
  const found = location && locationIn(textOfCell(cells[location.index] ?? ''), uk);
  if (!location || found?.kind !== 'geometry') return undefined;
  const declared = crs && declaredSystem(textOfCell(cells[crs.index] ?? ''));
  return { geometry: found.geometry, system: found.system ?? declared, column: location.header };
}
