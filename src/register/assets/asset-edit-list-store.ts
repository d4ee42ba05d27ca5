import { type Db, batches, rowsWithWords } from '../../kernel/database.ts';
import { searchableWords } from '../../kernel/text.ts';
import type { Asset, AssetKind, AssetState, Day } from './asset-contract.ts';
import type { DeskAsset } from './asset-edit-contract.ts';

/** Whose assets: an area's, or an owner's. */
export type DeskScope = { areaId: string } | { ownerId: string };

/** The officers' own list of assets: written with every change of one, so that searching and watching need not read whole records. */
export function deskAssetsOn(db: Db) {
  const live = (scope: DeskScope) => db('desk_assets').where(columnsOf(scope)).whereNull('retired_on');

  return {
    async write(assets: readonly Asset[]): Promise<void> {
      const rows = assets.map(toRow);
      const [first] = rows;
      if (!first) return;
      const changing = Object.keys(first).filter((column) => column !== 'asset_id');
      for (const batch of batches(rows, Object.keys(first).length))
        await db('desk_assets').insert(batch).onConflict('asset_id').merge(changing);
    },
    /** A page of those whose name, place or reference has all the words, in order of entry. */
    async search(scope: DeskScope, text: string, afterRow: number, limit: number): Promise<DeskAsset[]> {
      const words = searchableWords(text);
      if (words.length === 0) return [];
      const rows = (await rowsWithWords(db, 'desk_assets', words))
        .filter((row) => row > afterRow)
        .sort((a, b) => a - b);
      const found: DeskAsset[] = [];
      for (const batch of batches(rows, 1)) {
        found.push(
          ...(
            await live(scope)
              .whereIn('row_no', batch)
              .orderBy('row_no')
              .limit(limit - found.length)
          ).map(fromRow),
        );
        if (found.length >= limit) break;
      }
      return found;
    },
    /** A page of all of them, in order of entry. */
    async page(scope: DeskScope, afterRow: number, limit: number): Promise<DeskAsset[]> {
      return (await live(scope).where('row_no', '>', afterRow).orderBy('row_no').limit(limit)).map(fromRow);
    },
    /** A page of those last checked before a day, the longest ago first. */
    async uncheckedSince(
      scope: DeskScope,
      day: Day,
      after: { checkedOn: string; rowNo: number },
      limit: number,
    ): Promise<DeskAsset[]> {
      const query = live(scope)
        .where('checked_on', '<', day)
        .where((later) =>
          later
            .where('checked_on', '>', after.checkedOn)
            .orWhere((same) => same.where('checked_on', after.checkedOn).where('row_no', '>', after.rowNo)),
        );
      return (await query.orderBy(['checked_on', 'row_no']).limit(limit)).map(fromRow);
    },
    async countUncheckedSince(scope: DeskScope, day: Day): Promise<number> {
      return (await live(scope).where('checked_on', '<', day).count({ count: '*' }).first())?.['count'] as number;
    },
    /** Released buildings whose review is due by a day, the earliest first. */
    async reviewsBy(scope: DeskScope, day: Day, limit: number): Promise<DeskAsset[]> {
      return (
        await live(scope)
          .whereNotNull('review_on')
          .where('review_on', '<=', day)
          .orderBy(['review_on', 'row_no'])
          .limit(limit)
      ).map(fromRow);
    },
    /** Ids of released buildings whose day has come in an area and that stand open to the public all the same. */
    async publicPast(areaId: string, day: Day): Promise<string[]> {
      const rows: { asset_id: string }[] = await live({ areaId })
        .where('review_on', '<=', day)
        .whereIn('asset_id', db('public_assets').where({ hidden: false }).where({ area_id: areaId }).select('id'))
        .select('asset_id');
      return rows.map(({ asset_id: id }) => id);
    },
    /** How many there are in each state. */
    async states(scope: DeskScope): Promise<{ state: AssetState; count: number }[]> {
      return live(scope).groupBy('state').select('state').count({ count: '*' }) as unknown as Promise<
        { state: AssetState; count: number }[]
      >;
    },
    async byIds(ids: readonly string[]): Promise<Map<string, DeskAsset>> {
      const rows = await db('desk_assets').whereIn('asset_id', [...ids]);
      return new Map(rows.map((row) => [row.asset_id, fromRow(row)]));
    },
    /** Assets of an area that go by this reference or id; of a reference that is written otherwise only where none is written so. */
    async called(areaId: string, reference: string): Promise<DeskAsset[]> {
      const inArea = () => db('desk_assets').where({ area_id: areaId }).limit(2);
      const exact = await inArea().where((either) =>
        either.where({ code: reference }).orWhere({ asset_id: reference }),
      );
      const found = exact.length > 0 ? exact : await inArea().whereRaw('lower(code) = ?', [reference.toLowerCase()]);
      return found.map(fromRow);
    },
  };
}

type Row = {
  row_no: number;
  asset_id: string;
  area_id: string;
  owner_id: string;
  code: string;
  name: string;
  place: string;
  kind: AssetKind;
  state: AssetState;
  checked_on: string;
  review_on: string | null;
  retired_on: string | null;
  words: string;
};

const columnsOf = (scope: DeskScope): Partial<Row> =>
  'areaId' in scope ? { area_id: scope.areaId } : { owner_id: scope.ownerId };

function toRow(asset: Asset): Omit<Row, 'row_no'> {
  const { number, street, town, postcode } = asset.address;
  const place = [[number, street].filter((part) => part).join(' '), town, postcode].filter((part) => part).join(', ');
  return {
    asset_id: asset.id,
    area_id: asset.areaId,
    owner_id: asset.ownerId,
    code: asset.code,
    name: asset.name,
    place,
    kind: asset.kind,
    state: asset.state,
    checked_on: asset.lastCheck?.on ?? '',
    review_on: asset.release?.reviewOn ?? null,
    retired_on: asset.retiredOn,
    words: searchableWords(
      [asset.name, asset.code, asset.site, place, ...asset.identifiers.map(({ value }) => value)]
        .filter((text) => text)
        .join(' '),
    ).join(' '),
  };
}

const fromRow = (row: Row): DeskAsset => ({
  rowNo: row.row_no,
  id: row.asset_id,
  areaId: row.area_id,
  ownerId: row.owner_id,
  code: row.code,
  name: row.name,
  place: row.place,
  kind: row.kind,
  state: row.state,
  checkedOn: row.checked_on || null,
  reviewOn: row.review_on,
});
