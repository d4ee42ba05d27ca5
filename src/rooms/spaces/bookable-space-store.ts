import { together, type Db } from '../../kernel/database.ts';
import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { tariffFrom, windowFrom, type TariffRow, type WindowRow } from './hours-and-prices-store.ts';
import type { Audience, BookableSpace, Term } from './space-contract.ts';
import { fromRow, type Row } from './space-rows-store.ts';

type TermRow = { asset_id: string | null; area_id: string; name: string; from_day: string; to_day: string };

/** What is needed of many spaces: windows of these weekdays, and prices for this kind of group. */
export type OnlyFor = { weekdays?: readonly Weekday[]; audience?: Audience };

/** Spaces with all that decides about booking them, in six looks however many there are. Unknown ids are left out. */
export async function bookableSpaces(db: Db, ids: readonly string[], only: OnlyFor = {}): Promise<BookableSpace[]> {
  const assetIds = db('spaces').whereIn('id', ids).select('asset_id');
  const windows = db('space_windows').whereIn('space_id', ids).orderBy('weekday').orderBy('from_minute');
  if (only.weekdays) void windows.whereIn('weekday', only.weekdays);
  const tariffs = db('space_tariffs').whereIn('space_id', ids).orderBy('audience').orderBy('from_day');
  if (only.audience) void tariffs.where({ audience: only.audience });
  const [rows, assets, leaves, windowsOf, tariffsOf, terms] = await together(db, () => [
    read<Row>(db('spaces').whereIn('id', ids)),
    read<{ id: string; area_id: string }>(db('public_assets').whereIn('id', assetIds).select('id', 'area_id')),
    grouped<{ space_id: string; leaf: number }>(db('space_leaves').whereIn('space_id', ids).orderBy('leaf')),
    grouped<WindowRow>(windows),
    grouped<TariffRow>(tariffs),
    read<TermRow>(
      db('terms')
        .whereIn('area_id', db('public_assets').whereIn('id', assetIds).select('area_id'))
        .where((one) => one.whereNull('asset_id').orWhereIn('asset_id', assetIds))
        .orderBy('from_day'),
    ),
  ]);
  const areaOf = new Map(assets.map(({ id, area_id }): [string, string] => [id, area_id]));
  return rows.map((row) => ({
    ...fromRow(row),
    leaves: (leaves.get(row.id) ?? []).map(({ leaf }) => leaf),
    windows: (windowsOf.get(row.id) ?? []).map(windowFrom),
    tariffs: (tariffsOf.get(row.id) ?? []).map(tariffFrom),
    terms: termsFor(terms, row.asset_id, areaOf.get(row.asset_id)),
  }));
}

/** A place's own terms, or its area's where it has none. */
function termsFor(terms: readonly TermRow[], assetId: string, areaId: string | undefined): Term[] {
  const own = terms.filter(({ asset_id }) => asset_id === assetId);
  const chosen =
    own.length > 0 ? own : terms.filter(({ asset_id, area_id }) => asset_id === null && area_id === areaId);
  return chosen.map(({ name, from_day, to_day }) => ({ name, from: from_day, to: to_day }));
}

const read = async <R>(query: PromiseLike<R[]>): Promise<R[]> => query;

async function grouped<R extends { space_id: string }>(query: PromiseLike<R[]>): Promise<Map<string, R[]>> {
  const groups = new Map<string, R[]>();
  for (const row of await query) {
    const group = groups.get(row.space_id);
    if (group) group.push(row);
    else groups.set(row.space_id, [row]);
  }
  return groups;
}
