import { insertAll, type Db } from '../../kernel/database.ts';
import { bookableSpaces, type OnlyFor } from './bookable-space-store.ts';
import { hoursAndPricesOn } from './hours-and-prices-store.ts';
import type { BookableSpace, Space, SpaceSummary } from './space-contract.ts';
import { divideAssets } from './space-leaves-store.ts';
import { fromRow, summaryFrom, toRow, type Row } from './space-rows-store.ts';

/** Spaces, the windows in which they are open, and their tariffs. */
export function spacesOn(db: Db) {
  return {
    ...hoursAndPricesOn(db),
    async inAssets(assetIds: readonly string[]): Promise<SpaceSummary[]> {
      return (
        await db('spaces').whereIn('asset_id', assetIds).whereNull('retired_on').orderBy('asset_id').orderBy('name')
      ).map(summaryFrom);
    },
    async inAsset(assetId: string): Promise<SpaceSummary[]> {
      return (
        await db('spaces').where({ asset_id: assetId }).whereNull('retired_on').orderBy('name').orderBy('id')
      ).map(summaryFrom);
    },
    /** How many spaces each of these assets has. */
    async countsIn(assetIds: readonly string[]): Promise<Map<string, number>> {
      const rows: { asset_id: string; count: number | string }[] = await db('spaces')
        .whereIn('asset_id', assetIds)
        .whereNull('retired_on')
        .groupBy('asset_id')
        .select('asset_id')
        .count({ count: '*' });
      return new Map(rows.map(({ asset_id, count }) => [asset_id, Number(count)]));
    },
    /** Ids of the spaces that everybody may see, in their order after one of them: for reading all of them page by page. */
    async publicAfter(afterId: string, limit: number): Promise<string[]> {
      return db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where('spaces.id', '>', afterId)
        .whereNull('spaces.retired_on')
        .whereNull('public_assets.retired_on')
        .where('public_assets.hidden', false)
        .orderBy('spaces.id')
        .limit(limit)
        .pluck('spaces.id');
    },
    /** How many spaces everybody may see and groups can ask for. */
    async countToAsk(): Promise<number> {
      const row = await db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where({ 'spaces.bookable': true, 'public_assets.hidden': false })
        .whereNull('spaces.retired_on')
        .whereNull('public_assets.retired_on')
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },
    async byIds(ids: readonly string[]): Promise<SpaceSummary[]> {
      return (await db('spaces').whereIn('id', ids)).map(summaryFrom);
    },
    async byId(id: string): Promise<Space | undefined> {
      const row: Row | undefined = await db('spaces').where({ id }).first();
      return row && fromRow(row);
    },
    /** Takes all spaces of a place until the end of the transaction, in the order in which bookings take them: whoever books or changes one waits. */
    async lock(assetId: string): Promise<void> {
      await db('spaces').where({ asset_id: assetId }).orderBy('number').forNoKeyUpdate().select('number');
    },
    async bySubmission(assetId: string, submission: string): Promise<Space | undefined> {
      const row: Row | undefined = await db('spaces').where({ asset_id: assetId, submission }).first();
      return row && fromRow(row);
    },
    /** Spaces with all that decides about booking them. */
    bookable: (ids: readonly string[], only?: OnlyFor): Promise<BookableSpace[]> => bookableSpaces(db, ids, only),
    async add(spaces: readonly Omit<Space, 'number' | 'version'>[], submission: string | null = null): Promise<void> {
      await insertAll(
        db,
        'spaces',
        spaces.map((space) => ({ ...toRow(space), ...(submission && { submission }) })),
      );
    },
    /** Changes a space, unless somebody else has since `version` was read: then false. */
    async change(space: Space): Promise<boolean> {
      return (
        (await db('spaces')
          .where({ id: space.id, version: space.version })
          .update({ ...toRow(space), version: space.version + 1 })) === 1
      );
    },
    /** Takes spaces out of every list and search; what was booked in them stays readable. */
    async retire(ids: readonly string[], on: string): Promise<void> {
      await db('spaces')
        .whereIn('id', ids)
        .update({ retired_on: on, bookable: false, version: db.raw('version + 1') });
    },
    /** To be called whenever the spaces of an asset or their parts change. */
    dividesAsset: (assetId: string): Promise<void> => divideAssets(db, [assetId]),
    dividesAssets: (assetIds: readonly string[]): Promise<void> => divideAssets(db, assetIds),
  };
}
export type SpaceStore = ReturnType<typeof spacesOn>;
