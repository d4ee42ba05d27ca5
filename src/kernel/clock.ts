import { Temporal } from 'temporal-polyfill';

export type Clock = () => Date;

/** A clock that runs at the usual speed; it starts at `startAt` when that is given, for trying things out on another day. */
export function clockFrom(startAt: Date | null): Clock {
  const shift = startAt ? startAt.getTime() - Date.now() : 0;
  return () => new Date(Date.now() + shift);
}

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day that lies `months` months before `day`; the end of a month stays the end of a month. */
export function monthsBefore(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}
