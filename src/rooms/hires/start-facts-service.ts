import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { Occurrence } from '../bookings/booking-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { inductionsOn } from './induction-store.ts';
import type { DateNeed, NeedingDate } from '../bookings/date-need-contract.ts';
import { dateNeed, type NeedFacts, type StartBooking, type StartDate, type StartFacts } from './start-rules.ts';
import { startFactsOn } from './start-facts-store.ts';

export type DatedBookings = { bookings: readonly StartBooking[]; dates: ReadonlyMap<string, readonly StartDate[]> };

/** What is needed for the dates of any number of bookings, and what is there of it, in a constant number of queries. */
export function startFactsOf({
  rooms,
  requests,
  groups,
  bookings,
}: Pick<HireDeps, 'rooms' | 'requests' | 'groups' | 'bookings'>) {
  return { read, datesOf, needsOf };

  /** What some dates lack of which nobody has said yet who came, by date: those that are over, too. */
  async function needsOf(db: Db, dates: readonly NeedingDate[], now: Date): Promise<Map<string, DateNeed>> {
    const open = dates.filter(({ state }) => state === 'planned');
    const all = await startFactsOn(db).bookings(unique(open.map(({ bookingId }) => bookingId)));
    const facts = await factsOf(db, all, unique(open.map(({ spaceId }) => spaceId)));
    const today = new Map(unique(all.map(({ zone }) => zone)).map((zone) => [zone, dayIn(zone, now)]));
    return new Map(
      open.flatMap((one) => {
        const own = facts.get(one.bookingId);
        const day = own && today.get(own.booking.zone);
        return own && day ? [[one.id, dateNeed(own, one, requests.conditionsFor, day)]] : [];
      }),
    );
  }

  async function datesOf(db: Db, ids: readonly string[]): Promise<Map<string, Occurrence[]>> {
    return grouped(await bookings.datesOfAll(db, ids), ({ bookingId }) => bookingId);
  }

  /** @returns by the id of the booking */
  async function read(db: Db, { bookings: all, dates }: DatedBookings): Promise<Map<string, StartFacts>> {
    const spaceIds = unique([...[...dates.values()].flat(), ...all].map(({ spaceId }) => spaceId));
    const facts = await factsOf(db, all, spaceIds);
    return new Map([...facts].map(([id, own]) => [id, { ...own, occurrences: dates.get(id) ?? [] }]));
  }

  /** @param spaceIds rooms that their dates are in. @returns by the id of the booking */
  async function factsOf(
    db: Db,
    all: readonly StartBooking[],
    spaceIds: readonly string[],
  ): Promise<Map<string, NeedFacts>> {
    const groupIds = unique(all.map(({ groupId }) => groupId));
    const spaces = new Map((await rooms.spaces.bookable(db, spaceIds)).map((one) => [one.id, one]));
    const places = await rooms.spaces.places(db, spaceIds);
    const wishes = await requests.wishesOf(db, unique(all.flatMap(({ requestId }) => requestId ?? [])));
    const papers = grouped(await groups.papersGivenOf(db, groupIds), ({ groupId }) => groupId);
    const inductions = grouped(await inductionsOn(db).ofGroups(groupIds), ({ groupId }) => groupId);
    const roomsOf = new Map(
      places.map(({ spaceId, assetId }) => [
        spaceId,
        { assetId, liability: spaces.get(spaceId)?.hirersLiability ?? null },
      ]),
    );
    return new Map(
      all.map((booking): [string, NeedFacts] => [
        booking.id,
        {
          booking,
          safeguarding: wishes.get(booking.requestId ?? '')?.safeguarding ?? false,
          rooms: roomsOf,
          papers: papers.get(booking.groupId) ?? [],
          inductions: inductions.get(booking.groupId) ?? [],
        },
      ]),
    );
  }
}
export type StartFactsReading = ReturnType<typeof startFactsOf>;

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
