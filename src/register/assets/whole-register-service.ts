import type { AssetFilter } from './asset-filter.ts';
import { assetSelection, type AssetReadingDeps } from './asset-selection-steps.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import { latestRows } from './register-order-index.ts';

const EXPORT_BATCH = 500;

/** The register for those who take all of it: exports, feeds, and protocols that page by key. */
export function wholeRegister(deps: AssetReadingDeps) {
  const { db, index } = deps;
  const store = publicAssetsOn(db);
  const { columns } = index;
  const { select } = assetSelection(deps);
  return {
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
  };
}
