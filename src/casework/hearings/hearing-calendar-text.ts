import type { CalendarSeries } from '../../kernel/calendar/calendar-series-contract.ts';
import { calendarText } from '../../kernel/calendar/calendar-text.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { Hearing } from './hearing-contract.ts';

/** How long a hearing is taken to last in calendars: nobody says when it ends. */
const HOURS = 2;
const DAY_HOURS = 24;

/** `zone` is the IANA name of the area’s zone; `host` makes ids unique in the world, `organizer` is the address that answers for it. */
export type HearingAround = { place: string; url: string; zone: string; host: string; organizer: string; now: Date };

/** A hearing as a calendar file (RFC 5545): under one name through all its changes, and taken back where it is not held. */
export function hearingCalendar(hearing: Hearing, { place, url, zone, host, organizer, now }: HearingAround): string {
  const { id, version, state, day, begins, venue, access, online } = hearing;
  const ends = endOf(begins);
  const series: CalendarSeries = {
    id,
    version,
    zone,
    recurrence: { kind: 'once', date: day },
    from: begins,
    to: ends,
    certain: true,
    title: `Public hearing: ${place}`,
    place: venue,
    url,
    notes: [access, ...(online === '' ? [] : [`From home: ${online}`])],
    dates: [{ id, originalDate: day, ...dated(day, begins, ends, zone) }],
  };
  const stands = state === 'called' || state === 'held';
  return calendarText({
    name: `Public hearing: ${place}`,
    series: stands ? [series] : [],
    former: stands ? [] : [series],
    organizer,
    host,
    now,
    mailed: true,
  });
}

/** Two hours later, at midnight at the latest. */
function endOf(begins: string): string {
  const [hour = 0, minute = 0] = begins.split(':').map(Number);
  return hour + HOURS >= DAY_HOURS
    ? '24:00'
    : `${String(hour + HOURS).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
