import { expect } from 'chai';
import ICAL from 'ical.js';
import { calendarText } from '../../../src/kernel/calendar/calendar-text.ts';
import type { CalendarDate, CalendarSeries } from '../../../src/kernel/calendar/calendar-series-contract.ts';
import { datesInFeed } from '../../rooms/calendars/feed-reading.ts';
import { dated, datesOf } from '../../../src/kernel/recurrence.ts';
import type { Recurrence } from '../../../src/kernel/recurrence-contract.ts';

const NOW = new Date('2026-12-22T09:00:00Z');
const YEAR: Recurrence = { kind: 'weekly', every: 1, weekdays: [2], from: '2027-01-05', until: '2027-12-28' };

type Wish = {
  recurrence?: Recurrence;
  zone?: string;
  from?: string;
  to?: string;
  change?(dates: CalendarDate[]): CalendarDate[];
  title?: string;
};

function aSeries({
  recurrence = YEAR,
  zone = 'Europe/London',
  from = '18:00',
  to = '20:00',
  change = (dates) => dates,
  title = 'Group room',
}: Wish = {}): CalendarSeries {
  const dates = datesOf(recurrence).map((day, index): CalendarDate => ({
    id: `date-${index}`,
    originalDate: day,
    ...dated(day, from, to, zone),
  }));
  return {
    id: 'series',
    version: 3,
    zone,
    recurrence,
    from,
    to,
    certain: true,
    title,
    place: 'Bridge Street Health Centre, 2 Bridge Street',
    url: null,
    notes: [],
    dates: change(dates),
  };
}

const written = (...series: CalendarSeries[]): string =>
  calendarText({ name: 'Rooms', series, host: 'meantime.example', organizer: 'rooms@meantime.example', now: NOW });

const instants = ({ dates }: CalendarSeries): [number, number][] =>
  dates.map(({ starts, ends }): [number, number] => [starts, ends]).toSorted(([one], [other]) => one - other);

