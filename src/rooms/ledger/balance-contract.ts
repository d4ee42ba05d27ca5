import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Account, Entry } from './ledger-contract.ts';

/** How one account of a booking stands. Pence. `planned` may be paid later, as was agreed. */
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

/** How an account stands: what is owed, and how much of that may be paid later. */
export function balanceOf(entries: readonly Entry[], account: Account): Balance {
  const [charged, paid, waived] = [
    sumOf(entries, account, 'charged'),
    sumOf(entries, account, 'paid'),
    sumOf(entries, account, 'waived'),
  ];
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
export const isSettled = ({ owed, planned }: Balance): boolean => owed <= planned;

/** Parts of the newest plan that are still to pay; what comes in goes to the earliest first. */
export function instalmentsLeft(entries: readonly Entry[], account: Account): Instalment[] {
  const own = standing(entries).filter((entry) => entry.account === account);
  const plans = own.filter(({ kind }) => kind === 'instalment');
  const newest = plans
    .filter(({ recordedAt }) => recordedAt === plans.at(-1)?.recordedAt)
    .toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
  let left = own.reduce(
    (owed, { kind, pence }) => owed + (kind === 'charged' ? pence : kind === 'paid' || kind === 'waived' ? -pence : 0),
    0,
  );
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
  const [charged, paid, waived, returned] = (['charged', 'paid', 'waived', 'returned'] as const).map((kind) =>
    sumOf(entries, 'hire', kind),
  );
  return Math.max(
    0,
    Math.min((paid ?? 0) - (returned ?? 0), (paid ?? 0) + (waived ?? 0) - (charged ?? 0) - (returned ?? 0)),
  );
}
