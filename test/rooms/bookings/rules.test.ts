import { notFreeBy } from '../../../src/rooms/bookings/not-free-rules.ts';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Booking, BookingState, Occurrence } from '../../../src/rooms/bookings/booking-contract.ts';
import { seriesPlan } from '../../../src/rooms/bookings/booking-plan-rules.ts';
import {
  costOfCancelling,
  freeUntil,
  stateAfterGivingUp,
  tooManyAWeek,
} from '../../../src/rooms/bookings/booking-rules.ts';
import { neutralLabel, recurrenceWords, timeWords } from '../../../src/rooms/bookings/booking-words.ts';
import { meant, tooLateForOwner } from '../../../src/rooms/bookings/cancel-rules.ts';
import { heldStretch } from '../../../src/rooms/bookings/claim-contract.ts';
import { DEFAULT_ROOM_TERMS } from '../../../src/groups/compact/compact-contract.ts';
import { dated } from '../../../src/kernel/recurrence.ts';
import type { Recurrence } from '../../../src/kernel/recurrence-contract.ts';
import { quote } from '../../../src/rooms/spaces/price-rules.ts';
import { UNTOLD, type BookableSpace, type Tariff } from '../../../src/rooms/spaces/space-contract.ts';
import { ruleWished } from '../../../src/rooms/bookings/series-change-rules.ts';

const LONDON = 'Europe/London';
const [DAY, NOW] = [24 * 60, dated('2027-03-03', '09:00', '10:00', LONDON).starts];
const HOURLY: Tariff = { id: '', audience: 'community', basis: 'hour', pence: 1000, from: null };

const room = (id: string): BookableSpace => ({
  ...UNTOLD,
  id,
  number: 1,
  version: 1,
  assetId: '',
  parentId: null,
  name: '',
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: null,
  bookable: true,
  leaves: [1],
  windows: [],
  tariffs: [],
  terms: [],
});
const on = (date: string, more: Partial<Occurrence> = {}): Occurrence => ({
  id: more.originalDate ?? date,
  bookingId: 'b',
  originalDate: date,
  spaceId: 'room',
  state: 'planned',
  exception: null,
  staffed: true,
  charged: false,
  clockMoved: false,
  paidTo: null,
  note: null,
  ...dated(date, '18:00', '20:00', LONDON),
  ...more,
});
const booking = (more: Partial<Booking> = {}): Booking => ({
  id: 'b',
  caseNumber: null,
  areaId: '',
  spaceId: 'room',
  groupId: '',
  state: 'confirmed',
  audience: 'community',
  purpose: '',
  publicLabel: '',
  recurrence: { kind: 'once', date: '2027-03-09' },
  from: '18:00',
  to: '20:00',
  zone: LONDON,
  people: 1,
  layout: null,
  price: {
    lists: { room: { tariffs: [HOURLY], openingCostPence: 0, hirersLiability: null, depositPence: 0 } },
    ownInsurance: false,
    quote: null,
  },
  terms: DEFAULT_ROOM_TERMS,
  requestId: null,
  bookedAt: null,
  notice: null,
  startToldOn: null,
  renewalToldFor: null,
  overOn: null,
  evaluationFrom: null,
  skipsDaysOff: false,
  trial: false,
  startsOn: '',
  endsOn: '',
  holdUntil: null,
  submission: '',
  createdBy: '',
  channel: 'online',
  receivedOn: '',
  readBack: null,
  createdAt: '',
  version: 1,
  ...more,
});

describe('Deadlines of a booking', () => {
  it('are two days before each date for the group, none for a request, and fourteen days for the owner', () => {
    const one = on('2027-03-09');
    expect(one.starts - freeUntil(one, booking())).to.equal(2 * DAY);
    expect(freeUntil(one, booking({ state: 'requested' }))).to.equal(one.starts);
    const dates = [on('2027-03-16'), on('2027-03-17'), on('2027-03-18')];
    expect(tooLateForOwner(booking(), dates, 'repairs', NOW).map(({ date }) => date)).to.deep.equal(['2027-03-16']);
    expect(tooLateForOwner(booking(), dates, 'emergency', NOW)).to.deep.equal([]);
  });

  const costs: [title: string, given: string[], pence: number][] = [
    ['nothing while it is free', ['2027-03-09'], 0],
    ['the date itself when it is late', ['2027-03-04'], 2000],
    ['only what is late of several', ['2027-03-04', '2027-03-09'], 2000],
    ['nothing for nothing', [], 0],
  ];
  for (const [title, given, pence] of costs) {
    it(`cost ${title}`, () => {
      const dates = [on('2027-03-04'), on('2027-03-09')];
      expect(
        costOfCancelling(
          booking(),
          dates,
          dates.filter(({ date }) => given.includes(date)),
          NOW,
          quote,
        ),
      ).to.equal(pence);
    });
  }
  it('cost nobody knows what where the owner has named no price', () => {
    const price = {
      lists: { room: { tariffs: [], openingCostPence: 0, hirersLiability: null, depositPence: 0 } },
      ownInsurance: false,
      quote: null,
    };
    expect(costOfCancelling(booking({ price }), [on('2027-03-04')], [on('2027-03-04')], NOW, quote)).to.equal(null);
  });
});

