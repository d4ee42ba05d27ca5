import { numberOf } from '../../kernel/tables/cell-numbers.ts';

/** Two numbers from one cell, and the system if the cell names it ("SRID=27700;POINT(…)"). */
export type Pair = { x: number; y: number; system: string | undefined };

const NUMBER = String.raw`([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`;
const POINT = new RegExp(
  String.raw`^(?:SRID=(\d+);)?\s*POINT\s*Z?\s*\(\s*${NUMBER}\s+${NUMBER}(?:\s+${NUMBER})?\s*\)$`,
  'i',
);
const LATITUDE_FIRST = new RegExp(String.raw`lat(?:itude)?[^\d+-]*${NUMBER}.*?lon(?:g|gitude)?[^\d+-]*${NUMBER}`, 'i');
const LONGITUDE_FIRST = new RegExp(String.raw`lon(?:g|gitude)?[^\d+-]*${NUMBER}.*?lat(?:itude)?[^\d+-]*${NUMBER}`, 'i');
const TWO_NUMBERS = new RegExp(String.raw`^[([]?\s*${NUMBER}\s*[,;\s]\s*${NUMBER}\s*[)\]]?$`);

/**
 * Reads a place written in one cell: WKT points, "Latitude: 53.4 Longitude: -2.3", "(53.4, -2.3)".
 * Two bare numbers are taken as latitude and longitude, as people write them; the reading against the area puts a swap right.
 */
export function pairIn(text: string): Pair | undefined {
  const point = POINT.exec(text);
  if (point) return pair(point[2], point[3], point[1] && `EPSG:${point[1]}`);
  const latFirst = LATITUDE_FIRST.exec(text);
  const lonFirst = LONGITUDE_FIRST.exec(text);
  if (lonFirst && (!latFirst || lonFirst.index < latFirst.index)) return pair(lonFirst[1], lonFirst[2]);
  if (latFirst) return pair(latFirst[2], latFirst[1]);
  const two = TWO_NUMBERS.exec(text);
  return two ? pair(two[2], two[1]) : undefined;
}

function pair(xText: string | undefined, yText: string | undefined, system?: string): Pair | undefined {
  const x = numberOf(xText ?? '');
  const y = numberOf(yText ?? '');
  return x === undefined || y === undefined ? undefined : { x, y, system };
}
