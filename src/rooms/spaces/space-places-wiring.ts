import type { AreaService } from '../../ground/areas/area-service.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import { deskAssetsOn } from '../../register/assets/asset-edit-list-store.ts';
import { publicAssetsOn } from '../../register/assets/public-asset-store.ts';
import type { Register } from '../../register/wing.ts';
import type { DeskSpaceDeps } from './desk-space-page.ts';
import type { SpaceDeps } from './space-deps.ts';

type Below = { areas: AreaService; register: Register['register'] };

/** Hands the register to the spaces: in which place they are, whose it is, and what officers call it. */
export function placesOf(
  db: Db,
  { areas, register }: Below,
): { places: SpaceDeps['places']; placeNames: DeskSpaceDeps['placeNames'] } {
  const deskAsset = async (id: string) => (await deskAssetsOn(db).byIds([id])).get(id);
  const areaOf = async (id: string | undefined) => (await areas.all()).find((area) => area.id === id);
  return {
    places: {
      async thing(assetId) {
        const found = await deskAsset(assetId);
        if (!found) throw notFound('place');
        const area = await areaOf(found.areaId);
        return { assetId, ownerId: found.ownerId, areaId: found.areaId, timeZone: area?.timeZone ?? 'UTC' };
      },
      lock: register.lock,
    },
    async placeNames(assetId) {
      const found = await deskAsset(assetId);
      const shown = await publicAssetsOn(db).byId(assetId);
      const owner = (await areas.owners()).find(({ id }) => id === found?.ownerId);
      const area = await areaOf(found?.areaId);
      return {
        name: found?.name ?? 'A place',
        ownerName: owner?.name ?? 'Its owner',
        areaSlug: area?.slug ?? '',
        areaName: area?.name ?? '',
        hidden: shown?.redacted ?? true,
      };
    },
  };
}
