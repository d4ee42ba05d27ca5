import type { Account, Entry } from './ledger-contract.ts';
import { standing } from './balance-contract.ts';

const sumOf = (entries: readonly Entry[], account: Account, kind: Entry['kind']): number =>
  standing(entries).filter((one) => one.account === account && one.kind === kind).reduce((sum, { pence }) => sum + pence, 0);

/** The deposit that is in somebody's hands still. Pence. */
export const depositHeld = (entries: readonly Entry[]): number => Math.max(0, sumOf(entries, 'deposit', 'paid') - sumOf(entries, 'deposit', 'returned') - sumOf(entries, 'deposit', 'deducted'));

/** Money paid for dates that were given up meanwhile, and not paid back yet: never more than was paid. Pence. */
export function hireToPayBack(entries: readonly Entry[]): number {
  const [charged, paid, waived, returned] = (['charged', 'paid', 'waived', 'returned'] as const).map((kind) => sumOf(entries, 'hire', kind));
  return Math.max(0, Math.min((paid ?? 0) - (returned ?? 0), (paid ?? 0) + (waived ?? 0) - (charged ?? 0) - (returned ?? 0)));
}
