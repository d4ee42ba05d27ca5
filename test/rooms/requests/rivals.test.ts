import { expect } from 'chai';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  asGood,
  inTurn,
  mustDraw,
  overlap,
  whoGoesFirst,
  whyFirst,
  type Contender,
  type Rival,
} from '../../../src/rooms/requests/competition-rules.ts';
import { candidateOf, drawnFrom, numberOf, seedOf } from '../../../src/rooms/requests/draw-rules.ts';
import type { Comparison } from '../../../src/rooms/requests/rival-contract.ts';
import { verdictBetween, verdictsFor } from '../../../src/rooms/requests/verdict-rules.ts';
import { hoursWords, whyWords } from '../../../src/rooms/requests/rival-words.ts';

const TIE = 5;
const one = (optionId: string, points: number | null, more: Partial<Contender> = {}): Contender => ({
  optionId,
  benefit: points === null ? null : { points, possible: 100 },
  minutes: 0,
  number: '',
  completeOn: '2026-12-22',
  completeAt: '2026-12-22T10:00:00Z',
  ...more,
});
const order = (all: Contender[], tie = TIE): string =>
  inTurn(all, tie)
    .map(({ optionId }) => optionId)
    .join(' ');

describe('Who goes first of several that want the same dates', () => {
  const cases: [title: string, all: Contender[], expected: string][] = [
    ['the higher result, where the gap is 5 points', [one('a', 70), one('b', 75)], 'b a'],
    [
      'who has had fewer hours, where it is less',
      [one('a', 70, { minutes: 60 }), one('b', 74, { minutes: 90 })],
      'a b',
    ],
    [
      'the lower number in the draw after that',
      [one('a', 70, { number: 'f0' }), one('b', 74, { number: '0f' })],
      'b a',
    ],
    [
      'who has passed before who has not, though with more hours',
      [one('a', null), one('b', 1, { minutes: 900 })],
      'b a',
    ],
    [
      'among those that have not passed, who has had fewer hours',
      [one('a', null, { minutes: 2 }), one('b', null, { minutes: 1 })],
      'b a',
    ],
    [
      'a group’s own earlier request, where it asks twice',
      [one('a', 70, { completeAt: '2026-12-22T11:00:00Z' }), one('b', 70)],
      'b a',
    ],
    [
      'of 70, 67 and 64 one that is near the best',
      [one('a', 70, { minutes: 3 }), one('b', 67, { minutes: 2 }), one('c', 64, { minutes: 1 })],
      'b a c',
    ],
    [
      'then the best of those that are left',
      [one('a', 70, { minutes: 9 }), one('b', 66, { minutes: 1 }), one('c', 62, { minutes: 2 })],
      'b a c',
    ],
  ];
  for (const [title, all, expected] of cases)
    it(title, () => {
      expect(order(all)).to.equal(expected);
      expect(order(all.toReversed()), 'in the other order').to.equal(expected);
    });

  it('does not depend on who was complete first, unless it is the same group', () => {
    const later = { completeOn: '2026-12-23', completeAt: '2026-12-23T10:00:00Z' };
    expect(order([one('a', 70, { number: '2' }), one('b', 70, { number: '1', ...later })])).to.equal('b a');
  });

  it('compares in whole numbers: a gap of exactly 5.0 is none, whatever each is counted in', () => {
    const of = (points: number, possible: number) => ({ points, possible });
    expect(asGood(of(260, 400), of(280, 400), TIE), '65 and 70').to.equal(false);
    expect(asGood(of(261, 400), of(280, 400), TIE), '65.25 and 70').to.equal(true);
    expect(asGood(of(13, 20), of(280, 400), TIE), 'in twentieths').to.equal(false);
    expect(asGood(of(1, 3), of(115, 300), TIE), 'a third and 38.3').to.equal(false);
    expect(asGood(of(72, 80), of(360, 400), 0), 'the same, in an area without a tie').to.equal(true);
    expect(asGood(of(359, 400), of(360, 400), 0)).to.equal(false);
  });

  const contenders = fc.uniqueArray(
    fc.record({
      optionId: fc.uuid(),
      benefit: fc.option(
        fc.record({ points: fc.integer({ min: 0, max: 40 }), possible: fc.constantFrom(40, 60, 400) }),
      ),
      minutes: fc.integer({ min: 0, max: 2 }),
      number: fc.constantFrom('', '1', '2'),
      completeOn: fc.constantFrom('2026-12-22', '2026-12-23'),
      completeAt: fc.constant(''),
    }),
    { selector: ({ optionId }) => optionId, minLength: 1, maxLength: 7 },
  );
  it('is the same whatever order they come in, with everybody in it once, and nobody before a clearly better one', () =>
    fc.assert(
      fc.property(contenders, fc.integer({ min: 0, max: 30 }), fc.gen(), (all, tie, g) => {
        const sorted = inTurn(all, tie);
        const mixed = all.map((each) => ({ each, at: g(fc.double, { noNaN: true }) })).toSorted((a, b) => a.at - b.at);
        expect(
          inTurn(
            mixed.map(({ each }) => each),
            tie,
          ),
        ).to.deep.equal(sorted);
        expect(new Set(sorted.map(({ optionId }) => optionId)).size).to.equal(all.length);
        const [first, ...others] = sorted;
        const share = ({ benefit }: Contender): number => (benefit ? benefit.points / benefit.possible : -1);
        for (const other of others) expect(share(other) * 100 - share(first ?? other) * 100).to.be.below(tie + 1e-6);
        for (const other of others) {
          const { why, best } = whyFirst(first ?? other, other, all, tie);
          if (why === 'benefit') expect(asGood(best, other.benefit, tie)).to.equal(false);
          if (why === 'fewer_hours') expect(first?.minutes).to.be.below(other.minutes);
          if (why === 'draw') expect(mustDraw(all, tie)).to.equal(true);
          if (why === 'passed') expect(other.benefit).to.equal(null);
        }
      }),
      { numRuns: 300 },
    ));

  const held = (leaves: number[], ...stretches: [number, number][]) => ({
    leaves,
    stretches: stretches.map(([starts, ends]) => ({ starts, ends })),
  });
  it('goes for those that share an undivided space and a minute', () => {
    expect(overlap(held([1], [0, 60]), held([1], [59, 90]))).to.equal(true);
    expect(overlap(held([1], [0, 60]), held([1], [60, 90])), 'one after the other').to.equal(false);
    expect(overlap(held([1, 2], [0, 60]), held([2], [0, 60])), 'a hall and its half').to.equal(true);
    expect(overlap(held([1], [0, 60]), held([2], [0, 60])), 'two rooms').to.equal(false);
    expect(overlap(held([1], [0, 60], [100, 160]), held([1], [200, 260], [150, 155])), 'one date of many').to.equal(
      true,
    );
  });

  it('lets one that stands in nobody’s way have its dates, whoever is better', () => {
    const rival = (id: string, points: number, at: [number, number]): Rival => ({
      ...one(id, points),
      held: held([1], at),
    });
    const [best, between, last] = [
      rival('best', 90, [0, 60]),
      rival('between', 80, [50, 110]),
      rival('last', 50, [100, 160]),
    ];
    const all = [best, between, last];
    expect([last, between].map((wanted) => whoGoesFirst(wanted, all, TIE).optionId)).to.deep.equal(['last', 'best']);
  });
});

