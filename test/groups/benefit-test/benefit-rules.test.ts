import { expect } from 'chai';
import fc from 'fast-check';
import type { GateState, Marks, Outcome } from '../../../src/groups/benefit-test/benefit-contract.ts';
import {
  compared,
  failedMinima,
  markMistakes,
  outcomeOf,
  reaches,
  signaturesThatCount,
  tallyOf,
} from '../../../src/groups/benefit-test/benefit-rules.ts';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { whatWouldChange } from '../../../src/groups/benefit-test/change-rules.ts';
import type { PathName } from '../../../src/groups/benefit-test/criteria-contract.ts';
import { sha256Of } from '../../../src/groups/benefit-test/criteria-reading.ts';
import { explained, type ToExplain } from '../../../src/groups/benefit-test/explained-rules.ts';
import { percentWords, resultText } from '../../../src/groups/benefit-test/result-words.ts';

/** "NEED3 BEN2" as people write marks. */
const marks = (text: string): Marks =>
  Object.fromEntries(text.split(' ').map((one) => [one.replace(/\d$/, ''), Number(one.at(-1))]));
const no = (id: 'G6'): GateState => ({ id, answer: 'no', note: null });

const VERGE = 'NEED3 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV2 ENV4 EXIT3';
const BUILDING = 'NEED3 BEN3 INC3 SUP4 USE4 DEL2 FIN2 GOV2 ENV2 EXIT3';
const ROOM = 'NEED4 BEN4 INC3 USE4 DEL3';

/** The proposal's worked examples: their figures were worked out by hand there. */
const EXAMPLES: [
  title: string,
  path: PathName,
  marks: string,
  points: number,
  percent: string,
  outcome: Outcome,
  minima: string[],
  gates: GateState[],
][] = [
  ['gardeners adopt a verge', 'land', VERGE, 316, '79.0', 'pass', [], []],
  [
    'the same where a funded scheme starts soon',
    'land',
    VERGE.replace('USE4', 'USE0'),
    268,
    '67.0',
    'nearly',
    ['USE'],
    [],
  ],
  ['a trust and a closed building', 'building', BUILDING, 284, '71.0', 'pass', [], []],
  [
    'the same with big gaps in the budget',
    'building',
    BUILDING.replace('FIN2', 'FIN1'),
    270,
    '67.5',
    'nearly',
    ['FIN'],
    [],
  ],
  [
    'exactly at the mark',
    'building',
    'NEED2 BEN2 INC2 SUP2 USE3 DEL2 FIN3 GOV3 ENV2 EXIT3',
    240,
    '60.0',
    'pass',
    [],
    [],
  ],
  ['a no to safeguarding', 'building', BUILDING, 284, '71.0', 'nearly', [], [no('G6')]],
  ['a stroke self-help group', 'room', ROOM, 360, '90.0', 'pass', [], []],
  ['a quarter of a point below the mark', 'room', 'NEED2 BEN2 INC1 USE3 DEL2', 190, '47.5', 'nearly', [], []],
  ['as low as nearly goes', 'room', 'NEED1 BEN2 INC2 USE0 DEL2', 160, '40.0', 'nearly', [], []],
  ['just below that', 'room', 'NEED2 BEN1 INC2 USE1 DEL2', 160, '40.0', 'nearly', ['BEN'], []],
  ['not yet', 'room', 'NEED1 BEN1 INC1 USE3 DEL2', 140, '35.0', 'not_yet', ['BEN'], []],
  ['not yet, and a no besides', 'room', 'NEED1 BEN1 INC1 USE3 DEL2', 140, '35.0', 'not_yet', ['BEN'], [no('G6')]],
];

