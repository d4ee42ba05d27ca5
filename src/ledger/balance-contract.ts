import type { Day } from '../kernel/recurrence-contract.ts';
import type { Account, Entry, Instalments } from './ledger-contract.ts';
import { daysAfter } from '../requests/request-rules.ts';

/** How one account of a booking stands. Pence. `planned` may be paid later, as was agreed. */
export type Balance = { charged: number; paid: number; waived: number; owed: number; planned: number };
/** A part that was agreed and is not paid yet. */
export type Instalment = { dueOn: Day; pence: number };

/** Entries that count: none that was taken back, and not the taking back. */
export function standing(entries: readonly Entry[]): Entry[] {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return entries.filter(({ id, kind }) => kind !== 'corrected' && !corrected.has(id));
}

export function balanceOf(entries: readonly Entry[], account: Account): Balance {
  const own = standing(entries).filter((entry) => entry.account === account);
  const sum = (kind: Entry['kind']): number => own.filter((entry) => entry.kind === kind).reduce((total, { pence }) => total + pence, 0);
  const [charged, paid, waived] = [sum('charged'), sum('paid'), sum('waived')];
  const owed = Math.max(0, charged - paid - waived);
  return { charged, paid, waived, owed, planned: instalmentsLeft(entries, account).reduce((total, { pence }) => total + pence, 0) };
}

/** Whether nothing stands in the way of confirming: all is paid, waived, or agreed to be paid in parts. */
export const isSettled = ({ owed, planned }: Balance): boolean => owed <= planned;

/** Parts of the newest plan that are still to pay; what comes in goes to the earliest first. */
export function instalmentsLeft(entries: readonly Entry[], account: Account): Instalment[] {
  const own = standing(entries).filter((entry) => entry.account === account);
  const plans = own.filter(({ kind }) => kind === 'instalment');
  const newest = plans.filter(({ recordedAt }) => recordedAt === plans.at(-1)?.recordedAt).toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
  let left = own.reduce((owed, { kind, pence }) => owed + (kind === 'charged' ? pence : kind === 'paid' || kind === 'waived' ? -pence : 0), 0);
  const unpaid: Instalment[] = [];
  for (const { dueOn, pence } of newest.toReversed()) {
    const open = Math.min(pence, Math.max(0, left));
    left -= open;
    if (open > 0 && dueOn !== null) unpaid.unshift({ dueOn, pence: open });
  }
  return unpaid;
}

/** What is owed in so many equal parts; odd pence are in the first. */
export function inParts(owed: number, { count, first_on: first, every_weeks: weeks }: Instalments): Instalment[] {
  const part = Math.floor(owed / count);
  return Array.from({ length: count }, (_, at) => ({ dueOn: daysAfter(first, at * weeks * 7), pence: at === 0 ? owed - part * (count - 1) : part }));
}
