import { groupPeople } from './app-groups.ts';
import { bookingDeps, bookingsFor, roomsFor } from './app-bookings.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import { areasOn } from './ground/areas/area-store.ts';
import { standingOn } from './groups/benefit-test/passport-rules.ts';
import { testsOn } from './groups/benefit-test/test-store.ts';
import type { BookingDeps } from './rooms/bookings/booking-deps.ts';
import type { BookingServices } from './rooms/bookings/bookings.ts';
import { requestAskPages } from './rooms/requests/ask-pages.ts';
import type { RequestPagesDeps } from './rooms/requests/request-endpoint.ts';
import { requestLinkPages } from './rooms/requests/answer-link-pages.ts';
import { requestListPages } from './rooms/requests/request-list-pages.ts';
import { requestMoneyPages } from './rooms/requests/money-pages.ts';
import { requestPages } from './rooms/requests/request-pages.ts';
import type { Passport, RoomRequest } from './rooms/requests/request-contract.ts';
import type { RequestDeps, Suggestion } from './rooms/requests/request-deps.ts';
import { finderAddress } from './rooms/requests/wish-rules.ts';
import { requestServices, type RequestServices } from './rooms/requests/requests.ts';
import { waitingPages } from './rooms/requests/waiting-pages.ts';
import { waitingOffers } from './rooms/requests/waiting-offer-service.ts';
import { waitingLineService, type WaitingLineService } from './rooms/requests/waiting-line-service.ts';
import { waitingService, type WaitingService } from './rooms/requests/waiting-service.ts';
import { publicAssetsOn } from './register/assets/public-asset-store.ts';
import { compactOn } from './groups/compact/compact-store.ts';
import { factOf, lacking } from './rooms/finder/fact-rules.ts';
import { finderSchema } from './rooms/finder/finder-contract.ts';
import type { FinderService } from './rooms/finder/finder-service.ts';
import { documentsOn } from './groups/groups/document-store.ts';
import { groupPost } from './groups/groups/group-post.ts';
import type { GroupServices } from './groups/groups/groups.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import type { Db } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { SendPage } from './kernel/page.ts';
import { notFound, Problem } from './kernel/problem.ts';
import { ledgerService } from './rooms/ledger/ledger-service.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import { peopleOn } from './ground/people/person-store.ts';
import type { Access } from './ground/people/role-contract.ts';
import { may } from './ground/people/role-rules.ts';
import { spacesOn } from './rooms/spaces/space-store.ts';

type Deps = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'baseUrl' | 'onError'> & {
  areas: AreaService;
  bookings: BookingServices;
  people: PeopleService;
  mails: MailService;
  finder: FinderService;
  today(): string;
};

/** Other rooms that a request’s page names. */
const MOST_SUGGESTED = 5;

/** Builds requests for rooms, and waiting lists that send some by themselves. */
export function requestsOf(deps: Deps): RequestServices & { waiting: WaitingService & WaitingLineService } {
  const rooms = bookingDeps(deps);
  const all = requestDeps(deps, rooms);
  return {
    ...requestServices(all),
    waiting: {
      ...waitingService(all),
      ...waitingLineService({ ...all, offering: waitingOffers(all) }),
    },
  };
}

/** Hands requests what they need of bookings, the ledger, the test, the compact, groups and people. */
function requestDeps(
  { areas, bookings, people, mails, finder, today, ...kernel }: Deps,
  rooms: BookingDeps,
): RequestDeps {
  const inGroups = groupPeople(people, kernel.clock, kernel.newId);
  return {
    ...kernel,
    rooms: {
      ...roomsFor(rooms),
      lacking: lackingIn,
    },
    bookings: bookingsFor(bookings.steps),
    ledger: ledgerService(kernel),
    areas: areas.all,
    owners: (db) => areasOn(db).owners(),
    inCompact: (db, ownerIds, day) => compactOn(db).inForce(ownerIds, day),
    passportOf: roomPassportOf,
    groups: {
      byId: (db, id) => groupsOn(db).byId(id),
      people: inGroups.inGroup,
      papers: async (db, groupId) =>
        (await documentsOn(db).currentOf([groupId])).filter(({ state }) => state === 'accepted'),
    },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
    writeMail: mails.write,
    holders: (db, scope, ids) => peopleOn(db).holders(scope, ids),
    namesOf: async (db, ids) =>
      new Map((await peopleOn(db).byIds(ids)).map(({ id, name }) => [id, name || 'Somebody'])),
    whoIs: (personId) => people.who(personId, '', false),
    suggest: (request, besides) => suggestions(finder, kernel.db, request, besides),
    mayAnswer: (who, thing) => may(who, 'room.answer', thing, today()),
  };
}

