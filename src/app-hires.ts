import { join } from 'node:path';
import { bookingDeps } from './app-bookings.ts';
import { groupPeople } from './app-groups.ts';
import type { AreaService } from './areas/area-service.ts';
import { areasOn } from './areas/area-store.ts';
import type { HireDeps } from './hires/hire-deps.ts';
import type { BookingServices } from './bookings/bookings.ts';
import { hireServices, type HireServices } from './hires/hires.ts';
import { documentsOn } from './groups/document-store.ts';
import { groupPost } from './groups/group-post.ts';
import { groupsOn } from './groups/group-store.ts';
import { photoFiles } from './kernel/photo-files.ts';
import type { MailService } from './notifications/mail-service.ts';
import type { PeopleService } from './people/people-service.ts';
import { peopleOn } from './people/person-store.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'onError'> & { dataDir: string; areas: AreaService; steps: BookingServices['steps']; people: PeopleService; mails: MailService };

/** Builds what comes after a room is booked, and hands it bookings, groups, people, mail and a place for photos. */
export function hiresOf({ dataDir, areas, steps, people, mails, ...kernel }: Deps): HireServices {
  const inGroups = groupPeople(people, kernel.clock, kernel.newId);
  return hireServices({
    ...kernel, rooms: bookingDeps(kernel), steps, areas: areas.all, owners: (db) => areasOn(db).owners(), photos: photoFiles(join(dataDir, 'deposit-photos')),
    groups: {
      byId: (db, id) => groupsOn(db).byId(id), people: inGroups.inGroup,
      papers: async (db, groupId) => (await documentsOn(db).currentOf([groupId])).filter(({ state }) => state === 'accepted'),
    },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
    writeMail: mails.write,
    holders: (db, scope, ids) => peopleOn(db).holders(scope, ids),
  });
}
