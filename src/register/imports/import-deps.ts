import type { Asset, Day, Shape } from '../assets/asset-contract.ts';
import type { Decisions } from './import-contract.ts';
import type { ImportStore } from './import-store.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';
import type { ImportedAsset, ImportedFields } from './row-asset-reading.ts';

export type KnownAsset = { asset: Asset; shown: PublicAsset };
/** An asset of a list; `heldBy` is the number of the proposal that asks for it. */
export type ListedAsset = Pick<Asset, 'id' | 'code' | 'heldBy'>;
export type AssetChange = { before: Asset; fields: ImportedFields & { retiredOn?: null } };

/** What the import asks of the register. All calls are inside the import's transaction. */
export type ImportTarget = {
  /** The owner's assets by code, retired ones too; hidden ones are also found by their public `M-…` code. Keys: code as asked. */
  find(codes: string[]): Promise<Map<string, KnownAsset>>;
  /** Of these references, those of places that were found to be another owner’s. */
  movedAway(codes: string[]): Promise<Set<string>>;
  add(assets: ImportedAsset[]): Promise<void>;
  change(changes: AssetChange[]): Promise<void>;
  /**
   * A page of the owner's live assets that an import of the same list brought, in order of code, those beyond `after`;
   * empty when there are no more. Assets added by hand or by another list are never among them.
   */
  importedCodes(after: string | null): Promise<ListedAsset[]>;
  retire(ids: string[], on: Day): Promise<void>;
};

/** For whom and how: in a dry run nothing may be created, so for an unknown owner the target finds nothing. */
export type ImportScope = {
  mode: 'dry_run' | 'apply';
  areaSlug: string;
  ownerName: string;
  importId: string;
  list: string;
  source: string;
};

export type ImportArea = { slug: string; name: string; timeZone: string; boundary: Shape };

export type ImportDeps = {
  /** Runs the work in one transaction; throwing undoes everything. */
  inOneTransaction<T>(
    scope: ImportScope,
    work: (target: ImportTarget, store: Pick<ImportStore, 'remember' | 'record'>) => Promise<T>,
  ): Promise<T>;
  area(slug: string): Promise<ImportArea | undefined>;
  /** What was decided for each of this owner's lists before; empty for a new owner. */
  decisions(areaSlug: string, ownerName: string): Promise<Map<string, Decisions>>;
  clock: () => Date;
  newId: () => string;
};
