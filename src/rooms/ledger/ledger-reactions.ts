import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { nothingFollows, type Reaction } from '../../kernel/reactions.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import type { Consequence } from '../room-facts.ts';
import { chargeLines } from './charge-rules.ts';
import { chargeReason } from './charge-words.ts';
import { ledgerOn } from './ledger-store.ts';
import { ledgerService } from './ledger-service.ts';
import { openMoneySteps, type DepositDueOn } from './open-money-steps.ts';
import { openMoneyOn } from './open-money-store.ts';

type Deps = {
  clock: Clock;
  newId: NewId;
  bookings: { byId(db: Db, id: string): Promise<Booking | undefined> };
  depositDueOn: DepositDueOn;
};

/**
 * Money follows whatever can change a price or a state: the difference between what stands and what was charged is written. What is owed
 * by which day is kept beside it, whoever wrote the line.
 */
export function ledgerReactions({ clock, newId, bookings, depositDueOn }: Deps): Consequence {
  const ledger = ledgerService({ clock, newId });
  const open = openMoneySteps({ depositDueOn });
  const charge: Reaction = async ({ trx }, fact) => {
    const booking = await bookings.byId(trx, fact.subjectId);
    if (!booking) return;
    const entries = await ledger.of(trx, booking.id);
    const lines = chargeLines(booking, entries, chargeReason(fact));
    const line = { areaId: booking.areaId, bookingId: booking.id, today: dayIn(booking.zone, clock()) };
    const added = lines.length > 0 ? await ledger.write(trx, line, 'system', newId(), lines) : [];
    const all = [...entries, ...added];
    await open.keep(trx, booking, all, entries.length === 0);
    await ledgerOn(trx).isNow(booking.id, all);
  };
  const keepOpen: Reaction = async ({ trx }, fact) => {
    for (const id of await openMoneyOn(trx).bookingsOf(fact.subjectId)) {
      const booking = await bookings.byId(trx, id);
      if (booking) await open.keep(trx, booking, await ledger.of(trx, id));
    }
  };
  return {
    booking_taken: [charge],
    booking_confirmed: [charge],
    booking_let_go: [charge],
    booking_changed: [charge],
    end_given_back: [charge],
    dates_cancelled_by_group: [charge],
    dates_cancelled_by_owner: [charge],
    other_date_taken: [charge],
    end_notice_given: [charge],
    booking_ended: [charge],
    // Until somebody takes a room nothing is owed for it, and what becomes of its booking then has a fact of its own.
    ...nothingFollows(
      'booking_requested',
      'booking_made',
      'room_requested',
      'room_request_complete',
      'room_asked',
      'room_owner_warned',
      'room_owner_said_yes',
      'room_offered',
      'room_default_offered',
      'room_goes_first',
      'room_rivals_compared',
      'room_draw_made',
      'room_owner_silent',
      'room_declined',
      'room_outbid',
      'room_gone',
      'room_passed_over',
      'room_added',
      'room_request_with_broker',
      'room_test_passed',
      'room_test_not_yet',
      'room_audience_changed',
      'room_agreement_signed',
      'room_confirmed',
      'room_request_withdrawn',
      'room_request_lapsed',
      'room_request_closed',
      'waiting_joined',
      'waiting_left',
      'waiting_offered',
    ),
    // These are lines of the ledger already: what is left to pay is another.
    room_money_charged: [keepOpen],
    room_money_credited: [keepOpen],
    room_money_paid: [keepOpen],
    room_money_waived: [keepOpen],
    room_money_instalment: [keepOpen],
    room_money_corrected: [keepOpen],
    // What goes back is not owed by the group, and reminding changes nothing.
    ...nothingFollows(
      'money_reminded',
      'money_call_made',
      'room_money_returned',
      'room_money_deducted',
      'deposit_returned',
      'deduction_disputed',
      'dispute_answered',
      'hire_paid_back',
    ),
    // A date is paid for whether somebody came or not, and an offer that was not taken changes no price.
    ...nothingFollows(
      'date_used',
      'date_no_show',
      'check_in_undone',
      'no_show_call_made',
      'arrival_notes_changed',
      'other_date_declined',
      'other_date_lapsed',
      'date_held_back',
      'date_freed',
      'closure_made',
      'closure_removed',
    ),
    // States that follow from time alone and leave the price as it is.
    ...nothingFollows(
      'induction_signed',
      'booking_begun',
      'renewal_reminded',
      'no_deposit_to_return',
      'booking_evaluated',
      'booking_closed',
    ),
  };
}
