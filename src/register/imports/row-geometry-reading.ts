import type { AssetKind } from '../assets/asset-contract.ts';
import { systemName } from '../../kernel/tables/coordinate-systems.ts';
import { readingInWords, sameReading, type Reading } from '../../kernel/tables/coordinate-reading.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { contradicts } from './import-survey-reading.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { RowPlace } from './row-place-reading.ts';
import type { RowReading } from './row-reading.ts';
import type { RowContext } from './row-scene.ts';
import { squareMetresWithin } from './shape-reading.ts';
import { whereIs } from './row-where-reading.ts';

type Plain = RowReading['plain'];

/**
 * The point and outline of a row. A place that cannot be used is flagged and left out: the asset is listed without it,
 * and what the register knows already stays.
 */
export function readPlace(row: SourceRow, notes: RowNotes, context: RowContext, kind: AssetKind | undefined): Plain {
  if (isStandIn(notes)) return {};
  const found = whereIs(row, context.columns, context.declared, context.place, context.limits.corners);
  if (found.problem) {
    const follows = 'Until then the place is listed without it, or as the register has it.';
    notes.flag('bad_outline', null, `${found.problem} ${follows}`, found.column);
    return found.place.kind === 'inside' ? fromPlace(found.place, notes, context) : {};
  }
  const plain: Plain = fromPlace(found.place, notes, context);
  if (!found.shape) return plain;
  const measured = kind === 'land' && !notes.has('land_area') ? { landAreaM2: squareMetresWithin(found.shape) } : {};
  return { ...plain, shape: found.shape, ...measured };
}

/** Published copies give the middle of a postcode or ward where the place itself is not known or not public. */
function isStandIn(notes: RowNotes): boolean {
  const precision = notes.text('precision').toLowerCase();
  return precision !== '' && precision !== 'exact';
}

function fromPlace(place: RowPlace, notes: RowNotes, context: RowContext): Plain {
  switch (place.kind) {
    case 'blank':
      return place.said ? { point: null } : {};
    case 'unusable':
      notes.flag('bad_coordinate', null, unusableSentence(place), place.column);
      return {};
    case 'outside':
      notes.flag('outside_area', null, outsideSentence(place), place.column);
      return {};
    case 'inside':
      flagReading(place, notes, context);
      return { point: place.point };
  }
}

function flagReading(
  { reading, declared, column, fromText }: Extract<RowPlace, { kind: 'inside' }>,
  notes: RowNotes,
  { usual, flagsDeclared }: RowContext,
): void {
  if (fromText) return;
  const asDeclared = declared !== undefined && !reading.swapped && !reading.unsigned && !contradicts(declared, reading);
  if (usual && !sameReading(usual, reading) && !asDeclared) {
    notes.flag(
      'other_reading',
      null,
      `${deviation(reading, usual)} Read so, the place lies in the area. Correct the list, so that others read it the same way.`,
      column,
    );
  } else if (flagsDeclared && declared !== undefined && contradicts(declared, reading)) {
    notes.flag(
      'wrong_system',
      'crs',
      `The row says that its coordinates are ${systemName(declared)}, but they are ${readingInWords(reading)}. Correct the column.`,
    );
  }
}

function deviation(reading: Reading, usual: Reading): string {
  if (reading.unsigned && !usual.unsigned) return 'The longitude lacks its minus sign.';
  if (reading.system === usual.system && reading.swapped !== usual.swapped)
    return 'The two coordinates of this row are the other way round than in the rest of the file.';
  return `The coordinates of this row are ${readingInWords(reading)}; most others are ${readingInWords(usual)}.`;
}

function unusableSentence({ why, column, text }: Extract<RowPlace, { kind: 'unusable' }>): string {
  if (why === 'half')
    return `Only one of the two coordinates is filled in, so the asset is listed without a place on the map. Enter ${column} as well.`;
  if (why === 'unread')
    return `"${text}" is not a place that we can read, so a new asset is listed without a place on the map, and a known one stays where it is. Write it as latitude and longitude, such as 53.4101, -2.3901, or as well-known text.`;
  return `"${text}" is not a number, so the asset is listed without a place on the map. Correct the coordinate.`;
}

function outsideSentence({ at }: Extract<RowPlace, { kind: 'outside' }>): string {
  const where = at
    ? `these coordinates (read as ${readingInWords(at.reading)}) lie at latitude ${at.point.lat.toFixed(4)}, longitude ${at.point.lon.toFixed(4)}, more than 5 km outside the area`
    : 'these coordinates fit no system we know';
  return `However they are read, ${where}, so the asset is listed without a place on the map. Correct them.`;
}
