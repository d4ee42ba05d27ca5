import { expect } from 'chai';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { PATHS, type CriteriaSet } from '../../../src/groups/benefit-test/criteria-contract.ts';
import { readCriteriaSet, sha256Of } from '../../../src/groups/benefit-test/criteria-reading.ts';
import { Problem } from '../../../src/kernel/problem.ts';

/** Weights by path, in the order of the table in the proposal; 0 where the question is not asked. */
const WEIGHTS: [id: string, land: number, building: number, room: number][] = [
  ['NEED', 12, 10, 20],
  ['BEN', 18, 16, 30],
  ['INC', 12, 10, 20],
  ['SUP', 10, 10, 0],
  ['USE', 12, 10, 10],
  ['DEL', 12, 12, 20],
  ['FIN', 6, 14, 0],
  ['GOV', 4, 8, 0],
  ['ENV', 8, 2, 0],
  ['EXIT', 6, 8, 0],
];

type Draft = { -readonly [Key in keyof CriteriaSet]: CriteriaSet[Key] };
/** A copy to spoil. */
const spoiled = (spoil: (set: Draft) => void): unknown => {
  const set = structuredClone(CBT_1);
  spoil(set);
  return set;
};
const room = (set: Draft) => set.paths.room;
const need = (set: Draft) => {
  const [first] = room(set).criteria;
  if (!first) throw new Error('no question');
  return first;
};

const REFUSED: [title: string, given: unknown, says: RegExp][] = [
  [
    'weights that come to less than 100',
    spoiled((set) => void (need(set).weight = 19)),
    /paths\.room\.criteria: The weights come to 99\. Change them so that they come to 100\./,
  ],
  ['weights that come to more', spoiled((set) => void (need(set).weight = 21)), /come to 101/],
  ['a weight that is no whole number', spoiled((set) => void (need(set).weight = 19.5)), /whole number from 1 to 100/],
  [
    'a question that is there twice',
    spoiled((set) => void (need(set).id = 'BEN')),
    /BEN is there twice\. Ask each once/,
  ],
  [
    'a gate that is there twice',
    spoiled((set) => void room(set).gates.push(...room(set).gates.slice(0, 1))),
    /gate G1 is there twice/,
  ],
  [
    'a gate that nobody knows',
    spoiled((set) => void Object.assign(room(set).gates[0] ?? {}, { id: 'G11' })),
    /Use a gate from G1 to G10/,
  ],
  [
    'four anchors',
    spoiled((set) => void (need(set).anchors = { en: ['a', 'b', 'c', 'd'] })),
    /paths\.room\.criteria\.0\.anchors\.en: Write five anchors/,
  ],
  [
    'an empty anchor',
    spoiled((set) => void (need(set).anchors = { en: ['a', 'b', ' ', 'd', 'e'] })),
    /anchors\.en\.2: Write what the mark stands for/,
  ],
  ['no anchors', spoiled((set) => void Object.assign(need(set), { anchors: undefined })), /Write the anchors/],
  [
    'a language without its texts',
    spoiled((set) => void (set.languages = ['en', 'cy'])),
    /paths\.land\.criteria\.0\.text: Add the text in cy, or take the language out/,
  ],
  [
    'a text in a language that is not listed',
    spoiled((set) => void (need(set).why = { en: 'Why', cy: 'Pam' })),
    /why: Add cy to the list of languages/,
  ],
  ['a mark above 100', spoiled((set) => void (room(set).pass_mark = 100.1)), /pass mark as a number from 0 to 100/],
  ['a mark below 0', spoiled((set) => void (room(set).pass_mark = -1)), /from 0 to 100/],
  ['a mark with two decimals', spoiled((set) => void (room(set).pass_mark = 50.25)), /one decimal at most/],
  [
    'a mark that is no number',
    spoiled((set) => void Object.assign(room(set), { pass_mark: '50' })),
    /pass mark as a number/,
  ],
  ['a least mark that no answer can have', spoiled((set) => void (need(set).min = 5)), /whole number from 0 to 4/],
  [
    'a word that we do not know',
    spoiled((set) => void Object.assign(need(set), { weigth: 20 })),
    /Take out “weigth”: we do not know it/,
  ],
  ['a path that is missing', spoiled((set) => void Reflect.deleteProperty(set.paths, 'land')), /paths\.land: /],
  ['a day that is none', spoiled((set) => void (set.valid_from = '2027-02-30')), /as year-month-day/],
  ['text', 'cbt-1', /./],
  ['nothing', null, /./],
];

describe('A criteria set', () => {
  it('is what members are asked to adopt: its questions, weights, marks and gates are those of the proposal', () => {
    for (const [id, ...weights] of WEIGHTS) {
      expect(
        PATHS.map((path) => CBT_1.paths[path].criteria.find((one) => one.id === id)?.weight ?? 0),
        id,
      ).to.deep.equal(weights);
    }
    expect(PATHS.map((path) => CBT_1.paths[path].pass_mark)).to.deep.equal([55, 60, 50]);
    const minima = PATHS.map((path) => CBT_1.paths[path].criteria.filter(({ min }) => min === 2).map(({ id }) => id));
    expect(minima).to.deep.equal([
      ['BEN', 'USE', 'DEL'],
      ['NEED', 'BEN', 'INC', 'DEL', 'FIN'],
      ['BEN', 'DEL'],
    ]);
    const benefit = PATHS.map((path) =>
      CBT_1.paths[path].criteria.filter(({ side }) => side === 'benefit').reduce((sum, { weight }) => sum + weight, 0),
    );
    expect(benefit, 'the benefit side').to.deep.equal([72, 58, 80]);
    expect(CBT_1.paths.room.gates.map(({ id }) => id)).to.deep.equal([
      'G1',
      'G2',
      'G3',
      'G5',
      'G6',
      'G7',
      'G8',
      'G9',
      'G10',
    ]);
    expect(CBT_1.paths.land.criteria.find(({ id }) => id === 'USE')?.anchors['en']?.[4]).to.equal(
      'Idle 12+ months, causing harm or cost, nothing planned',
    );
    expect(CBT_1.paths.room.criteria.find(({ id }) => id === 'USE')?.anchors['en']?.[4]).to.equal(
      'Slot free every one of the last 8 weeks',
    );
  });

  it('is read as it was written', () => {
    expect(readCriteriaSet(JSON.parse(JSON.stringify(CBT_1)))).to.deep.equal(CBT_1);
  });

  it('has one hash for one content, whatever the order in the file, and another for any other', () => {
    const turned = Object.fromEntries(Object.entries(structuredClone(CBT_1)).toReversed());
    expect(sha256Of(readCriteriaSet(turned)))
      .to.equal(sha256Of(CBT_1))
      .and.match(/^[0-9a-f]{64}$/);
    expect(sha256Of(readCriteriaSet(spoiled((set) => void (need(set).min = 1))))).not.to.equal(sha256Of(CBT_1));
  });

  for (const [title, given, says] of REFUSED) {
    it(`with ${title} is refused, and told what to do`, () => {
      const mistakes = mistakesIn(given);
      expect(mistakes.join('\n')).to.match(says);
      for (const mistake of mistakes) expect(mistake).not.to.match(/Invalid|expected|received/);
    });
  }
});

function mistakesIn(given: unknown): string[] {
  try {
    readCriteriaSet(given);
  } catch (error) {
    if (error instanceof Problem) return error.mistakes.map(({ message }) => message);
    throw error;
  }
  throw new Error('It was accepted.');
}
