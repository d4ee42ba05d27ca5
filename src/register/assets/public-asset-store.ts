import { type Db, batches, rowsWithWords } from '../../kernel/database.ts';
import { searchableWords } from '../../kernel/text.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import type { MapPlace } from './map-contract.ts';
import { type IndexRow, indexColumns, toIndexRow, toRow } from './public-asset-rows-store.ts';

/** What the public may know: one redacted document an asset, with the columns that searching needs. */
export function publicAssetsOn(db: Db) {
  return {
    async byId(id: string): Promise<PublicAsset | undefined> {
      const row = await db('public_assets').where({ id }).first('document');
      return row && JSON.parse(row.document);
    },
    /** The documents of these rows, in the order asked for. */
    async byRows(rowNos: readonly number[]): Promise<PublicAsset[]> {
      const found = new Map<number, PublicAsset>();
      for (const batch of batches([...rowNos], 1)) {
        const rows: { row_no: number; document: string }[] = await db('public_assets')
          .whereIn('row_no', batch)
          .select('row_no', 'document');
        for (const row of rows) found.set(row.row_no, JSON.parse(row.document));
      }
      return rowNos.flatMap((rowNo) => found.get(rowNo) ?? []);
    },
    async byIds(ids: string[]): Promise<Map<string, PublicAsset>> {
      const found = new Map<string, PublicAsset>();
      for (const batch of batches(ids, 1)) {
        const rows: { id: string; document: string }[] = await db('public_assets')
          .whereIn('id', batch)
          .select('id', 'document');
        for (const row of rows) found.set(row.id, JSON.parse(row.document));
      }
      return found;
    },
    /** The assets that some spaces lie in, by id. */
    async ofSpaces(spaceIds: readonly string[]): Promise<Map<string, PublicAsset>> {
      const rows: { id: string; document: string }[] = await db('public_assets')
        .whereIn('id', db('spaces').whereIn('id', spaceIds).select('asset_id'))
        .select('id', 'document');
      return new Map(rows.map(({ id, document }) => [id, JSON.parse(document)]));
    },
    /** What the map draws of these rows; outlines only when asked for. */
    async places(rowNos: readonly number[], withShapes: boolean): Promise<MapPlace[]> {
      const places: MapPlace[] = [];
      for (const batch of batches([...rowNos], 1)) {
        const rows = await db('public_assets')
          .whereIn('row_no', batch)
          .select('id', 'name', 'kind', 'state', 'precision', 'lon', 'lat', ...(withShapes ? ['shape'] : []));
        for (const { shape, ...row } of rows)
          places.push({ type: 'place', ...row, shape: shape ? JSON.parse(shape) : null });
      }
      return places;
    },
    /** Writes the public copies; they become visible to the index when `takeRevision` has been called and the transaction commits. */
    async write(assets: PublicAsset[], now: Date): Promise<void> {
      const rows = assets.map((asset) => toRow(asset, now));
      const [first] = rows;
      if (!first) return;
      const changing = Object.keys(first).filter((column) => column !== 'id');
      for (const batch of batches(rows, Object.keys(first).length))
        await db('public_assets').insert(batch).onConflict('id').merge(changing);
    },
    /**
     * Gives everything this transaction wrote the next revision. The lock on the one revision row lasts until the commit,
     * so revisions become visible in order and a reader that asks for "all after n" misses nothing.
     */
    async takeRevision(): Promise<void> {
      await db('register_revision').where({ id: 1 }).increment('value', 1);
      const row = await db('register_revision').where({ id: 1 }).first('value');
      await db('public_assets').where({ revision: 0 }).update({ revision: row.value });
    },
    async revision(): Promise<number> {
      return (await db('register_revision').where({ id: 1 }).first('value'))?.value ?? 0;
    },
    /** A page of index rows in order of row number. */
    async indexPage(afterRow: number, limit: number): Promise<IndexRow[]> {
      return (await indexColumns(db).where('row_no', '>', afterRow).orderBy('row_no').limit(limit)).map(toIndexRow);
    },
    /** A page of the rows beyond one, in the order in which they became visible: from its revision on, and within a revision by row number. */
    async changedAfter({ revision, rowNo }: Pick<IndexRow, 'revision' | 'rowNo'>, limit: number): Promise<IndexRow[]> {
      // Row by row along the index on both columns; as two conditions, SQLite would read the whole table in order of row number.
      const rows = await indexColumns(db)
        .whereRaw('(revision, row_no) > (?, ?)', [revision, rowNo])
        .orderBy(['revision', 'row_no'])
        .limit(limit);
      return rows.map(toIndexRow);
    },
    rowsMatching: (text: string): Promise<number[]> => {
      const words = searchableWords(text);
      return words.length === 0 ? Promise.resolve([]) : rowsWithWords(db, 'public_assets', words);
    },
    /**
     * Ids and instants of change of all live assets, by pages in order of id: for the sitemap. Null where the place itself
     * is not public: when an empty building's record changes may tell when it was left.
     */
    async changes(afterId: string, limit: number): Promise<{ id: string; changedAt: string | null }[]> {
      const rows = await db('public_assets')
        .where('id', '>', afterId)
        .whereNull('retired_on')
        .orderBy('id')
        .limit(limit)
        .select('id', 'precision', 'changed_at');
      return rows.map((row) => ({
        id: row.id,
        changedAt: row.precision === 'exact' || row.precision === 'postcode' ? row.changed_at : null,
      }));
    },
    /** The instant at which each of these assets last changed, by id. */
    async changedAt(ids: readonly string[]): Promise<Map<string, string>> {
      const rows: { id: string; changed_at: string }[] = await db('public_assets')
        .whereIn('id', ids)
        .select('id', 'changed_at');
      return new Map(rows.map((row) => [row.id, row.changed_at]));
    },
  };
}