describe('The benefit test’s arithmetic', () => {
  for (const [title, name, given, points, percent, outcome, minima, gates] of EXAMPLES) {
    it(`comes to ${percent} and “${outcome}” for ${title}`, () => {
      const path = CBT_1.paths[name];
      const tally = tallyOf(path.criteria, marks(given));
      expect(tally).to.deep.equal({ points, possible: 400 });
      expect(tally && percentWords(tally)).to.equal(percent);
      expect(outcomeOf(path, marks(given), gates)).to.equal(outcome);
      expect(failedMinima(path.criteria, marks(given))).to.deep.equal(minima);
    });
  }

  it('has no result while a question has no mark', () => {
    for (const { id } of CBT_1.paths.room.criteria) {
      const { [id]: _left, ...rest } = marks(ROOM);
      expect([tallyOf(CBT_1.paths.room.criteria, rest), outcomeOf(CBT_1.paths.room, rest, [])], id).to.deep.equal([
        null,
        null,
      ]);
    }
  });

  it('takes no marks for questions that are not asked, and no half marks', () => {
    const { criteria } = CBT_1.paths.room;
    expect(markMistakes(criteria, marks(ROOM))).to.deep.equal([]);
    expect(
      markMistakes(criteria, { ...marks(ROOM), GOV: 2, FIN: 3 }).map(({ id, message }) => [id, message]),
    ).to.deep.equal([
      ['GOV', 'Take out the mark for GOV: this question is not asked here.'],
      ['FIN', 'Take out the mark for FIN: this question is not asked here.'],
    ]);
    for (const mark of [2.5, -1, 5, NaN, Infinity, '3', null])
      expect(markMistakes(criteria, { NEED: mark }), String(mark)).to.have.lengthOf(1);
  });

  it('compares in whole numbers: 240 of 400 reach 60.0, 239 do not', () => {
    expect([reaches({ points: 240, possible: 400 }, 60), reaches({ points: 239, possible: 400 }, 60)]).to.deep.equal([
      true,
      false,
    ]);
    expect([
      reaches({ points: 551, possible: 1_000 }, 55.1),
      reaches({ points: 550, possible: 1_000 }, 55.1),
    ]).to.deep.equal([true, false]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 1_000 }),
        (points, tenths) => reaches({ points, possible: 400 }, tenths / 10) === points * 10 * 100 >= tenths * 400,
      ),
    );
  });

  it('never gets worse when a mark rises', () => {
    const better: readonly Outcome[] = ['not_yet', 'nearly', 'pass'];
    const { room } = CBT_1.paths;
    const someMarks = fc.record(
      Object.fromEntries(room.criteria.map(({ id }) => [id, fc.integer({ min: 0, max: 4 })])),
    );
    fc.assert(
      fc.property(someMarks, fc.constantFrom(...room.criteria.map(({ id }) => id)), (given, id) => {
        const raised = { ...given, [id]: Math.min(4, (given[id] ?? 0) + 1) };
        const [before, after] = [outcomeOf(room, given, []), outcomeOf(room, raised, [])];
        return before !== null && after !== null && better.indexOf(after) >= better.indexOf(before);
      }),
    );
  });

  it('compares two uses by the questions that are meant for it: more of the benefit wins, less than 5.0 apart is close', () => {
    const land = CBT_1.paths.land;
    const [ours, theirs] = [marks('NEED3 BEN3 INC3 USE4 ENV4'), marks('NEED3 BEN3 INC3 USE2 ENV2')];
    expect(compared(land, ours, theirs, 5)).to.deep.equal({
      ours: { points: 206, possible: 248 },
      theirs: { points: 166, possible: 248 },
      greater: 'ours',
    });
    expect(compared(land, theirs, ours, 5)?.greater).to.equal('theirs');
    expect(compared(land, ours, marks('NEED2 BEN3 INC3 USE4 ENV4'), 5)?.greater, '12 of 248 points').to.equal('close');
    expect(compared(land, ours, ours, 0)?.greater, 'alike').to.equal('close');
    expect(compared(land, ours, marks('NEED3 BEN3'), 5), 'not scored on all').to.equal(null);
  });

  it('lets signatures beyond the number that is asked for add nothing', () => {
    const asked = CBT_1.paths.building.criteria.find(({ id }) => id === 'SUP');
    expect(asked && [97, 100, 5_000].map((count) => signaturesThatCount(asked, count))).to.deep.equal([97, 100, 100]);
  });
});

const CHANGES: [title: string, path: PathName, marks: string, single: string[], together: string[]][] = [
  ['nothing, where it is passed', 'room', ROOM, [], []],
  [
    'any question of which one more is enough',
    'room',
    'NEED2 BEN2 INC1 USE3 DEL2',
    ['NEED 2→3', 'BEN 2→3', 'INC 1→2', 'USE 3→4', 'DEL 2→3'],
    [],
  ],
  ['only the one whose least mark is missed', 'building', BUILDING.replace('FIN2', 'FIN1'), ['FIN 1→2'], []],
  [
    'two steps of one, where one step of none is enough',
    'room',
    'NEED1 BEN2 INC1 USE2 DEL2',
    ['NEED 1→3', 'BEN 2→4', 'INC 1→3', 'DEL 2→4'],
    [],
  ],
  [
    'several together, where no single one is',
    'room',
    'NEED0 BEN1 INC1 USE1 DEL1',
    [],
    ['NEED 0→1', 'BEN 1→4', 'DEL 1→2'],
  ],
  [
    'several least marks together',
    'land',
    VERGE.replace('USE4', 'USE1').replace('DEL3', 'DEL1'),
    [],
    ['USE 1→2', 'DEL 1→2'],
  ],
];

