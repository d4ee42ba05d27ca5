import { HOUSE_ZONE } from '../../kernel/day-contract.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { gone, notFound } from '../../kernel/problem.ts';
import { ASSET_STATES } from './asset-contract.ts';
import { historyOf, type HistoryEntry } from './asset-history-rules.ts';
import type { AssetReadingDeps } from './asset-selection-steps.ts';
import { photosOn } from './photo-store.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import { maskOf } from './public-asset-rows-store.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import { pageByDistance } from './register-order-index.ts';

/** An asset in a list, and how far it is from the place that was asked for. */
export type Listed = { asset: PublicAsset; distanceM: number | null };

/** States in which a group could ask for a place. */
const ASKABLE = maskOf(ASSET_STATES, ['vacant', 'under_used']);
/** How many times more entries are looked at than the start page shows. */
const NEWEST_LOOKED_AT = 5;
const NEARBY = { metres: 1_500, count: 4 };

/** One place as the public knows it, and what lies around it. */
export function assetReading({ db, index, areas }: AssetReadingDeps) {
  const store = publicAssetsOn(db);
  const { columns } = index;
  return {
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
  };
}
