import { expect } from 'chai';
import { conditionsFor } from '../../../src/rooms/requests/condition-rules.ts';
import { aboveBudget } from '../../../src/rooms/requests/need-rules.ts';
import {
  OVER_STATES,
  REQUEST_STATES,
  type AskedRoom,
  type Move,
  type Passport,
  type Paper,
  type Wish,
} from '../../../src/rooms/requests/request-contract.ts';
import {
  after,
  depositOf,
  isPast,
  missingParts,
  movesFrom,
  offerLapsesOn,
  ownerDueOn,
  warnOn,
  whyNoDefault,
} from '../../../src/rooms/requests/request-rules.ts';
import { requestDue } from '../../../src/rooms/requests/request-standing-rules.ts';
import { DEFAULT_ROOM_TERMS } from '../../../src/groups/compact/compact-contract.ts';
import type { HirersLiability, Quote } from '../../../src/rooms/spaces/space-contract.ts';

const CHRISTMAS = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);
const TERMS = DEFAULT_ROOM_TERMS;

describe('The states of a room request', () => {
  it('have an exit and somebody whose turn it is, all but those that are over', () => {
    for (const state of REQUEST_STATES) {
      const over = OVER_STATES.includes(state);
      expect(movesFrom(state).length > 0, `${state}: exits`).to.equal(!over);
      expect(requestDue({ state, dueOn: null }).turn === 'nobody', `${state}: turn`).to.equal(over);
    }
  });

  it('can each be reached from a draft', () => {
    const reached = new Set(['draft']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const state of REQUEST_STATES.filter((one) => reached.has(one)))
        for (const move of movesFrom(state)) reached.add(after(state, move) ?? '');
    }
    expect([...reached].toSorted()).to.deep.equal([...REQUEST_STATES].toSorted());
  });

  it('let a group withdraw at any time before it is confirmed, and everything that is sent lapse', () => {
    for (const state of REQUEST_STATES.filter((one) => !OVER_STATES.includes(one))) {
      expect(after(state, 'withdraw'), state).to.equal('withdrawn');
      if (state !== 'draft') expect(after(state, 'lapse'), state).to.equal('lapsed');
    }
  });

  const refused: [from: (typeof REQUEST_STATES)[number], move: Move][] = [
    ['draft', 'offer'],
    ['incomplete', 'offer'],
    ['incomplete', 'offer_by_default'],
    ['chasing', 'offer_by_default'],
    ['with_broker', 'offer'],
    ['asked', 'take'],
    ['asked', 'confirm'],
    ['deposit_due', 'offer'],
    ['deposit_due', 'take'],
    ['confirmed', 'withdraw'],
    ['withdrawn', 'offer'],
    ['lapsed', 'take'],
    ['declined', 'ask_next'],
  ];
  for (const [from, move] of refused)
    it(`refuse “${move}” in “${from}”`, () => expect(after(from, move)).to.equal(null));

  it('have the broker help to find a second person (C7)', () => {
    expect(requestDue({ state: 'incomplete', dueOn: null }).turn).to.equal('group_and_broker');
  });
});

describe('The clock of a room request', () => {
  const due: [title: string, from: string, told: string, more: Partial<typeof TERMS>, expected: string][] = [
    ['the worked case: asked on Tuesday before Christmas', '2026-12-22', '2026-12-22', {}, '2026-12-31'],
    ['asked on a Saturday: as on the Friday before', '2026-12-19', '2026-12-19', {}, '2026-12-29'],
    ['the Friday before', '2026-12-18', '2026-12-18', {}, '2026-12-29'],
    ['asked on a bank holiday', '2026-12-25', '2026-12-25', {}, '2027-01-05'],
    ['another area’s eight working days', '2026-12-22', '2026-12-22', { owner_answers_wd: 8 }, '2027-01-06'],
    ['rung in on the 22nd, typed on the 23rd', '2026-12-22', '2026-12-23', {}, '2026-12-31'],
    ['typed after its time had run out: the warning’s days are left', '2026-12-10', '2026-12-22', {}, '2026-12-23'],
    [
      'no days at all, by an area’s own choice',
      '2026-12-22',
      '2026-12-22',
      { owner_answers_wd: 0, warn_owner_wd: 0 },
      '2026-12-22',
    ],
  ];
  for (const [title, from, told, more, expected] of due)
    it(`gives the owner until ${expected}: ${title}`, () =>
      expect(ownerDueOn(from, told, { ...TERMS, ...more }, CHRISTMAS)).to.equal(expected));

  it('warns the owner working days before', () => {
    expect(warnOn('2026-12-31', TERMS, CHRISTMAS)).to.equal('2026-12-30');
    expect(warnOn('2026-12-29', { ...TERMS, warn_owner_wd: 2 }, CHRISTMAS)).to.equal('2026-12-23');
  });
  it('lets a due day last to its end', () => {
    expect([
      isPast('2026-12-31', '2026-12-31'),
      isPast('2026-12-31', '2027-01-01'),
      isPast(null, '2027-01-01'),
    ]).to.deep.equal([false, true, false]);
  });
  it('counts the days of an offer from when the group was told, not from when our clock should have run', () => {
    expect(offerLapsesOn('2026-12-31', '2026-12-31', TERMS)).to.equal('2027-01-10');
    expect(offerLapsesOn('2026-12-31', '2027-01-03', TERMS)).to.equal('2027-01-13');
  });
  it('asks for no higher deposit than the area allows', () => {
    expect([
      depositOf({ depositPence: 3_000 }, TERMS),
      depositOf({ depositPence: 15_000 }, TERMS),
      depositOf({ depositPence: 0 }, TERMS),
    ]).to.deep.equal([3_000, 5_000, 0]);
  });
});

