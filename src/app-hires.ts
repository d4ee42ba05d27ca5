import { join } from 'node:path';
import { bookingDeps, bookingsFor, roomsFor } from './app-bookings.ts';
import { groupPeople } from './app-groups.ts';
import type { AreaService } from './areas/area-service.ts';
import { areasOn } from './areas/area-store.ts';
import { askerOf, viewerOf } from './bookings/booking-endpoint.ts';
import type { BookingServices } from './bookings/bookings.ts';
import { documentsOn } from './groups/document-store.ts';
import { groupPost } from './groups/group-post.ts';
import { groupsOn } from './groups/group-store.ts';
import type { HireDeps } from './hires/hire-deps.ts';
import { hirePages } from './hires/hire-pages.ts';
import { hireServices, type HireServices } from './hires/hires.ts';
import type { Clock } from './kernel/clock.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { SendPage } from './kernel/page.ts';
import { photoFiles } from './kernel/photo-files.ts';
import { ledgerService } from './ledger/ledger-service.ts';
import type { MailService } from './notifications/mail-service.ts';
import type { PeopleService } from './people/people-service.ts';
import { peopleOn } from './people/person-store.ts';
import type { Access } from './people/role-contract.ts';
import { conditionsFor } from './requests/condition-rules.ts';
import { requestListsOn } from './requests/request-list-store.ts';
import { requestsOn } from './requests/request-store.ts';

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
    requests: {
      wishOf: async (db, id) => (await requestsOn(db).byId(id))?.wish,
      countOpen: (db, groupId) => requestListsOn(db).countOpen(groupId),
      conditionsFor,
    },
    groups: {
      byId: (db, id) => groupsOn(db).byId(id),
      people: inGroups.inGroup,
      papers: async (db, groupId) =>
        (await documentsOn(db).currentOf([groupId])).filter(({ state }) => state === 'accepted'),
    },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
    writeMail: mails.write,
    holders: (db, scope, ids) => peopleOn(db).holders(scope, ids),
  });
}

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
