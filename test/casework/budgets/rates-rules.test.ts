import { expect } from 'chai';
import type { Relief } from '../../../src/casework/budgets/rates-contract.ts';
import { emptyRatesOf, ratesOf } from '../../../src/casework/budgets/rates-rules.ts';

const FROM = '2026-12-16';

describe('Business rates of twelve months', () => {
  it('are those of worked case B: 7,992.00, and 1,598.40 for a charity', () => {
    expect(ratesOf(18_500, 'none', FROM)).to.deep.equal({
      year: '2026/27',
      lastKnown: false,
      rateableValue: 18_500,
      multiplier: 432,
      full: 799_200,
      relief: 0,
      off: 0,
      due: 799_200,
    });
    expect(ratesOf(18_500, 'charity', FROM)).to.include({ full: 799_200, relief: 800, off: 639_360, due: 159_840 });
  });

  it('take the multiplier of the year, and that of the last known one for a year that is not known yet', () => {
    expect(ratesOf(18_500, 'none', '2026-03-31')).to.include({ year: '2025/26', full: 923_150, lastKnown: false });
    expect(ratesOf(18_500, 'none', '2026-04-01')).to.include({ year: '2026/27', full: 799_200, lastKnown: false });
    expect(ratesOf(18_500, 'none', '2027-04-01')).to.include({ year: '2026/27', full: 799_200, lastKnown: true });
  });

  for (const [value, multiplier] of [
    [50_999, 432],
    [51_000, 480],
    [499_999, 480],
    [500_000, 508],
  ] as const)
    it(`take ${multiplier} thousandths for a rateable value of ${value}`, () => {
      expect(ratesOf(value, 'none', FROM).multiplier).to.equal(multiplier);
    });

  for (const [value, relief, due] of [
    [12_000, 'small_business', 0],
    [13_500, 'small_business', 291_600],
    [15_000, 'small_business', 648_000],
    [18_500, 'small_business', 799_200],
    [18_500, 'charity_topped', 0],
    [0, 'none', 0],
    // 10,001 × 0.432 × 0.2 is 864.0864: to a penny.
    [10_001, 'charity', 86_409],
  ] as [number, Relief, number][])
    it(`come to ${due} pence for ${value} with ${relief}`, () => {
      expect(ratesOf(value, relief, FROM).due).to.equal(due);
    });

  it('are all due on an empty building after some months, but not on a small one', () => {
    expect(emptyRatesOf(18_500, FROM)).to.equal(799_200);
    expect(emptyRatesOf(2_899, FROM)).to.equal(0);
    expect(emptyRatesOf(2_900, FROM)).to.equal(125_280);
  });
});
