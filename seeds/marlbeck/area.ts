import { readBasemap, readBoundary, readPostcodes, readWards } from '../../src/ground/areas/area-files.ts';
import type { AreaParts } from '../../src/ground/areas/area-service.ts';
import { marlbeckFile } from './marlbeck-file.ts';

/**
 * The ground Marlbeck stands on, from the same kinds of file that make a real borough an area: its outline, its wards,
 * its postcodes and a drawn base map. It lies on open water at the Dogger Bank, so that no real place can be taken for it.
 */
export async function marlbeckParts(): Promise<AreaParts> {
  return {
    boundary: await readBoundary(marlbeckFile('map/boundary.geojson')),
    wards: await readWards(marlbeckFile('map/wards.geojson')),
    postcodes: readPostcodes(marlbeckFile('map/postcodes.csv')),
    basemap: await readBasemap(marlbeckFile('map/basemap.geojson')),
  };
}
