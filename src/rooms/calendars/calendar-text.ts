import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, CalendarSeries } from './calendar-contract.ts';
import { laidOut } from './calendar-rules.ts';
import { timeZone } from './time-zone-rules.ts';

export type CalendarFile = {
  name: string;
  series: readonly CalendarSeries[];
  /** The same as programs knew it before: what is no longer there is taken back by name. */
  former?: readonly CalendarSeries[];
  /** The address that a file which is mailed comes from. */
  organizer?: string;
  /** Host that makes ids unique in the world. */ host: string;
  now: Date;
};

const MINUTE_MS = 60_000;
/** Lines are at most 75 octets long (RFC 5545, section 3.1); the library does not count the space before what it goes on with. */
ICAL.foldLength = 74;
/** How often programs may look again (RFC 7986, section 5.7). */
const LOOK_AGAIN = 'PT1H';

/** A calendar as a file (RFC 5545): lines end with CRLF and are folded at 75 octets, times are those of the place, with its zone. */
export function calendarText({ name, series, former = [], organizer, host, now }: CalendarFile): string {
  const events = series.flatMap((one) => eventsOf(one, host, now));
  const gone = takenBack(
    former.flatMap((one) => eventsOf(one, host, now)),
    events,
  );
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Meantime//Rooms//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  // What is left of it goes on being published; where nothing is left, programs are told to take it out (RFC 5546, section 3.2.5).
  calendar.addPropertyWithValue('method', events.length === 0 && gone.length > 0 ? 'CANCEL' : 'PUBLISH');
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addProperty(duration('refresh-interval'));
  const all = [...series, ...former];
  for (const zone of new Set(all.map((one) => one.zone))) {
    const years = all
      .filter((one) => one.zone === zone)
      .flatMap(({ dates }) => dates.map(({ date }) => Number(date.slice(0, 4))));
    calendar.addSubcomponent(
      timeZone(zone, Math.min(...years, now.getUTCFullYear()) - 1, Math.max(...years, now.getUTCFullYear()) + 1),
    );
  }
  for (const one of [...events, ...gone]) {
    if (organizer !== undefined) one.addPropertyWithValue('organizer', `mailto:${organizer}`);
    calendar.addSubcomponent(one);
  }
  return `${calendar.toString()}\r\n`;
}

/** Events that are no longer there, each marked as cancelled under the id that programs know it by. */
function takenBack(former: readonly ICAL.Component[], events: readonly ICAL.Component[]): ICAL.Component[] {
  const still = new Set(events.map((one) => one.getFirstPropertyValue('uid')));
  const gone = former.filter((one) => !still.has(one.getFirstPropertyValue('uid')));
  for (const one of gone) one.updatePropertyWithValue('status', 'CANCELLED');
  return gone;
}

function eventsOf(series: CalendarSeries, host: string, now: Date): ICAL.Component[] {
  const { ruled, single } = laidOut(series);
  const events = single.map((date) => event(series, date, `${date.id}@${host}`, now));
  if (!ruled) return events;
  const master = event(series, ruled.first, `${series.id}@${host}`, now);
  // The end of a rule is an instant in UTC when its dates have a zone.
  master.addPropertyWithValue('rrule', ICAL.Recur.fromString(`${ruled.rule};UNTIL=${utc(ruled.last.starts)}`));
  for (const day of ruled.leftOut)
    master.addProperty(local('exdate', Temporal.PlainDate.from(day).toPlainDateTime(series.from), series.zone));
  return [master, ...events];
}

function event(series: CalendarSeries, date: CalendarDate, uid: string, now: Date): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', uid);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  component.addPropertyWithValue('sequence', series.version);
  component.addProperty(local('dtstart', wallClock(date.starts, series.zone), series.zone));
  component.addProperty(local('dtend', wallClock(date.ends, series.zone), series.zone));
  component.addPropertyWithValue('summary', series.title);
  component.addPropertyWithValue('location', series.place);
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
