import type { AreaService } from './areas/area-service.ts';
import { deskAssetsOn } from './assets/asset-edit-list-store.ts';
import { rightsService } from './desk/rights-service.ts';
import { dayIn, type Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { MailService } from './notifications/mail-service.ts';
import type { PeopleService } from './people/people-service.ts';

/** Rights end at the end of a day here; areas in other zones are a few hours out, which is said in the operating guide. */
export const RIGHTS_ZONE = 'Europe/London';

type Deps = {
  config: Config; db: Database; clock: Clock; inOneTransaction: InOneTransaction; areas: AreaService; people: PeopleService; mails: MailService;
};

/** What stands behind the desk. */
export function deskServices({ config, db, clock, inOneTransaction, areas, people, mails }: Deps) {
  const today = (): string => dayIn(RIGHTS_ZONE, clock());
  const rights = rightsService({
    db, inOneTransaction, baseUrl: config.baseUrl, today, people, owners: areas.owners, writeMail: mails.write,
    assetsCalled: (areaId, reference) => deskAssetsOn(db).called(areaId, reference),
  });
  return { rights };
}
export type DeskServices = ReturnType<typeof deskServices>;
