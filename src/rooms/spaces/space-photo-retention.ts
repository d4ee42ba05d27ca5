import { dayOf } from '../../kernel/day-contract.ts';
import { batches, type Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { spacePhotosOn } from './space-photo-store.ts';

type Deps = {
  db: Db;
  inOneTransaction: InOneTransaction;
  photos: PhotoFiles;
  /** Those of these ids that are photos of places: their files lie in the same folder. */
  ofPlaces(ids: readonly string[]): Promise<string[]>;
};

const AT_ONCE = 200;

/** Removes photos of spaces that are long no longer let, and files that no photo owns: left over where a process died in between. */
export function spacePhotoRetention({ db, inOneTransaction, photos, ofPlaces }: Deps) {
  const retired = (day: string): Promise<string[]> => spacePhotosOn(db).retiredBefore(day, AT_ONCE);
  return {
    /** @returns how many photos and left-over files were removed */
    async forgetPhotos(before: Date): Promise<number> {
      let removed = 0;
      const day = dayOf(before.toISOString());
      for (let ids = await retired(day); ids.length > 0; ids = await retired(day)) {
        const some = ids;
        await inOneTransaction(({ trx }) => spacePhotosOn(trx).remove(some));
        for (const id of some) await photos.remove(id);
        removed += some.length;
      }
      return removed + (await forgetLeftOver(before));
    },
  };

  async function forgetLeftOver(before: Date): Promise<number> {
    let removed = 0;
    for (const ids of batches(await photos.olderThan(before), 1)) {
      const known = new Set([...(await spacePhotosOn(db).known(ids)), ...(await ofPlaces(ids))]);
      const orphans = ids.filter((id) => !known.has(id));
      for (const id of orphans) await photos.remove(id);
      removed += orphans.length;
    }
    return removed;
  }
}
