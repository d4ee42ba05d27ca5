import type { Area, FoundPlace, Owner, Ward } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { gone, notFound } from '../../kernel/problem.ts';
import { distanceM } from '../../kernel/geo.ts';
import { ASSET_STATES, type MapReply, type PublicAsset } from './asset-contract.ts';
import type { AssetFilter, AssetListQuery } from './asset-filter.ts';
import { HOUSE_ZONE } from '../../kernel/day-contract.ts';
import { historyOf, type HistoryEntry } from './asset-history-rules.ts';
import { cursorAfter, markIn, orderOf, resolved, type Names } from './asset-list-reading.ts';
import { clustered } from './map-cluster-index.ts';
import { photosOn } from './photo-store.ts';
import { maskOf, publicAssetsOn } from './public-asset-store.ts';
import type { RegisterIndex, ResolvedFilter, Totals } from './register-index.ts';
import { latestRows, pageByDistance, pageByName } from './register-order-index.ts';

type Deps = {
  db: Db;
  index: RegisterIndex;
  areas: {
    all(): Promise<Area[]>;
    owners(): Promise<Owner[]>;
    wardNames(): Promise<Pick<Ward, 'id' | 'areaId' | 'code' | 'name'>[]>;
    findPlace(typed: string, areaSlug?: string): Promise<FoundPlace | undefined>;
  };
};

export type Listed = { asset: PublicAsset; distanceM: number | null };
export type AssetList = {
  items: Listed[];
  totals: Totals;
  next: string | null;
  place: FoundPlace | undefined;
  names: Names;
};

const PAGE_SIZE = 24;
const EXPORT_BATCH = 500;
const SHAPES_FROM_ZOOM = 15;
const WORLD: [number, number, number, number] = [-180, -90, 180, 90];
/** States in which a group could ask for a place. */
const ASKABLE = maskOf(ASSET_STATES, ['vacant', 'under_used']);
/** How many times more entries are looked at than the start page shows. */
const NEWEST_LOOKED_AT = 5;
const NEARBY = { metres: 1_500, count: 4 };

