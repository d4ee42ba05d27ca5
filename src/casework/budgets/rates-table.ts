import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Relief } from './rates-contract.ts';

/**
 * Multipliers of business rates in England, a year a row, in thousandths of a pound for each pound of rateable value. A rateable value below
 * `smallBelow` takes the small one, from `highFrom` the high one.
 * Sources: GOV.UK, “Business rates: how your rates are calculated”, and what councils publish of it: 2026/27 0.432, 0.480 and 0.508 (there
 * are lower ones for shops, hospitality and leisure, which a council grants on a look at the use, and which are left out here);
 * 2025/26 0.499 and 0.555.
 */
export const RATES_YEARS: readonly RatesYear[] = [
  {
    from: '2025-04-01',
    until: '2026-03-31',
    label: '2025/26',
    smallBelow: 51_000,
    small: 499,
    standard: 555,
    highFrom: null,
    high: 555,
  },
  {
    from: '2026-04-01',
    until: '2027-03-31',
    label: '2026/27',
    smallBelow: 51_000,
    small: 432,
    standard: 480,
    highFrom: 500_000,
    high: 508,
  },
];
export type RatesYear = {
  from: Day;
  until: Day;
  label: string;
  smallBelow: number;
  small: number;
  standard: number;
  highFrom: number | null;
  high: number;
};

/**
 * What is taken off, in thousandths; a relief that falls with the rateable value says up to where it is whole and where it ends.
 * charity: mandatory for a charity, or a community amateur sports club, that uses the building wholly or mainly for its purposes (Local
 * Government Finance Act 1988, section 43). charity_topped: the council has added its own relief to it (section 47). small_business: whole up
 * to a rateable value of 12,000, and less up to 15,000; it is for those who use no other building (SI 2012/148, as amended 2017).
 */
export const RELIEF_TABLE: Record<Relief, ReliefRule> = {
  none: { thousandths: 0 },
  charity: { thousandths: 800 },
  charity_topped: { thousandths: 1_000 },
  small_business: { thousandths: 1_000, wholeUpTo: 12_000, endsAt: 15_000 },
};
export type ReliefRule = { thousandths: number; wholeUpTo?: number; endsAt?: number };

/**
 * An empty building: nothing for three months (six for industrial ones), then all of it; nothing at all below a rateable value of 2,900
 * (Local Government Finance Act 1988, sections 45 and 65A; SI 2008/386, as amended). Listed buildings are exempt too, which nobody knows here.
 */
export const EMPTY_RATES = { freeMonths: 3, nothingBelow: 2_900 } as const;
