import type { Asset } from './asset-contract.ts';

/** What is known of a new asset; the register fills in the rest. */
export type NewAsset = Partial<Asset> & Pick<Asset, 'code' | 'kind' | 'name' | 'state'>;

/** What somebody, or a list, says otherwise of an asset. */
export type AssetChange = {
  before: Asset;
  fields: Partial<Omit<Asset, 'id' | 'areaId' | 'ownerId' | 'code' | 'wardId'>>;
};
