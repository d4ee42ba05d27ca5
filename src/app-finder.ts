import type { FinderBackdrop } from '../client/rooms/finder/finder-view.ts';
import type { Area } from './ground/areas/area-contract.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import { mapOf } from './register/assets/asset-map-data.ts';
import { finderPage } from './rooms/finder/finder-page.ts';
import { finderPages } from './rooms/finder/finder-pages.ts';
import { finderService, type FinderService } from './rooms/finder/finder-service.ts';
import { needPages } from './rooms/finder/need-pages.ts';
import { needService, type NeedService } from './rooms/finder/need-service.ts';
import type { Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { SendPage } from './kernel/page.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import { peopleOn } from './ground/people/person-store.ts';
import type { Access } from './ground/people/role-contract.ts';
import { isInTerm, ruleOf } from './rooms/spaces/opening-rules.ts';
import { quote } from './rooms/spaces/price-rules.ts';
import { spacePhotosOn } from './rooms/spaces/space-photo-store.ts';
import { bitsOf } from './rooms/spaces/facility-contract.ts';
import { spacesOn } from './rooms/spaces/space-store.ts';

type Deps = {
  config: Config;
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  areas: AreaService;
  mails: MailService;
};

/** Builds the finder on the same rules of opening and of prices that bookings read, and the needs that wait for it. */
export function finderOf({ config, db, clock, newId, inOneTransaction, areas, mails }: Deps): {
  finder: FinderService;
  needs: NeedService;
} {
  const finder = finderService({
    db,
    clock,
    areas,
    bitsOf,
    rules: { ruleOf, quote, isInTerm },
    bookable: (ids, only) => spacesOn(db).bookable(ids, only),
    daysOff: areas.daysOffOf,
    photosOf: async (ids) =>
      new Map([...(await spacePhotosOn(db).firstOf(ids))].map(([spaceId, { credit, ...photo }]) => [spaceId, photo])),
  });
  const needs = needService({
    db,
    clock,
    newId,
    inOneTransaction,
    finder,
    baseUrl: config.baseUrl,
    writeNews: mails.writeNews,
    emailOf: async (trx, id) => (await peopleOn(trx).byId(id))?.email ?? null,
  });
  return { finder, needs };
}

type Parts = { config: Config; areas: AreaService; finder: FinderService; needs: NeedService };

/** Every endpoint of the finder. */
export function finderEndpoints(
  { config, areas, finder, needs }: Parts,
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  const backdrop = (all: readonly Area[], slug: string | undefined): FinderBackdrop =>
    mapOf({ areas: all, areaSlug: slug, params: new URLSearchParams(), tiles: config.tiles });
  const show = finderPage({ needs, sendPage, areas, backdrop });
  return [...finderPages({ finder, show }), ...needPages({ needs, finder, access, show })];
}
