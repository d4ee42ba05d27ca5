import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { Booking, Occurrence } from '../bookings/booking-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { inductionsOn } from './induction-store.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';
import { dateNeeds, type StartFacts } from './start-rules.ts';

export type DatedBookings = { bookings: readonly Booking[]; dates: ReadonlyMap<string, readonly Occurrence[]> };

/** What is needed for the dates of any number of bookings, and what is there of it, in a constant number of queries. */
export function startFactsOf({
  rooms,
  requests,
  groups,
  bookings,
}: Pick<HireDeps, 'rooms' | 'requests' | 'groups' | 'bookings'>) {
  return { read, datesOf, needsOf };

  /** What the dates of some bookings lack of which nobody has said yet who came, by date: those that are over, too. */
  async function needsOf(db: Db, bookingIds: readonly string[], now: Date): Promise<Map<string, DateNeed>> {
    const all = await bookings.byIds(db, bookingIds);
    const dates = await datesOf(db, bookingIds);
    const facts = await read(db, { bookings: all, dates });
    const needs = all.flatMap(({ id, zone }) => {
      const own = facts.get(id);
      return own ? dateNeeds(own, requests.conditionsFor, dayIn(zone, now)) : [];
    });
    return new Map(needs.map((one) => [one.occurrenceId, one]));
  }

  async function datesOf(db: Db, ids: readonly string[]): Promise<Map<string, Occurrence[]>> {
    return grouped(await bookings.datesOfAll(db, ids), ({ bookingId }) => bookingId);
  }

  /** @returns by the id of the booking */
  async function read(db: Db, found: DatedBookings): Promise<Map<string, StartFacts>> {
    const all = [...found.dates.values()].flat();
    const spaceIds = unique([...all, ...found.bookings].map(({ spaceId }) => spaceId));
    const groupIds = unique(found.bookings.map(({ groupId }) => groupId));
    const spaces = new Map((await rooms.spaces.bookable(db, spaceIds)).map((one) => [one.id, one]));
    const places = await rooms.spaces.places(db, spaceIds);
    const wishes = await requests.wishesOf(db, unique(found.bookings.flatMap(({ requestId }) => requestId ?? [])));
    const papers = grouped(await groups.papersGivenOf(db, groupIds), ({ groupId }) => groupId);
    const inductions = grouped(await inductionsOn(db).ofGroups(groupIds), ({ groupId }) => groupId);
    const roomsOf = new Map(
      places.map(({ spaceId, assetId }) => [
        spaceId,
        { assetId, liability: spaces.get(spaceId)?.hirersLiability ?? null },
      ]),
    );
    return new Map(
      found.bookings.map((booking): [string, StartFacts] => [
        booking.id,
        {
          booking,
          occurrences: found.dates.get(booking.id) ?? [],
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