describe('A calendar file', () => {
  const cases: [title: string, wish: Wish, events: number][] = [
    ['a year of Tuesday evenings is one event with a rule', {}, 1],
    ['evenings in New York, over its own clock changes', { zone: 'America/New_York' }, 1],
    ['evenings on Lord Howe Island, where the clocks move half an hour', { zone: 'Australia/Lord_Howe' }, 1],
    [
      'every second week on two days',
      { recurrence: { kind: 'weekly', every: 2, weekdays: [1, 4], from: '2027-01-04', until: '2027-11-30' } },
      1,
    ],
    [
      'the last Friday of each month',
      { recurrence: { kind: 'monthly', nth: -1, weekday: 5, from: '2027-01-01', until: '2027-12-31' } },
      1,
    ],
    [
      'the first Monday of each month',
      { recurrence: { kind: 'monthly', nth: 1, weekday: 1, from: '2027-01-01', until: '2027-12-31' } },
      1,
    ],
    [
      'picked dates stand for themselves',
      { recurrence: { kind: 'dates', dates: ['2027-03-02', '2027-03-27', '2027-04-01'] } },
      3,
    ],
    ['one date', { recurrence: { kind: 'once', date: '2027-03-02' } }, 1],
    [
      'dates that were cancelled are left out of the rule',
      { change: (dates) => dates.filter(({ date }) => !['2027-03-30', '2027-08-03'].includes(date)) },
      1,
    ],
    [
      'a date that was moved as a change to its rule',
      {
        change: (dates) =>
          dates.map((one) =>
            one.date === '2027-03-30' ? { ...one, ...dated('2027-03-31', '17:00', '19:30', 'Europe/London') } : one,
          ),
      },
      2,
    ],
    [
      'an evening that ends earlier as a change to its rule',
      {
        change: (dates) =>
          dates.map((one) =>
            one.date === '2027-06-01' ? { ...one, ...dated('2027-06-01', '18:00', '19:00', 'Europe/London') } : one,
          ),
      },
      2,
    ],
    [
      'dates with earlier times as changes to the rule in force',
      {
        change: (dates) =>
          dates.map((one) =>
            one.date < '2027-02-01' ? { ...one, ...dated(one.date, '19:00', '21:00', 'Europe/London') } : one,
          ),
      },
      5,
    ],
    [
      'nights over the clock change keep their real length',
      {
        recurrence: { kind: 'weekly', every: 1, weekdays: [6], from: '2027-03-06', until: '2027-11-20' },
        from: '22:00',
        to: '04:00',
      },
      3,
    ],
    [
      'a time that the clocks skip',
      {
        recurrence: { kind: 'weekly', every: 1, weekdays: [7], from: '2027-03-07', until: '2027-04-25' },
        from: '01:30',
        to: '03:30',
      },
      2,
    ],
  ];
  for (const [title, wish, events] of cases) {
    it(`says ${title}, and a calendar program reads the same instants`, () => {
      const series = aSeries(wish);
      const text = written(series);
      expect(datesInFeed(text)).to.deep.equal(instants(series));
      expect(text.match(/BEGIN:VEVENT/g)).to.have.lengthOf(events);
    });
  }

  it('keeps six in the evening at six over both clock changes of 2027', () => {
    const text = written(aSeries());
    expect(text).to.include('DTSTART;TZID=Europe/London:20270105T180000');
    const utcHours = new Map(
      datesInFeed(text).map(([starts]) => [
        new Date(starts * 60_000).toISOString().slice(0, 10),
        new Date(starts * 60_000).getUTCHours(),
      ]),
    );
    expect([
      utcHours.get('2027-03-23'),
      utcHours.get('2027-03-30'),
      utcHours.get('2027-10-26'),
      utcHours.get('2027-11-02'),
    ]).to.deep.equal([18, 17, 17, 18]);
  });
  it('ends a rule in UTC, and leaves days out in the form of the dates themselves', () => {
    const text = written(aSeries({ change: (dates) => dates.filter(({ date }) => date !== '2027-08-03') }));
    expect(text).to.include('UNTIL=20271229T060000Z').and.to.include('EXDATE;TZID=Europe/London:20270803T180000');
  });
  it('breaks lines with CRLF after at most 75 octets, whatever letters are in it, and stays one file', () => {
    const title = `Treffen für Ältere – 茶の会 🫖, at six; \\ "really"${'x'.repeat(200)}`;
    const text = written(aSeries({ title }));
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).to.deep.equal([]);
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
    expect(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary'),
    ).to.equal(title);
  });
  it('lets nothing that somebody typed become a line of its own', () => {
    const text = written(aSeries({ title: 'Tea\r\nATTENDEE:mailto:x@example.org\r\nEND:VEVENT' }));
    expect(text).not.to.match(/^ATTENDEE/m);
    expect(text.match(/END:VEVENT/gm)?.length).to.equal(2);
  });
  it('holds several series, each with an id of its own, and is a file also when empty', () => {
    const other = { ...aSeries({ zone: 'America/New_York' }), id: 'other' };
    expect(written(aSeries(), other).match(/^BEGIN:VTIMEZONE/gm)).to.have.lengthOf(2);
    expect(ICAL.parse(written())).to.have.nested.property('[0]', 'vcalendar');
  });
  it('keeps the name of a date that was moved, also of the first and the last, and counts on', () => {
    const moved = new Map([
      ['2027-01-05', '2027-01-07'],
      ['2027-03-30', '2027-03-31'],
      ['2027-12-28', '2027-12-30'],
    ]);
    const series = aSeries({
      change: (dates) =>
        dates.map((one) => ({ ...one, ...dated(moved.get(one.date) ?? one.date, '18:00', '20:00', 'Europe/London') })),
    });
    const text = written({ ...series, version: 7 });
    expect(datesInFeed(text)).to.deep.equal(instants(series));
    expect(new Set(text.match(/^UID:.*/gm))).to.deep.equal(new Set(['UID:series@meantime.example']));
    expect(text.match(/^RECURRENCE-ID.*/gm)).to.deep.equal(
      [...moved.keys()].map((day) => `RECURRENCE-ID;TZID=Europe/London:${day.replaceAll('-', '')}T180000`),
    );
    expect(text.match(/^SEQUENCE:7/gm)).to.have.lengthOf(4);
  });
  it('says of a date in another room where it is, under the name of its series', () => {
    const elsewhere = { title: 'Hall', place: 'Hall, 2 Bridge Street' };
    const text = written(
      aSeries({ change: (dates) => dates.map((one, at) => (at === 3 ? { ...one, elsewhere } : one)) }),
    );
    expect(text.match(/^(SUMMARY|RECURRENCE-ID).*/gm)).to.deep.equal([
      'SUMMARY:Group room',
      'SUMMARY:Hall',
      'RECURRENCE-ID;TZID=Europe/London:20270126T180000',
    ]);
  });
  it('marks what nobody has agreed to yet', () =>
    expect(written({ ...aSeries(), certain: false })).to.include('STATUS:TENTATIVE'));
});
