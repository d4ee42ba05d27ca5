import { Temporal } from 'temporal-polyfill';
import type { Area } from '../areas/area-contract.ts';
import type { LonLat } from '../kernel/geo.ts';
import { invalid } from '../kernel/problem.ts';
import { datesOf, dated } from '../kernel/recurrence.ts';
import type { Day, Nth, Recurrence, Stretch, Weekday } from '../kernel/recurrence-contract.ts';
import type { Audience, Facility, Wanted } from '../spaces/space-contract.ts';
import { clockOf } from '../spaces/time-contract.ts';
import { FINDER, finderParams, repeatOf, weekdayNamed, type FinderQuery, type WantedTime } from './finder-contract.ts';

/** Where to look. Without a centre everywhere in the areas, in no order. */
export type Where = { label: string | null; km: number | null; centre: LonLat | null; areas: readonly Area[] };
/** A wanted day: minutes of it, on the wall clock, as minutes since 1970. */
export type WantedDay = { date: Day; stretch(from: number, to: number): Stretch };
/** A wanted date at one start. Made once for all rooms, with both ways in which its price may be asked for. */
export type DateAt = { wanted: Wanted; stretch: Stretch; staffed: PricedDate; unstaffed: PricedDate };
export type PricedDate = Wanted & { staffed: boolean };

/** What is asked of each room. */
export type Asked = {
  /** Null when no dates are asked for: then every room is looked at as it is. */
  time: WantedTime | null;
  /** The wanted days, by time zone. */
  days: ReadonlyMap<string, readonly WantedDay[]>;
  /** The same days in a zone at one start. */
  datesAt(zone: string, start: number): readonly DateAt[];
  people: number; needs: readonly Facility[]; text: string;
  audience: Audience; ownInsurance: boolean;
  most: { pence: number; per: 'all' | 'date' } | null;
};

/** What somebody looks for, with what was left open filled in. */
export type Wish = { query: FinderQuery; where: Where; asked: Asked; dates: readonly Day[] };

const HOUR = 60;
const DAY = 24 * HOUR;
const NTHS: Record<NonNullable<FinderQuery['nth']>, Nth> = { 1: 1, 2: 2, 3: 3, 4: 4, last: -1 };

/**
 * A wish, ready to be held against rooms.
 * @throws Problem 400 for days that are over, and for too many of them
 */
export function wishOf(query: FinderQuery, where: Where, today: Day): Wish {
  const time = wantedTime(query, today);
  const dates = time ? daysOf(time, today) : [];
  return {
    query, where, dates,
    asked: {
      time, ...onClocks(inZones(dates, where), time), people: query.people ?? 0, needs: query.need ?? [], text: query.for ?? '',
      audience: query.as ?? 'community', ownInsurance: query.insured === 'yes', most: query.most === undefined ? null : { pence: query.most, per: query.most_for ?? 'all' },
    },
  };
}

/** The wish as the page that asks for a room reads it: its own dates and one exact time, nothing of where and how dear. */
export function askParams({ for: text, people, day, nth, as, insured }: FinderQuery, { recurrence, term, earliest, latest }: WantedTime): string {
  const period = recurrence.kind === 'weekly' || recurrence.kind === 'monthly' ? { from: recurrence.from, until: recurrence.until, term: term ?? undefined } : {};
  const often = recurrence.kind === 'once' ? { repeat: 'once' as const, on: recurrence.date } : recurrence.kind === 'weekly' ? { repeat: 'weekly' as const, day, every: recurrence.every } : { repeat: 'monthly' as const, day, nth };
  return finderParams({ for: text, people, ...often, ...period, start: earliest, end: latest, as, insured }).toString();
}

/** Days on the clocks of all places, and their dates at any start, each worked out when it is first asked for. */
export function onClocks(days: Asked['days'], time: WantedTime | null): Pick<Asked, 'days' | 'datesAt'> {
  const made = new Map<string, readonly DateAt[]>();
  const make = (zone: string, from: number): DateAt[] => {
    const to = from + (time?.minutes ?? 0);
    return (days.get(zone) ?? []).map((day) => {
      const wanted = { date: day.date, from, to };
      return { wanted, stretch: day.stretch(from, to), staffed: { ...wanted, staffed: true }, unstaffed: { ...wanted, staffed: false } };
    });
  };
  return {
    days,
    datesAt(zone, start) {
      const key = `${start} ${zone}`;
      const dates = made.get(key) ?? make(zone, start);
      made.set(key, dates);
      return dates;
    },
  };
}