describe('What is said of those who do not get the dates', () => {
  const held = { leaves: [1], stretches: [{ starts: 0, ends: 60 }] };
  const rival = (id: string, points: number | null): Rival & { candidate: string } => ({
    ...one(id, points),
    held,
    candidate: id,
  });
  const [best, good, none] = [rival('best', 90), rival('good', 80), rival('none', null)];
  const why = (first: Rival & { candidate: string }, able: (Rival & { candidate: string })[]): string[] =>
    verdictsFor(first, [best, good, none], able, TIE).map((each) => `${each.behind.optionId}: ${each.why}`);
  it('is the rule, where an owner said yes', () =>
    expect(why(best, [best, good, none])).to.deep.equal(['good: benefit', 'none: passed']));
  it('is the silence of the owner only for those who would have gone first', () =>
    expect(why(good, [good])).to.deep.equal(['best: silence', 'none: passed']));
  it('is as it stands before anybody has decided', () => {
    expect(verdictBetween(good, [best, good, none], TIE)).to.include({ first: best, behind: good });
    expect(verdictBetween(best, [best, good, none], TIE)).to.include({ first: best, behind: good });
    expect(verdictBetween(best, [best], TIE)).to.equal(null);
  });
});

describe('A draw', () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  it('can be worked out again with nothing but SHA-256', () => {
    const [seed, candidate] = [seedOf('ab12'), candidateOf('group', 'owner')];
    expect([seed, candidate]).to.deep.equal([sha('ab12'), sha('group:owner')]);
    expect(numberOf(seed, candidate)).to.equal(sha(`${sha('ab12')}:${sha('group:owner')}`).slice(0, 16));
  });
  it('has its seed from before the month in which the first asked, where the rooms are', () => {
    expect(drawnFrom('2026-12-22T10:00:00.000Z', 'Europe/London')).to.equal('2026-12-01T00:00:00.000Z');
    expect(drawnFrom('2026-06-30T23:30:00.000Z', 'Europe/London'), 'July has begun there').to.equal(
      '2026-06-30T23:00:00.000Z',
    );
  });
  it('gives everybody the same chance', () => {
    const wins = Array.from({ length: 2_000 }, (_, at) => {
      const seed = seedOf(String(at));
      return numberOf(seed, candidateOf('a', 'x')) < numberOf(seed, candidateOf('b', 'x'));
    }).filter(Boolean).length;
    expect(wins).to.be.within(900, 1_100);
  });
});

