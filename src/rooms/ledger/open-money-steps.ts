import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import type { Entry } from './ledger-contract.ts';
import { chargedOn, openMoney, type OpenMoney } from './open-money-contract.ts';
import { openMoneyOn, type KeptMoney } from './open-money-store.ts';
import { nextReminder, ringFrom } from './reminder-contract.ts';

/** The last day for the deposit of a request that is not certain without it. */
export type DepositDueOn = (db: Db, requestId: string) => Promise<Day | null>;

/** Keeps what is owed for a booking beside the ledger, in the transaction that changes either. */
export function openMoneySteps({ depositDueOn }: { depositDueOn: DepositDueOn }) {
  return { ofBooking, keep };

  async function ofBooking(db: Db, booking: Booking, entries: readonly Entry[]): Promise<OpenMoney[]> {
    const waits = booking.state === 'deposit_due' && booking.requestId !== null;
    return openMoney(booking, entries, waits ? await depositDueOn(db, booking.requestId ?? '') : null);
  }

  /** @param isNew nothing was ever owed for it before */
  async function keep(db: Db, booking: Booking, entries: readonly Entry[], isNew = false): Promise<void> {
    if (entries.length === 0) return;
    const open = await ofBooking(db, booking, entries);
    await openMoneyOn(db).keep(
      booking,
      open.map((one) => kept(booking, one, entries)),
      isNew,
    );
  }
}

/** Of a deposit without which nothing is certain the request reminds, and it lapses by itself. */
function kept(booking: Booking, one: OpenMoney, entries: readonly Entry[]): KeptMoney {
  if (booking.state === 'deposit_due') return { ...one, remindOn: null, ringOn: null };
  const charged = chargedOn(entries, one.account) ?? one.dueOn;
  return {
    ...one,
    remindOn: nextReminder('', one.dueOn, charged, booking.terms),
    ringOn: ringFrom(one.dueOn, booking.terms),
  };
}
