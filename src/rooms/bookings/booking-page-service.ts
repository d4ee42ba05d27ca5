import { dayIn, minuteNow } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import { LIVE_STATES, type Booking, type Occurrence } from './booking-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import type { TrialsOfGroup } from './trial-date-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { bookingFacts } from './booking-facts-store.ts';
import { historyLine } from './booking-history-words.ts';
import type { BookingState, GivingUp, HistoryLine, ShownDate } from './booking-page-contract.ts';
import { ahead, costOfCancelling, freeUntil } from './booking-rules.ts';
import { meant, type Meant } from './cancel-rules.ts';
import { bookingsOn } from './booking-store.ts';
import { wishedOn } from './wished-store.ts';
import { occurrencesOn } from './occurrence-store.ts';

type Deps = BookingDeps & { steps: { trialsOf(db: Db, groupId: string): Promise<TrialsOfGroup> } };

const HISTORY_SHOWN = 100;
const MINUTE_MS = 60_000;
const NOTHING_THERE = '00000000-0000-0000-0000-000000000000';

/** How a booking stands: for its page, and what it belongs to, for asking who may. */
export function bookingPageService({ db, clock, spaces, groups, quote, namesOf, steps }: Deps) {
  return {
    /** @throws Problem 404 */
    async thing(
      id: string,
    ): Promise<{ areaId: string; ownerId: string; assetId: string; spaceId: string; groupId: string }> {
      const booking = await bookingsOn(db).byId(id);
      const [place] = booking ? await spaces.places(db, [booking.spaceId]) : [];
      if (!booking || !place) throw notFound('booking');
      return {
        areaId: booking.areaId,
        ownerId: place.ownerId,
        assetId: place.assetId,
        spaceId: booking.spaceId,
        groupId: booking.groupId,
      };
    },
    /** What a wish is about, before there is a booking: nothing where the room or the group is not there. */
    async wishedThing(
      spaceId: unknown,
      groupId: unknown,
    ): Promise<{ areaId?: string | null; ownerId?: string; assetId?: string; spaceId?: string; groupId?: string }> {
      const named = (id: unknown): string => (typeof id === 'string' ? id : NOTHING_THERE);
      const found = await wishedOn(db).things(named(spaceId), named(groupId));
      if (!found || found.hidden) return {};
      const { roomsArea, groupsArea, hidden: _hidden, ...thing } = found;
      // Officers act for groups of their own area, in rooms of their own area.
      return { ...thing, areaId: roomsArea === groupsArea ? roomsArea : null };
    },
    state,
    /** When groups use their rooms next: on their people's own pages, by the date of use. */
    async nextUses(
      groupIds: readonly string[],
    ): Promise<{ bookingId: string; group: string; room: string; date: string }[]> {
      const uses = groupIds.length === 0 ? [] : await occurrencesOn(db).nextOf(groupIds, minuteNow(clock));
      const rooms = new Map(
        (await spaces.places(db, [...new Set(uses.map(({ spaceId }) => spaceId))])).map((place) => [
          place.spaceId,
          `${place.spaceName}, ${place.assetName}`,
        ]),
      );
      return Promise.all(
        uses.map(async ({ bookingId, groupId, spaceId, date }) => ({
          bookingId,
          group: (await groups.byId(db, groupId))?.name ?? 'Your group',
          room: rooms.get(spaceId) ?? 'a room',
          date,
        })),
      );
    },
    /** What cancelling comes to, before anybody decides. @throws Problem 404 */
    async givingUp(id: string, wish: Meant): Promise<{ state: BookingState; giving: GivingUp }> {
      const found = await state(id);
      const given = meant(found.dates, wish, found.now);
      const ids = new Set(given.map((one) => one.id));
      return {
        state: found,
        giving: {
          dates: found.dates.filter((one) => ids.has(one.id)),
          costs: costOfCancelling(found.booking, found.dates, given, found.now, quote),
        },
      };
    },
    /** Bookings of some groups from a day on, those that begin first at the top. */
    ofGroups: (groupIds: readonly string[], from: string): Promise<Booking[]> =>
      bookingsOn(db).ofGroups(groupIds, from),
  };

  /** @throws Problem 404 */
  async function state(id: string): Promise<BookingState> {
    const booking = await bookingsOn(db).byId(id);
    const group = booking && (await groups.byId(db, booking.groupId));
    if (!booking || !group) throw notFound('booking');
    const occurrences = await occurrencesOn(db).of(id);
    const places = await spaces.places(db, [
      ...new Set([booking.spaceId, ...occurrences.map(({ spaceId }) => spaceId)]),
    ]);
    const place = places.find(({ spaceId }) => spaceId === booking.spaceId);
    if (!place) throw notFound('booking');
    const spaceNames = Object.fromEntries(places.map(({ spaceId, spaceName }) => [spaceId, spaceName]));
    const now = minuteNow(clock);
    return {
      booking,
      place,
      spaceNames,
      rooms: await spaces.inAsset(db, place.assetId),
      group: { id: group.id, name: group.name, outsideName: group.outsideName },
      dates: occurrences.map((one) => shown(booking, occurrences, one, spaceNames, now)),
      costsAll: costOfCancelling(booking, occurrences, ahead(occurrences, now), now, quote),
      trial: booking.trial ? ((await steps.trialsOf(db, group.id)).numbers.get(id) ?? null) : null,
      history: await historyOf(booking),
      today: dayIn(booking.zone, clock()),
      now,
    };
  }

  function shown(
    booking: Booking,
    occurrences: readonly Occurrence[],
    one: Occurrence,
    spaceNames: Readonly<Record<string, string>>,
    now: number,
  ): ShownDate {
    const open = LIVE_STATES.includes(booking.state) && one.state === 'planned' && one.starts > now;
    const until = freeUntil(one, booking);
    return {
      ...one,
      spaceName: spaceNames[one.spaceId] ?? 'A room',
      freeUntil: open && until >= now ? new Date(until * MINUTE_MS).toISOString() : null,
      costsNow: open ? costOfCancelling(booking, occurrences, [one], now, quote) : 0,
    };
  }

  async function historyOf({ id, zone }: Booking): Promise<HistoryLine[]> {
    const facts = await bookingFacts(db, id, HISTORY_SHOWN);
    const names = await namesOf(db, [...new Set(facts.map(({ actor }) => actor))]);
    return facts.flatMap((fact) => {
      const text = historyLine(fact, names.get(fact.actor) ?? 'Meantime');
      return text === null ? [] : [{ on: dayIn(zone, new Date(fact.at)), text }];
    });
  }
}