describe('Why one of two went first', () => {
  const side = (points: number | null, hours: number) => ({
    benefit: points === null ? null : { points, possible: 100 },
    minutes: hours * 60,
    candidate: 'c',
    number: 'n',
  });
  const compared = (more: Partial<Comparison>): Comparison => ({
    optionId: 'o',
    spaceId: 's',
    first: false,
    why: 'fewer_hours',
    mine: side(72, 40),
    theirs: side(70, 12),
    best: { points: 72, possible: 100 },
    tie: TIE,
    from: '2025-12-22',
    until: '2026-12-22T10:00:00Z',
    drawId: null,
    ...more,
  });
  const cases: [Partial<Comparison>, 'group' | 'other', string][] = [
    [
      {},
      'group',
      'Both are as good for people here: on the questions about benefit the other group has 70.0 points of 100, your group 72.0. The other group has had fewer hours in rooms of the council in the last 12 months: 12 hours to yours of 40 hours. So the other group goes first.',
    ],
    [
      { first: true, mine: side(70, 0), theirs: side(72, 40) },
      'other',
      'Both are as good for people here: on the questions about benefit the other group has 72.0 points of 100, this group 70.0. This group has had fewer hours in rooms of the council in the last 12 months: none to the other’s 40 hours. So this group goes first.',
    ],
    [
      { why: 'benefit', mine: side(60, 0), theirs: side(75, 9), best: { points: 75, possible: 100 } },
      'group',
      'On the questions about benefit the other group has 75.0 points of 100, your group 60.0. Results less than 5 points below the best count as equally good; here it is more. So the other group goes first.',
    ],
    [
      { why: 'benefit', mine: side(64, 0), theirs: side(67, 9), best: { points: 70, possible: 100 } },
      'group',
      'On the questions about benefit the other group has 67.0 points of 100, your group 64.0. The best of those who want these dates has 70.0. Results less than 5 points below the best count as equally good: the other’s is among them, yours is not. So the other group goes first.',
    ],
    [
      { why: 'passed', mine: side(null, 0) },
      'group',
      'The other group has passed the benefit test, and your group has not. What a pass buys is to go before another group. So the other group goes first.',
    ],
    [
      { why: 'draw', mine: side(null, 3), theirs: side(null, 3) },
      'group',
      'Neither group has passed the benefit test. Both have had the same hours in rooms of the council in the last 12 months: 3 hours. So a draw that anybody can check puts the other group first.',
    ],
    [
      { why: 'silence' },
      'group',
      'The council did not answer in time. For the other group that was an offer, and for your group it was none. So the other group goes first.',
    ],
  ];
  for (const [more, reader, words] of cases)
    it(`is said in words: ${more.why ?? 'fewer hours'}, to ${reader}`, () =>
      expect(whyWords(compared(more), 'the council', reader).join(' ')).to.equal(words));
  it('counts hours as people say them', () =>
    expect([0, 1, 60, 90, 721].map(hoursWords)).to.deep.equal([
      'none',
      '1 minute',
      '1 hour',
      '1 hour 30 minutes',
      '12 hours 1 minute',
    ]));
});
