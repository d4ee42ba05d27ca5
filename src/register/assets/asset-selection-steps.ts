import type { Area, FoundPlace, Owner, Ward } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { AssetFilter } from './asset-filter.ts';
import { resolved, type Names } from './asset-list-reading.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import type { RegisterIndex, ResolvedFilter } from './register-index.ts';

/** What reading the public register needs of others. */
export type AssetReadingDeps = {
  db: Db;
  index: RegisterIndex;
  areas: {
    all(): Promise<Area[]>;
    owners(): Promise<Owner[]>;
    wardNames(): Promise<Pick<Ward, 'id' | 'areaId' | 'code' | 'name'>[]>;
    findPlace(typed: string, areaSlug?: string): Promise<FoundPlace | undefined>;
    /** What to tell somebody whose place nobody knows. */
    unknownPlace(typed: string, areaSlug?: string): Promise<string>;
  };
};

/** Which rows of the index a filter means. */
export function assetSelection({ db, index, areas }: AssetReadingDeps) {
  const store = publicAssetsOn(db);
  return { names, select };

  async function names(): Promise<Names> {
    const [all, owners, wards] = await Promise.all([areas.all(), areas.owners(), areas.wardNames()]);
    return { areas: all, owners, wards };
  }

  async function select(
    filter: AssetFilter,
    given?: Names,
  ): Promise<{ wanted: ResolvedFilter; rows: Uint32Array; place: FoundPlace | undefined; names: Names }> {
    const known = given ?? (await names());
    const place = filter.near ? await areas.findPlace(filter.near, filter.area) : undefined;
    const textRows = filter.q ? await store.rowsMatching(filter.q) : undefined;
    const unknown = filter.near && !place ? await areas.unknownPlace(filter.near, filter.area) : undefined;
    const wanted = resolved(filter, known, place ?? unknown, textRows);
    return { wanted, rows: index.find(wanted), place, names: known };
  }
}
