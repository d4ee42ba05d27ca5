import type { Day } from '../../kernel/recurrence-contract.ts';

/** What money is for. The deposit comes back; the hire does not. */
export const ACCOUNTS = ['deposit', 'hire'] as const;
export type Account = (typeof ACCOUNTS)[number];
/**
 * `charged`: owed from now on. `credited`: no longer owed, because the price went down. `paid`, and `waived` by somebody: no longer owed.
 * `instalment`: a part that may be paid by a later day; it changes nothing of what is owed. `corrected`: another entry was wrong and is
 * taken back whole. `returned` and `deducted` settle a deposit at its end.
 */
export const ENTRY_KINDS = [
  'charged',
  'credited',
  'paid',
  'waived',
  'instalment',
  'corrected',
  'returned',
  'deducted',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const METHODS = ['cash', 'transfer', 'cheque', 'card'] as const;
export type Method = (typeof METHODS)[number];

/** One line of a booking's ledger. Lines are never changed or removed. Pence, always more than 0. */
export type Entry = {
  id: string;
  areaId: string;
  bookingId: string;
  account: Account;
  kind: EntryKind;
  pence: number;
  onDay: Day;
  method: Method | null;
  /** Unique in an area. */
  receiptNo: string | null;
  takenBy: string | null;
  witness: string | null;
  reason: string | null;
  /** The entry that this one takes back. */
  corrects: string | null;
  /** Of an instalment: the last day to pay it. */
  dueOn: Day | null;
  submission: string;
  recordedBy: string;
  recordedAt: string;
};

/** What a new line says of itself; who, when and for what is added. */
export type NewLine = Pick<Entry, 'account' | 'kind' | 'pence'> &
  Partial<Pick<Entry, 'onDay' | 'method' | 'receiptNo' | 'takenBy' | 'witness' | 'reason' | 'corrects' | 'dueOn'>>;
/** The booking that a line is for, and the day where it is. */
export type LineFor = Pick<Entry, 'areaId' | 'bookingId'> & { today: Day };
