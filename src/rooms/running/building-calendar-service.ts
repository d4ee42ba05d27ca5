import type { Closure } from '../bookings/closure-contract.ts';
import type { Day, Stretch } from '../../kernel/recurrence-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { buildingCalendarOn } from './building-calendar-store.ts';
import type {
  BookedEntry,
  BuildingCalendar,
  CalendarEntry,
  CalendarRoom,
  CalendarWish,
  ClosedEntry,
} from './building-calendar-contract.ts';
import { byTime, daysBetween, entriesOn, inOrder, rangeOf, sharesWalls } from './building-calendar-rules.ts';
import { buildingsOn } from './building-store.ts';
import { partOn } from './closed-rules.ts';
import type { LookingService } from './looking-service.ts';
import type { BuildingInZone } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import { nowIn, plusDays, startOf } from './tonight-rules.ts';

const MOST_ENTRIES = 2_000;
const MINUTE_MS = 60_000;

/** The calendar of a building for those who run it: every room, who is in it, what is asked for, what is closed. */
export function buildingCalendarService({
  db,
  clock,
  areas,
  closures,
  looking,
  needsOf,
}: RunningDeps & { looking: LookingService }) {
  return {
    async calendar(who: Who, building: BuildingInZone, wish: CalendarWish): Promise<BuildingCalendar> {
      const now = nowIn(building.timeZone, clock());
      const day = wish.day ?? now.day;
      const { from, to, ...steps } = rangeOf(wish.view, day);
      const may = await looking.reach(who, 'space.see_dates');
      const rooms = inOrder((await buildingsOn(db).rooms(building.id)).filter(({ id }) => may(building, id)));
      const room = rooms.find(({ id }) => id === wish.room)?.id ?? null;
      const stretch = minutesOf(from, plusDays(to, 1), building.timeZone);
      const booked = await buildingCalendarOn(db).entries(building.id, stretch, now.minute, MOST_ENTRIES + 1);
      const closed = await closures.inAsset(building.id, stretch);
      const off = new Set(await daysOff(building, from, to));
      const days = daysBetween(from, to);
      const entries: CalendarEntry[] = [
        ...(await withNeeds(booked.slice(0, MOST_ENTRIES), now.day)),
        ...closed.flatMap((one) => closedEntries(one, days, building.timeZone, rooms)),
      ];
      const shown = entries.filter((entry) => isSeen(entry, rooms, room)).toSorted(byTime);
      return {
        view: wish.view,
        as: wish.as,
        day,
        today: now.day,
        from,
        to,
        ...steps,
        rooms,
        room,
        more: booked.length > MOST_ENTRIES,
        days: days.map((date) => ({
          date,
          dayOff: off.has(date),
          entries: entriesOn(date, shown),
        })),
      };
    },
  };

  async function withNeeds(booked: readonly BookedEntry[], today: Day): Promise<BookedEntry[]> {
    const isOpen = ({ kind, outcome, lastDay }: BookedEntry): boolean =>
      kind === 'booked' && outcome === 'planned' && lastDay >= today;
    const needs = await needsOf(
      db,
      booked.filter(isOpen).map(({ id, bookingId, date, room, outcome }) => ({
        id,
        bookingId,
        date,
        spaceId: room.id,
        state: outcome,
      })),
    );
    return booked.map((one) => ({ ...one, need: isOpen(one) ? (needs.get(one.id) ?? null) : null }));
  }

  async function daysOff({ areaId }: BuildingInZone, from: Day, to: Day): Promise<string[]> {
    const area = (await areas.all()).find(({ id }) => id === areaId);
    return area ? buildingCalendarOn(db).daysOff(areaId, area.holidays, from, to) : [];
  }
}
export type BuildingCalendarService = ReturnType<typeof buildingCalendarService>;

/** In rooms that somebody may see, or of the room that was chosen, with its parts and its whole. */
function isSeen({ room }: CalendarEntry, rooms: readonly CalendarRoom[], chosen: string | null): boolean {
  if (room === null) return true;
  if (!rooms.some(({ id }) => id === room.id)) return false;
  return chosen === null || sharesWalls(rooms, room.id, chosen);
}

function closedEntries(
  { id, spaceId, reason, publicText, ...stretch }: Closure,
  days: readonly Day[],
  zone: string,
  rooms: readonly CalendarRoom[],
): ClosedEntry[] {
  const room = rooms.find((one) => one.id === spaceId);
  if (spaceId !== null && !room) return [];
  return days.flatMap((date): ClosedEntry[] => {
    const part = partOn(date, stretch, zone);
    return part
      ? [
          {
            kind: 'closed',
            id: `${id}-${date}`,
            room: room ? { id: room.id, name: room.name } : null,
            date,
            ...part,
            reason,
            publicText,
          },
        ]
      : [];
  });
}

const minutesOf = (from: Day, until: Day, zone: string): Stretch => ({
  starts: Math.floor(Date.parse(startOf(from, zone)) / MINUTE_MS),
  ends: Math.floor(Date.parse(startOf(until, zone)) / MINUTE_MS),
});