describe('Dates that are meant', () => {
  const dates = [
    on('2027-03-02'),
    on('2027-03-09'),
    on('2027-03-16', { state: 'cancelled_by_group' }),
    on('2027-03-23'),
    on('2027-03-30'),
  ];
  const cases: [title: string, wish: Parameters<typeof meant>[1], days: string[]][] = [
    ['one', { which: 'one', date: '2027-03-09' }, ['2027-03-09']],
    ['one that is past', { which: 'one', date: '2027-03-02' }, []],
    ['one that was given up', { which: 'one', date: '2027-03-16' }, []],
    ['the rest from a date that was given up', { which: 'rest', date: '2027-03-16' }, ['2027-03-23', '2027-03-30']],
    ['the rest of none', { which: 'rest', date: '2027-03-10' }, []],
    ['all to come', { which: 'all' }, ['2027-03-09', '2027-03-23', '2027-03-30']],
  ];
  for (const [title, wish, days] of cases)
    it(`are ${title}`, () => expect(meant(dates, wish, NOW).map(({ date }) => date)).to.deep.equal(days));
});

describe('How a booking stands when dates are given up', () => {
  const cases: [title: string, was: BookingState, dates: Occurrence[], becomes: BookingState][] = [
    ['as before while one is left', 'confirmed', [on('2027-03-09')], 'confirmed'],
    ['withdrawn when it was asked for', 'offered', [on('2027-03-09', { state: 'cancelled_by_group' })], 'withdrawn'],
    ['cancelled when none was used', 'deposit_due', [on('2027-03-09', { state: 'cancelled_by_owner' })], 'cancelled'],
    [
      'over when some were used',
      'active',
      [on('2027-03-02', { state: 'used' }), on('2027-03-09', { state: 'cancelled_by_group' })],
      'ended',
    ],
  ];
  for (const [title, was, dates, becomes] of cases)
    it(`is ${title}`, () => expect(stateAfterGivingUp(was, dates, NOW)).to.equal(becomes));
});

describe('A rule that changes', () => {
  const weekly: Recurrence = { kind: 'weekly', every: 2, weekdays: [2, 4], from: '2027-03-09', until: '2027-06-01' };
  const cases: [title: string, wish: Parameters<typeof ruleWished>[1], becomes: Recurrence][] = [
    ['only its last day', { until: '2027-07-01' }, { ...weekly, until: '2027-07-01' }],
    ['its day of the week', { weekday: 3 }, { ...weekly, weekdays: [3] }],
    [
      'altogether',
      { recurrence: { kind: 'once', date: '2027-03-09' }, until: '2027-07-01' },
      { kind: 'once', date: '2027-03-09' },
    ],
    ['in nothing', {}, weekly],
  ];
  for (const [title, wish, becomes] of cases)
    it(`changes ${title}`, () => expect(ruleWished({ recurrence: weekly }, wish)).to.deep.equal(becomes));

  /** Weeks from 0 to 11 after 9 March 2027, a Tuesday. */
  const tuesday = (week: number): string => new Date(Date.UTC(2027, 2, 9 + week * 7)).toISOString().slice(0, 10);
  const some = fc.record({
    week: fc.nat(11),
    state: fc.constantFrom('planned' as const, 'planned' as const, 'cancelled_by_group' as const, 'skipped' as const),
    exception: fc.constantFrom(null, null, 'moved' as const, 'added' as const),
    movable: fc.boolean(),
  });
  const series = fc.uniqueArray(some, { selector: ({ week }) => week, maxLength: 12 });

  it('never loses a date or takes one twice, brings back nothing that was given up, and leaves exceptions and late dates alone', () => {
    fc.assert(
      fc.property(series, fc.uniqueArray(fc.nat(11)), fc.constantFrom('18:00', '19:00'), (dates, weeks, from) => {
        const all = dates.map(({ week, state, exception }) =>
          on(tuesday(week), { state, exception, ...(exception ? dated(tuesday(week), '10:00', '11:00', LONDON) : {}) }),
        );
        const open = new Set(dates.flatMap(({ week, movable }) => (movable ? [tuesday(week)] : [])));
        const days = weeks.map(tuesday).toSorted();
        const plan = seriesPlan(
          days,
          all,
          open,
          (date) => ({ date, from, to: '21:00', space: room('room') }),
          LONDON,
          'room',
        );
        const [kept, changed, dropped] = [plan.keep, plan.change.map(({ before }) => before), plan.drop];
        expect([...kept, ...changed, ...dropped].map(({ id }) => id).toSorted()).to.deep.equal(
          all.map(({ id }) => id).toSorted(),
        );
        for (const one of [...changed, ...dropped])
          expect([one.state, open.has(one.id)]).to.deep.equal(['planned', true]);
        for (const one of [...changed, ...dropped])
          if (one.exception === 'added') expect.fail('an added date was touched');
        for (const one of changed) expect(one.exception).to.equal(null);
        expect(plan.add).to.deep.equal(days.filter((day) => !all.some(({ originalDate }) => originalDate === day)));
        const after = new Set(
          [...kept.filter(({ state }) => state === 'planned'), ...changed].map(({ originalDate }) => originalDate),
        );
        for (const day of days)
          expect(
            plan.add.includes(day) ||
              after.has(day) ||
              all.some(({ originalDate, state }) => originalDate === day && state !== 'planned'),
          ).to.equal(true);
      }),
    );
  });

  it('to itself changes nothing', () => {
    fc.assert(
      fc.property(series, (dates) => {
        const all = dates.map(({ week, state }) => on(tuesday(week), { state }));
        const plan = seriesPlan(
          all.map(({ originalDate }) => originalDate).toSorted(),
          all,
          new Set(all.map(({ id }) => id)),
          (date) => ({ date, from: '18:00', to: '20:00', space: room('room') }),
          LONDON,
          'room',
        );
        expect([plan.add, plan.change, plan.drop]).to.deep.equal([[], [], []]);
      }),
    );
  });
});

