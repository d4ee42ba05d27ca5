import type { Position } from 'geojson';
import { z } from 'zod';
import { joined, type Outline } from '../../kernel/geo.ts';
import { declaredSystem, isInDegrees, systemName, toLonLat } from '../../kernel/tables/coordinate-systems.ts';
import { readJson, wrongFile } from './json-file.ts';

export type OutlineFeature = { properties: Record<string, unknown> | null; geometry: Outline };

const position = z.tuple([z.number(), z.number()]).rest(z.number());
/** A ring closes on itself, so a triangle has four positions (RFC 7946, section 3.1.6). */
const ring = z.array(position).min(4);
const polygon = z.array(ring).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);
const feature = z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry });
const outlines = z.union([
  z.object({ features: z.array(feature).min(1) }),
  feature.transform((one) => ({ features: [one] })),
  geometry.transform((shape) => ({ features: [{ properties: null, geometry: shape }] })),
]);
/** GeoJSON of 2008 names its system like this; files from desktop maps still do. */
const named = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) });

const SAVE_IN_DEGREES = 'Save it as GeoJSON in longitude and latitude (EPSG:4326, WGS 84)';

/** Reads GeoJSON of polygons and joins them to one outline. @throws Problem 400 that says what is wrong with the file */
export async function readBoundary(file: string): Promise<Outline> {
  const features = await readOutlines(file);
  const outline = joined(features.map((one) => one.geometry));
  if (!outline) throw wrongFile(file, 'has no outline in it');
  return outline;
}

/**
 * Reads polygons in longitude and latitude; those in another system that the file names are converted.
 * @throws Problem 400 for what is no outline, is in no system that we know, or does not lie on earth
 */
export async function readOutlines(file: string): Promise<OutlineFeature[]> {
  const content = await readJson(file);
  const parsed = outlines.safeParse(content);
  if (!parsed.success) throw wrongFile(file, 'is not a GeoJSON FeatureCollection of Polygons or MultiPolygons');
  const system = systemOf(content, file);
  return parsed.data.features.map((one, index) => ({
    properties: one.properties ?? null,
    geometry: inDegrees(one.geometry, system, file, index + 1),
  }));
}

/** EPSG:4326 when the file says nothing, as GeoJSON has it today (RFC 7946, section 4). */
function systemOf(content: unknown, file: string): string {
  const { data } = named.safeParse(content);
  if (!data) return 'EPSG:4326';
  const { name } = data.crs.properties;
  const system = declaredSystem(name);
  if (system === undefined)
    throw wrongFile(file, `says that its coordinates are in "${name}", which we cannot read. ${SAVE_IN_DEGREES}`);
  return system;
}

function inDegrees(shape: Outline, system: string, file: string, number: number): Outline {
  const move = ([x = NaN, y = NaN]: Position): Position => {
    const point = toLonLat(system, x, y);
    if (!point) throw wrongFile(file, outsideWords(system, number, x, y));
    return system === 'EPSG:4326' ? [x, y] : [point.lon, point.lat].map((degrees) => Math.round(degrees * 1e7) / 1e7);
  };
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map((one) => one.map(move)) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map((part) => part.map((one) => one.map(move))) };
}

function outsideWords(system: string, number: number, x: number, y: number): string {
  const where = `has the position ${x}, ${y} in polygon ${number}`;
  return isInDegrees(system)
    ? `${where}: those are no degrees of longitude and latitude. ${SAVE_IN_DEGREES}, or let it name its own system, for instance EPSG:27700 for the British National Grid`
    : `${where}, which does not lie on earth in ${systemName(system)} (${system}). ${SAVE_IN_DEGREES}`;
}
