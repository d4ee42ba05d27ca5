import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/**
 * A zone as calendar files describe it (RFC 5545, section 3.6.5): every change of its clocks within a stretch of years, each with its
 * own instant. Calendar programs that do not know the zone by its name then need no list of their own.
 * @param zone IANA name
 * @param fromYear first year that must be right
 * @param toYear last year that must be right
 */
export function timeZone(zone: string, fromYear: number, toYear: number): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  const start = Temporal.ZonedDateTime.from(`${fromYear}-01-01T00:00[${zone}]`);
  // What goes at the beginning counts from then on; each change after it has its instant.
  component.addSubcomponent(observance(start, start.offset));
  let previous = start;
  for (;;) {
    const next = previous.getTimeZoneTransition('next');
    if (!next || next.year > toYear) return component;
    component.addSubcomponent(observance(next, previous.offset));
    previous = next;
  }
}

/** The local time at which an offset begins is written as the clocks showed it just before. */
function observance(begins: Temporal.ZonedDateTime, offsetBefore: string): ICAL.Component {
  const summer = isSummer(begins);
  const component = new ICAL.Component(summer ? 'daylight' : 'standard');
  const shown = begins.toInstant().toZonedDateTimeISO(offsetBefore).toPlainDateTime();
  component.addPropertyWithValue(
    'dtstart',
    ICAL.Time.fromString(shown.toString({ smallestUnit: 'second' }), undefined),
  );
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetBefore));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(begins.offset));
  return component;
}

/** Whether the clocks are ahead of what they show in the other half of the year. */
function isSummer(moment: Temporal.ZonedDateTime): boolean {
  const halfAYearOn = moment.add({ months: 6 });
  return moment.offsetNanoseconds > halfAYearOn.offsetNanoseconds;
}
