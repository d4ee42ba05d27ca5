import { expect } from 'chai';
import { GROUNDS, NOT_ACCEPTED } from '../../../src/casework/decisions/ground-contract.ts';
import { freeTime, groundMistakes, type GroundScene } from '../../../src/casework/decisions/ground-rules.ts';
import { aFiling, JUNCTION } from './a-decision.ts';

const SCENE: GroundScene = {
  on: '2027-04-01',
  starts: '2027-05-01',
  ends: '2028-04-30',
  heardFrom: null,
  heardAt: 'scoring',
  costLimitPounds: 5_000,
  gateDays: 20,
  gateNoFor: null,
  other: null,
};
const OTHER = { samePlace: true, sameGroup: false, passed: true, refusedOn: null, greater: true };
const R3 = { ground: 'R3', dated: '2026-11-01' };

type Row = [title: string, filing: Record<string, unknown>, scene: Partial<GroundScene>, fields: string[]];
const CASES: Row[] = [
  ['R1 cites the law', {}, {}, []],
  ['R1 without the law is none', { law: '' }, {}, ['law']],
  ['no ground is of the future', { dated: '2027-04-02' }, {}, ['dated']],
  [
    'each names its evidence and who wrote it',
    { evidence: '', author: '', statement: '' },
    {},
    ['statement', 'evidence', 'author'],
  ],
  [
    'R2 names money, authority and day',
    { ...JUNCTION, authority: '', budget: '' },
    {},
    ['authority', 'budget', 'other_from'],
  ],
  [
    'R2 whose use begins after the time asked for is none',
    { ...JUNCTION, other_from: '2028-05-01' },
    {},
    ['other_from'],
  ],
  ['R2 that begins on the last day is one', { ...JUNCTION, other_from: '2028-04-30' }, {}, []],
  [
    'R2 on evidence of the day on which comments ended comes too late',
    { ...JUNCTION, other_from: '2027-09-01', dated: '2027-03-22' },
    { heardFrom: '2027-03-22' },
    ['dated'],
  ],
  [
    'R2 on evidence of the day after counts',
    { ...JUNCTION, other_from: '2027-09-01', dated: '2027-03-23' },
    { heardFrom: '2027-03-22' },
    [],
  ],
  ['R3 has a report of less than six months', R3, {}, []],
  ['R3 on a report of six months is none', { ...R3, dated: '2026-10-01' }, {}, ['dated']],
  ['R1 may rest on old evidence', { dated: '1931-05-03' }, {}, []],
  ['R4 is signed within six months', { ground: 'R4', dated: '2026-10-01' }, {}, ['dated']],
  ['R5 names a gate', { ground: 'R5' }, {}, ['gate']],
  ['R5 needs a gate that stands at “no”', { ground: 'R5', gate: 'G4' }, {}, ['gate']],
  ['R5 waits until the gate has had its days', { ground: 'R5', gate: 'G4' }, { gateNoFor: 19 }, ['gate']],
  ['R5 counts then', { ground: 'R5', gate: 'G4' }, { gateNoFor: 20 }, []],
  ['R7 names another group’s proposal that has passed', { ground: 'R7', other_case: 'P-1' }, { other: OTHER }, []],
  [
    'R7 does not rest on one of the same group',
    { ground: 'R7', other_case: 'P-1' },
    { other: { ...OTHER, sameGroup: true } },
    ['other_case'],
  ],
  [
    'R7 does not rest on less benefit',
    { ground: 'R7', other_case: 'P-1' },
    { other: { ...OTHER, greater: false } },
    ['other_case'],
  ],
  ['R7 needs a case', { ground: 'R7' }, {}, ['other_case']],
  [
    'R8 names what was refused within twelve months',
    { ground: 'R8', other_case: 'P-1' },
    { other: { ...OTHER, sameGroup: true, refusedOn: '2026-04-02' } },
    [],
  ],
  [
    'R8 does not look back further',
    { ground: 'R8', other_case: 'P-1' },
    { other: { ...OTHER, sameGroup: true, refusedOn: '2026-04-01' } },
    ['other_case'],
  ],
  ['R9 without figures is none', { ground: 'R9' }, {}, ['cost_pounds']],
  ['R9 at the limit is none', { ground: 'R9', cost_pounds: 5_000 }, {}, ['cost_pounds']],
  ['R9 over the limit is one', { ground: 'R9', cost_pounds: 5_001 }, {}, []],
];

describe('The grounds on which an owner may say no', () => {
  for (const [title, filing, scene, fields] of CASES)
    it(title, () =>
      expect(groundMistakes(aFiling(filing), { ...SCENE, ...scene }, true).map(({ field }) => field)).to.deep.equal(
        fields,
      ),
    );
  it('never are R6, which is the result of the test', () => expect(GROUNDS).not.to.include('R6'));
  for (const ground of NOT_ACCEPTED)
    it(`are not “${ground}”, and the answer says why`, () =>
      expect(groundMistakes(aFiling({ ground }), SCENE, true)).to.satisfy(
        ([one, ...more]: { field: string; message: string }[]) =>
          one?.field === 'ground' && one.message.includes('no ground') && more.length === 0,
      ));
  it('come with their paper', () =>
    expect(groundMistakes(aFiling(), SCENE, false).map(({ field }) => field)).to.deep.equal(['file']));

  const FREE: [otherFrom: string, today: string, until: string | null][] = [
    ['2027-05-29', '2027-04-01', '2027-05-28'],
    ['2027-05-28', '2027-04-01', null],
    ['2027-09-01', '2027-04-01', '2027-08-31'],
    ['2027-09-01', '2027-08-10', null],
    ['2029-01-01', '2027-04-01', '2028-04-30'],
  ];
  for (const [otherFrom, today, until] of FREE)
    it(`R2 from ${otherFrom}, shown on ${today}, offers ${until ?? 'nothing'}`, () =>
      expect(freeTime(SCENE, otherFrom, today)?.until ?? null).to.equal(until));
});
