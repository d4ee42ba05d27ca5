import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Account, Entry } from './ledger-contract.ts';

/** How one account of a booking stands. Pence. `charged` is net of what was credited; `planned` may be paid later, as was agreed. */
export type Balance = { charged: number; paid: number; waived: number; owed: number; planned: number };
/** A part that was agreed and is not paid yet. */
export type Instalment = { dueOn: Day; pence: number };

/** Entries that count: none that was taken back, and not the taking back. */
export function standing(entries: readonly Entry[]): Entry[] {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return entries.filter(({ id, kind }) => kind !== 'corrected' && !corrected.has(id));
}

/** What the entries of one kind come to; those that were taken back do not count. Pence. */
export const sumOf = (entries: readonly Entry[], account: Account, kind: Entry['kind']): number =>
  standing(entries)
    .filter((one) => one.account === account && one.kind === kind)
    .reduce((sum, { pence }) => sum + pence, 0);

/** What has been charged, less what was credited since. Pence. */
export const netCharged = (entries: readonly Entry[], account: Account): number =>
  sumOf(entries, account, 'charged') - sumOf(entries, account, 'credited');

/** How an account stands: what is owed, and how much of that may be paid later. */
export function balanceOf(entries: readonly Entry[], account: Account): Balance {
  const charged = netCharged(entries, account);
  const paid = sumOf(entries, account, 'paid');
  const waived = sumOf(entries, account, 'waived');
  const owed = Math.max(0, charged - paid - waived);
  return {
    charged,
    paid,
    waived,
    owed,
    planned: instalmentsLeft(entries, account).reduce((total, { pence }) => total + pence, 0),
  };
}

/** Whether nothing stands in the way of confirming: all is paid, waived, or agreed to be paid in parts. */
export const isPaid = ({ owed, planned }: Balance): boolean => owed <= planned;

/** Parts of the newest plan that are still to pay; what comes in goes to the earliest first. */
export function instalmentsLeft(entries: readonly Entry[], account: Account): Instalment[] {
  const own = standing(entries).filter((entry) => entry.account === account);
  const plans = own.filter(({ kind }) => kind === 'instalment');
  const newest = plans
    .filter(({ recordedAt }) => recordedAt === plans.at(-1)?.recordedAt)
    .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
  let left = netCharged(entries, account) - sumOf(entries, account, 'paid') - sumOf(entries, account, 'waived');
  const unpaid: Instalment[] = [];
  for (const { dueOn, pence } of newest.toReversed()) {
    const open = Math.min(pence, Math.max(0, left));
    left -= open;
    if (open > 0 && dueOn !== null) unpaid.unshift({ dueOn, pence: open });
  }
  return unpaid;
}

/** The deposit that is in somebody's hands still. Pence. */
export const depositHeld = (entries: readonly Entry[]): number =>
  Math.max(
    0,
    sumOf(entries, 'deposit', 'paid') - sumOf(entries, 'deposit', 'returned') - sumOf(entries, 'deposit', 'deducted'),
  );

/** Money paid for dates that were given up meanwhile, and not paid back yet: never more than was paid. Pence. */
export function hireToPayBack(entries: readonly Entry[]): number {
  const left = sumOf(entries, 'hire', 'paid') - sumOf(entries, 'hire', 'returned');
  const stillOwed = netCharged(entries, 'hire') - sumOf(entries, 'hire', 'waived');
  return Math.max(0, Math.min(left, left - stillOwed));
}
