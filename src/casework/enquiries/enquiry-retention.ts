import type { Kept } from '../../ground/retention/retention-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import { enquiryPhotosOn } from './enquiry-photo-store.ts';
import { enquiriesOn } from './enquiry-store.ts';

/** As long as who booked a room: questions about an answer come up until then. */
export const ENQUIRERS: Kept = {
  kind: 'enquiries',
  days: 730,
  what: 'Who asked whose a place is, who followed it, what they wrote and their photos, once the question is over',
  why: 'Questions about the answer come up until then',
};
const AT_ONCE = 200;

type Deps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  photos: PhotoFiles;
  areas: { all(): Promise<Area[]> };
};

/** Lets go of people in old questions; the place, where was looked and what came of it stay. */
export function enquiryRetention({ db, inOneTransaction, photos, areas }: Deps) {
  /** @returns how many questions and photos that nobody owns were let go of */
  return async (before: Date): Promise<number> => {
    let all = 0;
    for (const { id: areaId, timeZone } of await areas.all()) {
      const what = { areaId, before: dayIn(timeZone, before) };
      if (!(await enquiriesOn(db).hasOld(what))) continue;
      for (let some = AT_ONCE; some === AT_ONCE; all += some) some = await forget({ ...what, limit: AT_ONCE });
    }
    return all;
  };

  async function forget(what: { areaId: string; before: string; limit: number }): Promise<number> {
    const { ids, files } = await inOneTransaction(async ({ trx }) => {
      const gone = await enquiriesOn(trx).forgetWho(what);
      await enquiryFollowersOn(trx).removeOf(gone);
      return { ids: gone, files: await enquiryPhotosOn(trx).removeOf(gone) };
    });
    for (const id of files) await photos.remove(id);
    return ids.length;
  }
}
