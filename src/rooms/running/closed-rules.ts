import { Temporal } from 'temporal-polyfill';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';

const MINUTE_MS = 60_000;

/** The part of a stretch that lies on one day, as the clock on the wall shows it; null when none does. */
export function partOn(
  day: Day,
  { starts, ends }: { starts: number; ends: number },
  zone: string,
): { from: ClockTime; to: ClockTime } | null {
  const [begins, finishes] = [wallClock(starts, zone), wallClock(ends, zone)];
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  const next = midnight.add({ days: 1 });
  if (Temporal.PlainDateTime.compare(begins, next) >= 0 || Temporal.PlainDateTime.compare(finishes, midnight) <= 0)
    return null;
  const clock = (time: Temporal.PlainDateTime): ClockTime => time.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    from: Temporal.PlainDateTime.compare(begins, midnight) <= 0 ? '00:00' : clock(begins),
    to: Temporal.PlainDateTime.compare(finishes, next) >= 0 ? '24:00' : clock(finishes),
  };
}

/** Closures as a day's list has them. */
export function closedOn<T extends { starts: number; ends: number }>(
  closures: readonly T[],
  day: Day,
  zone: string,
): (Omit<T, 'starts' | 'ends'> & { from: ClockTime; to: ClockTime })[] {
  return closures.flatMap(({ starts, ends, ...closure }) => {
    const part = partOn(day, { starts, ends }, zone);
    return part ? [{ ...closure, ...part }] : [];
  });
}

const wallClock = (minute: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
