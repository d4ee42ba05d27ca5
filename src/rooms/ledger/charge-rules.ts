import { HELD_STATES, type Booking, type BookingState } from '../bookings/booking-contract.ts';
import { balanceOf, netCharged } from './balance-contract.ts';
import type { Account, Entry, NewLine } from './ledger-contract.ts';

/** From here on the hire of a booking is owed; what is given up late stays to be paid when it is over. */
const HIRED: readonly BookingState[] = ['confirmed', 'active', 'ended', 'deposit_returned', 'evaluated', 'closed'];
const DEPOSITED: readonly BookingState[] = ['deposit_due', 'confirmed', 'active'];

/**
 * Lines that bring what has been charged for a booking in line with what it costs as it stands. None when they agree, so that doing it
 * twice does nothing. What somebody waived or paid by hand is not touched.
 * @param reason what happened, to stand beside the amount
 */
export function chargeLines(booking: Booking, entries: readonly Entry[], reason: string): NewLine[] {
  return [
    ...lineTo(depositTarget(booking, entries), 'deposit', entries, reason),
    ...lineTo(hireTarget(booking, entries), 'hire', entries, reason),
  ];
}

/** Null leaves things as they are: where no price is named, and before a booking is certain. */
function hireTarget({ state, price }: Booking, entries: readonly Entry[]): number | null {
  if (HIRED.includes(state)) return price.quote?.totalPence ?? null;
  // Of a booking that was never certain nothing is owed, also when it was given up late.
  const wasHired = entries.some(({ account, kind }) => account === 'hire' && kind === 'charged');
  return state === 'cancelled' && wasHired ? (price.quote?.totalPence ?? null) : 0;
}

/** The deposit that was agreed, never more than the area allows. Once a booking is over nobody has to pay any more of it in. */
function depositTarget({ state, price, terms }: Booking, entries: readonly Entry[]): number {
  if (DEPOSITED.includes(state)) return Math.min(price.quote?.depositPence ?? 0, terms.most_deposit_pence);
  if (HELD_STATES.includes(state)) return 0;
  return netCharged(entries, 'deposit') - balanceOf(entries, 'deposit').owed;
}

function lineTo(target: number | null, account: Account, entries: readonly Entry[], reason: string): NewLine[] {
  const more = target === null ? 0 : target - netCharged(entries, account);
  if (more === 0) return [];
  return [{ account, kind: more > 0 ? 'charged' : 'credited', pence: Math.abs(more), reason }];
}