/** What anybody may find out about the register. Reads only the public copies, through the index that list, map and exports share. */
export function assetService({ db, index, areas }: Deps) {
  const store = publicAssetsOn(db);
  const { columns } = index;

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
    const wanted = resolved(filter, known, place, textRows);
    return { wanted, rows: index.find(wanted), place, names: known };
  }

  return {
    names,

    /** One page of the assets that match, with totals of them all. */
    async list(query: AssetListQuery): Promise<AssetList> {
      const { rows, place, names: known } = await select(query);
      const limit = query.limit ?? PAGE_SIZE;
      const marks =
        place && orderOf(query) === 'distance'
          ? pageByDistance(columns, rows, place.point, markIn(query.cursor, 'number'), limit + 1)
          : pageByName(columns, rows, markIn(query.cursor, 'string'), limit + 1);
      const page = marks.slice(0, limit);
      const last = page.at(-1);
      const assets = await store.byRows(page.map(({ rowNo }) => rowNo));
      const items = assets.map((asset) => ({
        asset,
        distanceM: place && asset.point ? distanceM(place.point, asset.point) : null,
      }));
      return {
        items,
        totals: index.totals(rows),
        next: marks.length > limit && last ? cursorAfter(last) : null,
        place,
        names: known,
      };
    },

    /** Clusters and places for one view of the map. The filter's own box narrows what counts; the view only what is drawn. */
    async map(
      filter: AssetFilter,
      view: [number, number, number, number] | undefined,
      zoom: number,
    ): Promise<MapReply> {
      const { wanted, rows } = await select(filter);
      const box = view ?? filter.bbox ?? WORLD;
      const inView = index.find({ ...wanted, box: filter.bbox ? overlapping(filter.bbox, box) : box });
      const { clusters, single } = clustered(columns, inView, box, zoom);
      const places = await store.places(single, zoom >= SHAPES_FROM_ZOOM);
      return {
        total: rows.length,
        inView: inView.length,
        unplaced: index.totals(rows).unplaced,
        features: [...clusters, ...places],
      };
    },

    /** How many match, without reading any of them. */
    async count(filter: AssetFilter): Promise<Totals> {
      return index.totals((await select(filter)).rows);
    },

    /** The same for several filters at once; names are looked up only once for all of them. */
    async counts(filters: readonly AssetFilter[]): Promise<number[]> {
      const known = await names();
      return Promise.all(filters.map(async (filter) => (await select(filter, known)).rows.length));
    },

    /** Everything that matches, in batches, for exports: the database is never asked for more than a batch at once. */
    async *everything(filter: AssetFilter): AsyncGenerator<PublicAsset[]> {
      const { rows } = await select(filter);
      for (let from = 0; from < rows.length; from += EXPORT_BATCH)
        yield await store.byRows([...rows.subarray(from, from + EXPORT_BATCH)]);
    },

    /** The assets that changed last, latest first, and when: for feeds. At most 100. */
    async latest(filter: AssetFilter, limit: number): Promise<{ asset: PublicAsset; changedAt: string }[]> {
      const items = await store.byRows(latestRows(columns, (await select(filter)).rows, Math.min(100, limit)));
      const instants = await store.changedAt(items.map(({ id }) => id));
      return items.flatMap((asset) => {
        const changedAt = instants.get(asset.id);
        return changedAt ? [{ asset, changedAt }] : [];
      });
    },

    /**
     * A page in order of row number: for protocols that page by key and do not sort.
     * A box also matches what has no place (OGC API – Features, requirement /req/core/fc-bbox-response, C).
     */
    async keyset(
      filter: AssetFilter,
      afterRow: number,
      limit: number,
    ): Promise<{ items: PublicAsset[]; matched: number; nextRow: number | null }> {
      const rows = index.find({ ...(await select(filter)).wanted, orUnplaced: true });
      const later = rows.filter((at) => at > afterRow).sort();
      const page = [...later.subarray(0, limit)];
      return {
        items: await store.byRows(page),
        matched: rows.length,
        nextRow: later.length > limit ? (page.at(-1) ?? null) : null,
      };
    },

    /**
     * One asset as the public knows it.
     * @throws Problem 404 when there is none, 410 when its owner's list no longer has it.
     */
    async show(id: string): Promise<PublicAsset> {
      const asset = await store.byId(id);
      if (!asset) throw notFound('place');
      if (asset.retiredOn)
        throw gone(
          'This place is no longer in its owner’s list, so it has left the register. It may have been sold, let or merged with another.',
        );
      return asset;
    },

    /** What has happened to it, newest first, as far as the public may know. */
    async history(asset: PublicAsset): Promise<HistoryEntry[]> {
      const area = (await areas.all()).find(({ slug }) => slug === asset.area.slug);
      return historyOf(asset, await publicHistory(db, 'asset', asset.id), area?.timeZone ?? HOUSE_ZONE);
    },

    /** A few other places close by. */
    async nearby(asset: PublicAsset): Promise<Listed[]> {
      if (!asset.point || asset.redacted) return [];
      const rows = index.find({ circle: { centre: asset.point, metres: NEARBY.metres } });
      const marks = pageByDistance(columns, rows, asset.point, null, NEARBY.count + 1);
      const others = marks.filter(({ rowNo }) => columns.id(rowNo) !== asset.id).slice(0, NEARBY.count);
      const assets = await store.byRows(others.map(({ rowNo }) => rowNo));
      return assets.map((other, at) => ({ asset: other, distanceM: others[at]?.key ?? null }));
    },

    /** The newest entries that somebody could ask for, those with pictures first: for the start page. */
    async newest(count: number): Promise<Listed[]> {
      const rows: number[] = [];
      for (let at = columns.size() - 1; at >= 0 && rows.length < count * NEWEST_LOOKED_AT; at--) {
        if (columns.isLive(at) && (columns.state(at) & ASKABLE) !== 0) rows.push(at);
      }
      const found = await store.byRows(rows);
      const pictured = found.filter(({ photos }) => photos.length > 0);
      return [...pictured, ...found.filter(({ photos }) => photos.length === 0)]
        .slice(0, count)
        .map((asset) => ({ asset, distanceM: null }));
    },

    /** Whether the public copy of a photo's asset shows it. */
    async photoIsPublic(photoId: string): Promise<boolean> {
      const assetId = await photosOn(db).assetOf(photoId);
      const asset = assetId && (await store.byId(assetId));
      return Boolean(asset && asset.photos.some(({ id }) => id === photoId));
    },

    changes: store.changes,
  };
}
export type AssetService = ReturnType<typeof assetService>;

function overlapping(
  one: [number, number, number, number],
  other: [number, number, number, number],
): [number, number, number, number] {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}
