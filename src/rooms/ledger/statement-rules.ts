import { csvBeginning, csvLines, type Cell } from '../../kernel/tables/csv-writing.ts';
import type { Account, Entry, EntryKind } from './ledger-contract.ts';
import { inPounds } from './statement-words.ts';
import { balanceOf, hireToPayBack, standing } from './balance-contract.ts';
import type { Statement, StatementLine, StatementTotals } from './statement-contract.ts';

/** What the entries of one account come to. What was taken back does not count. */
export function totalsOf(entries: readonly Entry[], account: Account): StatementTotals {
  const own = standing(entries).filter((one) => one.account === account);
  const sum = (kind: EntryKind): number =>
    own.filter((one) => one.kind === kind).reduce((total, { pence }) => total + pence, 0);
  return {
    charged: sum('charged'),
    credited: sum('credited'),
    waived: sum('waived'),
    paid: sum('paid'),
    returned: sum('returned'),
    kept: sum('deducted'),
    owed: ofEach(entries, (one) => balanceOf(one, account).owed),
    toPayBack: account === 'hire' ? ofEach(entries, hireToPayBack) : 0,
  };
}

/** A sum over bookings: what one has paid too much is not what another owes. */
function ofEach(entries: readonly Entry[], of: (one: Entry[]) => number): number {
  const bookings = [...new Set(entries.map(({ bookingId }) => bookingId))];
  return bookings.reduce((sum, id) => sum + of(entries.filter(({ bookingId }) => bookingId === id)), 0);
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
  'case',
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
  one.caseNumber,
  one.bookingId,
  one.id,
  one.corrects,
];
