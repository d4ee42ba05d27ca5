import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../../kernel/clock.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import type { Now } from './running-contract.ts';
import type { CheckIn, ListedDate, Stay, TonightState } from './tonight-contract.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTE_MS = 60_000;
/** People come before the hour. */
const EARLIEST_BEFORE = HOUR;
const NOON = '12:00';

export function nowIn(zone: string, instant: Date): Now {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return {
    day: local.toPlainDate().toString(),
    clock: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    minute: Math.floor(instant.getTime() / MINUTE_MS),
    zone,
  };
}

export const plusDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** The instant at which a day begins somewhere. */
export const startOf = (day: Day, zone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString();

/** What happened since then counts as news: whoever looked yesterday has not seen it. */
export const newsSince = ({ day, zone }: Pick<Now, 'day' | 'zone'>): string => startOf(plusDays(day, -1), zone);

/** Whether a date began the evening before a day and goes on into it. @param begins the minute in which the day begins */
export const isOvernight = (day: Day, begins: number, { date, ends }: Pick<ListedDate, 'date' | 'ends'>): boolean =>
  date < day && ends > begins;

/** How a date stands on the list of a day: one that was moved to another day is told on its old one. */
export function stateOn(day: Day, { state, date }: Pick<ListedDate, 'state' | 'date'>): TonightState {
  if (date !== day) return 'moved';
  return state === 'planned' ? 'coming' : state;
}

/** Booked, confirmed, moved here or put in since then. */
export const isNewSince = (
  since: string,
  { changedAt, bookedAt }: Pick<ListedDate, 'changedAt' | 'bookedAt'>,
): boolean => changedAt >= since || bookedAt >= since;

/** When the doors should be open: the time kept free before a date is for setting up. Never the day before. */
export function openBy({ from, room }: Pick<ListedDate, 'from' | 'room'>): ClockTime {
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  const minute = Math.max(0, hours * HOUR + minutes - room.minutesBefore);
  return `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`;
}

/**
 * Until when others are in the building once a date has ended, also where they come just then and one after the other: nobody locks up
 * while they are there. Null where nobody is left.
 */
export function othersUntil(
  { id, building, ends }: Pick<ListedDate, 'id' | 'building' | 'ends'>,
  stays: readonly Stay[],
): ClockTime | null {
  const here = stays.filter((stay) => stay.assetId === building.id && stay.id !== id);
  let last: Stay | undefined;
  for (const stay of here.toSorted((one, other) => one.starts - other.starts)) {
    const until = last?.ends ?? ends;
    if (stay.starts <= until && stay.ends > until) last = stay;
  }
  return last?.to ?? null;
}

/**
 * What may be told about a date. That they came: from an hour before, until a day after the end, for those who write it down the
 * next morning. That nobody came: from the start. What was told today can be taken back.
 */
export function checkInFor(
  { state, starts, ends, changedAt }: Pick<ListedDate, 'state' | 'starts' | 'ends' | 'changedAt'>,
  { minute, day, zone }: Now,
): CheckIn {
  const open = state === 'planned' && minute < ends + DAY;
  const told = state === 'used' || state === 'no_show';
  return {
    came: open && minute >= starts - EARLIEST_BEFORE,
    nobody: open && minute >= starts,
    undo: told && dayIn(zone, new Date(changedAt)) === day,
  };
}

/** Whether a date is over by noon: those stand apart, because the list is for the evening. */
export const isMorning = ({ from, to }: Pick<ListedDate, 'from' | 'to'>): boolean => to > from && to <= NOON;
