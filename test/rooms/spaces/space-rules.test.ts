import { expect } from 'chai';
import { mayBook, windowsOn } from '../../../src/rooms/spaces/opening-rules.ts';
import { quote } from '../../../src/rooms/spaces/price-rules.ts';
import { partsWords, reckonedWords } from '../../../src/rooms/spaces/space-words.ts';
import { nextYearIn } from '../../../src/rooms/spaces/year-copy-rules.ts';
import {
  UNTOLD,
  type BookableSpace,
  type OpeningWindow,
  type Tariff,
  type Verdict,
} from '../../../src/rooms/spaces/space-contract.ts';

const MOMENT = { today: '2026-12-22', minute: 9 * 60, daysOff: new Set(['2026-12-25', '2026-12-28']) };
const EVENING = { from: 18 * 60, to: 20 * 60 };
const window = (details: Partial<OpeningWindow>): OpeningWindow => ({
  id: '',
  weekday: 2,
  from: 17 * 60,
  to: 21 * 60,
  seasonFrom: null,
  seasonTo: null,
  term: 'always',
  approval: 'owner',
  publishedOpen: true,
  staffed: true,
  note: null,
  ...details,
});
const tariff = (details: Partial<Tariff>): Tariff => ({
  id: '',
  audience: 'community',
  basis: 'hour',
  pence: 1250,
  from: null,
  ...details,
});
const room = (details: Partial<BookableSpace> = {}): BookableSpace => ({
  ...UNTOLD,
  id: 'room',
  number: 1,
  version: 1,
  assetId: 'asset',
  parentId: null,
  name: 'Group room',
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: 18,
  bookable: true,
  leaves: [1],
  windows: [window({})],
  tariffs: [tariff({})],
  terms: [],
  ...details,
});
const refusal = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.refusal);

describe('Whether a space may be booked', () => {
  const cases: [
    title: string,
    space: Partial<BookableSpace>,
    wanted: { date?: string; from?: number; to?: number; people?: number },
    says: string,
  ][] = [
    ['an evening inside its window', {}, {}, 'ok'],
    ['more people than fit', {}, { people: 19 }, 'too_many_people'],
    ['as many as fit', {}, { people: 18 }, 'ok'],
    ['any number where nobody told us how many fit', { capacity: null }, { people: 500 }, 'ok'],
    ['a room that is only described', { bookable: false }, {}, 'not_bookable'],
    ['shorter than it is let', { shortestMinutes: 180 }, {}, 'too_short'],
    ['longer than it is let', { longestMinutes: 60 }, {}, 'too_long'],
    ['a start between the steps', { stepMinutes: 30 }, { from: 18 * 60 + 15, to: 20 * 60 }, 'wrong_start'],
    ['an end at an odd minute', { stepMinutes: 30 }, { from: 18 * 60, to: 19 * 60 + 1 }, 'wrong_end'],
    ['an end on the room’s own step', { stepMinutes: 20 }, { from: 18 * 60, to: 19 * 60 + 20 }, 'ok'],
    ['a quarter of an hour beyond its step', { stepMinutes: 60 }, { from: 18 * 60, to: 19 * 60 + 15 }, 'ok'],
    ['yesterday', { noticeHours: 0 }, { date: '2026-12-21' }, 'past'],
    ['tomorrow where two days’ notice is asked', {}, { date: '2026-12-23' }, 'too_soon'],
    ['further ahead than it is let', { daysAhead: 3 }, { date: '2026-12-29' }, 'too_far_ahead'],
    ['a bank holiday', { windows: [window({ weekday: 1 })] }, { date: '2026-12-28' }, 'bank_holiday'],
    [
      'a bank holiday where it stays open',
      { windows: [window({ weekday: 1 })], closedOnBankHolidays: false },
      { date: '2026-12-28' },
      'ok',
    ],
    ['a weekday on which it is closed', {}, { date: '2026-12-30' }, 'not_open'],
    ['an evening that runs past the window', {}, { to: 22 * 60 }, 'not_open'],
    [
      'holidays of a room that is open in term only',
      { windows: [window({ term: 'term_time' })], terms: [{ name: 'Spring', from: '2027-01-04', to: '2027-03-25' }] },
      {},
      'outside_terms',
    ],
    [
      'term of a room that is open in term only',
      { windows: [window({ term: 'term_time' })], terms: [{ name: 'Spring', from: '2027-01-04', to: '2027-03-25' }] },
      { date: '2027-01-05' },
      'ok',
    ],
    ['a season that is over', { windows: [window({ seasonTo: '2026-12-28' })] }, {}, 'not_open'],
    ['the last day of a season', { windows: [window({ seasonTo: '2026-12-29' })] }, {}, 'ok'],
    ['two windows that meet', { windows: [window({ to: 19 * 60 }), window({ from: 19 * 60 })] }, {}, 'ok'],
    ['two windows with a gap', { windows: [window({ to: 19 * 60 }), window({ from: 19 * 60 + 15 })] }, {}, 'not_open'],
    [
      'past midnight into the next day’s window',
      { windows: [window({ to: 24 * 60 }), window({ weekday: 3, from: 0, to: 60 })] },
      { from: 22 * 60, to: 25 * 60 },
      'ok',
    ],
  ];
  for (const [title, space, { people = 0, ...wanted }, says] of cases) {
    it(`says of ${title}: ${says}`, () =>
      expect(refusal(mayBook(room(space), { date: '2026-12-29', ...EVENING, ...wanted }, people, MOMENT))).to.equal(
        says,
      ));
  }

  it('takes the most careful of the windows that are needed', () => {
    const windows = [
      window({ to: 19 * 60, approval: 'instant' }),
      window({ from: 19 * 60, approval: 'owner', publishedOpen: false, staffed: false }),
    ];
    expect(mayBook(room({ windows }), { date: '2026-12-29', ...EVENING }, 0, MOMENT)).to.deep.equal({
      ok: true,
      approval: 'owner',
      publishedOpen: false,
      staffed: false,
    });
    expect(mayBook(room({ windows }), { date: '2026-12-29', from: 17 * 60, to: 19 * 60 }, 0, MOMENT)).to.deep.include({
      approval: 'instant',
      publishedOpen: true,
      staffed: true,
    });
  });
  it('shows no window on a day off', () =>
    expect(windowsOn(room({ windows: [window({ weekday: 1 })] }), '2026-12-28', MOMENT.daysOff)).to.deep.equal([]));
});

