import type { DatedBooking, NotFree, Occurrence } from './booking-contract.ts';
import { LONGEST_NIGHT } from '../spaces/time-contract.ts';
import type { ChangedDate, ChangeLook } from './change-look-contract.ts';

export function lookOf(
  before: DatedBooking,
  after: DatedBooking & { notFree: readonly NotFree[]; made: boolean },
): ChangeLook {
  const dates = changedDates(before.occurrences, after.occurrences);
  return {
    made: after.made,
    dates,
    notFree: after.notFree,
    price: {
      before: before.booking.price.quote?.totalPence ?? null,
      after: after.booking.price.quote?.totalPence ?? null,
    },
    muchLonger: muchLonger(before, dates),
  };
}

/** Dates that are not as they were, in order of time. */
function changedDates(before: readonly Occurrence[], after: readonly Occurrence[]): ChangedDate[] {
  const booked = (dates: readonly Occurrence[]): Map<string, Occurrence> =>
    new Map(dates.filter(({ state }) => state === 'planned').map((one) => [one.id, one]));
  const [was, is] = [booked(before), booked(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((id): ChangedDate => ({ before: was.get(id) ?? null, after: is.get(id) ?? null }))
    .filter(({ before: one, after: other }) => !one || !other || !isSame(one, other))
    .toSorted((one, other) => startOf(one) - startOf(other));
}

const isSame = (one: Occurrence, other: Occurrence): boolean =>
  one.starts === other.starts && one.ends === other.ends && one.spaceId === other.spaceId;
const startOf = ({ before, after }: ChangedDate): number => (after ?? before)?.starts ?? 0;

/** A length that more than doubles, or that no evening or night has. A new date is compared with the longest that there is. */
function muchLonger({ occurrences }: DatedBooking, dates: readonly ChangedDate[]): ChangeLook['muchLonger'] {
  const usual = Math.max(...occurrences.map(({ starts, ends }) => ends - starts));
  for (const { before, after } of dates) {
    const was = before ? before.ends - before.starts : usual;
    const is = after ? after.ends - after.starts : 0;
    if (is > 2 * was || (is > LONGEST_NIGHT && is > was)) return { before: was, after: is };
  }
  return null;
}
