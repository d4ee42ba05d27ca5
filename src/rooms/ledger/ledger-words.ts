import type { Account, EntryKind, Method } from './ledger-contract.ts';

export const ACCOUNT_WORDS: Record<Account, string> = { deposit: 'Deposit', hire: 'Hire' };
export const ENTRY_WORDS: Record<EntryKind, string> = {
  charged: 'to be paid',
  credited: 'credited',
  paid: 'paid',
  waived: 'waived',
  instalment: 'agreed as a part',
  corrected: 'entry taken back',
  returned: 'given back',
  deducted: 'kept back',
};
export const METHOD_WORDS: Record<Method, string> = {
  cash: 'Cash',
  transfer: 'Bank transfer',
  cheque: 'Cheque',
  card: 'Card, at a counter',
};
/** The same on statements, as columns have room for. */
export const METHOD_NAMES: Record<Method, string> = {
  cash: 'Cash',
  transfer: 'Bank transfer',
  cheque: 'Cheque',
  card: 'Card',
};
