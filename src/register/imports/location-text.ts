import { numberOf } from '../../kernel/tables/cell-numbers.ts';
import { decimalCommaOf } from '../../kernel/tables/decimal-comma.ts';
import { anglePairIn } from './angle-text.ts';
import { gridReferenceOf } from './grid-reference-reading.ts';
import { wktIn } from './wkt-text.ts';

/** Two numbers from one cell, and the system if the cell names it ("SRID=27700;POINT(…)"). */
export type Pair = { x: number; y: number; system: string | undefined };
export type LocationText =
  | ({ kind: 'pair' } & Pair)
  /** An outline, as GeoJSON has it. */
  | { kind: 'geometry'; geometry: unknown; system: string | undefined }
  | { kind: 'blank' }
  /** Written like a place, and still not one that we can read. */
  | { kind: 'unread' }
  /** Words: an address, a remark. */
  | { kind: 'words' };

const LONGEST = 300;
const NUMBER = String.raw`([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`;
const COMMA = String.raw`([+-]?\d+,\d+)`;
const LATITUDE_FIRST = new RegExp(String.raw`lat(?:itude)?[^\d+-]*${NUMBER}.*?lon(?:g|gitude)?[^\d+-]*${NUMBER}`, 'i');
const LONGITUDE_FIRST = new RegExp(String.raw`lon(?:g|gitude)?[^\d+-]*${NUMBER}.*?lat(?:itude)?[^\d+-]*${NUMBER}`, 'i');
/** A third number is a height: "53.41,-2.39,0". */
const TWO_NUMBERS = new RegExp(
  String.raw`^[([]?\s*${NUMBER}°?\s*[,;\s]\s*${NUMBER}°?(?:\s*[,;\s]\s*${NUMBER})?\s*[)\]]?$`,
);
const TWO_COMMA_NUMBERS = new RegExp(String.raw`^[([]?\s*${COMMA}°?\s*[;\s/|]\s*${COMMA}°?\s*[)\]]?$`);
/** How places are written otherwise: degrees, grid squares, hexadecimal geometry, map links, three words, plus codes. */
const LIKE_A_PLACE =
  /[°º]|^[{[]|^[0-9a-f]{40,}$|^\/\/\/|^[A-Z]{1,2}\s*\d{2,5}\s+\d{2,5}$|^[A-Z]{2}\s*\d{4,}$|^https?:.*map|\d[.,]\d{2,}.*\d[.,]\d{2,}|^[23456789CFGHJMPQRVWX]{2,8}\+[23456789CFGHJMPQRVWX]{2,}/i;

/**
 * Reads a place written in one cell: well-known text, "Latitude: 53.4 Longitude: -2.3", "(53.4, -2.3)", "53,41; -2,39",
 * degrees with minutes and seconds, GeoJSON, and in the United Kingdom a grid reference.
 * Two bare numbers are taken as latitude and longitude, as people write them; the reading against the area puts a swap right.
 */
export function locationIn(text: string, uk: boolean): LocationText {
  if (text === '') return { kind: 'blank' };
  const wkt = wktIn(text);
  if (wkt === null) return { kind: 'blank' };
  if (wkt === 'unread') return { kind: 'unread' };
  if (wkt) return fromGeometry(wkt.geometry, wkt.system);
  if (text.startsWith('{')) return fromJson(text);
  // A place in any of these ways is short; long texts are not searched for one.
  if (text.length > LONGEST) return { kind: 'words' };
  const found = numbersIn(text) ?? anglesIn(text) ?? (uk ? gridIn(text) : undefined);
  if (found) return { kind: 'pair', ...found };
  return { kind: LIKE_A_PLACE.test(text) ? 'unread' : 'words' };
}

function fromGeometry(
  { type, coordinates }: { type: string; coordinates: unknown[] },
  system: string | undefined,
): LocationText {
  if (type !== 'Point' && type !== 'MultiPoint') return { kind: 'geometry', geometry: { type, coordinates }, system };
  // Of several points nobody can say which is the place.
  if (type === 'MultiPoint' && coordinates.length !== 1) return { kind: 'unread' };
  const [only] = coordinates;
  const [x, y] = type === 'Point' ? coordinates : Array.isArray(only) ? (only as unknown[]) : [];
  return typeof x === 'number' && typeof y === 'number' ? { kind: 'pair', x, y, system } : { kind: 'unread' };
}

function fromJson(text: string): LocationText {
  try {
    const value = JSON.parse(text) as {
      type?: unknown;
      coordinates?: unknown;
      geometry?: { type?: unknown; coordinates?: unknown };
    };
    const { type, coordinates } = value.geometry ?? value;
    if (typeof type === 'string' && Array.isArray(coordinates)) return fromGeometry({ type, coordinates }, undefined);
  } catch {
    // Not JSON after all.
  }
  return { kind: 'unread' };
}

function numbersIn(text: string): Pair | undefined {
  const latFirst = LATITUDE_FIRST.exec(text);
  const lonFirst = LONGITUDE_FIRST.exec(text);
  if (lonFirst && (!latFirst || lonFirst.index < latFirst.index)) return pair(lonFirst[1], lonFirst[2]);
  if (latFirst) return pair(latFirst[2], latFirst[1]);
  const two = TWO_NUMBERS.exec(text) ?? TWO_COMMA_NUMBERS.exec(text);
  return two ? pair(two[2], two[1]) : undefined;
}

function anglesIn(text: string): Pair | undefined {
  const angles = anglePairIn(text);
  return angles && { x: angles.lon, y: angles.lat, system: 'EPSG:4326' };
}

function gridIn(text: string): Pair | undefined {
  const place = gridReferenceOf(text);
  return place && { ...place, system: 'EPSG:27700' };
}

function pair(xText = '', yText = ''): Pair | undefined {
  const [x, y] = [decimalCommaOf(xText) ?? numberOf(xText), decimalCommaOf(yText) ?? numberOf(yText)];
  return x === undefined || y === undefined ? undefined : { x, y, system: undefined };
}
