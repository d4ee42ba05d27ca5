import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { publisherFor, type AreaLookup } from './asset-publishing-steps.ts';
import { assetsOn } from './asset-store.ts';
import { publicAssetsOn } from './public-asset-store.ts';

const AT_ONCE = 500;

/** What becomes of assets when the wards and postcodes of their area change. */
export function placingAgain({ lookup, clock }: { lookup: AreaLookup; clock: Clock }) {
  return {
    /** Before wards go: no asset lies in them any longer. */
    letGoOfWards: (trx: Db, wardIds: readonly string[]): Promise<void> => assetsOn(trx).letGoOfWards(wardIds),

    /** Works out anew where the assets of an area lie, and writes their public copies. @returns how many there are */
    async placeAgain(trx: Db, area: Area, owners: Owner[]): Promise<number> {
      const now = clock();
      const publisher = await publisherFor(trx, lookup, area, owners, now, dayIn(area.timeZone, now));
      const store = assetsOn(trx);
      let count = 0;
      for (
        let page = await store.page('', AT_ONCE);
        page.length > 0;
        page = await store.page(page.at(-1)?.id ?? '', AT_ONCE)
      ) {
        const assets = await publisher.place(page.filter(({ areaId }) => areaId === area.id));
        for (const asset of assets) await store.change(asset);
        await publisher.publish(assets);
        count += assets.length;
      }
      await publicAssetsOn(trx).takeRevision();
      return count;
    },
  };
}
