import type { Point } from '../geo-contract.ts';
import type { Reach } from './area-reach.ts';
import { systemName, toLonLat } from './coordinate-systems.ts';

/** How a pair of numbers was understood. */
export type Reading = { system: string; swapped: boolean; unsigned: boolean };
export type ReadingContext = {
  reach: Reach;
  /** Whether the area is in or near the United Kingdom, so that British National Grid is worth trying. */
  uk: boolean;
  told: string | null;
};

const DEGREES = 'EPSG:4326';
const BRITISH_GRID = 'EPSG:27700';
const WEB_MERCATOR = 'EPSG:3857';
const WEB_MERCATOR_EDGE_M = 20_037_508.35;

const plain = (system: string): Reading => ({ system, swapped: false, unsigned: false });
const swapped = (system: string): Reading => ({ system, swapped: true, unsigned: false });

/**
 * The first way of reading a pair that puts it into the area (or close by). What the file declares is only one candidate
 * among others: half the real registers declare the wrong system.
 */
export function readingInside(
  x: number,
  y: number,
  declared: string | undefined,
  { reach, uk, told }: ReadingContext,
): { reading: Reading; point: Point } | undefined {
  for (const reading of candidates(x, y, told, declared, uk)) {
    const point = pointBy(reading, x, y);
    if (point && reach(point)) return { reading, point };
  }
  return undefined;
}

/** Where a pair that lies outside the area most likely is: by what was told, else by the range of its values (register, section 3). */
export function readingByRange(
  x: number,
  y: number,
  declared: string | undefined,
  told: string | null,
): { reading: Reading; point: Point } | undefined {
  const guess = told ? plain(told) : rangeReading(x, y, declared);
  const point = guess && pointBy(guess, x, y);
  return guess && point && { reading: guess, point };
}

/** The place a pair means when read in a certain way. */
export function pointBy({ system, swapped: turned, unsigned }: Reading, x: number, y: number): Point | undefined {
  const [first, second] = turned ? [y, x] : [x, y];
  return toLonLat(system, unsigned ? -first : first, second);
}

export function sameReading(a: Reading, b: Reading): boolean {
  return a.system === b.system && a.swapped === b.swapped && a.unsigned === b.unsigned;
}

export function readingKey({ system, swapped: turned, unsigned }: Reading): string {
  return `${system}${turned ? ' swapped' : ''}${unsigned ? ' unsigned' : ''}`;
}

/** "British National Grid with its two numbers swapped". */
export function readingInWords({ system, swapped: turned, unsigned }: Reading): string {
  return `${systemName(system)}${turned ? ' with the two numbers swapped' : ''}${unsigned ? ' with the minus sign of the longitude missing' : ''}`;
}

function* candidates(
  x: number,
  y: number,
  told: string | null,
  declared: string | undefined,
  uk: boolean,
): Generator<Reading> {
  if (told) yield* [plain(told), swapped(told)];
  const degrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
  if (degrees) yield* [plain(DEGREES), swapped(DEGREES)];
  if (uk && fitsBritishGrid(x, y)) yield plain(BRITISH_GRID);
  if (uk && fitsBritishGrid(y, x)) yield swapped(BRITISH_GRID);
  if (declared && declared !== told) yield* [plain(declared), swapped(declared)];
  if (!degrees && Math.abs(x) <= WEB_MERCATOR_EDGE_M && Math.abs(y) <= WEB_MERCATOR_EDGE_M)
    yield* [plain(WEB_MERCATOR), swapped(WEB_MERCATOR)];
  if (degrees)
    yield* [
      { system: DEGREES, swapped: false, unsigned: true },
      { system: DEGREES, swapped: true, unsigned: true },
    ];
}

function rangeReading(x: number, y: number, declared: string | undefined): Reading | undefined {
  if (inBritishDegrees(x, y)) return plain(DEGREES);
  if (inBritishDegrees(y, x)) return swapped(DEGREES);
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return plain(DEGREES);
  if (declared && declared !== DEGREES) return plain(declared);
  return fitsBritishGrid(x, y) ? plain(BRITISH_GRID) : undefined;
}

function inBritishDegrees(lon: number, lat: number): boolean {
  return lon >= -9 && lon <= 2.5 && lat >= 49 && lat <= 61.5;
}

function fitsBritishGrid(easting: number, northing: number): boolean {
  return easting > 180 && easting < 700_000 && northing > 180 && northing < 1_300_000;
}
