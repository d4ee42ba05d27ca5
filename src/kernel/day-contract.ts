/**
 * The zone of days that belong to no area: of accounts, sessions and rights, which somebody may have in several areas.
 * What happens in an area has the days of the area's own zone.
 */
export const HOUSE_ZONE = 'Europe/London';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. Cutting it off the text of the instant would give the day at
 * Greenwich without summer time: the day before for an hour each summer's night, and for half of each day far away.
 * @param instant ISO text of an instant; a day or a year stays as it is
 */
export function dayOf(instant: string, timeZone = HOUSE_ZONE): string {
  return instant.includes('T') ? (inZone(instant, timeZone).split(' ')[0] ?? instant) : instant;
}

const DAY_MS = 86_400_000;
/** The day that lies `days` days after `day`; before it when below 0. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The time of day of an instant in a time zone: "18:00". */
export function timeOf(instant: string, timeZone = HOUSE_ZONE): string {
  return inZone(instant, timeZone).split(' ')[1] ?? '';
}

/** "2027-07-01 00:30": Swedes write days and times as ISO 8601 does. */
function inZone(instant: string, timeZone: string): string {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}
