import type { Area, Owner, Ward } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { districtOf, isFullPostcode } from '../../kernel/postcode.ts';
import type { Asset, Day, Point } from './asset-contract.ts';
import { deskAssetsOn } from './asset-edit-list-store.ts';
import { placed } from './asset-placing-rules.ts';
import { publicCopy } from './asset-redaction-rules.ts';
import { photosOn } from './photo-store.ts';
import { publicAssetsOn } from './public-asset-store.ts';
import type { PublicAsset } from './public-asset-contract.ts';

/** What the register asks of the areas, within a transaction. */
export type AreaLookup = {
  wards(
    trx: Db,
    areaId: string,
  ): Promise<{ all: Ward[]; at(point: Point): Ward | undefined; byId(id: string | null): Ward | undefined }>;
  districts(trx: Db, areaId: string): Promise<Map<string, Point>>;
  postcodes(
    trx: Db,
    areaId: string,
    postcodes: string[],
  ): Promise<Map<string, { point: Point; wardId: string | null }>>;
};

/**
 * Places assets on the map and writes what the public may know of them, for one area and one transaction.
 * Every write of an asset goes through here, so a private record and its public copy never part.
 */
export async function publisherFor(trx: Db, lookup: AreaLookup, area: Area, owners: Owner[], now: Date, today: Day) {
  const wards = await lookup.wards(trx, area.id);
  const districts = await lookup.districts(trx, area.id);
  const ownerById = new Map(owners.map((owner) => [owner.id, owner]));
  const copies = publicAssetsOn(trx);

  return {
    /** The assets with their points and wards worked out. */
    async place(assets: Asset[]): Promise<Asset[]> {
      const wanted = assets.filter(needsPostcode).flatMap((asset) => asset.address.postcode ?? []);
      const postcodes =
        wanted.length === 0 ? new Map<string, never>() : await lookup.postcodes(trx, area.id, [...new Set(wanted)]);
      return assets.map((asset) => placed(asset, { wardAt: wards.at, postcode: (one) => postcodes.get(one) }));
    },
    /** Writes the public copies of stored assets, and the officers' list. */
    async publish(assets: Asset[]): Promise<PublicAsset[]> {
      const shown = await show(assets);
      await copies.write(shown, now);
      await deskAssetsOn(trx).write(assets);
      return shown;
    },
    show,
    takeRevision: () => copies.takeRevision(),
  };

  /** What the public would see of these assets; nothing is written. */
  async function show(assets: Asset[]): Promise<PublicAsset[]> {
    const photos = await photosOn(trx).ofAssets(assets.map(({ id }) => id));
    return assets.flatMap((asset) => {
      const owner = ownerById.get(asset.ownerId);
      if (!owner) return [];
      const district = asset.address.postcode && districts.get(districtOf(asset.address.postcode));
      return publicCopy(asset, {
        area,
        owner,
        today,
        ward: wards.byId(asset.wardId),
        districtCentre: district || undefined,
        photos: photos.get(asset.id) ?? [],
      });
    });
  }
}
export type Publisher = Awaited<ReturnType<typeof publisherFor>>;

function needsPostcode({ point, precision, address }: Asset): boolean {
  return (point === null || precision === 'postcode') && address.postcode !== null && isFullPostcode(address.postcode);
}
