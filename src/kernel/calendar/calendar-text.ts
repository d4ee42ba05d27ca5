import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Day, Stretch } from '../recurrence-contract.ts';
import type { CalendarDate, CalendarSeries } from './calendar-series-contract.ts';
import { laidOut } from './calendar-rules.ts';
import { timeZone } from './time-zone-rules.ts';

export type CalendarFile = {
  name: string;
  series: readonly CalendarSeries[];
  /** Dates that programs may know and that no longer take place: what is gone as a whole is taken back by name. */
  former?: readonly CalendarSeries[];
  /** The address that answers for it (RFC 5546 asks for one in every event that is published). */
  organizer: string;
  /** Host that makes ids unique in the world. */
  host: string;
  now: Date;
  /** A file that is mailed tells one story: where all of it is over, it asks programs to take it out. A feed shows what is. */
  mailed?: boolean;
};

/** The address in a sender such as “Meantime <rooms@example.org>”. */
export const addressIn = (sender: string): string => /<([^>]+)>/.exec(sender)?.[1] ?? sender;

const MINUTE_MS = 60_000;
const HALF_A_DAY = 12 * 60;
/** Lines are at most 75 octets long (RFC 5545, section 3.1); the library does not count the space before what it goes on with. */
ICAL.foldLength = 74;
/** How often programs may look again (RFC 7986, section 5.7). */
const LOOK_AGAIN = 'PT1H';

/**
 * A calendar as a file (RFC 5545): lines end with CRLF and are folded at 75 octets, times are those of the place, with its zone.
 *
 * Bookings are published, not asked for (RFC 5546): nobody is invited and nobody has to answer in a calendar program what was settled
 * here, so METHOD is PUBLISH and not REQUEST, which needs attendees and makes programs send replies. A change is published again under
 * the same UID with a higher SEQUENCE (section 4.1.2): a date that was moved as a RECURRENCE-ID of its series, one that was given up as
 * a day that the series leaves out, or with STATUS:CANCELLED where it stood for itself. When nothing is left METHOD is CANCEL (4.1.3).
 */
export function calendarText({
  name,
  series,
  former = [],
  organizer,
  host,
  now,
  mailed = false,
}: CalendarFile): string {
  const around = { host, now, organizer };
  const events = series.flatMap((one) => eventsOf(one, around));
  const gone = takenBack(
    former.flatMap((one) => eventsOf(one, around)),
    events,
  );
  const isOver = mailed && events.length === 0 && gone.length > 0;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Meantime//Calendar//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', isOver ? 'CANCEL' : 'PUBLISH');
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addProperty(duration('refresh-interval'));
  for (const zone of zonesOf([...series, ...former], now)) calendar.addSubcomponent(zone);
  for (const one of [...events, ...gone]) calendar.addSubcomponent(one);
  return `${calendar.toString()}\r\n`;
}

/** Every zone that dates are in, for the years that they are in. */
function zonesOf(all: readonly CalendarSeries[], now: Date): ICAL.Component[] {
  return [...new Set(all.map(({ zone }) => zone))].map((zone) => {
    const days = all.filter((one) => one.zone === zone).flatMap(({ dates }) => dates);
    const years = days.flatMap(({ date, originalDate }) => [date, originalDate]).map((day) => Number(day.slice(0, 4)));
    const thisYear = now.getUTCFullYear();
    return timeZone(zone, Math.min(...years, thisYear) - 1, Math.max(...years, thisYear) + 1);
  });
}

/** Events that are no longer there, each marked as cancelled under the id that programs know it by; a series stands for its dates. */
function takenBack(former: readonly ICAL.Component[], events: readonly ICAL.Component[]): ICAL.Component[] {
  const still = new Set(events.map((one) => one.getFirstPropertyValue('uid')));
  const gone = former.filter(
    (one) => !still.has(one.getFirstPropertyValue('uid')) && !one.hasProperty('recurrence-id'),
  );
  for (const one of gone) one.updatePropertyWithValue('status', 'CANCELLED');
  return gone;
}

type Around = Pick<CalendarFile, 'host' | 'now' | 'organizer'>;

function eventsOf(series: CalendarSeries, around: Around): ICAL.Component[] {
  const { ruled, single } = laidOut(series);
  const events = single.map((date) => event(series, date, date.id, around));
  if (!ruled) return events;
  const wallTime = (day: Day): Temporal.PlainDateTime => Temporal.PlainDate.from(day).toPlainDateTime(series.from);
  const master = event(series, ruled.first, series.id, around);
  // The end of a rule is an instant in UTC when its dates have a zone. Some programs compare it with the clock on the wall, and would
  // leave out the last date in summer: so it lies later, before any other date could begin.
  const until = utc(ruled.last.starts + HALF_A_DAY);
  master.addPropertyWithValue('rrule', ICAL.Recur.fromString(`${ruled.rule};UNTIL=${until}`));
  for (const day of ruled.leftOut) master.addProperty(local('exdate', wallTime(day), series.zone));
  const changed = ruled.changed.map((date) => {
    const one = event(series, date, series.id, around);
    one.addProperty(local('recurrence-id', wallTime(date.originalDate), series.zone));
    return one;
  });
  return [master, ...changed, ...events];
}

type When = Stretch & Pick<CalendarDate, 'elsewhere'>;

function event(series: CalendarSeries, date: When, id: string, { host, now, organizer }: Around): ICAL.Component {
  const { title, place } = date.elsewhere ?? series;
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', `${id}@${host}`);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  component.addPropertyWithValue('sequence', series.version);
  component.addProperty(local('dtstart', wallClock(date.starts, series.zone), series.zone));
  component.addProperty(local('dtend', wallClock(date.ends, series.zone), series.zone));
  component.addPropertyWithValue('summary', title);
  component.addPropertyWithValue('location', place);
  component.addPropertyWithValue('organizer', `mailto:${organizer}`);
  component.addPropertyWithValue('status', series.certain ? 'CONFIRMED' : 'TENTATIVE');
  if (series.notes.length > 0) component.addPropertyWithValue('description', series.notes.join('\n'));
  if (series.url) component.addPropertyWithValue('url', series.url);
  return component;
}

const wallClock = (minute: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
const utc = (minute: number): string => ICAL.Time.fromJSDate(new Date(minute * MINUTE_MS), true).toICALString();

function local(name: string, time: Temporal.PlainDateTime, zone: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setParameter('tzid', zone);
  property.setValue(ICAL.Time.fromString(time.toString({ smallestUnit: 'second' }), undefined));
  return property;
}

function duration(name: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('duration');
  property.setValue(ICAL.Duration.fromString(LOOK_AGAIN));
  return property;
}
