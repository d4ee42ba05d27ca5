import { areasOn } from './ground/areas/area-store.ts';
import { publicAssetsOn } from './register/assets/public-asset-store.ts';
import { standingOn } from './groups/benefit-test/passport-rules.ts';
import { testsOn } from './groups/benefit-test/test-store.ts';
import { momentIn } from './rooms/bookings/booking-context.ts';
import type { Booking, Occurrence, Place } from './rooms/bookings/booking-contract.ts';
import type { BookingDeps, BookingReads } from './rooms/bookings/booking-deps.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import { bookingServices, type BookingServices } from './rooms/bookings/bookings.ts';
import type { BookingGroup, Look, LookedFor, Moment } from './rooms/bookings/draft-contract.ts';
import { lookAt } from './rooms/bookings/looking.ts';
import { occurrencesOn } from './rooms/bookings/occurrence-store.ts';
import { compactOn } from './groups/compact/compact-store.ts';
import { documentsOn } from './groups/groups/document-store.ts';
import { outsideName, type Group } from './groups/groups/group-contract.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import type { Area } from './ground/areas/area-contract.ts';
import type { Db } from './kernel/database.ts';
import type { UnitOfWork } from './kernel/facts.ts';
import type { Problem } from './kernel/problem.ts';
import { peopleOn } from './ground/people/person-store.ts';
import { mayBook } from './rooms/spaces/opening-rules.ts';
import { quote } from './rooms/spaces/price-rules.ts';
import { spacesOn } from './rooms/spaces/space-store.ts';

type Deps = Pick<BookingDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'>;

/** Builds bookings and hands them what they need of spaces, areas, groups, people and the compact. */
export function bookingsOf(kernel: Deps, holdInstead: BookingDeps['holdInstead']): BookingServices {
  return bookingServices(bookingDeps(kernel, holdInstead));
}

/** @param holdInstead left out by those who look at bookings and never give up dates */
export function bookingDeps(
  kernel: Deps,
  holdInstead: BookingDeps['holdInstead'] = () => Promise.resolve(null),
): BookingDeps {
  return { ...kernel, holdInstead, ...bookingReads(kernel) };
}

/** What is read for bookings of spaces, areas, groups, people and the compact: all of it in whichever transaction asks. */
export function bookingReads({ clock, newId }: Pick<Deps, 'clock' | 'newId'>): BookingReads {
  return {
    clock,
    newId,
    mayBook,
    quote,
    areas: {
      byId: async (db, id) => (await areasOn(db).all()).find((area) => area.id === id),
      daysOff: async (db, id) => new Set(await areasOn(db).daysOff(id)),
    },
    spaces: {
      bookable: (db, ids) => spacesOn(db).bookable(ids),
      places,
      inAsset: async (db, assetId) => (await spacesOn(db).inAsset(assetId)).filter(({ bookable }) => bookable),
    },
    groups: {
      async byId(db, id) {
        const group = await groupsOn(db).byId(id);
        return group && bookingGroup(group, await leadOf(db, id));
      },
      async insuredUntil(db, id, day) {
        const papers = await documentsOn(db).currentOf([id]);
        return papers.some(
          ({ kind, state, expiresOn }) =>
            kind === 'insurance' && state === 'accepted' && (expiresOn === null || expiresOn >= day),
        );
      },
    },
    terms: async (db, areaId, day) => (await compactOn(db).termsOn(areaId, day)).terms,
    mayUseRooms: async (db, groupId, day) => standingOn(await testsOn(db).passportsOf(groupId), day).state === 'passed',
    namesOf: async (db, ids) =>
      new Map((await peopleOn(db).byIds([...ids])).map(({ id, name }) => [id, name || 'Somebody'])),
  };
}

/** Bookings as features have them that rest on bookings: read, and moved on step by step in the transaction in hand. */
export const bookingsFor = (steps: BookingServices['steps']) => ({
  ...steps,
  byId: (db: Db, id: string): Promise<Booking | undefined> => bookingsOn(db).byId(id),
  byIds: (db: Db, ids: readonly string[]): Promise<Booking[]> => bookingsOn(db).byIds(ids),
  datesOf: (db: Db, id: string): Promise<Occurrence[]> => occurrencesOn(db).of(id),
  datesOfAll: (db: Db, ids: readonly string[]): Promise<Occurrence[]> => occurrencesOn(db).ofAll(ids),
  save: ({ trx }: UnitOfWork, booking: Booking): Promise<void> => bookingsOn(trx).save(booking),
  comesFrom: ({ trx }: UnitOfWork, id: string, requestId: string): Promise<void> =>
    bookingsOn(trx).comesFrom(id, requestId),
});

/** Rooms as those features have them: what can be had of them, and the day and the time there. */
export const roomsFor = <R extends BookingReads>(rooms: R) => ({
  ...rooms,
  momentIn: (db: Db, area: Area): Promise<Moment> => momentIn(rooms, db, area),
  look: (db: Db, wished: LookedFor, spaceId: string): Promise<Look | Problem> => lookAt(rooms, db, wished, spaceId),
});

async function places(db: Db, ids: readonly string[]): Promise<Place[]> {
  const spaces = await spacesOn(db).byIds(ids);
  const assets = await publicAssetsOn(db).byIds([...new Set(spaces.map(({ assetId }) => assetId))]);
  return spaces.flatMap((space) => {
    const asset = assets.get(space.assetId);
    return asset
      ? [
          {
            spaceId: space.id,
            spaceName: space.name,
            assetId: asset.id,
            assetName: asset.name,
            ownerId: asset.owner.id,
            areaId: asset.area.id,
            hidden: asset.redacted,
          },
        ]
      : [];
  });
}

async function leadOf(db: Db, groupId: string): Promise<string | null> {
  return (await peopleOn(db).holders('group', [groupId])).find(({ role }) => role === 'group_lead')?.personId ?? null;
}

/** Charities pay the price for charities; every other group is a community group until its test says otherwise. */
const bookingGroup = (group: Group, leadId: string | null): BookingGroup => ({
  id: group.id,
  areaId: group.areaId,
  name: group.name,
  outsideName: outsideName(group),
  audience: group.legalForm === 'charity' ? 'charity' : 'community',
  leadId,
});
