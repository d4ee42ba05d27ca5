import { z } from 'zod';
import { BASEMAP_LAYERS } from './area-contract.ts';
import { readJson, wrongFile } from './json-file.ts';

const basemap = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ properties: z.looseObject({ layer: z.enum(BASEMAP_LAYERS) }) })),
});

/** Reads a drawn base map: a FeatureCollection whose features say which layer they belong to. */
export async function readBasemap(file: string): Promise<string> {
  const parsed = basemap.safeParse(await readJson(file));
  if (!parsed.success)
    throw wrongFile(file, `is not a base map: every feature needs a "layer", one of ${BASEMAP_LAYERS.join(', ')}`);
  return JSON.stringify(parsed.data);
}
