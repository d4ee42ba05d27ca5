import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Temporal } from 'temporal-polyfill';
import { dated, datesOf, endMinute } from '../../src/kernel/recurrence.ts';
import { MOST_DATES, recurrenceSchema, type Recurrence } from '../../src/kernel/recurrence-contract.ts';
import { Problem } from '../../src/kernel/problem.ts';

const LONDON = 'Europe/London';
const at = (iso: string): number => Date.parse(iso) / 60_000;
const inTerm = (day: string): boolean => day < '2027-03-20' || day > '2027-04-05';

describe('Dates of a series', () => {
  const week = { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-04-13' } as const;
  const rules: [title: string, rule: Recurrence, dates: string[]][] = [
    ['one date is itself', { kind: 'once', date: '2027-03-09' }, ['2027-03-09']],
    [
      'picked dates are sorted and counted once',
      { kind: 'dates', dates: ['2027-05-01', '2027-03-01', '2027-05-01'] },
      ['2027-03-01', '2027-05-01'],
    ],
    [
      'every Tuesday includes the first and the last day',
      week,
      ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30', '2027-04-06', '2027-04-13'],
    ],
    [
      'every second week counts from the week of the first day',
      { ...week, every: 2, weekdays: [1, 4], from: '2027-03-03' },
      ['2027-03-04', '2027-03-15', '2027-03-18', '2027-03-29', '2027-04-01', '2027-04-12'],
    ],
    [
      'a weekday given twice counts once',
      { ...week, weekdays: [2, 2], until: '2027-03-16' },
      ['2027-03-09', '2027-03-16'],
    ],
    ['term time only', { ...week, termTime: 'only' }, ['2027-03-09', '2027-03-16', '2027-04-06', '2027-04-13']],
    ['outside terms only', { ...week, termTime: 'never' }, ['2027-03-23', '2027-03-30']],
    [
      'the third Thursday of a month',
      { kind: 'monthly', nth: 3, weekday: 4, from: '2027-01-22', until: '2027-04-30' },
      ['2027-02-18', '2027-03-18', '2027-04-15'],
    ],
    [
      'the last Friday of a month, be it the fourth or the fifth',
      { kind: 'monthly', nth: -1, weekday: 5, from: '2027-01-30', until: '2027-05-31' },
      ['2027-02-26', '2027-03-26', '2027-04-30', '2027-05-28'],
    ],
    [
      'a weekly rule meets the leap day',
      { kind: 'weekly', every: 1, weekdays: [2], from: '2028-02-22', until: '2028-03-07' },
      ['2028-02-22', '2028-02-29', '2028-03-07'],
    ],
    [
      'a period without such a day has no dates',
      { ...week, weekdays: [7], from: '2027-03-09', until: '2027-03-10' },
      [],
    ],
  ];
  for (const [title, rule, dates] of rules) {
    it(title, () => {
      expect(recurrenceSchema.safeParse(rule).success).to.equal(true);
      expect(datesOf(rule, inTerm)).to.deep.equal(dates);
    });
  }

  it('are refused in words when there are too many, quickly', () => {
    const all = {
      kind: 'weekly',
      every: 1,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '1900-01-01',
      until: '2199-12-31',
    } as const;
    expect(() => datesOf(all)).to.throw(Problem, `more than ${MOST_DATES} dates`);
  });
});

describe('Times of a series', () => {
  const times: [
    title: string,
    date: string,
    from: string,
    to: string,
    starts: string,
    ends: string,
    moved?: [string, string],
  ][] = [
    ['18:00 is 18:00 in winter', '2027-03-23', '18:00', '20:00', '2027-03-23T18:00Z', '2027-03-23T20:00Z'],
    ['and in summer', '2027-03-30', '18:00', '20:00', '2027-03-30T17:00Z', '2027-03-30T19:00Z'],
    [
      'a start that the clocks skip is the first time after it',
      '2027-03-28',
      '01:30',
      '03:00',
      '2027-03-28T01:00Z',
      '2027-03-28T02:00Z',
      ['02:00', '03:00'],
    ],
    [
      'an end that they skip as well',
      '2027-03-28',
      '00:00',
      '01:30',
      '2027-03-28T00:00Z',
      '2027-03-28T01:00Z',
      ['00:00', '02:00'],
    ],
    [
      'a stretch that they skip whole keeps its length',
      '2027-03-28',
      '01:15',
      '01:45',
      '2027-03-28T01:00Z',
      '2027-03-28T01:30Z',
      ['02:00', '02:30'],
    ],
    [
      'a night over the change is an hour shorter',
      '2027-03-27',
      '22:00',
      '06:00',
      '2027-03-27T22:00Z',
      '2027-03-28T05:00Z',
    ],
    ['or an hour longer', '2027-10-30', '22:00', '06:00', '2027-10-30T21:00Z', '2027-10-31T06:00Z'],
    [
      'a time that happens twice is the first',
      '2027-10-31',
      '01:30',
      '03:00',
      '2027-10-31T00:30Z',
      '2027-10-31T03:00Z',
    ],
    ['an end that happens twice too', '2027-10-31', '00:30', '01:30', '2027-10-30T23:30Z', '2027-10-31T00:30Z'],
    ['24:00 is the next midnight', '2028-02-28', '20:00', '24:00', '2028-02-28T20:00Z', '2028-02-29T00:00Z'],
    ['the same time twice is a whole day', '2028-02-29', '10:00', '10:00', '2028-02-29T10:00Z', '2028-03-01T10:00Z'],
  ];
  for (const [title, date, from, to, starts, ends, moved] of times) {
    it(title, () => {
      const wall = moved ? { from: moved[0], to: moved[1], moved: true } : { from, to };
      expect(dated(date, from, to, LONDON)).to.deep.equal({ date, ...wall, starts: at(starts), ends: at(ends) });
    });
  }
  it('an end after midnight counts on', () => {
    expect([endMinute('22:00', '01:00'), endMinute('18:00', '24:00'), endMinute('18:00', '20:00')]).to.deep.equal([
      1500, 1440, 1200,
    ]);
  });
});

type Expected = {
  terms: [string, string][];
  rules: {
    zone: string;
    rule: Recurrence;
    from: string;
    to: string;
    expected: [date: string, starts: number, minutes: number, moved?: 1][];
  }[];
};

/** The table is made by `recurrence_expected.py`, which shares nothing with our code. */
describe('Instants of 200 rules over both clock changes', () => {
  const { terms, rules } = JSON.parse(
    readFileSync(new URL('recurrence-expected.json', import.meta.url), 'utf8'),
  ) as Expected;
  const known = (day: string): boolean => terms.some(([from, to]) => from <= day && day <= to);

  it('are those of an independent calendar', () => {
    expect(rules).to.have.length(200);
    for (const { zone, rule, from, to, expected } of rules) {
      const ours = datesOf(rule, known)
        .map((day) => dated(day, from, to, zone))
        .map(({ date, starts, ends, moved }) => [date, starts, ends - starts, ...(moved ? [1] : [])]);
      expect(ours, JSON.stringify({ zone, rule, from, to })).to.deep.equal(expected);
    }
  });
});

describe('The instants of a date', () => {
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'];
  for (const zone of zones)
    it(`are those that the clocks show, on every day of changing years: ${zone}`, () => {
      for (let day = Temporal.PlainDate.from('2010-12-25'); day.year < 2012; day = day.add({ days: 1 })) {
        const { date, starts, ends, from, to } = dated(day.toString(), '23:30', '02:30', zone);
        const clock = (minute: number): Temporal.ZonedDateTime =>
          Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
        expect(clock(starts).toPlainTime().toString({ smallestUnit: 'minute' }), date).to.equal(from);
        expect(clock(ends).toPlainTime().toString({ smallestUnit: 'minute' }), date).to.equal(to);
        const asked = day.toZonedDateTime({ timeZone: zone, plainTime: '23:30' });
        if (asked.toPlainDate().equals(day)) expect(starts, date).to.equal(asked.epochMilliseconds / 60_000);
      }
    });
});
