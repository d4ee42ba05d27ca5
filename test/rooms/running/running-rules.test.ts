import { expect } from 'chai';
import type { ClosureReason } from '../../../src/rooms/bookings/closure-contract.ts';
import {
  blockedDays,
  daysOf,
  gapsBetween,
  runsOf,
  stretchesOf,
} from '../../../src/rooms/running/closure-days-rules.ts';
import { inNextYear } from '../../../src/rooms/running/copy-rules.ts';
import { checkInFor, isMorning, openBy } from '../../../src/rooms/running/tonight-rules.ts';

const ZONE = 'Europe/London';
const minute = (instant: string): number => Date.parse(instant) / 60_000;

describe('Rules of closed days', () => {
  const calendars = {
    before: [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ],
    after: [
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-27',
      '2027-12-28',
    ],
    gaps: [
      { from: '2027-03-27', to: '2027-04-11', after: 'Spring' },
      { from: '2027-07-24', to: '2027-09-01', after: 'Summer' },
    ],
  };
  const copied: [title: string, from: string, to: string, reason: ClosureReason, becomes: [string, string, string]][] =
    [
      [
        'Good Friday to Good Friday, whatever the reason says',
        '2026-04-03',
        '2026-04-03',
        'other',
        ['2027-03-26', '2027-03-26', 'bank_holiday'],
      ],
      [
        'the substitute for Boxing Day to the next one',
        '2026-12-28',
        '2026-12-28',
        'bank_holiday',
        ['2027-12-28', '2027-12-28', 'bank_holiday'],
      ],
      [
        'Easter holidays to this year’s',
        '2026-03-28',
        '2026-04-12',
        'school_holiday',
        ['2027-03-27', '2027-04-11', 'school_holiday'],
      ],
      [
        'school holidays of which nobody has told this year’s to the same weekdays',
        '2026-10-26',
        '2026-10-30',
        'school_holiday',
        ['2027-10-25', '2027-10-29', 'weekday'],
      ],
      [
        'a Thursday of elections to a Thursday',
        '2026-05-07',
        '2026-05-07',
        'election',
        ['2027-05-06', '2027-05-06', 'weekday'],
      ],
      [
        'a week to a week, nearest to the same date',
        '2026-02-14',
        '2026-02-20',
        'repairs',
        ['2027-02-13', '2027-02-19', 'weekday'],
      ],
      [
        'the end of a long year not into the next',
        '2026-12-24',
        '2026-12-24',
        'staffing',
        ['2027-12-23', '2027-12-23', 'weekday'],
      ],
    ];
  for (const [title, from, to, reason, becomes] of copied) {
    it(`copies ${title}`, () => {
      const next = inNextYear({ from, to, reason }, calendars);
      expect([next.from, next.to, next.how]).to.deep.equal(becomes);
    });
  }

  it('copies a bank holiday to the nearest where the years have not as many', () => {
    const fewer = { ...calendars, after: calendars.after.slice(1) };
    expect(inNextYear({ from: '2026-05-04', to: '2026-05-04', reason: 'bank_holiday' }, fewer).from).to.equal(
      '2027-05-03',
    );
  });

  it('puts days that follow each other together, and keeps hours apart', () => {
    const days = ['2027-03-27', '2027-03-28', '2027-04-02'];
    expect(runsOf(days)).to.deep.equal([
      { from: '2027-03-27', to: '2027-03-28' },
      { from: '2027-04-02', to: '2027-04-02' },
    ]);
    // The clocks go forward on 28 March 2027: the second day has 23 hours.
    expect(
      stretchesOf({ days: days.slice(0, 2), hours: null }, ZONE).map(({ starts, ends }) => (ends - starts) / 60),
    ).to.deep.equal([47]);
    expect(stretchesOf({ days, hours: { from: '18:00', to: '24:00' } }, ZONE)).to.have.lengthOf(3);
  });

  it('knows which days a booking touches, with what is kept free around it', () => {
    const held = [{ starts: minute('2027-03-05T22:00:00Z'), ends: minute('2027-03-06T00:15:00Z') }];
    expect([
      ...blockedDays({ days: ['2027-03-04', '2027-03-05', '2027-03-06', '2027-03-07'], hours: null }, held, ZONE),
    ]).to.deep.equal(['2027-03-05', '2027-03-06']);
    expect(blockedDays({ days: ['2027-03-05'], hours: { from: '08:00', to: '22:00' } }, held, ZONE).size).to.equal(0);
  });

  it('finds the holidays between terms', () => {
    const terms = [
      { name: 'Summer', from: '2027-04-12', to: '2027-07-23' },
      { name: 'Spring', from: '2027-01-04', to: '2027-03-26' },
      { name: 'Late', from: '2027-07-24', to: '2027-07-30' },
    ];
    expect(gapsBetween(terms, '2027-03-03')).to.deep.equal([{ from: '2027-03-27', to: '2027-04-11', after: 'Spring' }]);
    expect(gapsBetween(terms, '2027-04-12')).to.deep.equal([]);
  });

  it('shows a closure in the days it was made from', () => {
    for (const wanted of [
      { days: ['2027-03-28', '2027-03-29'], hours: null },
      { days: ['2027-05-06'], hours: { from: '07:00', to: '22:00' } },
      { days: ['2027-05-06'], hours: { from: '14:00', to: '24:00' } },
    ]) {
      const [stretch] = stretchesOf(wanted, ZONE);
      expect(stretch && daysOf(stretch, ZONE)).to.deep.equal({
        from: wanted.days[0],
        to: wanted.days.at(-1),
        hours: wanted.hours,
      });
    }
  });
});

