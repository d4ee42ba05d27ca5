import { csvBeginning, csvLines, type Cell } from '../../kernel/tables/csv-writing.ts';
import type { Account, Entry, EntryKind } from './ledger-contract.ts';
import { standing } from './balance-contract.ts';
import type { Statement, StatementLine, StatementTotals } from './statement-contract.ts';

/** What the entries of one account come to. What was taken back does not count. */
export function totalsOf(entries: readonly Entry[], account: Account): StatementTotals {
  const own = standing(entries).filter((one) => one.account === account);
  const sum = (kind: EntryKind): number =>
    own.filter((one) => one.kind === kind).reduce((total, { pence }) => total + pence, 0);
  return {
    charged: sum('charged'),
    paid: sum('paid'),
    credited: sum('waived'),
    returned: sum('returned'),
    kept: sum('deducted'),
  };
}

const COLUMNS = [
  'day',
  'group',
  'room',
  'for',
  'what',
  'pounds',
  'method',
  'receipt',
  'due',
  'reason',
  'booking',
  'entry',
  'takes_back',
] as const;

/** A statement as a table for a spreadsheet. */
export function statementCsv({ lines }: Pick<Statement, 'lines'>): string {
  return csvBeginning(COLUMNS) + csvLines(lines.map(cellsOf));
}

const cellsOf = (one: StatementLine): Cell[] => [
  one.onDay,
  one.group,
  one.room,
  one.account,
  one.kind,
  inPounds(one.pence),
  one.method,
  one.receiptNo,
  one.dueOn,
  one.reason,
  one.bookingId,
  one.id,
  one.corrects,
];

/** Whole pence as pounds, without ever calculating in pounds. */
export const inPounds = (pence: number): string => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
