import { type Db, insertAll } from '../../kernel/database.ts';
import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { facilityBits } from './facility-contract.ts';
import {
  UNTOLD,
  type Audience,
  type BookableSpace,
  type OpeningWindow,
  type Space,
  type SpaceDetails,
  type SpaceSummary,
  type Tariff,
  type Term,
} from './space-contract.ts';

type Row = {
  number: number;
  id: string;
  asset_id: string;
  parent_id: string | null;
  name: string;
  description: string | null;
  floor: string | null;
  floor_area_m2: number | null;
  capacity: number | null;
  bookable: boolean | number;
  facility_bits: number;
  details: string;
  version: number;
  retired_on: string | null;
};
type WindowRow = {
  id: string;
  space_id: string;
  weekday: OpeningWindow['weekday'];
  from_minute: number;
  to_minute: number;
  season_from: string | null;
  season_to: string | null;
  term: OpeningWindow['term'];
  approval: OpeningWindow['approval'];
  published_open: boolean | number;
  staffed: boolean | number;
  note: string | null;
};
type TariffRow = {
  id: string;
  space_id: string;
  audience: Tariff['audience'];
  basis: Tariff['basis'];
  pence: number;
  from_day: string | null;
};
type TermRow = { asset_id: string | null; area_id: string; name: string; from_day: string; to_day: string };