describe('Rules of tonight', () => {
  const [starts, ends] = [minute('2027-03-03T18:00:00Z'), minute('2027-03-03T20:00:00Z')];
  const at = (instant: string, state: 'planned' | 'used' | 'cancelled_by_group' = 'planned') => {
    const now = { day: instant.slice(0, 10), clock: instant.slice(11, 16), minute: minute(instant), zone: ZONE };
    const { came, nobody, undo } = checkInFor({ state, starts, ends, changedAt: '2027-03-03T18:10:00.000Z' }, now);
    return [came && 'came', nobody && 'nobody', undo && 'undo'].filter(Boolean).join(' ');
  };
  const told: [string, string][] = [
    ['2027-03-03T16:59:00Z', ''],
    ['2027-03-03T17:00:00Z', 'came'],
    ['2027-03-03T18:00:00Z', 'came nobody'],
    ['2027-03-04T19:59:00Z', 'came nobody'],
    ['2027-03-04T20:00:00Z', ''],
  ];
  for (const [instant, may] of told)
    it(`lets ${may || 'nothing'} be told at ${instant}`, () => expect(at(instant)).to.equal(may));

  it('lets what was told be taken back until midnight, and nothing be told of what was cancelled', () => {
    expect([
      at('2027-03-03T23:59:00Z', 'used'),
      at('2027-03-04T00:01:00Z', 'used'),
      at('2027-03-03T18:00:00Z', 'cancelled_by_group'),
    ]).to.deep.equal(['undo', '', '']);
  });

  it('opens before the minutes kept free for setting up, never the day before', () => {
    const room = (minutesBefore: number) => ({
      id: '',
      name: '',
      floor: null,
      equipment: [],
      caretaking: null,
      minutesBefore,
    });
    expect([
      openBy({ from: '18:00', room: room(15) }),
      openBy({ from: '00:10', room: room(30) }),
      openBy({ from: '18:00', room: room(0) }),
    ]).to.deep.equal(['17:45', '00:00', '18:00']);
  });

  it('has for the morning what ends by noon', () => {
    expect([
      isMorning({ from: '10:00', to: '12:00' }),
      isMorning({ from: '10:00', to: '12:15' }),
      isMorning({ from: '22:00', to: '02:00' }),
    ]).to.deep.equal([true, false, false]);
  });
});
