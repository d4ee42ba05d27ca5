import { expect } from 'chai';
import {
  KNOWN,
  LENGTHS,
  LENGTHS_OF,
  NEEDS,
  startQuery,
  WAYS,
  type Answers,
  type ChosenPlace,
  type Way,
} from '../../../src/front/start/start-contract.ts';
import { nextQuestion, wayFor } from '../../../src/front/start/start-rules.ts';
import { wayWords } from '../../../src/front/start/start-words.ts';

const place = (details: Partial<ChosenPlace> = {}): ChosenPlace => ({
  id: 'p1',
  name: 'Mill Lane verge',
  kind: 'land',
  state: 'vacant',
  ownership: 'confirmed',
  owner: { id: 'o1', name: 'Testborough Council' } as ChosenPlace['owner'],
  area: { id: 'a1', slug: 'testborough', name: 'Testborough' },
  address: { number: null, street: null, town: null, postcode: 'ZZ1 1AA' },
  code: 'T1',
  redacted: false,
  ...details,
});
const answers = (given: Partial<Answers>): Answers => ({
  need: undefined,
  long: undefined,
  known: undefined,
  near: '',
  ...given,
});

describe('Which path fits me', () => {
  const asked: [string, Partial<Answers>, ChosenPlace | null, ReturnType<typeof nextQuestion>][] = [
    ['first what somebody needs', {}, null, 'need'],
    ['then for how long', { need: 'room' }, null, 'long'],
    ['again, where that length does not fit the need', { need: 'land', long: 'regular' }, null, 'long'],
    ['then whether they know the place', { need: 'land', long: 'months' }, null, 'known'],
    ['not whether they know the place that they came from', { need: 'land', long: 'months' }, place(), null],
    ['nothing more of whoever only says that something is neglected', { need: 'neglected' }, null, null],
    ['nothing more of whoever needs something else', { need: 'else' }, null, null],
  ];
  for (const [title, given, from, question] of asked)
    it(`asks ${title}`, () => expect(nextQuestion(answers(given), from)).to.equal(question));

  const building = place({ kind: 'building', name: 'Old Library' });
  const ways: [string, Partial<Answers>, ChosenPlace | null, Way, string][] = [
    [
      'a room near a postcode',
      { need: 'room', long: 'regular', near: 'ZZ2 1AA' },
      null,
      'rooms',
      '/spaces?near=ZZ2+1AA&km=3',
    ],
    [
      'a room near the place',
      { need: 'room', long: 'once' },
      building,
      'rooms',
      '/spaces?area=testborough&near=ZZ1+1AA&km=3',
    ],
    [
      'a room all day for months',
      { need: 'room', long: 'months' },
      null,
      'find_building',
      '/assets?kind=building&state=vacant,under_used',
    ],
    [
      'land',
      { need: 'land', long: 'months', near: 'Millfield' },
      null,
      'find_land',
      '/assets?kind=land&state=vacant,under_used&near=Millfield',
    ],
    ['the land that was chosen', { need: 'land', long: 'months' }, place(), 'ask', '/proposals/new?asset=p1'],
    ['it for good: a time at least', { need: 'land', long: 'for_good' }, place(), 'ask', '/proposals/new?asset=p1'],
    ['land for a day', { need: 'land', long: 'once' }, null, 'short_land', '/spaces'],
    [
      'land that another group has asked for',
      { need: 'land', long: 'months' },
      place({ state: 'asked_for' }),
      'asked_already',
      '/assets/p1#ask-for',
    ],
    [
      'land that is used',
      { need: 'land', long: 'months' },
      place({ state: 'in_use' }),
      'in_use',
      '/assets?kind=land&state=vacant,under_used&area=testborough&near=ZZ1+1AA',
    ],
    [
      'land, from the page of a building',
      { need: 'land', long: 'months' },
      building,
      'find_land',
      '/assets?kind=land&state=vacant,under_used&area=testborough&near=ZZ1+1AA',
    ],
    ['the building that was chosen', { need: 'building', long: 'months' }, building, 'ask', '/proposals/new?asset=p1'],
    ['a building for a day', { need: 'building', long: 'once' }, null, 'rooms', '/spaces'],
    ['a neglected corner', { need: 'neglected' }, null, 'whose', '/enquiries/new'],
    [
      'a neglected place of nobody knows whom',
      { need: 'neglected' },
      place({ ownership: 'claimed' }),
      'whose',
      '/enquiries/new?asset=p1',
    ],
    ['a neglected place whose owner is known', { need: 'neglected' }, place(), 'tell_owner', '/assets/p1'],
    ['something else', { need: 'else' }, null, 'else', '/contact'],
  ];
  for (const [title, given, from, way, href] of ways)
    it(`leads whoever needs ${title}`, () => expect(wayFor(answers(given), from)).to.deep.equal({ way, href }));

  it('has each of its ways in this table', () =>
    expect([...new Set(ways.map(([, , , way]) => way))].toSorted()).to.deep.equal([...WAYS].toSorted()));

  it('comes to an end for all answers, with words that say only what is so', () => {
    for (const from of [null, place(), building, place({ redacted: true, kind: 'building' })])
      for (const need of NEEDS)
        for (const long of LENGTHS_OF[need] ?? [undefined])
          for (const known of from ? [undefined] : KNOWN) {
            const given = answers({ need, long, known });
            expect(nextQuestion(given, from)).to.equal(null);
            const told = wayWords(wayFor(given, from).way, long, from);
            expect([told.title, told.lead, told.button, ...told.more].join(' ')).not.to.match(
              /undefined|null|, ,|\s{2}/,
            );
          }
  });

  it('takes what is no answer for none', () => {
    expect(startQuery.parse({ need: 'castle', long: 'ever', known: '', step: 'x' })).to.include({ near: '' });
    expect(startQuery.parse({ need: ['room', 'land'] }).need).to.equal(undefined);
    expect(LENGTHS.every((long) => Object.values(LENGTHS_OF).some((lengths) => lengths.includes(long)))).to.equal(true);
  });
});
