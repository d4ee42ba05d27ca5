import type { WantedTime } from './finder-contract.ts';
import type { Fit } from './fit-rules.ts';
import type { WantedDay } from './clock-rules.ts';

/**
 * Rooms that fit in the order in which they are shown: what is known to cost least in full, then the nearest, then what begins
 * closest to the wanted time (rooms, 4).
 */
export function ranked(fits: readonly Fit[]): Fit[] {
  return fits.toSorted((one, other) =>
    order(cost(one), cost(other)) || order(one.price?.depositPence ?? 0, other.price?.depositPence ?? 0) || order(away(one), away(other)) || order(one.start, other.start) ||
    one.room.space.name.localeCompare(other.room.space.name, 'en-GB') || order(one.room.space.number, other.room.space.number));
}

/** What decides between two neighbours in that order: the first thing in which they differ. */
export type Decided = 'cost' | 'no_price' | 'deposit' | 'distance' | 'time' | 'name';

export function decidedBy(before: Fit, after: Fit): Decided {
  if (before.price !== null && after.price === null && after.dates.length > 0) return 'no_price';
  if (cost(before) !== cost(after)) return 'cost';
  if ((before.price?.depositPence ?? 0) !== (after.price?.depositPence ?? 0)) return 'deposit';
  if (away(before) !== away(after)) return 'distance';
  return before.start === after.start ? 'name' : 'time';
}

/** Without a price nobody knows what it costs: after all of which somebody does. */
const cost = ({ price }: Fit): number => price?.totalPence ?? Infinity;
/** To the nearest ten metres: closer than that is the same place. */
const away = ({ room }: Fit): number => (room.distanceM === null ? Infinity : Math.round(room.distanceM / 10));
const order = (one: number, other: number): number => (one === other ? 0 : one - other);

/**
 * Where in a cycle the wanted stretches begin, for fetching only claims that can touch one. A weekly wish has one phase in a cycle
 * of a week, two when the clocks change meanwhile. Wishes with too many phases are asked by the day, and beyond that as a whole.
 */
export function claimPhases(days: readonly WantedDay[], { earliest, latest }: Pick<WantedTime, 'earliest' | 'latest'>, before: number, after: number) {
  const stretches = days.map((day) => day.stretch(earliest, latest));
  const starts = stretches.map((one) => one.starts - before);
  const within = {
    from: Math.min(...starts), to: Math.max(...stretches.map(({ ends }) => ends)) + after,
    // An hour more, for the day on which the clocks are put back.
    minutes: latest - earliest + before + after + HOUR,
  };
  for (const cycle of [WEEK, DAY]) {
    const phases = [...new Map(starts.map((start) => [start % cycle, start])).values()];
    if (phases.length <= MOST_PHASES) return { ...within, cycle, phases };
  }
  return { ...within, cycle: DAY, phases: [] };
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MOST_PHASES = 8;