describe('What would have changed a result', () => {
  for (const [title, name, given, single, together] of CHANGES) {
    it(`is ${title}`, () => {
      const changes = whatWouldChange(CBT_1.paths[name], marks(given), []);
      expect(changes.single.map(({ id, from, to }) => `${id} ${from}→${to}`)).to.deep.equal(single);
      expect(changes.together.map(({ id, from, to }) => `${id} ${from}→${to}`)).to.deep.equal(together);
    });
  }

  it('does bring a pass, and anything smaller does not', () => {
    const { room } = CBT_1.paths;
    const someMarks = fc.record(
      Object.fromEntries(room.criteria.map(({ id }) => [id, fc.integer({ min: 0, max: 4 })])),
    );
    fc.assert(
      fc.property(someMarks, (given) => {
        const { single, together } = whatWouldChange(room, given, []);
        for (const { id, to } of single) {
          expect(outcomeOf(room, { ...given, [id]: to }, [])).to.equal('pass');
          expect(outcomeOf(room, { ...given, [id]: to - 1 }, [])).not.to.equal('pass');
        }
        if (together.length > 0)
          expect(
            outcomeOf(room, { ...given, ...Object.fromEntries(together.map(({ id, to }) => [id, to])) }, []),
          ).to.equal('pass');
        expect(outcomeOf(room, given, []) === 'pass').to.equal(single.length + together.length === 0);
      }),
    );
  });

  it('names the gates that stop it', () => {
    expect(
      whatWouldChange(CBT_1.paths.room, marks(ROOM), [no('G6'), { id: 'G7', answer: 'yes', note: null }]).gates,
    ).to.deep.equal(['G6']);
  });
});

describe('The explained result', () => {
  const days = { resultOn: '2027-03-03', reviewBy: '2027-04-01', improveBy: null, validUntil: '2028-03-03' };
  const given = (text: string, more: Partial<ToExplain> = {}): ToExplain => ({
    rules: { version: CBT_1.version, sha256: sha256Of(CBT_1), path: CBT_1.paths.room, name: 'room' },
    language: 'en',
    gates: [],
    days,
    marks: Object.entries(marks(text)).map(([id, mark]) => ({ id, mark, reasons: [`Because of ${id}.`] })),
    ...more,
  });

  it('says the total, the mark, each question with its anchor and points, and the version', () => {
    const result = explained(given(ROOM));
    expect(result).to.include({ outcome: 'pass', points: 360, possible: 400, passMark: 50, version: 'cbt-1' });
    expect(result?.lines[0]).to.deep.equal({
      id: 'NEED',
      question: 'Is there a local need or wish for this?',
      mark: 4,
      anchor: 'Strong local facts plus people asking for it, or a waiting list',
      reasons: ['Because of NEED.'],
      points: 80,
      possible: 80,
      min: 0,
    });
    expect(result && resultText(result)).to.deep.equal([
      'The test is passed. It has 360 of 400 points, which is 90.0%. The pass mark is 50.0%.',
      'It was scored by two people, by version cbt-1 of the test.',
    ]);
  });

  it('says what would have changed it', () => {
    const result = explained(given('NEED2 BEN1 INC2 USE3 DEL3'));
    expect(result && resultText(result))
      .to.include('“What good will it do, and for how many people?” has the mark 1, and needs 2 at least.')
      .and.include(
        'What would have changed this: “What good will it do, and for how many people?” with 2 instead of 1.',
      );
  });

  it('is not there while a question has no mark', () => expect(explained(given('NEED2 BEN2'))).to.equal(null));

  it('is the same for the same, in each language, and has another hash for anything else', () => {
    const inWelsh = structuredClone(CBT_1.paths.room);
    for (const criterion of inWelsh.criteria) criterion.text = { ...criterion.text, cy: `${criterion.id}?` };
    const rules = { version: 'cbt-1', sha256: sha256Of(CBT_1), path: inWelsh, name: 'room' as const };
    for (const language of ['en', 'cy']) {
      const [one, other] = [explained(given(ROOM, { rules, language })), explained(given(ROOM, { rules, language }))];
      expect(one).to.deep.equal(other);
      expect(one && resultText(one)).to.deep.equal(other && resultText(other));
      expect(one?.lines[0]?.question).to.equal(language === 'cy' ? 'NEED?' : 'Is there a local need or wish for this?');
    }
    const hashes = [given(ROOM), given(ROOM.replace('INC3', 'INC2')), given(ROOM, { gates: [no('G6')] })].map(
      (one) => explained(one)?.inputs,
    );
    expect(new Set(hashes).size).to.equal(3);
    expect(
      explained(given(ROOM, { days: { ...days, resultOn: '2027-03-04' } }))?.inputs,
      'the day is no input',
    ).to.equal(hashes[0]);
  });
});
