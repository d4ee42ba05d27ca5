import type { Day } from '../assets/asset-contract.ts';
import type { DateOrder } from './import-contract.ts';

/** What the cells of one date column allow: how many say "day first", "month first", or leave it open. */
export type DateTally = { dayFirst: number; monthFirst: number; open: number; example: string };
export type ColumnOrder = DateOrder | 'undecided' | 'mixed';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const TOGETHER = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})\.?,?[-/. ]+(\d{4}|\d{2})$/i;
const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;

export const emptyTally = (): DateTally => ({ dayFirst: 0, monthFirst: 0, open: 0, example: '' });

/** Counts what one cell says about the order of its column; cells in other notations say nothing. */
export function tallyDate(tally: DateTally, text: string): void {
  const parts = NUMERIC.exec(withoutTime(text));
  if (!parts) return;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first > 12 && second <= 12) tally.dayFirst++;
  else if (second > 12 && first <= 12) tally.monthFirst++;
  else if (first !== second && first <= 12) {
    tally.open++;
    tally.example ||= text;
  }
}

/** Whether somebody must say which order holds: nothing in the column decides, or its cells contradict each other. */
export function needsAsking(tally: DateTally, order: ColumnOrder): boolean {
  return order === 'undecided' || (order === 'mixed' && tally.open > 0);
}

/** The order that holds for a whole column. In a mixed one, only cells that leave no choice can be read. */
export function orderOf(tally: DateTally, told: DateOrder | null): ColumnOrder {
  if (told) return told;
  if (tally.dayFirst > 0 && tally.monthFirst > 0) return 'mixed';
  if (tally.monthFirst > 0) return 'mdy';
  return tally.dayFirst > 0 || tally.open === 0 ? 'dmy' : 'undecided';
}

/**
 * One date as a day. Years of two digits are 1950 to 2049.
 * @returns undefined when the text is no date, or when its column's order is not decided and matters
 */
export function dayOf(text: string, order: ColumnOrder): Day | undefined {
  const bare = withoutTime(text);
  const yearFirst = YEAR_FIRST.exec(bare) ?? TOGETHER.exec(bare);
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const named = NAMED.exec(bare);
  if (named)
    return day(
      fullYear(named[3] ?? ''),
      MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1,
      Number(named[1]),
    );
  const numeric = NUMERIC.exec(bare);
  return numeric ? numericDay(Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? ''), order) : undefined;
}

function numericDay(first: number, second: number, year: number, order: ColumnOrder): Day | undefined {
  if (first === second || second > 12) return order === 'dmy' && second > 12 ? undefined : day(year, first, second);
  if (first > 12) return order === 'mdy' ? undefined : day(year, second, first);
  if (order === 'undecided' || order === 'mixed') return undefined;
  return order === 'dmy' ? day(year, second, first) : day(year, first, second);
}

function day(year: number, month: number, date: number): Day | undefined {
  const instant = new Date(Date.UTC(year, month - 1, date));
  const exists = month >= 1 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date && year >= 1000;
  return exists ? instant.toISOString().slice(0, 10) : undefined;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function withoutTime(text: string): string {
  return text.replace(TIME, '').trim();
}
