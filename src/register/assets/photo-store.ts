import { type Db, insertAll } from '../../kernel/database.ts';
import type { PublicPhoto } from './public-asset-contract.ts';

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
      await insertAll(
        db,
        'asset_photos',
        photos.map(({ assetId, ...photo }) => ({ ...photo, asset_id: assetId })),
      );
    },
    async changeText(id: string, alt: string, credit: string | null): Promise<void> {
      await db('asset_photos').where({ id }).update({ alt, credit });
    },
    async remove(id: string): Promise<void> {
      await db('asset_photos').where({ id }).delete();
    },
    /** Gives an asset's photos the order of these ids. */
    async order(ids: readonly string[]): Promise<void> {
      for (const [position, id] of ids.entries()) await db('asset_photos').where({ id }).update({ position });
    },
    /** Those of these ids that are photos of an asset. */
    async known(ids: readonly string[]): Promise<string[]> {
      return db('asset_photos').whereIn('id', ids).pluck('id');
    },
    async assetOf(photoId: string): Promise<string | undefined> {
      return (await db('asset_photos').where({ id: photoId }).first('asset_id'))?.asset_id;
    },
  };
}
export type PhotoStore = ReturnType<typeof photosOn>;