describe('Silence of an owner', () => {
  const room: AskedRoom = {
    approval: 'owner',
    publishedOpen: true,
    compact: { id: '', officer: '', minuteRef: '' },
    dates: [],
    leftOut: [],
    test: 'passed',
    quote: { hirePence: 0, openingPence: 0, insurancePence: 0, depositPence: 0, totalPence: 0, lines: [] },
  };
  const cases: [title: string, room: Partial<AskedRoom>, passport: Passport['state'], why: string[]][] = [
    ['is an offer where all is in order', {}, 'passed', []],
    ['is none where a date was not published as open (C4)', { publishedOpen: false }, 'passed', ['not_published']],
    ['is none of an owner outside the compact', { compact: null }, 'passed', ['not_in_compact']],
    ['is none for a group whose pass has ended since', {}, 'ended', ['no_passport']],
    ['is none for who pays another price and has no test', {}, 'none', ['no_passport']],
    ['is none for a group that is being scored', { test: 'waiting' }, 'waiting', ['no_passport']],
    ['is none of an owner that has not heard of the pass', { test: 'waiting' }, 'passed', ['passed_since']],
    ['is none where no price is named', { quote: null }, 'passed', ['no_price']],
    ['is none where the owner wants to talk first', { approval: 'negotiation' }, 'passed', ['by_negotiation']],
    [
      'is none for several reasons at once',
      { compact: null, publishedOpen: false },
      'nearly',
      ['not_published', 'not_in_compact', 'no_passport'],
    ],
  ];
  for (const [title, more, state, why] of cases)
    it(title, () => expect(whyNoDefault({ ...room, ...more }, { state })).to.deep.equal(why));
});

describe('What a request lacks', () => {
  const lead = { role: 'group_lead' };
  it('is a deputy where one person is named (C7)', () =>
    expect(missingParts([lead, { role: 'group_member' }])).to.deep.equal(['deputy']));
  it('is nothing where two people are named, whatever the test says', () =>
    expect(missingParts([lead, { role: 'group_deputy' }])).to.deep.equal([]));
});

describe('What must be in order before the first date', () => {
  const cover: HirersLiability = { available: true, cost: { kind: 'free' }, exclusions: null };
  const insurance = (expiresOn: string | null): Paper => ({ kind: 'insurance', expiresOn });
  const [first, last] = ['2027-01-05', '2027-12-14'];
  const cases: [
    title: string,
    wish: { ownInsurance?: boolean; safeguarding?: boolean },
    papers: Paper[],
    liability: HirersLiability | null,
    expected: [string, string][],
  ][] = [
    ['nothing where the building’s cover goes', {}, [], cover, []],
    ['a certificate where there is no cover and none of one’s own', {}, [], null, [['insurance', first]]],
    ['a certificate where the group has said it has one', { ownInsurance: true }, [], cover, [['insurance', first]]],
    ['nothing where the certificate lasts to the last date', { ownInsurance: true }, [insurance(last)], cover, []],
    [
      'a new one on the day after it runs out',
      { ownInsurance: true },
      [insurance('2027-06-30')],
      cover,
      [['insurance_expires', '2027-07-01']],
    ],
    [
      'a new one at once where it has run out before the first date',
      { ownInsurance: true },
      [insurance('2027-01-04')],
      cover,
      [['insurance', first]],
    ],
    [
      'the longest of several counts',
      { ownInsurance: true },
      [insurance('2027-06-30'), insurance('2028-06-30')],
      cover,
      [],
    ],
    ['a safeguarding paper where children come', { safeguarding: true }, [], cover, [['safeguarding', first]]],
    [
      'nothing where that paper has no last day',
      { safeguarding: true },
      [{ kind: 'safeguarding', expiresOn: null }],
      cover,
      [],
    ],
  ];
  for (const [title, wish, papers, liability, expected] of cases) {
    it(`is ${title}`, () =>
      expect(
        conditionsFor({ ownInsurance: false, safeguarding: false, ...wish }, papers, liability, first, last).map(
          ({ kind, due }) => [kind, due],
        ),
      ).to.deep.equal(expected));
  }
});

describe('What a group can pay', () => {
  const quote = (totalPence: number): Quote => ({
    hirePence: totalPence,
    openingPence: 0,
    insurancePence: 0,
    depositPence: 0,
    totalPence,
    lines: [],
  });
  const cases: [title: string, most: Wish['most'], to: string, totalPence: number, above: number | null][] = [
    ['in all', { pence: 10_000, per: 'all' }, '20:00', 10_500, 500],
    ['for each date', { pence: 2_500, per: 'date' }, '20:00', 10_500, 500],
    ['for each hour', { pence: 1_250, per: 'hour' }, '20:00', 10_500, 500],
    ['for each hour of a night', { pence: 1_250, per: 'hour' }, '02:00', 40_500, 500],
    ['exactly', { pence: 10_500, per: 'all' }, '20:00', 10_500, null],
    ['whatever it costs', null, '20:00', 10_500, null],
  ];
  for (const [title, most, to, totalPence, above] of cases)
    it(`is compared ${title}`, () =>
      expect(aboveBudget({ most, from: '18:00', to }, quote(totalPence), 4)).to.equal(above));
  it('says nothing of a price that nobody knows', () =>
    expect(aboveBudget({ most: { pence: 1, per: 'all' }, from: '18:00', to: '20:00' }, null, 4)).to.equal(null));
});
