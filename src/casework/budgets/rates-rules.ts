import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Rates, Relief } from './rates-contract.ts';
import { EMPTY_RATES, RATES_YEARS, RELIEF_TABLE, type RatesYear } from './rates-table.ts';

/**
 * Business rates of twelve months: rateable value times the multiplier of the year, less the relief; each rounded to a penny.
 * @param value the rateable value in pounds @param startsOn the first day of use; its year counts for all twelve months
 */
export function ratesOf(value: number, relief: Relief, startsOn: Day): Rates {
  const { year, lastKnown } = yearOf(startsOn);
  const multiplier = multiplierOf(value, year);
  const full = Math.round((value * multiplier) / 10);
  const part = reliefOf(value, relief);
  const off = Math.round(full * part);
  return {
    year: year.label,
    lastKnown,
    rateableValue: value,
    multiplier,
    full,
    relief: Math.round(part * 1_000),
    off,
    due: full - off,
  };
}

/** What the owner of an empty building pays a year once the months without rates are over, in pence. */
export function emptyRatesOf(value: number, day: Day): number {
  return value < EMPTY_RATES.nothingBelow ? 0 : ratesOf(value, 'none', day).full;
}

/** Days before the first year that is known take that one. */
function yearOf(day: Day): { year: RatesYear; lastKnown: boolean } {
  const [first] = RATES_YEARS;
  const last = RATES_YEARS.at(-1);
  if (!first || !last) throw new Error('No year of business rates is known.');
  const year = RATES_YEARS.find(({ from, until }) => from <= day && day <= until);
  return year ? { year, lastKnown: false } : { year: day < first.from ? first : last, lastKnown: true };
}

function multiplierOf(value: number, { smallBelow, small, standard, highFrom, high }: RatesYear): number {
  if (value < smallBelow) return small;
  return highFrom !== null && value >= highFrom ? high : standard;
}

/** The part of the whole that is taken off, from 0 to 1. */
function reliefOf(value: number, relief: Relief): number {
  const { thousandths, wholeUpTo, endsAt } = RELIEF_TABLE[relief];
  if (wholeUpTo === undefined || endsAt === undefined || value <= wholeUpTo) return thousandths / 1_000;
  return value >= endsAt ? 0 : ((endsAt - value) / (endsAt - wholeUpTo)) * (thousandths / 1_000);
}
