import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { csvBeginning, csvLines } from '../../kernel/tables/csv-writing.ts';
import { inPounds } from '../ledger/statement-words.ts';
import { AGE_WORDS, type Age, type OwedLead, type OwedPart } from './arrears-contract.ts';

/** Money is late for a while, and then for long. */
const RECENT_DAYS = 30;
/** Whoever was rung about money is left alone for so long. */
const RUNG_DAYS = 14;

/** The first day that is not yet late, and the first that is not late for long. */
export const boundsOf = (today: Day): { notDue: Day; recent: Day } => ({
  notDue: today,
  recent: daysAfter(today, -RECENT_DAYS),
});
export function ageOf(dueOn: Day, today: Day): Age {
  const { notDue, recent } = boundsOf(today);
  if (dueOn >= notDue) return 'not_due';
  return dueOn >= recent ? 'recent' : 'old';
}
/** Calls from this day on count: a group that was rung so lately is not to be rung again. */
export const rungSince = (today: Day): Day => daysAfter(today, 1 - RUNG_DAYS);

const COLUMNS = [
  'group',
  'due',
  'age',
  'pounds',
  'for',
  'room',
  'case',
  'lead',
  'telephone',
  'e-mail',
  'booking',
] as const;
export type OwedLine = OwedPart & { group: string; telephone: string | null; lead: OwedLead | null };

/** All that is owed, as a table for a spreadsheet: a line for each booking and day. */
export const owedCsv = (lines: readonly OwedLine[]): string =>
  csvBeginning(COLUMNS) +
  csvLines(
    lines.map((one) => [
      one.group,
      one.dueOn,
      AGE_WORDS[one.age],
      inPounds(one.pence),
      one.account,
      one.room,
      one.caseNumber,
      one.lead?.name ?? null,
      one.telephone ?? one.lead?.telephone ?? null,
      one.lead?.email ?? null,
      one.bookingId,
    ]),
  );