describe('A group’s share of a week', () => {
  it('counts from Monday to Sunday, what it has already first', () => {
    expect([...tooManyAWeek(['2027-03-07', '2027-03-08', '2027-03-01'], ['2027-03-03'], 2)]).to.deep.equal([
      '2027-03-07',
    ]);
    expect([...tooManyAWeek(['2027-03-08', '2027-03-14'], [], 2)]).to.deep.equal([]);
  });
});

describe('Words of a booking', () => {
  const rules: [Recurrence, string, string][] = [
    [{ kind: 'once', date: '2027-03-09' }, 'on Tuesday 9 March 2027', 'Community group – meeting'],
    [
      { kind: 'weekly', every: 1, weekdays: [4, 2], from: '2027-03-09', until: '2027-04-01', termTime: 'only' },
      'every Tuesday and Thursday, in term time',
      'Community group – weekly meeting',
    ],
    [
      { kind: 'weekly', every: 2, weekdays: [1], from: '2027-03-09', until: '2027-04-01' },
      'every second week on Monday',
      'Community group – regular meeting',
    ],
    [
      { kind: 'monthly', nth: -1, weekday: 5, from: '2027-03-09', until: '2027-09-01' },
      'on the last Friday of each month',
      'Community group – monthly meeting',
    ],
    [{ kind: 'dates', dates: ['2027-03-09', '2027-03-11'] }, 'on 2 dates', 'Community group – regular meeting'],
  ];
  for (const [rule, words, label] of rules)
    it(`say “${words}”`, () => expect([recurrenceWords(rule), neutralLabel(rule)]).to.deep.equal([words, label]));
  it('say when a time runs into the next day', () =>
    expect([timeWords('22:00', '01:00'), timeWords('18:00', '24:00')]).to.deep.equal([
      '22:00 to 01:00 the next day',
      '18:00 to midnight',
    ]));
});

describe('The time that a booking holds', () => {
  it('is its own and the minutes before and after', () =>
    expect(heldStretch({ minutesBefore: 10, minutesAfter: 20 }, { starts: 100, ends: 200 })).to.deep.equal({
      starts: 90,
      ends: 220,
      before: 10,
      after: 20,
    }));
});

describe('A neighbour of a date, where only the minutes between are in the way', () => {
  const night = (date: string, from: string, to: string) => ({
    ...dated(date, from, to, 'Europe/London'),
    date,
    from,
    to,
  });
  const times = (is: 'before' | 'after', of: ReturnType<typeof night>, at: number, free: number) =>
    notFreeBy({ kind: 'booking', beside: { is, at, free } }, of).neighbour;

  it('has its times on the clock of that end beside which it lies', () => {
    const evening = night('2027-03-09', '18:00', '20:00');
    expect(times('before', evening, evening.starts, evening.starts + 45)).to.include({ at: '18:00', free: '18:45' });
    expect(times('after', evening, evening.ends + 15, evening.ends - 15)).to.include({ at: '20:15', free: '19:45' });
  });
  it('has them right where the clocks change in between', () => {
    for (const day of ['2027-03-27', '2027-10-30']) {
      const one = night(day, '22:00', '04:00');
      expect(times('before', one, one.starts - 15, one.starts + 30), day).to.include({ at: '21:45', free: '22:30' });
      expect(times('after', one, one.ends + 30, one.ends - 15), day).to.include({ at: '04:30', free: '03:45' });
    }
  });
});