describe('The name of a term in the next year', () => {
  for (const [name, next] of [
    ['Spring 2027', 'Spring 2028'],
    ['Autumn 2026/27', 'Autumn 2027/28'],
    ['2029–30 summer', '2030–31 summer'],
    ['1999/00', '1999/00'],
    ['Lent', 'Lent'],
    ['Term 2 of 2098/99', 'Term 2 of 2099/00'],
  ] as const) {
    it(`of ${name} is ${next}`, () => expect(nextYearIn(name)).to.equal(next));
  }
});

describe('The price of a booking', () => {
  const dates = (count: number, staffed = true) =>
    Array.from({ length: count }, (_, week) => ({
      date: `2027-01-${String(week + 1).padStart(2, '0')}`,
      ...EVENING,
      staffed,
    }));
  const total = (space: Partial<BookableSpace>, count = 1, own = false, staffed = true): number | undefined =>
    quote(room(space), 'community', dates(count, staffed), own)?.totalPence;

  it('is the worked case: two hours on 12 dates at £12.50, with 12% for the building’s insurance', () => {
    const library = room({
      hirersLiability: { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null },
      depositPence: 3000,
    });
    expect(quote(library, 'community', dates(12), false)).to.deep.equal({
      hirePence: 30_000,
      openingPence: 0,
      insurancePence: 3_600,
      depositPence: 3_000,
      totalPence: 33_600,
      lines: [
        { label: 'Hire by the hour', count: 24, pence: 30_000 },
        { label: 'The building’s insurance for hirers', count: 1, pence: 3_600 },
      ],
    });
    expect(quote(library, 'community', dates(12), true)?.insurancePence).to.equal(0);
  });
  it('takes the cheapest way to pay for each date', () =>
    expect(total({ tariffs: [tariff({}), tariff({ basis: 'half_day', pence: 2_000 })] })).to.equal(2_000));
  it('has a line for each rate, so that whoever multiplies finds the same sum', () =>
    expect(
      quote(room({ tariffs: [tariff({}), tariff({ pence: 1_500, from: '2027-01-02' })] }), 'community', dates(3), true)
        ?.lines,
    ).to.deep.equal([
      { label: 'Hire by the hour', count: 2, pence: 2_500 },
      { label: 'Hire by the hour', count: 4, pence: 6_000 },
    ]));
  it('says how each line is reckoned, and that part of an hour counts as a whole one', () => {
    const lines = quote(room({ tariffs: [tariff({})] }), 'community', dates(1), true)?.lines ?? [];
    expect([lines.map(reckonedWords), partsWords(lines)]).to.deep.equal([
      ['2 hours at £12.50'],
      'On each date part of an hour counts as a whole one.',
    ]);
    expect(reckonedWords({ label: 'Hire by the hour', count: 80, pence: 0 })).to.equal('');
  });
  it('takes the price that is in force on the date', () =>
    expect(total({ tariffs: [tariff({}), tariff({ pence: 1_500, from: '2027-01-02' })] }, 2)).to.equal(2_500 + 3_000));
  it('is one price for all dates where there is no other', () =>
    expect(total({ tariffs: [tariff({ basis: 'fixed', pence: 9_900 })] }, 5)).to.equal(9_900));
  it('charges for opening where nobody is there', () =>
    expect(total({ openingCostPence: 1_800 }, 3, false, false)).to.equal(3 * (2_500 + 1_800)));
  it('asks at least the minimum for insurance', () =>
    expect(
      total({
        hirersLiability: {
          available: true,
          cost: { kind: 'percent', percent: 12, minimumPence: 500 },
          exclusions: null,
        },
      }),
    ).to.equal(2_500 + 500));
  it('is not known where the owner has given none for this kind of group', () =>
    expect(quote(room(), 'commercial', dates(1), false)).to.equal(null));
  it('is nothing where the owner asks nothing', () => expect(total({ tariffs: [tariff({ pence: 0 })] })).to.equal(0));
});
