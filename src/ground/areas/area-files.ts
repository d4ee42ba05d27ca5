import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { invalid, type Problem } from '../../kernel/problem.ts';
import { joined, middleOf, type LonLat, type Outline } from '../../kernel/geo.ts';
import { isFullPostcode, postcodeOf } from '../../kernel/postcode.ts';
import { BASEMAP_LAYERS } from './area-contract.ts';

const outlines = z.object({
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.any()) }),
      }),
    )
    .min(1),
});

const basemap = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ properties: z.looseObject({ layer: z.enum(BASEMAP_LAYERS) }) })),
});

export type WardOutline = { code: string; name: string; shape: Outline; centre: LonLat };
export type PostcodeLine = { postcode: string; point: LonLat; wardCode: string | null };

/** Reads a GeoJSON FeatureCollection of polygons and joins them to one outline. */
export async function readBoundary(file: string): Promise<Outline> {
  const features = await readOutlines(file);
  const outline = joined(features.map((one) => one.geometry));
  if (!outline) throw wrongFile(file, 'has no outline in it');
  return outline;
}

/** Reads ward polygons; code and name come from properties such as `area_code`, `WD23CD`, `area_name`, `WD23NM`. */
export async function readWards(file: string): Promise<WardOutline[]> {
  const features = await readOutlines(file);
  return features.map(({ properties, geometry }, index) => {
    const name = pick(properties, /(name|nm)$/i);
    if (!name)
      throw wrongFile(file, `has a polygon (number ${index + 1}) without a name property such as "name" or "WD23NM"`);
    return { code: pick(properties, /(code|cd|gss)$/i) ?? name, name, shape: geometry, centre: middleOf(geometry) };
  });
}

/** Streams a CSV with the columns postcode, lon and lat, and ward_code where known. Rows without a full postcode or a point are left out. */
export async function* readPostcodes(file: string): AsyncGenerator<PostcodeLine> {
  const rows = parse({ bom: true, columns: (names: string[]) => names.map(plain), relax_column_count: true });
  createReadStream(file)
    .on('error', () => rows.destroy(wrongFile(file, 'cannot be read; check its path')))
    .pipe(rows);
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const postcode = postcodeOf(row['postcode'] ?? row['pcds'] ?? row['pcd'] ?? '');
    const point = {
      lon: numberIn(row['lon'] ?? row['long'] ?? row['lng'] ?? row['longitude']),
      lat: numberIn(row['lat'] ?? row['latitude']),
    };
    if (!postcode || !isFullPostcode(postcode) || !Number.isFinite(point.lon) || !Number.isFinite(point.lat)) continue;
    yield { postcode, point, wardCode: row['wardcode'] || null };
  }
}

/** Reads a drawn base map: a FeatureCollection whose features say which layer they belong to. */
export async function readBasemap(file: string): Promise<string> {
  const drawn = await readJson(file);
  if (!basemap.safeParse(drawn).success)
    throw wrongFile(file, `is not a base map: every feature needs a "layer", one of ${BASEMAP_LAYERS.join(', ')}`);
  return JSON.stringify(drawn);
}

async function readOutlines(
  file: string,
): Promise<{ properties: Record<string, unknown> | null; geometry: Outline }[]> {
  const parsed = outlines.safeParse(await readJson(file));
  if (!parsed.success) throw wrongFile(file, 'is not a GeoJSON FeatureCollection of Polygons or MultiPolygons');
  return parsed.data.features.map(({ properties, geometry }) => ({ properties, geometry: geometry }));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw wrongFile(file, 'cannot be read; check its path');
  });
  try {
    return JSON.parse(text);
  } catch {
    throw wrongFile(file, 'is not JSON');
  }
}

function pick(properties: Record<string, unknown> | null, name: RegExp): string | undefined {
  const found = Object.entries(properties ?? {}).find(
    ([key, value]) => name.test(key) && (typeof value === 'string' || typeof value === 'number'),
  );
  return found && String(found[1]).trim();
}

const numberIn = (cell: string | undefined): number => (cell === undefined || cell.trim() === '' ? NaN : Number(cell));

const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]/g, '');

const wrongFile = (file: string, what: string): Problem =>
  invalid([{ field: 'file', message: `The file ${file} ${what}.` }]);
