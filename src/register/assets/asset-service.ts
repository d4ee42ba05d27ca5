import type { FoundPlace } from '../../ground/areas/area-contract.ts';
import { distanceM } from '../../kernel/geo.ts';
import type { AssetFilter, AssetListQuery } from './asset-filter.ts';
import { cursorAfter, markIn, orderOf, type Names } from './asset-list-reading.ts';
import { assetReading, type Listed } from './asset-reading-service.ts';
import { assetSelection, type AssetReadingDeps } from './asset-selection-steps.ts';
import { clustered } from './map-cluster-index.ts';
import type { MapReply } from './map-contract.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import type { Totals } from './register-index.ts';
import { pageByDistance, pageByName } from './register-order-index.ts';
import { wholeRegister } from './whole-register-service.ts';

export type AssetList = {
  items: Listed[];
  totals: Totals;
  next: string | null;
  place: FoundPlace | undefined;
  names: Names;
};

const PAGE_SIZE = 24;
const SHAPES_FROM_ZOOM = 15;
const WORLD: [number, number, number, number] = [-180, -90, 180, 90];
/** What anybody may find out about the register. Reads only the public copies, through the index that list, map and exports share. */
export function assetService(deps: AssetReadingDeps) {
  const { db, index } = deps;
  const store = publicAssetsOn(db);
  const { columns } = index;
  const { names, select } = assetSelection(deps);

  return {
    names,
    ...assetReading(deps),
    ...wholeRegister(deps),

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
