import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { distanceM, type LonLat } from '../../kernel/geo.ts';
import type { Weekday } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Audience, BookableSpace } from '../spaces/space-contract.ts';
import { FINDER } from './finder-contract.ts';
import { claimPhases } from './finder-rules.ts';
import { finderOn, type RoomCounts } from './finder-store.ts';
import type { Taken } from './room-contract.ts';
import type { WantedDay } from './clock-rules.ts';
import type { Where } from './wish-rules.ts';
import type { Moment, Room } from './fit-dates-rules.ts';

/** What a room must have to be looked at: so many places, these facilities. `weekdays` on which it must be known when it opens. */
export type Look = {
  where: Where;
  people: number;
  bits: number;
  without?: number;
  audience: Audience;
  weekdays?: readonly Weekday[];
  atMost: number;
};
type Hours = { earliest: number; latest: number };
type Deps = {
  db: Db;
  clock: Clock;
  daysOff(areaIds: readonly string[], from: string): Promise<Map<string, DaysOff>>;
  /** The highest deposit that an area allows, in pence, whatever owners have written. */
  mostDeposit(areaId: string, day: string): Promise<number>;
  bookable(
    ids: readonly string[],
    only: { weekdays?: readonly Weekday[]; audience?: Audience },
  ): Promise<BookableSpace[]>;
};

const MINUTE_MS = 60_000;

/** Fetches rooms with all that decides about them: a number of queries that does not depend on how many rooms or dates there are. */
export function roomLook({ db, clock, daysOff, mostDeposit, bookable }: Deps) {
  const store = finderOn(db);
  return {
    /** Rooms that meet what is asked of them at any time, the nearest first. `limited`: there are more than were fetched. */
    async rooms(look: Look): Promise<{ rooms: Room[]; limited: boolean }> {
      const found = await store.rooms(
        {
          ...placeOf(look.where),
          people: look.people,
          bits: look.bits,
          ...(look.without && { without: look.without }),
        },
        look.atMost + 1,
      );
      const near = found.slice(0, look.atMost);
      const spaces = new Map(
        (
          await bookable(
            near.map(({ id }) => id),
            onlyOf(look),
          )
        ).map((space) => [space.id, space]),
      );
      const moments = await momentsIn(look.where.areas, [...new Set(near.map(({ areaId }) => areaId))]);
      const rooms = near.flatMap((room): Room[] => {
        const [space, area] = [spaces.get(room.id), moments.get(room.areaId)];
        return space && area
          ? [{ space, found: room, distanceM: distanceFrom(look.where.centre, room.point), ...area, taken: [] }]
          : [];
      });
      return { rooms: await withinTheTerms(rooms), limited: found.length > look.atMost };
    },

    /** Rooms of an earlier look, with their windows on every day of the week. */
    async onEveryDay(rooms: readonly Room[], audience: Audience): Promise<Room[]> {
      const spaces = new Map(
        (
          await bookable(
            rooms.map(({ space }) => space.id),
            { audience },
          )
        ).map((space) => [space.id, space]),
      );
      return rooms.map((room) => ({
        ...room,
        space: { ...(spaces.get(room.space.id) ?? room.space), depositPence: room.space.depositPence },
      }));
    },

    /** The same rooms with what takes them on some days between some hours. */
    async withTaken(rooms: readonly Room[], days: readonly WantedDay[], hours: Hours): Promise<Room[]> {
      if (days.length === 0 || rooms.length === 0) return [...rooms];
      const most = (minutes: (room: Room) => number): number => Math.max(...rooms.map(minutes));
      const phases = claimPhases(
        days,
        hours,
        most(({ space }) => space.minutesBefore),
        most(({ space }) => space.minutesAfter),
      );
      const taken = await store.taken([...new Set(rooms.flatMap(({ space }) => space.leaves))], {
        ...phases,
        now: Math.floor(clock().getTime() / MINUTE_MS),
      });
      return rooms.map((room) => ({ ...room, taken: takenOf(room.space.leaves, taken) }));
    },

    counts: ({ where, people }: Pick<Look, 'where' | 'people'>, bits: readonly number[]): Promise<RoomCounts> =>
      store.counts({ ...placeOf(where), people, bits: 0 }, bits),
  };

  async function momentsIn(
    areas: readonly Area[],
    ids: readonly string[],
  ): Promise<Map<string, { zone: string; moment: Moment }>> {
    const now = clock();
    const minutes = new Map(
      [...new Set(areas.map(({ timeZone }) => timeZone))].map((zone) => [zone, minuteIn(zone, now)]),
    );
    const off =
      ids.length > 0
        ? await daysOff(ids, dayIn('UTC', new Date(now.getTime() - 2 * 24 * 60 * MINUTE_MS)))
        : new Map<string, DaysOff>();
    return new Map(
      areas
        .filter(({ id }) => ids.includes(id))
        .map(({ id, timeZone }) => [
          id,
          {
            zone: timeZone,
            moment: {
              today: dayIn(timeZone, now),
              minute: minutes.get(timeZone) ?? 0,
              daysOff: off.get(id) ?? new Set(),
            },
          },
        ]),
    );
  }

  /** No deposit is higher than its area allows, whatever its owner has written. */
  async function withinTheTerms(rooms: readonly Room[]): Promise<Room[]> {
    const withDeposit = rooms.filter(({ space }) => space.depositPence > 0);
    const areas = new Map(withDeposit.map(({ found, moment }) => [found.areaId, moment.today]));
    const most = new Map<string, number>();
    for (const [id, today] of areas) most.set(id, await mostDeposit(id, today));
    return rooms.map((room) => {
      const { depositPence } = room.space;
      const allowed = Math.min(depositPence, most.get(room.found.areaId) ?? depositPence);
      return allowed === depositPence ? room : { ...room, space: { ...room.space, depositPence: allowed } };
    });
  }
}
export type RoomLook = ReturnType<typeof roomLook>;

const onlyOf = ({ weekdays, audience }: Look): { weekdays?: readonly Weekday[]; audience: Audience } => ({
  audience,
  ...(weekdays && { weekdays }),
});

const placeOf = ({ areas, centre, km }: Where) => ({
  areaIds: areas.map(({ id }) => id),
  circle: centre && { centre, metres: (km ?? FINDER.kmUnlessTold) * 1_000 },
});

const distanceFrom = (centre: LonLat | null, point: LonLat | null): number | null =>
  centre && point ? distanceM(centre, point) : null;

function takenOf(leaves: readonly number[], taken: ReadonlyMap<number, readonly Taken[]>): Taken[] {
  return leaves.flatMap((leaf) => taken.get(leaf) ?? []).sort((one, other) => one.starts - other.starts);
}

/** Making one takes a millisecond. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The minute of the day in a zone. */
function minuteIn(zone: string, now: Date): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false });
  clocks.set(zone, clock);
  const [hour, minute] = clock.format(now).split(':').map(Number);
  return ((hour ?? 0) % 24) * 60 + (minute ?? 0);
}
