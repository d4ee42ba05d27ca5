import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { arrivalNotesOn } from './arrival-store.ts';
import type { ArrivalNote } from './arrival-contract.ts';
import { buildingsOn } from './building-store.ts';
import { closedOn } from './closed-rules.ts';
import type { LookingService, Reach } from './looking-service.ts';
import type { Now } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import { whenWords } from './running-words.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';
import type { ListedDate, Stay, TonightDate, TonightList } from './tonight-contract.ts';
import {
  checkInFor,
  isMorning,
  isNewSince,
  isOvernight,
  newsSince,
  nowIn,
  openBy,
  othersUntil,
  plusDays,
  startOf,
  stateOn,
} from './tonight-rules.ts';
import { closedBetween } from './tonight-closed-store.ts';
import { tonightOn } from './tonight-store.ts';

type Wish = { day?: string | undefined; building?: string | undefined };
const NO_CHECK_IN = { came: false, nobody: false, undo: false };

/** More dates than this are not on one list: whoever looks after so much chooses a building. */
const MOST_DATES = 300;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** The list of a day for whoever opens buildings: which room, when, who, how many, what to set up. */
export function tonightService({
  db,
  clock,
  areas,
  held,
  looking,
  needsOf,
}: RunningDeps & { looking: LookingService }) {
  return {
    async list(who: Who, wish: Wish): Promise<TonightList> {
      const after = held(who, 'space.see_dates');
      const buildings = buildingsOn(db);
      const familyIds = await buildings.family(after.spaceIds);
      const choices = await buildings.choices(after, familyIds);
      const chosen = choices.find(({ id }) => id === wish.building)?.id ?? null;
      const now = nowIn(await zoneOf(chosen ?? choices[0]?.id), clock());
      const day = wish.day ?? now.day;
      const since = newsSince(now);
      const where = { after, familyIds, building: chosen };
      const [begins, ends] = minutesOf(day, now.zone);
      const rows = await tonightOn(db).dates(where, { day, before: plusDays(day, -1), begins }, since, MOST_DATES + 1);
      const listed = rows.slice(0, MOST_DATES);
      const here = [...new Set(listed.map(({ building }) => building.id))];
      const notes = await arrivalNotesOn(db).of(here);
      const all = await tonightOn(db).stays(here, begins, ends + DAY_MINUTES);
      const needs = await needsOf(db, [...listed.map((date) => ({ ...date, spaceId: date.room.id })), ...all]);
      const stays = all.filter(({ id }) => needs.get(id)?.heldBack !== true);
      const mayTell = await looking.reach(who, 'space.check_in');
      const mayEnter = await looking.reach(who, 'arrival.read');
      const dates = listed.map((date) =>
        shown(date, { day, begins, now, since, notes, needs, stays, mayTell, mayEnter }),
      );
      const closed = await closedBetween(db, where, begins, ends);
      const today = dates.filter(({ overnight }) => !overnight);
      return {
        now,
        day,
        previous: plusDays(day, -1),
        next: plusDays(day, 1),
        buildings: choices,
        chosen,
        more: rows.length > MOST_DATES,
        overnight: dates.filter(({ overnight }) => overnight),
        evening: today.filter((date) => !isMorning(date)),
        morning: today.filter(isMorning),
        closed: closedOn(closed, day, now.zone),
      };
    },
  };

  async function zoneOf(buildingId: string | undefined): Promise<string> {
    const building = buildingId === undefined ? undefined : await buildingsOn(db).byId(buildingId);
    const all = await areas.all();
    return (all.find(({ id }) => id === building?.areaId) ?? all[0])?.timeZone ?? 'UTC';
  }
}
export type TonightService = ReturnType<typeof tonightService>;

type Around = {
  day: Day;
  begins: number;
  now: Now;
  since: string;
  notes: readonly ArrivalNote[];
  needs: ReadonlyMap<string, DateNeed>;
  stays: readonly Stay[];
  mayTell: Reach;
  mayEnter: Reach;
};

function shown(
  listed: ListedDate,
  { day, begins, now, since, notes, needs, stays, mayTell, mayEnter }: Around,
): TonightDate {
  const { exception, ...date } = listed;
  const overnight = isOvernight(day, begins, date);
  const state = stateOn(overnight ? date.date : day, date);
  const need = needs.get(date.id) ?? null;
  const mayCheck = state !== 'moved' && mayTell(date.building, date.room.id) && need?.heldBack !== true;
  return {
    ...date,
    state,
    overnight,
    openBy: openBy(date),
    othersUntil: othersUntil(date, stays),
    isNew: state === 'coming' && isNewSince(since, date),
    changed: whenWords(date.changedAt, now),
    arrival: mayEnter(date.building, date.room.id) ? notesFor(date, notes) : [],
    checkIn: mayCheck ? checkInFor(date, now) : NO_CHECK_IN,
    need,
  };
}

/** The minutes in which a day begins and ends. */
const minutesOf = (day: Day, zone: string): [begins: number, ends: number] => {
  const at = (one: Day): number => Math.floor(Date.parse(startOf(one, zone)) / MINUTE_MS);
  return [at(day), at(plusDays(day, 1))];
};

/** The building's note before the room's. */
function notesFor(
  { building, room }: Pick<ListedDate, 'building' | 'room'>,
  notes: readonly ArrivalNote[],
): TonightDate['arrival'] {
  const here = notes.filter(({ assetId }) => assetId === building.id);
  return [
    ...here.filter(({ spaceId }) => spaceId === null).map(({ note }) => ({ room: null, note })),
    ...here.filter(({ spaceId }) => spaceId === room.id).map(({ note }) => ({ room: room.name, note })),
  ];
}
