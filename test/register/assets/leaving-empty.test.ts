import { expect } from 'chai';
import type { AssetState } from '../../../src/register/assets/asset-contract.ts';
import { costOfLeavingEmpty } from '../../../src/register/assets/leaving-empty-rules.ts';

describe('What leaving a place empty costs a month', () => {
  const cases: [string, AssetState, (number | null)[], number | 'not_known' | null][] = [
    ['a twelfth of the lines, rounded down', 'vacant', [120_000, 5], 10_000],
    ['the least that it can be, where one line is not known', 'under_used', [120_000, null], 10_000],
    ['also while a group asks for it', 'asked_for', [24_000], 2_000],
    ['not known without lines', 'vacant', [], 'not_known'],
    ['not known where no line has a sum, and never nothing', 'vacant', [null, null], 'not_known'],
    ['not known where the only known line is nothing', 'vacant', [0, null], 'not_known'],
    ['nothing, where the owner says of each line that it is nothing', 'vacant', [0], 0],
    ['no question where it is used', 'in_use', [120_000], null],
    ['no question where a group uses it', 'meanwhile_use', [120_000], null],
    ['no question where its owner offers it no more', 'withdrawn', [120_000], null],
  ];
  it('is nobody’s to know of a hidden building', () =>
    expect(costOfLeavingEmpty({ state: 'vacant', costs: [], redacted: true })).to.equal(null));

  for (const [title, state, lines, cost] of cases)
    it(title, () => {
      const costs = lines.map((annualPence) => ({ label: 'Security', annualPence, source: 'The owner' }));
      expect(costOfLeavingEmpty({ state, costs, redacted: false })).to.equal(cost);
    });
});
