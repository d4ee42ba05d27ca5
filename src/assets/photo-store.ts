import { type Db, insertAll } from '../kernel/database.ts';
import type { PublicPhoto } from './asset-contract.ts';

export type NewPhoto = PublicPhoto & { assetId: string; position: number };

/** Photos of assets. Whether the public may see one is for its asset's public copy to say. */
export function photosOn(db: Db) {
  return {
    async ofAssets(assetIds: string[]): Promise<Map<string, PublicPhoto[]>> {
      const rows = await db('asset_photos').whereIn('asset_id', assetIds).orderBy('position');
      const byAsset = new Map<string, PublicPhoto[]>();
      for (const row of rows) {
        const photo = { id: row.id, alt: row.alt, credit: row.credit, width: row.width, height: row.height };
        byAsset.set(row.asset_id, [...(byAsset.get(row.asset_id) ?? []), photo]);
      }
      return byAsset;
    },
    async add(photos: NewPhoto[]): Promise<void> {
      await insertAll(db, 'asset_photos', photos.map(({ assetId, ...photo }) => ({ ...photo, asset_id: assetId })));
    },
    async assetOf(photoId: string): Promise<string | undefined> {
      return (await db('asset_photos').where({ id: photoId }).first('asset_id'))?.asset_id;
    },
  };
}
