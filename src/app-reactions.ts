import { testReactions } from './groups/benefit-test/test-facts.ts';
import { compactReactions } from './groups/compact/compact-facts.ts';
import { groupReactions } from './groups/groups/group-facts.ts';
import { areaReactions } from './ground/areas/area-facts.ts';
import { peopleReactions } from './ground/people/people-facts.ts';
import { retentionReactions } from './ground/retention/retention-facts.ts';
import type { Clock } from './kernel/clock.ts';
import type { NewId } from './kernel/ids.ts';
import { together, type Reactions, type ReactTo } from './kernel/reactions.ts';
import { assetReactions } from './register/assets/asset-facts.ts';
import { importReactions } from './register/imports/import-facts.ts';
import { bookingReads, bookingsFor, roomsFor } from './app-bookings.ts';
import { peopleInGroup } from './app-groups.ts';
import { requestsForHires } from './app-hires.ts';
import { lackingIn, roomPassportOf } from './app-requests.ts';
import { areasOn } from './ground/areas/area-store.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import { peopleOn } from './ground/people/person-store.ts';
import type { Scope } from './ground/people/role-contract.ts';
import { compactOn } from './groups/compact/compact-store.ts';
import { documentsOn } from './groups/groups/document-store.ts';
import { groupPost } from './groups/groups/group-post.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import type { Db } from './kernel/database.ts';
import { bookingSteps } from './rooms/bookings/booking-steps.ts';
import { dateSteps } from './rooms/bookings/date-steps.ts';
import { placeSteps } from './rooms/bookings/place-steps.ts';
import { bookingCalendar } from './rooms/calendars/booking-calendar-service.ts';
import { hireReactions } from './rooms/hires/hire-reactions.ts';
import { ledgerService } from './rooms/ledger/ledger-service.ts';
import { waitingReactions } from './rooms/requests/waiting-reactions.ts';
import { requestReactions } from './rooms/requests/request-reactions.ts';
import { calendarReactions } from './rooms/calendars/calendar-facts.ts';
import { needReactions } from './rooms/finder/need-facts.ts';
import { lookReactions } from './rooms/hires/look-reactions.ts';
import { ledgerReactions } from './rooms/ledger/ledger-reactions.ts';
import { spaceReactions } from './rooms/spaces/space-facts.ts';

type Deps = { clock: Clock; newId: NewId; baseUrl: string; mails: MailService };

/**
 * What follows from every kind of fact. A kind that no feature has a row for does not compile here: somebody must say what follows
 * from it, or that nothing does (docs/decisions/0019-consequences-follow-facts.md).
 */
export function reactionsOfTheHouse(deps: Deps): ReactTo {
  const all: Reactions = together(
    areaReactions,
    peopleReactions,
    retentionReactions,
    assetReactions,
    importReactions,
    groupReactions,
    compactReactions,
    testReactions,
    spaceReactions,
    needReactions,
    calendarReactions,
    lookReactions,
    ...roomReactions(deps),
  );
  return (kind) => all[kind];
}

/** Money first, so that mails can tell of it; a request stands behind a booking before anybody is told of it. */
function roomReactions({ clock, newId, baseUrl, mails }: Deps) {
  const reads = bookingReads({ clock, newId });
  const moves = bookingSteps(reads);
  const rooms = roomsFor(reads);
  const ledger = ledgerService({ clock, newId });
  const bookings = bookingsFor({ ...moves, ...dateSteps({ ...reads, steps: moves }), ...placeSteps(reads) });
  const groups = {
    byId: (db: Db, id: string) => groupsOn(db).byId(id),
    people: peopleInGroup,
    byIds: (db: Db, ids: readonly string[]) => groupsOn(db).byIds([...ids]),
    papers: (db: Db, id: string) => papersOf(db, [id]),
    papersOf,
  };
  const around = {
    clock,
    newId,
    baseUrl,
    rooms: { ...rooms, lacking: lackingIn },
    bookings,
    ledger,
    groups,
    owners: (db: Db) => areasOn(db).owners(),
    tell: groupPost({ mails, newId, clock }),
    writeMail: mails.write,
    inCompact: (db: Db, ownerIds: readonly string[], day: string) => compactOn(db).inForce(ownerIds, day),
    passportOf: roomPassportOf,
    holders: (db: Db, scope: Scope, ids: string[]) => peopleOn(db).holders(scope, ids),
  };
  return [
    ledgerReactions(around),
    requestReactions(around),
    waitingReactions(around),
    hireReactions({ ...around, requests: requestsForHires, calendarFor: bookingCalendar({ clock, baseUrl }) }),
  ] as const;
}

const papersOf = async (db: Db, ids: readonly string[]) =>
  (await documentsOn(db).currentOf([...ids])).filter(({ state }) => state === 'accepted');