/** Spaces, the windows in which they are open, and their tariffs. */
export function spacesOn(db: Db) {
  async function dividesAssets(assetIds: readonly string[]): Promise<void> {
    const rows: Pick<Row, 'id' | 'number' | 'parent_id'>[] = await db('spaces')
      .whereIn('asset_id', assetIds)
      .whereNull('retired_on')
      .select('id', 'number', 'parent_id');
    await db('space_leaves').whereIn('space_id', db('spaces').whereIn('asset_id', assetIds).select('id')).delete();
    const parts = new Map<string, Pick<Row, 'id' | 'number'>[]>();
    for (const row of rows)
      if (row.parent_id !== null) parts.set(row.parent_id, [...(parts.get(row.parent_id) ?? []), row]);
    await insertAll(
      db,
      'space_leaves',
      rows.flatMap((row) => leavesOf(row, parts).map((leaf) => ({ space_id: row.id, leaf }))),
    );
  }

  return {
    async inAssets(assetIds: readonly string[]): Promise<SpaceSummary[]> {
      return (
        await db('spaces').whereIn('asset_id', assetIds).whereNull('retired_on').orderBy('asset_id').orderBy('name')
      ).map(summaryFrom);
    },
    /** Opening hours and prices of spaces that have none yet. */
    async addLists(
      spaces: readonly { id: string; windows: readonly OpeningWindow[]; tariffs: readonly Tariff[] }[],
    ): Promise<void> {
      await insertAll(
        db,
        'space_windows',
        spaces.flatMap(({ id, windows }) => windows.map((window) => windowRow(id, window))),
      );
      await insertAll(
        db,
        'space_tariffs',
        spaces.flatMap(({ id, tariffs }) => tariffs.map((tariff) => tariffRow(id, tariff))),
      );
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
    async byIds(ids: readonly string[]): Promise<SpaceSummary[]> {
      return (await db('spaces').whereIn('id', ids)).map(summaryFrom);
    },
    async byId(id: string): Promise<Space | undefined> {
      const row: Row | undefined = await db('spaces').where({ id }).first();
      return row && fromRow(row);
    },
    /** Takes all spaces of a place until the end of the transaction, in the order in which bookings take them: whoever books or changes one waits. */
    async lock(assetId: string): Promise<void> {
      await db('spaces').where({ asset_id: assetId }).orderBy('number').forUpdate().select('number');
    },
    async bySubmission(assetId: string, submission: string): Promise<Space | undefined> {
      const row: Row | undefined = await db('spaces').where({ asset_id: assetId, submission }).first();
      return row && fromRow(row);
    },
    /**
     * Spaces with all that decides about booking them, in six queries however many there are. Unknown ids are left out.
     * @param only what is needed of many: windows of these weekdays, and prices for this kind of group
     */
    async bookable(
      ids: readonly string[],
      only: { weekdays?: readonly Weekday[]; audience?: Audience } = {},
    ): Promise<BookableSpace[]> {
      const rows: Row[] = await db('spaces').whereIn('id', ids);
      const assetIds = [...new Set(rows.map(({ asset_id }) => asset_id))];
      const assets = await db('public_assets').whereIn('id', assetIds).select('id', 'area_id');
      const areaOf = new Map(assets.map((asset): [string, string] => [asset.id, asset.area_id]));
      const leaves = await grouped<{ space_id: string; leaf: number }>(
        db('space_leaves').whereIn('space_id', ids).orderBy('leaf'),
      );
      const windows = db('space_windows').whereIn('space_id', ids).orderBy('weekday').orderBy('from_minute');
      if (only.weekdays) void windows.whereIn('weekday', only.weekdays);
      const windowsOf = await grouped<WindowRow>(windows);
      const tariffs = db('space_tariffs').whereIn('space_id', ids).orderBy('audience').orderBy('from_day');
      if (only.audience) void tariffs.where({ audience: only.audience });
      const tariffsOf = await grouped<TariffRow>(tariffs);
      const terms: TermRow[] = await db('terms')
        .whereIn('area_id', [...new Set(areaOf.values())])
        .where((one) => one.whereNull('asset_id').orWhereIn('asset_id', assetIds))
        .orderBy('from_day');
      return rows.map((row) => ({
        ...fromRow(row),
        leaves: (leaves.get(row.id) ?? []).map(({ leaf }) => leaf),
        windows: (windowsOf.get(row.id) ?? []).map(windowFrom),
        tariffs: (tariffsOf.get(row.id) ?? []).map(tariffFrom),
        terms: termsFor(terms, row.asset_id, areaOf.get(row.asset_id)),
      }));
    },
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
    /** Works out anew which undivided spaces each space of an asset consists of. To be called whenever its spaces or their parts change. */
    dividesAsset: (assetId: string): Promise<void> => dividesAssets([assetId]),
    dividesAssets,
    async replaceWindows(spaceId: string, windows: readonly OpeningWindow[]): Promise<void> {
      await db('space_windows').where({ space_id: spaceId }).delete();
      await insertAll(
        db,
        'space_windows',
        windows.map((window) => windowRow(spaceId, window)),
      );
    },
    async replaceTariffs(spaceId: string, tariffs: readonly Tariff[]): Promise<void> {
      await db('space_tariffs').where({ space_id: spaceId }).delete();
      await insertAll(
        db,
        'space_tariffs',
        tariffs.map((tariff) => tariffRow(spaceId, tariff)),
      );
    },
  };
}
export type SpaceStore = ReturnType<typeof spacesOn>;

/** Numbers of the undivided spaces within one: its parts' parts, or itself. */
function leavesOf(
  space: Pick<Row, 'id' | 'number'>,
  partsOf: ReadonlyMap<string, readonly Pick<Row, 'id' | 'number'>[]>,
): number[] {
  const parts = partsOf.get(space.id) ?? [];
  return parts.length === 0 ? [space.number] : parts.flatMap((part) => leavesOf(part, partsOf));
}

/** A place's own terms, or its area's where it has none. */
function termsFor(terms: readonly TermRow[], assetId: string, areaId: string | undefined): Term[] {
  const own = terms.filter(({ asset_id }) => asset_id === assetId);
  const chosen =
    own.length > 0 ? own : terms.filter(({ asset_id, area_id }) => asset_id === null && area_id === areaId);
  return chosen.map(({ name, from_day, to_day }) => ({ name, from: from_day, to: to_day }));
}

async function grouped<R extends { space_id: string }>(query: PromiseLike<R[]>): Promise<Map<string, R[]>> {
  const groups = new Map<string, R[]>();
  for (const row of await query) {
    const group = groups.get(row.space_id);
    if (group) group.push(row);
    else groups.set(row.space_id, [row]);
  }
  return groups;
}

const summaryFrom = (row: Row): SpaceSummary => ({
  id: row.id,
  assetId: row.asset_id,
  parentId: row.parent_id,
  name: row.name,
  description: row.description,
  floor: row.floor,
  floorAreaM2: row.floor_area_m2,
  capacity: row.capacity,
  bookable: Boolean(row.bookable),
});
const fromRow = (row: Row): Space => ({
  ...UNTOLD,
  ...(JSON.parse(row.details) as Partial<SpaceDetails>),
  ...summaryFrom(row),
  number: row.number,
  version: row.version,
  ...(row.retired_on && { retiredOn: row.retired_on }),
});

function toRow(space: Omit<Space, 'number' | 'version'>): Omit<Row, 'number' | 'version' | 'retired_on'> {
  const details = Object.fromEntries((Object.keys(UNTOLD) as (keyof SpaceDetails)[]).map((key) => [key, space[key]]));
  return {
    id: space.id,
    asset_id: space.assetId,
    parent_id: space.parentId,
    name: space.name,
    description: space.description,
    floor: space.floor,
    floor_area_m2: space.floorAreaM2,
    capacity: space.capacity,
    bookable: space.bookable,
    facility_bits: facilityBits(space.facilities),
    details: JSON.stringify(details),
  };
}

const windowRow = (spaceId: string, window: OpeningWindow): WindowRow => ({
  id: window.id,
  space_id: spaceId,
  weekday: window.weekday,
  from_minute: window.from,
  to_minute: window.to,
  season_from: window.seasonFrom,
  season_to: window.seasonTo,
  term: window.term,
  approval: window.approval,
  published_open: window.publishedOpen,
  staffed: window.staffed,
  note: window.note,
});
const tariffRow = (spaceId: string, { id, audience, basis, pence, from }: Tariff): TariffRow => ({
  id,
  space_id: spaceId,
  audience,
  basis,
  pence,
  from_day: from,
});

const windowFrom = (row: WindowRow): OpeningWindow => ({
  id: row.id,
  weekday: row.weekday,
  from: row.from_minute,
  to: row.to_minute,
  seasonFrom: row.season_from,
  seasonTo: row.season_to,
  term: row.term,
  approval: row.approval,
  publishedOpen: Boolean(row.published_open),
  staffed: Boolean(row.staffed),
  note: row.note,
});
const tariffFrom = (row: TariffRow): Tariff => ({
  id: row.id,
  audience: row.audience,
  basis: row.basis,
  pence: row.pence,
  from: row.from_day,
});
