import { Temporal } from 'temporal-polyfill';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
const MINUTE_NS = 60_000_000_000;
const MOST_KNOWN = 5_000;

/** Of each zone its offset at the beginning of some days at Greenwich: the same days of a year or two are asked for over and over. */
const known = new Map<string, Map<number, number>>();

/**
 * By how many minutes the clocks of a zone are ahead of Greenwich, all through a local day and the one after it; null where they change
 * around then. Clocks that are the same before and after have not been changed in between: no zone has done so twice in four days.
 * @param day days since 1 January 1970
 */
export function steadyOffset(day: number, zone: string): number | null {
  const offset = offsetAt(day - 1, zone);
  return offset === offsetAt(day + 3, zone) && Number.isInteger(offset) ? offset : null;
}

function offsetAt(day: number, zone: string): number {
  const days = known.get(zone) ?? new Map<number, number>();
  known.set(zone, days);
  const found = days.get(day);
  if (found !== undefined) return found;
  if (days.size >= MOST_KNOWN) days.clear();
  const instant = Temporal.Instant.fromEpochMilliseconds(day * DAY_MINUTES * MINUTE_MS);
  const offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / MINUTE_NS;
  days.set(day, offset);
  return offset;
}
