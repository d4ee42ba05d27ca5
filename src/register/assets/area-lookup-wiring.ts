import { areasOn } from '../../ground/areas/area-store.ts';
import { wardFinder } from '../../ground/areas/ward-finder-rules.ts';
import type { AreaLookup } from './asset-publishing-steps.ts';

/** What the register asks of the areas, inside the register's own transaction. */
export const areaLookup: AreaLookup = {
  wards: async (trx, areaId) => wardFinder(await areasOn(trx).wards(areaId)),
  districts: async (trx, areaId) =>
    new Map((await areasOn(trx).districtsOf(areaId)).map(({ district, ...point }) => [district, point])),
  postcodes: async (trx, areaId, postcodes) =>
    new Map((await areasOn(trx).postcodesOf(areaId, postcodes)).map((one) => [one.postcode, one])),
};
