import { daysAfter } from '../../kernel/day-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import { balanceOf, instalmentsLeft, standing, type Instalment } from './balance-contract.ts';
import { ACCOUNTS, type Account, type Entry } from './ledger-contract.ts';

/** Money that is owed and the day by which it is to be paid. Pence, more than 0. */
export type OpenMoney = Instalment & { account: Account };
type Due = Pick<Booking, 'startsOn' | 'terms'>;

/**
 * What is owed for a booking, by its days: what was agreed in parts is due part by part, all else in one. Of each account it comes to just
 * what the ledger says is owed.
 * @param depositDueOn the last day for the deposit while a room is not certain without it; the first date where there is none
 */
export function openMoney(booking: Due, entries: readonly Entry[], depositDueOn: Day | null = null): OpenMoney[] {
  const dueOn = { deposit: depositDueOn ?? booking.startsOn, hire: hireDueOn(booking, entries) };
  return ACCOUNTS.flatMap((account) => {
    const { owed, planned } = balanceOf(entries, account);
    if (owed === 0) return [];
    const parts = planned < owed ? [{ dueOn: dueOn[account], pence: owed }] : byDay(instalmentsLeft(entries, account));
    return parts.map((part) => ({ ...part, account }));
  });
}

/** The day by which the hire is to be paid: the area's days after the first date, or after the day on which it was last charged. */
function hireDueOn({ startsOn, terms }: Due, entries: readonly Entry[]): Day {
  const last = chargedOn(entries, 'hire');
  return daysAfter(last !== null && last > startsOn ? last : startsOn, terms.hire_due_days);
}

/** The day on which something was last charged; null where nothing was. */
export function chargedOn(entries: readonly Entry[], account: Account): Day | null {
  const days = standing(entries).filter((one) => one.account === account && one.kind === 'charged');
  return (
    days
      .map(({ onDay }) => onDay)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Parts of one day are one. */
function byDay(parts: readonly Instalment[]): Instalment[] {
  const sums = new Map<Day, number>();
  for (const { dueOn, pence } of parts) sums.set(dueOn, (sums.get(dueOn) ?? 0) + pence);
  return [...sums].map(([dueOn, pence]) => ({ dueOn, pence }));
}
