import type { Point } from '../assets/asset-contract.ts';
import type { Columns } from './column-mapping.ts';
import { rounded } from '../../kernel/geo.ts';
import { shortened } from './cell-identifiers.ts';
import { numberOf } from '../../kernel/tables/cell-numbers.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import { declaredSystem } from '../../kernel/tables/coordinate-systems.ts';
import {
  readingByRange,
  readingInside,
  type Reading,
  type ReadingContext,
} from '../../kernel/tables/coordinate-reading.ts';
import { pairIn } from './location-text.ts';

/** What a row says about where its asset is. `column` names the column to look at. */
export type RowPlace =
  | { kind: 'inside'; point: Point; reading: Reading; column: string; declared: string | undefined; fromText: boolean }
  | {
      kind: 'outside';
      at: { reading: Reading; point: Point } | undefined;
      column: string;
      declared: string | undefined;
    }
  | { kind: 'unusable'; column: string; why: 'half' | 'not_numbers'; text: string }
  /** Nothing is written; `said` is false when the file has no column for it. */
  | { kind: 'blank'; said: boolean };

type Found = { x: number; y: number; column: string; system: string | undefined; fromText: boolean };
type Source = Found | { column: string; why: 'half' | 'not_numbers'; text: string } | undefined;

/** Longitude and latitude, then x and y, then one cell with both: the first that falls inside the area is the place. */
const PAIRS = [
  ['longitude', 'latitude'],
  ['x', 'y'],
] as const;

/** Reads the coordinates of one row. 0,0 counts as nothing written. */
export function placeOf(cells: string[], columns: Columns, context: ReadingContext): RowPlace {
  const declared = columns.crs && declaredSystem(textOfCell(cells[columns.crs.index] ?? ''));
  const sources = [
    ...PAIRS.map(([first, second]) => pairAt(cells, columns[first], columns[second])),
    textAt(cells, columns.location),
  ];
  let failed: RowPlace | undefined;
  for (const source of sources) {
    if (!source) continue;
    if ('why' in source) {
      failed ??= { kind: 'unusable', ...source };
      continue;
    }
    const system = source.system ?? declared;
    const inside = readingInside(source.x, source.y, system, context);
    if (inside)
      return {
        kind: 'inside',
        reading: inside.reading,
        point: roundedPoint(inside.point),
        column: source.column,
        declared: system,
        fromText: source.fromText,
      };
    if (failed?.kind !== 'outside') {
      failed = {
        kind: 'outside',
        at: readingByRange(source.x, source.y, system, context.told),
        column: source.column,
        declared: system,
      };
    }
  }
  return (
    failed ?? {
      kind: 'blank',
      said: Boolean((columns.x && columns.y) || (columns.longitude && columns.latitude) || columns.location),
    }
  );
}

export function roundedPoint({ lon, lat }: Point): Point {
  return { lon: rounded(lon), lat: rounded(lat) };
}

function pairAt(cells: string[], first: Columns['x'], second: Columns['y']): Source {
  if (!first || !second) return undefined;
  const [xText, yText] = [textOfCell(cells[first.index] ?? ''), textOfCell(cells[second.index] ?? '')];
  if (xText === '' && yText === '') return undefined;
  if (xText === '') return { column: first.header, why: 'half', text: '' };
  if (yText === '') return { column: second.header, why: 'half', text: '' };
  const [x, y] = [numberOf(xText), numberOf(yText)];
  if (x === undefined) return { column: first.header, why: 'not_numbers', text: shortened(xText) };
  if (y === undefined) return { column: second.header, why: 'not_numbers', text: shortened(yText) };
  return x === 0 && y === 0 ? undefined : { x, y, column: first.header, system: undefined, fromText: false };
}

/** A column called "Location" may as well hold addresses, so what is no pair of numbers is simply not a place. */
function textAt(cells: string[], column: Columns['location']): Source {
  const pair = column && pairIn(textOfCell(cells[column.index] ?? ''));
  if (!pair || (pair.x === 0 && pair.y === 0)) return undefined;
  return { x: pair.x, y: pair.y, column: column.header, system: pair.system, fromText: true };
}
