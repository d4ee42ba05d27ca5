import { join } from 'node:path';
import { bookingDeps, bookingsFor, roomsFor } from './app-bookings.ts';
import { groupPeople } from './app-groups.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import { areasOn } from './ground/areas/area-store.ts';
import { askerOf, viewerOf } from './rooms/bookings/booking-endpoint.ts';
import type { BookingServices } from './rooms/bookings/bookings.ts';
import { documentsOn } from './groups/groups/document-store.ts';
import { groupPost } from './groups/groups/group-post.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import type { HireDeps } from './rooms/hires/hire-deps.ts';
import { hirePages } from './rooms/hires/hire-pages.ts';
import { hireServices, type HireServices } from './rooms/hires/hires.ts';
import type { Clock } from './kernel/clock.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { SendPage } from './kernel/page.ts';
import { photoFiles } from './kernel/photo-files.ts';
import { ledgerService } from './rooms/ledger/ledger-service.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import { peopleOn } from './ground/people/person-store.ts';
import type { Access } from './ground/people/role-contract.ts';
import { conditionsFor } from './rooms/requests/condition-rules.ts';
import { requestListsOn } from './rooms/requests/request-list-store.ts';
import { requestsOn } from './rooms/requests/request-store.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'onError'> & {
  dataDir: string;
  areas: AreaService;
  steps: BookingServices['steps'];
  people: PeopleService;
  mails: MailService;
};

/** Builds what comes after a room is booked, and hands it bookings, groups, people, mail and a place for photos. */
export function hiresOf({ dataDir, areas, steps, people, mails, ...kernel }: Deps): HireServices {
  const inGroups = groupPeople(people, kernel.clock, kernel.newId);
  return hireServices({
    ...kernel,
    rooms: roomsFor(bookingDeps(kernel)),
    bookings: bookingsFor(steps),
    ledger: ledgerService(kernel),
    areas: areas.all,
    owners: (db) => areasOn(db).owners(),
    photos: photoFiles(join(dataDir, 'deposit-photos')),
    requests: requestsForHires,
    groups: {
      byId: (db, id) => groupsOn(db).byId(id),
      byIds: (db, ids) => groupsOn(db).byIds([...ids]),
      people: inGroups.inGroup,
      papersOf: async (db, groupIds) =>
        (await documentsOn(db).currentOf([...groupIds])).filter(({ state }) => state === 'accepted'),
    },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
    writeMail: mails.write,
    holders: (db, scope, ids) => peopleOn(db).holders(scope, ids),
  });
}

/** What bookings know of the requests that they come from. */
export const requestsForHires: HireDeps['requests'] = {
  wishesOf: async (db, ids) => new Map((await requestsOn(db).byIds(ids)).map(({ id, wish }) => [id, wish])),
  countOpen: (db, groupId) => requestListsOn(db).countOpen(groupId),
  conditionsFor,
};

type Parts = { hires: HireServices; bookings: BookingServices; areas: AreaService; clock: Clock };

/** Every endpoint of hires. */
export function hireEndpoints(
  { hires, bookings, areas, clock }: Parts,
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  return hirePages({
    hires,
    access,
    sendPage,
    areas,
    bookings: {
      thing: bookings.thing,
      askerOf: (req, groupId, body) => askerOf({ access, clock }, req, groupId, body).asker,
      sideOf: (req, thing) => viewerOf({ access }, req, thing).as,
    },
  });
}
