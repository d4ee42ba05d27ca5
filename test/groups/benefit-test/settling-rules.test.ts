import { expect } from 'chai';
import {
  agreedMarks,
  differencesIn,
  nextStep,
  partOf,
  possibleMarks,
} from '../../../src/groups/benefit-test/settling-rules.ts';
import type { Difference, Settlement, SettlementKind } from '../../../src/groups/benefit-test/scoring-contract.ts';

const ASKED = [{ id: 'NEED' }, { id: 'BEN' }, { id: 'DEL' }];
const sheet = (scorerId: string, ...marks: number[]) => ({
  scorerId,
  scores: ASKED.map(({ id }, index) => ({
    id,
    value: marks[index] ?? 0,
    reason: `${scorerId} on ${id}`,
    evidence: [],
  })),
});
const settlement = (criterion: string, kind: SettlementKind, mark: number, by = 'ann'): Settlement => ({
  id: '',
  testId: '',
  criterion,
  from: [],
  mark,
  reason: 'How we came to it.',
  by,
  kind,
  at: '',
});
const SCORING = { moderation_from: 2 };

describe('Two scorers', () => {
  it('who agree need nobody else, and both their reasons stand', () => {
    const sheets = [sheet('ann', 2, 3, 4), sheet('ben', 2, 3, 4)] as const;
    expect(differencesIn(ASKED, sheets, [], SCORING)).to.deep.equal([]);
    expect(agreedMarks(ASKED, sheets, [])?.[0]).to.deep.equal({
      id: 'NEED',
      mark: 2,
      reasons: ['ann on NEED', 'ben on NEED'],
    });
  });

  it('who differ have no marks that stand until each difference is settled, and nothing is averaged', () => {
    const sheets = [sheet('ann', 2, 1, 4), sheet('ben', 3, 4, 4)] as const;
    const open = differencesIn(ASKED, sheets, [], SCORING);
    expect(open.map(({ id, from, large }) => [id, from, large])).to.deep.equal([
      ['NEED', [2, 3], false],
      ['BEN', [1, 4], true],
    ]);
    expect(agreedMarks(ASKED, sheets, open)).to.equal(null);
    const half = differencesIn(
      ASKED,
      sheets,
      [settlement('NEED', 'confirmed', 3), settlement('BEN', 'proposed', 2)],
      SCORING,
    );
    expect(half.map(({ settled, proposal }) => [settled?.mark ?? null, proposal?.mark ?? null])).to.deep.equal([
      [3, null],
      [null, 2],
    ]);
    expect(agreedMarks(ASKED, sheets, half), 'a proposal settles nothing').to.equal(null);
    const all = differencesIn(
      ASKED,
      sheets,
      [settlement('NEED', 'confirmed', 3), settlement('BEN', 'proposed', 2), settlement('BEN', 'agreed', 2, 'ben')],
      SCORING,
    );
    expect(agreedMarks(ASKED, sheets, all)?.map(({ mark }) => mark)).to.deep.equal([3, 2, 4]);
  });

  it('moderate from the difference on that the criteria set says', () => {
    const sheets = [sheet('ann', 2, 2, 2), sheet('ben', 3, 4, 2)] as const;
    expect(differencesIn(ASKED, sheets, [], { moderation_from: 1 }).map(({ large }) => large)).to.deep.equal([
      true,
      true,
    ]);
    expect(differencesIn(ASKED, sheets, [], { moderation_from: 3 }).map(({ large }) => large)).to.deep.equal([
      false,
      false,
    ]);
  });

  const small: Difference = { id: 'NEED', from: [2, 3], large: false, proposal: null, settled: null };
  const large: Difference = { ...small, id: 'BEN', from: [1, 4], large: true };
  const proposed: Difference = { ...large, proposal: settlement('BEN', 'proposed', 2, 'ann') };
  const turns: [title: string, difference: Difference, who: string, step: SettlementKind | null][] = [
    ['a small difference is not for the first', small, 'ann', null],
    ['it is for the second', small, 'ben', 'confirmed'],
    ['or for a third', small, 'cas', 'decided'],
    ['a large one either proposes', large, 'ann', 'proposed'],
    ['the second too', large, 'ben', 'proposed'],
    ['who proposed may propose anew', proposed, 'ann', 'proposed'],
    ['the other agrees', proposed, 'ben', 'agreed'],
    ['a third decides', proposed, 'cas', 'decided'],
    ['what is settled stays', { ...large, settled: settlement('BEN', 'decided', 2, 'cas') }, 'ben', null],
  ];
  for (const [title, difference, who, step] of turns) {
    it(`take turns: ${title}`, () =>
      expect(nextStep(difference, partOf(who, [sheet('ann'), sheet('ben')]), who)).to.equal(step));
  }

  it('settle at no mark above or below what both gave', () => {
    expect([possibleMarks(small), possibleMarks(large), possibleMarks({ from: [4, 2] })]).to.deep.equal([
      [2, 3],
      [1, 2, 3, 4],
      [2, 3, 4],
    ]);
  });
});
