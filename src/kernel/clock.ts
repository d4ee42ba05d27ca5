import { Temporal } from 'temporal-polyfill';
import { dayOf, timeOf } from './day-contract.ts';

export { daysAfter } from './day-contract.ts';

export type Clock = () => Date;

const MINUTE_MS = 60_000;

/** A clock that runs at the usual speed; it starts at `startAt` when that is given, for trying things out on another day. */
export function clockFrom(startAt: Date | null): Clock {
  const shift = startAt ? startAt.getTime() - Date.now() : 0;
  return () => new Date(Date.now() + shift);
}

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. */
export const dayIn = (timeZone: string, instant: Date): string => dayOf(instant.toISOString(), timeZone);

/** The instant at which the day after the one of `instant` begins in a time zone, in milliseconds since 1970. */
export function nextDayBegins(timeZone: string, instant: Date): number {
  const now = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return now.startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** The day that lies `months` months before `day`; the end of a month stays the end of a month. */
export function monthsBefore(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}

/** The day that lies `months` months after `day`; where that month has no such day, its last. */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The present minute since 1970; what has begun counts as past. */
export const minuteNow = (clock: Clock): number => Math.floor(clock().getTime() / MINUTE_MS);

/** The minute of the day at an instant in a time zone: 0 at midnight. */
export function minuteOfDay(timeZone: string, instant: Date): number {
  const [hours = 0, minutes = 0] = timeOf(instant.toISOString(), timeZone).split(':').map(Number);
  return hours * 60 + minutes;
}