/** Which facilities a room does not have for certain. */
export const lackingIn: RequestDeps['rooms']['lacking'] = (space, needs, { from, to }) =>
  lacking(needs.map((need) => factOf(space, need, from, to)));

type Parts = Pick<RequestDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'> & {
  requests: ReturnType<typeof requestsOf>;
  areas: AreaService;
  groups: GroupServices;
};

/** Every endpoint of requests. Fixed addresses come before those with an id in the same place. */
export function requestEndpoints(parts: Parts, access: Access, sendPage: SendPage): Endpoint[] {
  const { requests, areas, groups, clock, db } = parts;
  const places = bookingDeps(parts).spaces;
  const deps: RequestPagesDeps = {
    requests,
    access,
    clock,
    sendPage,
    areas,
    owners: areas.owners,
    groups,
    async room(spaceId) {
      const [[place], [space]] = [await places.places(db, [spaceId]), await places.bookable(db, [spaceId])];
      if (!place || !space || place.hidden) throw notFound('room');
      return {
        id: place.spaceId,
        name: place.spaceName,
        place: place.assetName,
        areaId: place.areaId,
        bookable: space.bookable && space.retiredOn === undefined,
      };
    },
  };
  return [
    ...requestAskPages(deps),
    ...requestPages(deps),
    ...requestMoneyPages(deps),
    ...requestLinkPages(deps),
    ...requestListPages(deps),
    ...waitingPages({ ...deps, waiting: requests.waiting }),
  ];
}

/** Other rooms near the first one that would do, as the finder ranks them: those that fit, then those that nearly do. */
async function suggestions(
  finder: FinderService,
  db: Db,
  { wish, areaId }: RoomRequest,
  besides: readonly string[],
): Promise<Suggestion[]> {
  const [first] = await spacesOn(db).byIds(besides.slice(0, 1));
  const asset = first && (await publicAssetsOn(db).byId(first.assetId));
  const near = asset?.point ? { lat: asset.point.lat.toFixed(6), lon: asset.point.lon.toFixed(6) } : {};
  const query = finderSchema.safeParse({
    ...Object.fromEntries(new URLSearchParams(finderAddress(wish).split('?')[1])),
    ...near,
    area: (await areasOn(db).all()).find(({ id }) => id === areaId)?.slug,
  });
  if (!query.success) return [];
  const answer = await finder.search(query.data).catch((problem: unknown) => {
    if (problem instanceof Problem) return null;
    throw problem;
  });
  const rooms = answer
    ? [
        ...answer.rooms.map((room) => ({ room, why: room.why.join(' ') })),
        ...answer.near
          .filter(({ kind }) => kind === 'dates' || kind === 'unknown')
          .map(({ answer: room, says }) => ({ room, why: says })),
      ]
    : [];
  return rooms
    .filter(({ room }) => !besides.includes(room.id))
    .slice(0, MOST_SUGGESTED)
    .map(({ room, why }) => ({ spaceId: room.id, name: room.name, place: room.place, why }));
}

/** How a group stands with the test on a day, with the points of the result that counts. */
export async function roomPassportOf(db: Db, groupId: string, day: string): Promise<Passport> {
  const all = await testsOn(db).passportsOf(groupId);
  const { state, outcome } = standingOn(all, day);
  const runs = all.filter((run) => run.state === 'published' && (run.resultOn ?? '') <= day && run.outcome === outcome);
  const run = state === 'passed' ? runs.find(({ validUntil }) => (validUntil ?? '') >= day) : runs[0];
  return { state, resultOn: run?.resultOn ?? null, points: run?.points ?? null, possible: run?.possible ?? null };
}
