import { expect } from 'chai';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../../../src/kernel/calendar/time-zone-rules.ts';

const LAST_SUNDAYS = (summer: string, winter: string): string[] => [
  `daylight from 2026-03-29T01:00:00 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU +00:00 to +01:00 ${summer}`,
  `standard from 2026-10-25T02:00:00 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU +01:00 to +00:00 ${winter}`,
];

/** RFC 5545, section 3.6.5, less when the description was written and where it lies. */
const NEW_YORK = `
  BEGIN:VTIMEZONE
  TZID:America/New_York
  BEGIN:STANDARD
  DTSTART:20071104T020000
  RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
  TZOFFSETFROM:-0400
  TZOFFSETTO:-0500
  TZNAME:EST
  END:STANDARD
  BEGIN:DAYLIGHT
  DTSTART:20070311T020000
  RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
  TZOFFSETFROM:-0500
  TZOFFSETTO:-0400
  TZNAME:EDT
  END:DAYLIGHT
  END:VTIMEZONE
`.trim();

/** A zone's parts, each in one line. */
const partsOf = (zone: string): string[] =>
  timeZone(zone, 2026, 2028)
    .getAllSubcomponents()
    .map((part) => {
      const said = (name: string): string => String(part.getFirstPropertyValue(name) ?? 'once');
      const offsets = `${said('tzoffsetfrom')} to ${said('tzoffsetto')}`;
      return `${part.name} from ${said('dtstart')} ${said('rrule')} ${offsets} ${said('tzname')}`;
    });

describe('A zone in a calendar file', () => {
  const cases: [title: string, zone: string, parts: string[]][] = [
    ['has summer and winter with the rule of every year', 'Europe/London', LAST_SUNDAYS('BST', 'GMT')],
    [
      'has them by what the clocks show where the law calls winter the exception',
      'Europe/Dublin',
      LAST_SUNDAYS('IST', 'GMT'),
    ],
    [
      'counts Sundays from the beginning of the month where the law does',
      'America/New_York',
      [
        'daylight from 2026-03-08T02:00:00 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU -05:00 to -04:00 EDT',
        'standard from 2026-11-01T02:00:00 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU -04:00 to -05:00 EST',
      ],
    ],
    [
      'has summer over the turn of the year in the south',
      'Australia/Sydney',
      [
        'standard from 2026-04-05T03:00:00 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU +11:00 to +10:00 AEST',
        'daylight from 2026-10-04T02:00:00 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU +10:00 to +11:00 AEDT',
      ],
    ],
    [
      'has half an hour of summer where there is no more',
      'Australia/Lord_Howe',
      [
        'standard from 2026-04-05T02:00:00 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU +11:00 to +10:30 LHST',
        'daylight from 2026-10-04T02:00:00 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU +10:30 to +11:00 LHDT',
      ],
    ],
    [
      'is one stretch of standard time where the clocks stay',
      'Asia/Kolkata',
      ['standard from 2026-01-01T00:00:00 once +05:30 to +05:30 IST'],
    ],
  ];
  for (const [title, zone, parts] of cases) it(`${title}: ${zone}`, () => expect(partsOf(zone)).to.deep.equal(parts));

  it('is, for New York from 2007 on, line by line the example of RFC 5545, section 3.6.5', () => {
    const parts = (text: string): string[] => text.split(/(?=BEGIN:(?:STANDARD|DAYLIGHT))/).map((part) => part.trim());
    const lines = (text: string): string[][] =>
      parts(text.replace(/\s*END:VTIMEZONE\s*$/, ''))
        .map((part) => part.split(/\s+/))
        .toSorted(([one = ''], [other = '']) => one.localeCompare(other));
    expect(lines(timeZone('America/New_York', 2007, 2009).toString())).to.deep.equal(lines(NEW_YORK));
  });

  it('lists each change where no rule of one weekday a month holds for twelve years', () => {
    for (const zone of ['Africa/Casablanca', 'Asia/Jerusalem', 'America/Nuuk'])
      expect(partsOf(zone), zone)
        .to.have.lengthOf.above(6)
        .and.satisfy((parts: string[]) => parts.every((part) => part.includes(' once ')));
  });

  it('shows a calendar program the same instants as here, on every day of three years', () => {
    for (const id of [
      ...cases.map(([, zone]) => zone),
      'Africa/Casablanca',
      'Asia/Jerusalem',
      'America/Santiago',
      'UTC',
    ]) {
      const zone = new ICAL.Timezone(timeZone(id, 2026, 2029));
      for (let day = Temporal.PlainDate.from('2027-01-01'); day.year < 2030; day = day.add({ days: 1 })) {
        const noon = day.toPlainDateTime('12:00');
        const read = ICAL.Time.fromString(noon.toString({ smallestUnit: 'second' }), undefined);
        read.zone = zone;
        expect(read.toUnixTime() * 1000, `${id} ${day.toString()}`).to.equal(
          noon.toZonedDateTime(id).epochMilliseconds,
        );
      }
    }
  });
});
