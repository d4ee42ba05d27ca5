import { groupPeople } from './app-groups.ts';
import { bookingDeps } from './app-bookings.ts';
import type { AreaService } from './areas/area-service.ts';
import { areasOn } from './areas/area-store.ts';
import type { BenefitTestServices } from './benefit-test/benefit-tests.ts';
import { testsOn } from './benefit-test/test-store.ts';
import type { BookingServices } from './bookings/bookings.ts';
import type { Passport } from './bookings/request-contract.ts';
import type { RequestDeps } from './bookings/request-deps.ts';
import { requestServices, type RequestServices } from './bookings/requests.ts';
import { compactOn } from './compact/compact-store.ts';
import { documentsOn } from './groups/document-store.ts';
import { groupPost } from './groups/group-post.ts';
import { groupsOn } from './groups/group-store.ts';
import type { Db } from './kernel/database.ts';
import type { MailService } from './notifications/mail-service.ts';
import type { PeopleService } from './people/people-service.ts';
import { peopleOn } from './people/person-store.ts';
import { may } from './people/role-rules.ts';

type Deps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'onError'> & {
  areas: AreaService; bookings: BookingServices; benefitTests: BenefitTestServices; people: PeopleService; mails: MailService; today(): string;
};

/** Builds requests for rooms and hands them what they need of bookings, the test, the compact, groups and people. */
export function requestsOf({ areas, bookings, benefitTests, people, mails, today, ...kernel }: Deps): RequestServices {
  const inGroups = groupPeople(people, kernel.clock, kernel.newId);
  return requestServices({
    ...kernel, rooms: bookingDeps(kernel), making: bookings, steps: bookings.steps, areas: areas.all, owners: (db) => areasOn(db).owners(),
    inCompact: (db, ownerIds, day) => compactOn(db).inForce(ownerIds, day),
    passportOf: (db, groupId, day) => passportOf(benefitTests, db, groupId, day),
    groups: {
      byId: (db, id) => groupsOn(db).byId(id), people: inGroups.inGroup,
      papers: async (db, groupId) => (await documentsOn(db).currentOf([groupId])).filter(({ state }) => state === 'accepted'),
    },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
    writeMail: mails.write,
    holders: (db, scope, ids) => peopleOn(db).holders(scope, ids),
    namesOf: async (db, ids) => new Map((await peopleOn(db).byIds(ids)).map(({ id, name }) => [id, name || 'Somebody'])),
    whoIs: (personId) => people.who(personId, '', false),
    suggest: () => Promise.resolve([]),
    mayAnswer: (who, thing) => may(who, 'room.answer', thing, today()),
  });
}

/** How a group stands with the test on a day, with the points of the result that counts. */
async function passportOf({ passports }: BenefitTestServices, db: Db, groupId: string, day: string): Promise<Passport> {
  const { state, outcome } = await passports.passportOf(groupId, day, db);
  const runs = (await testsOn(db).passportsOf(groupId)).filter((run) => run.state === 'published' && (run.resultOn ?? '') <= day && run.outcome === outcome);
  const run = state === 'passed' ? runs.find(({ validUntil }) => (validUntil ?? '') >= day) : runs[0];
  return { state, resultOn: run?.resultOn ?? null, points: run?.points ?? null, possible: run?.possible ?? null };
}
