import type { DeskServices } from './app-desk.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import type { ClosureService } from './rooms/bookings/closure-service.ts';
import { occurrencesOn } from './rooms/bookings/occurrence-store.ts';
import { keepersPages } from './front/desk/keepers-pages.ts';
import { compactOn } from './groups/compact/compact-store.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { SendPage } from './kernel/page.ts';
import type { Access } from './ground/people/role-contract.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import { may, scopesFor } from './ground/people/role-rules.ts';
import { arrivalPages } from './rooms/running/arrival-pages.ts';
import { buildingFrames } from './rooms/running/building-page.ts';
import { buildingCalendarPages } from './rooms/running/building-calendar-pages.ts';
import { closurePages } from './rooms/running/closure-pages.ts';
import { copyPages } from './rooms/running/copy-pages.ts';
import { noShowPages } from './rooms/running/no-show-pages.ts';
import { runningServices, type RunningServices } from './rooms/running/running.ts';
import { tonightPages } from './rooms/running/tonight-pages.ts';
import type { SpaceServices } from './rooms/spaces/spaces.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  areas: AreaService;
  closures: ClosureService;
  spaceEditing: SpaceServices;
  people: PeopleService;
  today(): string;
};

/** Builds what those who run buildings need, and hands it bookings, areas and the one table of rights. */
export function runningOf({ today, areas, spaceEditing, people, ...kernel }: Deps): RunningServices {
  return runningServices({
    ...kernel,
    areas,
    may: (who, act, thing) => may(who, act, thing, today()),
    held: (who, act) => ({
      areaIds: scopesFor(who, act, 'area', today()),
      ownerIds: scopesFor(who, act, 'owner', today()),
      assetIds: scopesFor(who, act, 'asset', today()),
      spaceIds: scopesFor(who, act, 'space', today()),
    }),
    dates: {
      async held(trx, id) {
        const [date] = await occurrencesOn(trx).byIds([id]);
        const booking = date && (await bookingsOn(trx).held(date.bookingId));
        return booking && (await occurrencesOn(trx).byIds([id]))[0];
      },
      setState: (trx, id, changed, at) => occurrencesOn(trx).setState([id], changed, at),
    },
    async schoolTerms(areaId, assetId) {
      const own = await spaceEditing.days.terms(areaId, assetId);
      return own.length > 0 ? own : spaceEditing.days.terms(areaId, null);
    },
    missedBeforeCall: async (areaId, day) =>
      (await compactOn(kernel.db).termsOn(areaId, day)).terms.no_shows_before_call,
    async leadsOf(groupIds) {
      const leads = (await people.holders('group', [...groupIds])).filter(({ role }) => role === 'group_lead');
      const known = new Map((await people.byIds(leads.map(({ personId }) => personId))).map((one) => [one.id, one]));
      return new Map(
        leads.map(({ scopeId, personId, name, email }) => [
          scopeId,
          { name: name || 'somebody', email, telephone: known.get(personId)?.telephone ?? null },
        ]),
      );
    },
    namesOf: async (ids) =>
      new Map((await people.byIds(ids)).map(({ id, name, email }) => [id, name || email || 'Somebody'])),
  });
}

/** Every endpoint for those who run buildings. */
export function runningEndpoints(
  { running, areas, desk }: { running: RunningServices; areas: AreaService; desk: DeskServices },
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  const deps = { ...running, areas, access, sendPage };
  return [
    ...tonightPages(deps),
    ...arrivalPages(deps),
    ...buildingCalendarPages(deps),
    ...closurePages(deps),
    ...copyPages(deps),
    ...noShowPages(deps),
    ...keepersPages({
      ...deps,
      keepers: desk.keepers,
      buildings: { thing: (who, id) => running.looking.thing(who, 'keepers.grant', id), frame: buildingFrames(deps) },
    }),
  ];
}
