import { expect } from 'chai';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { explained } from '../../../src/groups/benefit-test/explained-rules.ts';
import { gateStandings } from '../../../src/groups/benefit-test/gate-rules.ts';
import { gatesAtLimit, loweredIn, marksAtLimit } from '../../../src/groups/benefit-test/limit-rules.ts';
import { resultText } from '../../../src/groups/benefit-test/result-words.ts';
import type { Assessment, Settlement } from '../../../src/groups/benefit-test/scoring-contract.ts';
import { differencesIn } from '../../../src/groups/benefit-test/settling-rules.ts';
import { found } from '../../support/domain.ts';

const { land } = CBT_1.paths;
const ASKED = [{ id: 'NEED' }, { id: 'USE' }];
const sheet = (scorerId: string, marks: readonly [number, number]): Pick<Assessment, 'scorerId' | 'scores'> => ({
  scorerId,
  scores: ASKED.map(({ id }, at) => ({ id, value: marks[at] ?? 0, reason: `${scorerId} on ${id}`, evidence: [] })),
});
const settled = (criterion: string, mark: number, kind: Settlement['kind'] = 'agreed'): Settlement => ({
  ...{ id: criterion, testId: 't', criterion, from: [], mark, reason: 'Settled.', by: 'x', kind, at: '' },
});

describe('When the time of a case’s test is up', () => {
  const CASES: [string, (readonly [number, number])[], Settlement[], number[] | null, string[]][] = [
    ['nobody has scored', [], [], null, []],
    ['one has', [[3, 1]], [], [3, 1], []],
    [
      'both agree',
      [
        [3, 1],
        [3, 1],
      ],
      [],
      [3, 1],
      [],
    ],
    [
      'a close one is open',
      [
        [3, 1],
        [2, 1],
      ],
      [],
      [2, 1],
      ['NEED'],
    ],
    [
      'a large one is open, the first lower',
      [
        [0, 1],
        [4, 1],
      ],
      [],
      [0, 1],
      ['NEED'],
    ],
    [
      'one of two is settled',
      [
        [0, 1],
        [4, 3],
      ],
      [settled('NEED', 3)],
      [3, 1],
      ['USE'],
    ],
    [
      'one is only proposed',
      [
        [0, 1],
        [4, 1],
      ],
      [settled('NEED', 3, 'proposed')],
      [0, 1],
      ['NEED'],
    ],
  ];
  for (const [title, given, settlements, marks, lowered] of CASES)
    it(`the marks stand that can: ${title}`, () => {
      const sheets = given.map((one, at) => sheet(`p${at}`, one));
      const [first, second] = sheets;
      const differences = first && second ? differencesIn(ASKED, [first, second], settlements, CBT_1.scoring) : [];
      const stand = marksAtLimit(ASKED, sheets, differences);
      expect(stand?.map(({ mark }) => mark) ?? null).to.deep.equal(marks);
      expect(loweredIn(differences)).to.deep.equal(lowered);
    });

  it('the reasons are of those whose mark stands', () => {
    const sheets = [sheet('p0', [0, 1]), sheet('p1', [4, 1])];
    const differences = differencesIn(ASKED, [found(sheets[0]), found(sheets[1])], [], CBT_1.scoring);
    expect(marksAtLimit(ASKED, sheets, differences)?.map(({ reasons }) => reasons)).to.deep.equal([
      ['p0 on NEED'],
      ['p0 on USE', 'p1 on USE'],
    ]);
  });

  it('gates that nobody answered defeat nothing; a no still does, and what is for the start is shown before the start', () => {
    const given = (gate: 'G3' | 'G6', answer: 'no' | 'not_yet') =>
      ({ id: gate, testId: 't', gate, answer, note: 'Because.', by: 'x', at: '' }) as const;
    const result = (answers: Parameters<typeof gateStandings>[1]) =>
      found(
        explained({
          rules: { version: 'cbt-1', sha256: '', path: land, name: 'land' },
          language: 'en',
          marks: land.criteria.map(({ id }) => ({ id, mark: 3, reasons: ['r'] })),
          gates: gatesAtLimit(gateStandings(land, answers, 2)),
          days: { resultOn: '2027-04-01', reviewBy: null, improveBy: null, validUntil: null },
          atLimit: { sheets: 1, lowered: [] },
        }),
      );
    const silent = result([]);
    expect([silent.outcome, silent.provisional, silent.sheets]).to.deep.equal(['pass', true, 1]);
    expect(silent.gates.map(({ id, answer, note }) => [id, answer, note])).to.deep.equal([
      ...['G1', 'G2', 'G3'].map((id) => [id, 'not_yet', 'Nobody checked this in time.']),
      ['G4', 'not_yet', null],
      ...['G5', 'G6', 'G7'].map((id) => [id, 'not_yet', 'Nobody checked this in time.']),
      ['G8', 'yes', null],
      ...['G9', 'G10'].map((id) => [id, 'not_yet', 'Nobody checked this in time.']),
    ]);
    expect(silent.gates.find(({ id }) => id === 'G4')?.beforeStart).to.equal(
      'Utilities, sightlines, soil if anything is eaten.',
    );
    expect(resultText(silent).join(' '))
      .to.include('This result is provisional')
      .and.include('Only one of two people had scored it by then.')
      .and.include('It was scored by one person');
    expect(result([given('G3', 'not_yet')]).gates.find(({ id }) => id === 'G3')?.note).to.equal('Because.');
    expect(result([given('G6', 'no')]).outcome).to.equal('nearly');
    expect(result([]).inputs).not.to.equal(result([given('G3', 'not_yet')]).inputs);
  });
});
