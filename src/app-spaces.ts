import { assetsOn } from './assets/asset-store.ts';
import { deskAssetsOn } from './assets/asset-edit-list-store.ts';
import type { AreaService } from './areas/area-service.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import { notFound } from './kernel/problem.ts';
import type { PeopleService } from './people/people-service.ts';
import { spaceServices, type SpaceServices } from './spaces/spaces.ts';

type Deps = { db: Database; clock: Clock; newId: NewId; inOneTransaction: InOneTransaction; areas: AreaService; people: PeopleService };

/** Hands the register to the spaces: in which place they are, and whose it is. */
export function spacesOf({ db, clock, newId, inOneTransaction, areas, people }: Deps): SpaceServices {
  return spaceServices({
    db, clock, newId, inOneTransaction,
    places: {
      async thing(assetId) {
        const found = (await deskAssetsOn(db).byIds([assetId])).get(assetId);
        if (!found) throw notFound('place');
        const area = (await areas.all()).find(({ id }) => id === found.areaId);
        return { assetId, ownerId: found.ownerId, areaId: found.areaId, timeZone: area?.timeZone ?? 'UTC' };
      },
      hold: async (trx, assetId) => void (await assetsOn(trx).held(assetId)),
    },
    namesOf: async (ids) => new Map((await people.byIds(ids)).map(({ id, name, email }) => [id, name || email || 'Somebody'])),
  });
}
