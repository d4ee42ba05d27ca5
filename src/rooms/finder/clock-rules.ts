import { daysAfter } from '../../kernel/clock.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { Day, Stretch } from '../../kernel/recurrence-contract.ts';
import type { Wanted } from '../spaces/space-contract.ts';
import { clockOf } from '../spaces/time-contract.ts';

/** A wanted day: minutes of it, on the wall clock, as minutes since 1970. */
export type WantedDay = { date: Day; stretch(from: number, to: number): Stretch };
/** A wanted date at one start. Made once for all rooms, with both ways in which its price may be asked for. */
export type DateAt = { wanted: Wanted; stretch: Stretch; staffed: PricedDate; unstaffed: PricedDate };
export type PricedDate = Wanted & { staffed: boolean };

/** The wanted days by time zone, and in a zone at one start. */
export type DaysOnClocks = {
  days: ReadonlyMap<string, readonly WantedDay[]>;
  datesAt(zone: string, start: number): readonly DateAt[];
};

/** Days on the clocks of all places where is looked; their dates at a start are worked out when they are first asked for. */
export function daysOnClocks(dates: readonly Day[], zones: readonly string[], minutes: number): DaysOnClocks {
  const days = new Map([...new Set(zones)].map((zone) => [zone, dates.map((date) => clockOn(date, zone))]));
  const made = new Map<string, readonly DateAt[]>();
  return {
    days,
    datesAt(zone, start) {
      const key = `${start} ${zone}`;
      const known = made.get(key) ?? (days.get(zone) ?? []).map((day) => dateAt(day, start, start + minutes));
      made.set(key, known);
      return known;
    },
  };
}

function dateAt({ date, stretch }: WantedDay, from: number, to: number): DateAt {
  const real = stretch(from, to);
  // Paid for are the minutes that pass, as in bookings.
  const paid = { date, from, to: from + real.ends - real.starts };
  return {
    wanted: { date, from, to },
    stretch: real,
    staffed: { ...paid, staffed: true },
    unstaffed: { ...paid, staffed: false },
  };
}

const DAY = 24 * 60;
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

/**
 * How the clock runs on a day in a zone: worked out once where it does not change, and anew for each time where it does. What goes on
 * beyond midnight ends by the clock of the next day.
 */
function clockRunning(date: Day, zone: string): WantedDay {
  const { starts: midnight, ends } = dated(date, '00:00', '24:00', zone);
  const isPlain = ends - midnight === DAY;
  const within = (from: number, to: number): Stretch => {
    if (isPlain) return { starts: midnight + from, ends: midnight + to };
    const { starts, ends: over } = dated(date, clockOf(from), clockOf(to), zone);
    return { starts, ends: over };
  };
  return {
    date,
    stretch: (from, to) =>
      to <= DAY
        ? within(from, to)
        : { ...within(from, DAY), ends: dated(daysAfter(date, 1), '00:00', clockOf(to - DAY), zone).ends },
  };
}