/** Days on the clocks of all places where is looked, by time zone. */
export function inZones(dates: readonly Day[], { areas }: Where): Asked['days'] {
  const zones = [...new Set(areas.map(({ timeZone }) => timeZone))];
  return new Map(zones.map((zone) => [zone, dates.map((date) => clockOn(date, zone))]));
}

/**
 * The dates and times that a wish asks for, with what it left open filled in; null when it asks for no date yet.
 * @throws Problem 400 for dates that are over, and for more of them than can be meant
 */
export function wantedTime(query: FinderQuery, today: Day): WantedTime | null {
  const { start, end, hours, term, off } = query;
  const recurrence = recurrenceOf(query, today);
  if (!recurrence || start === undefined) return null;
  const minutes = hours === undefined ? (end ?? start) - start : hours * HOUR;
  return { recurrence, term: recurrence.kind === 'once' ? null : (term ?? null), skipsDaysOff: off === 'skip' && recurrence.kind !== 'once', earliest: start, latest: end ?? start + minutes, minutes };
}

/**
 * The days of a wish from today on.
 * @throws Problem 400 when there are none, or too many
 */
export function daysOf({ recurrence }: WantedTime, today: Day): Day[] {
  const days = datesOf(recurrence).filter((day) => day >= today);
  if (days.length === 0) throw invalid([{ field: 'until', message: 'There is no such day between your first and your last day. Choose a later last day.' }]);
  if (days.length > FINDER.mostDates) throw invalid([{ field: 'until', message: `That makes ${days.length} dates. Choose an earlier last day or fewer days: ${FINDER.mostDates} dates at most.` }]);
  return days;
}

export const weekdaysOf = (dates: readonly Day[]): Weekday[] => [...new Set(dates.map((date) => (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday))];

/** Working out how a clock runs takes long, and the same days of the coming year are asked for again and again. */
const clocks = new Map<string, WantedDay>();
const MOST_REMEMBERED = 2_000;

function clockOn(date: Day, zone: string): WantedDay {
  const key = `${date} ${zone}`;
  const day = clocks.get(key) ?? clockRunning(date, zone);
  if (clocks.size >= MOST_REMEMBERED) clocks.clear();
  clocks.set(key, day);
  return day;
}

/** How the clock runs on a day in a zone: worked out once where it does not change, and anew for each time where it does. */
function clockRunning(date: Day, zone: string): WantedDay {
  const { starts: midnight, ends } = dated(date, '00:00', '24:00', zone);
  if (ends - midnight === DAY) return { date, stretch: (from, to) => ({ starts: midnight + from, ends: midnight + to }) };
  return {
    date,
    stretch(from, to) {
      const { starts, ends: over } = dated(date, clockOf(from), clockOf(to), zone);
      return { starts, ends: over };
    },
  };
}

function recurrenceOf({ repeat, on, day = [], every = 1, nth, from, until }: FinderQuery, today: Day): Recurrence | null {
  const kind = repeatOf({ repeat, on, day, nth });
  if (!kind) return null;
  if (kind === 'once') return { kind, date: notOver('on', on ?? today, today) };
  const period = periodOf(from ?? later(today), until, today);
  const [first = 'mon'] = day;
  return kind === 'weekly' ? { kind, every, weekdays: day.map(weekdayNamed), ...period } : { kind, nth: NTHS[nth ?? '1'], weekday: weekdayNamed(first), ...period };
}

const later = (day: Day): Day => Temporal.PlainDate.from(day).add({ days: FINDER.daysUnlessTold }).toString();

function periodOf(from: Day, until: Day | undefined, today: Day): { from: Day; until: Day } {
  const last = until ?? Temporal.PlainDate.from(from < today ? today : from).add({ weeks: FINDER.weeksUnlessTold }).toString();
  if (last > Temporal.PlainDate.from(from).add({ months: FINDER.mostMonths }).toString()) {
    throw invalid([{ field: 'until', message: `Choose a last day within ${FINDER.mostMonths / 12} years of the first.` }]);
  }
  return { from, until: notOver('until', last, today) };
}

function notOver(field: 'on' | 'until', day: Day, today: Day): Day {
  if (day >= today) return day;
  throw invalid([{ field, message: 'That day is over. Choose one from today on.' }]);
}
