import type { Area } from '../../ground/areas/area-contract.ts';
import type { Point } from '../assets/asset-contract.ts';
import type { AssetFilter, AssetListQuery } from '../assets/asset-filter.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

/** What open data asks of the register: reads only, and only what is public. */
export type PublicRegister = {
  list(
    query: AssetListQuery,
  ): Promise<{ items: { asset: PublicAsset }[]; totals: { count: number }; place: { point: Point } | undefined }>;
  count(filter: AssetFilter): Promise<{ count: number }>;
  everything(filter: AssetFilter): AsyncGenerator<PublicAsset[]>;
  keyset(
    filter: AssetFilter,
    afterRow: number,
    limit: number,
  ): Promise<{ items: PublicAsset[]; matched: number; nextRow: number | null }>;
  latest(filter: AssetFilter, limit: number): Promise<{ asset: PublicAsset; changedAt: string }[]>;
  show(id: string): Promise<PublicAsset>;
  history(asset: PublicAsset): Promise<{ on: string; text: string }[]>;
  changes(afterId: string, limit: number): Promise<{ id: string; changedAt: string | null }[]>;
};

export type Areas = { all(): Promise<Area[]>; bySlug(slug: string): Promise<Area | undefined> };

export type OpenDataDeps = { assets: PublicRegister; areas: Areas; sendPage: SendPage; baseUrl: string; clock: Clock };
