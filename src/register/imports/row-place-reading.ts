import type { Point } from '../assets/asset-contract.ts';
import type { Columns } from './column-reading.ts';
import { rounded } from '../../kernel/geo.ts';
import { shortened } from './cell-identifier-reading.ts';
import { numberOf } from '../../kernel/tables/cell-numbers.ts';
import { decimalCommaOf } from '../../kernel/tables/decimal-comma.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import { declaredSystem } from '../../kernel/tables/coordinate-systems.ts';
import {
  readingByRange,
  readingInside,
  type Reading,
  type ReadingContext,
} from '../../kernel/tables/coordinate-reading.ts';
import { angleOf } from './angle-text.ts';
import { locationIn } from './location-text.ts';

type Why = 'half' | 'not_numbers' | 'unread';

/** What a row says about where its asset is. `column` names the column to look at. */
export type RowPlace =
  | { kind: 'inside'; point: Point; reading: Reading; column: string; declared: string | undefined; fromText: boolean }
  | {
      kind: 'outside';
      at: { reading: Reading; point: Point } | undefined;
      column: string;
      declared: string | undefined;
    }
  | { kind: 'unusable'; column: string; why: Why; text: string }
  /** Nothing is written; `said` is false when the file has no column for it. */
  | { kind: 'blank'; said: boolean };

type Found = { x: number; y: number; column: string; system: string | undefined; fromText: boolean };
type Unusable = { column: string; why: Why; text: string };
/** Several, where the numbers can be read in more than one way. */
type Source = Found[] | Unusable | 'words' | undefined;

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
    textAt(cells, columns.location, context.uk),
  ];
  let failed: RowPlace | undefined;
  for (const source of sources) {
    if (source === undefined || source === 'words') continue;
    if (!Array.isArray(source)) {
      failed ??= { kind: 'unusable', ...source };
      continue;
    }
    const inside = source.flatMap((found) => insideOf(found, declared, context))[0];
    if (inside) return inside;
    const [first] = source;
    if (first && failed?.kind !== 'outside') failed = outsideOf(first, declared, context);
  }
  // Words in a column of places say nothing about the place; only empty cells take a known one away.
  return failed ?? { kind: 'blank', said: !sources.includes('words') && saysPlaces(columns) };
}

const saysPlaces = (columns: Columns): boolean =>
  Boolean((columns.x && columns.y) || (columns.longitude && columns.latitude) || columns.location);

function insideOf(found: Found, declared: string | undefined, context: ReadingContext): RowPlace[] {
  const system = found.system ?? declared;
  const inside = readingInside(found.x, found.y, system, context);
  if (!inside) return [];
  const { column, fromText } = found;
  return [
    { kind: 'inside', reading: inside.reading, point: roundedPoint(inside.point), column, declared: system, fromText },
  ];
}

function outsideOf({ x, y, column, system }: Found, declared: string | undefined, { told }: ReadingContext): RowPlace {
  const said = system ?? declared;
  return { kind: 'outside', at: readingByRange(x, y, said, told), column, declared: said };
}

function roundedPoint({ lon, lat }: Point): Point {
  return { lon: rounded(lon), lat: rounded(lat) };
}

function pairAt(cells: string[], first: Columns['x'], second: Columns['y']): Source {
  if (!first || !second) return undefined;
  const [xText, yText] = [textOfCell(cells[first.index] ?? ''), textOfCell(cells[second.index] ?? '')];
  if (xText === '' && yText === '') return undefined;
  if (xText === '') return { column: first.header, why: 'half', text: '' };
  if (yText === '') return { column: second.header, why: 'half', text: '' };
  const [xs, ys] = [coordinatesOf(xText), coordinatesOf(yText)];
  if (xs.length === 0) return { column: first.header, why: 'not_numbers', text: shortened(xText) };
  if (ys.length === 0) return { column: second.header, why: 'not_numbers', text: shortened(yText) };
  const pairs = xs.flatMap((x) => ys.map((y) => ({ x, y, column: first.header, system: undefined, fromText: false })));
  return pairs.some(({ x, y }) => x === 0 && y === 0) ? undefined : pairs;
}

/** One number, or two where "53,410" may be thousands or a decimal comma: the one that falls into the area is meant. */
function coordinatesOf(text: string): number[] {
  const angle = /[°º]|[NSEW]/i.test(text) ? angleOf(text)?.degrees : undefined;
  const readings = [angle ?? numberOf(text), decimalCommaOf(text)];
  return [...new Set(readings)].filter((value) => value !== undefined);
}

/** A column called "Location" may as well hold addresses; in one that is called coordinates, words are a mistake. */
function textAt(cells: string[], column: Columns['location'], uk: boolean): Source {
  if (!column) return undefined;
  const text = textOfCell(cells[column.index] ?? '');
  const found = locationIn(text, uk);
  if (found.kind === 'blank' || found.kind === 'geometry') return undefined;
  if (found.kind === 'words' && MAY_HOLD_WORDS.has(normalised(column.header))) return 'words';
  if (found.kind !== 'pair') return { column: column.header, why: 'unread', text: shortened(text) };
  if (found.x === 0 && found.y === 0) return undefined;
  return [{ x: found.x, y: found.y, column: column.header, system: found.system, fromText: true }];
}

const MAY_HOLD_WORDS = new Set(['location', 'geolocation', 'point']);
