import type { First, WantedTime } from './finder-contract.ts';
import type { WantedDay } from './clock-rules.ts';
import type { Fit } from './fit-dates-rules.ts';

/** What an order depends on. */
type Order = { first: First; people: number };

/**
 * Rooms that fit in the order in which they are shown: what is known to cost least in full, then the nearest, then what begins
 * closest to the wanted time (rooms, 4); or the nearest first. Costs are compared by the date, for rooms are not all open on the same
 * ones, and in whole pounds: nobody goes miles further for pence. What is known to be large enough comes before what may be.
 */
export function ranked(fits: readonly Fit[], asked: Order): Fit[] {
  const orders = orderOf(asked).map((decided) => BY[decided]);
  return fits.toSorted((one, other) => {
    for (const by of orders) {
      const difference = by(one, other);
      if (difference !== 0) return difference;
    }
    return order(one.room.space.number, other.room.space.number);
  });
}

/** What decides between two neighbours in that order: the first thing in which they differ. */
export type Decided = 'no_capacity' | 'no_price' | 'cost' | 'deposit' | 'distance' | 'shut' | 'time' | 'name';

export const decidedBy = (before: Fit, after: Fit, asked: Order): Decided =>
  orderOf(asked).find((decided) => BY[decided](before, after) !== 0) ?? 'name';

const orderOf = ({ first, people }: Order): readonly Decided[] =>
  ORDERS[first].filter((decided) => people > 0 || decided !== 'no_capacity');

const ORDERS: Record<First, readonly Decided[]> = {
  cost: ['no_capacity', 'no_price', 'cost', 'deposit', 'distance', 'shut', 'time', 'name'],
  near: ['distance', 'no_capacity', 'no_price', 'cost', 'deposit', 'shut', 'time', 'name'],
};

const BY: Record<Decided, (one: Fit, other: Fit) => number> = {
  no_capacity: (one, other) =>
    order(Number(one.room.space.capacity === null), Number(other.room.space.capacity === null)),
  /** Without a price nobody knows what it costs: after all of which somebody does. */
  no_price: (one, other) => order(Number(one.price === null), Number(other.price === null)),
  cost: (one, other) => order(poundsADate(one), poundsADate(other)),
  deposit: (one, other) => order(one.price?.depositPence ?? 0, other.price?.depositPence ?? 0),
  distance: (one, other) => order(away(one), away(other)),
  shut: (one, other) => order(one.dates.length - one.free.length, other.dates.length - other.free.length),
  time: (one, other) => order(one.start, other.start),
  name: (one, other) => one.room.space.name.localeCompare(other.room.space.name, 'en-GB'),
};

/** What one date costs, in pence; 0 where no price is known. */
export const penceADate = ({ price, free }: Pick<Fit, 'price' | 'free'>): number =>
  price ? price.totalPence / Math.max(1, free.length) : 0;
/** Upwards, so that what is free of charge stays before what costs a little. */
const poundsADate = (fit: Fit): number => Math.ceil(penceADate(fit) / 100);
/** To the nearest hundred metres: closer than that is the same way. */
const away = ({ room }: Fit): number => (room.distanceM === null ? Infinity : Math.round(room.distanceM / 100));
const order = (one: number, other: number): number => (one === other ? 0 : one - other);

/**
 * Where in a cycle the wanted stretches begin, for fetching only claims that can touch one. A weekly wish has one phase in a cycle
 * of a week, two when the clocks change meanwhile. Wishes with too many phases are asked by the day, and beyond that as a whole.
 */
export function claimPhases(
  days: readonly WantedDay[],
  { earliest, latest }: Pick<WantedTime, 'earliest' | 'latest'>,
  before: number,
  after: number,
) {
  const stretches = days.map((day) => day.stretch(earliest, latest));
  const starts = stretches.map((one) => one.starts - before);
  const within = {
    from: Math.min(...starts),
    to: Math.max(...stretches.map(({ ends }) => ends)) + after,
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
