import type { AreaParts } from '../../src/ground/areas/area-setup-service.ts';
import { readBasemap } from '../../src/ground/areas/basemap-file.ts';
import { readBoundary } from '../../src/ground/areas/outline-file.ts';
import { readPostcodes } from '../../src/ground/areas/postcode-file.ts';
import { readWards } from '../../src/ground/areas/ward-file.ts';
import { marlbeckFile } from './marlbeck-file.ts';

/**
 * The ground Marlbeck stands on, from the same kinds of file that make a real borough an area: its outline, its wards,
 * its postcodes and a drawn base map. It lies on open water at the Dogger Bank, so that no real place can be taken for it.
 */
export async function marlbeckParts(): Promise<AreaParts> {
  return {
    boundary: await readBoundary(marlbeckFile('map/boundary.geojson')),
    wards: (await readWards(marlbeckFile('map/wards.geojson'))).wards,
    postcodes: readPostcodes(marlbeckFile('map/postcodes.csv')),
    basemap: await readBasemap(marlbeckFile('map/basemap.geojson')),
  };
}
