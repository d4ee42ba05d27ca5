import { nothingFollows } from '../../kernel/reactions.ts';
import type { Consequence } from '../room-facts.ts';
import { changeTelling, type ChangeTellingDeps } from './change-telling.ts';
import { givenUpTelling } from './given-up-telling.ts';

/** Whoever has to do with a booking is told of what becomes of it: lead and deputy, and those who answer for the room. */
export function hireReactions(deps: ChangeTellingDeps): Consequence {
  const { booked, changed, endGivenBack } = changeTelling(deps);
  const { cancelled, takenBack, otherDateTaken, otherDateDeclined, otherDateLapsed, noticed } = givenUpTelling(deps);
  return {
    booking_confirmed: [booked],
    booking_changed: [changed],
    end_given_back: [endGivenBack],
    dates_cancelled_by_group: [cancelled],
    dates_cancelled_by_owner: [takenBack],
    other_date_taken: [otherDateTaken],
    other_date_declined: [otherDateDeclined],
    other_date_lapsed: [otherDateLapsed],
    end_notice_given: [noticed],
    // Steps on the way into the house: the request tells of each with its own words, and the last is the confirmation.
    ...nothingFollows(
      'booking_requested',
      'booking_made',
      'booking_taken',
      'booking_let_go',
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
    // Clocks and money tell in the act itself: what they say is what they do.
    ...nothingFollows(
      'renewal_reminded',
      'money_reminded',
      'booking_ended',
      'deposit_returned',
      'deduction_disputed',
      'dispute_answered',
      'date_held_back',
      'date_freed',
    ),
    // Whoever writes money down does so with the payer before them, and it stands on the statement.
    ...nothingFollows(
      'hire_paid_back',
      'room_money_charged',
      'room_money_credited',
      'room_money_paid',
      'room_money_waived',
      'room_money_instalment',
      'room_money_corrected',
      'room_money_returned',
      'room_money_deducted',
    ),
    // Nothing that anybody would have to know of by mail: it shows where it is looked for.
    ...nothingFollows(
      'induction_signed',
      'booking_begun',
      'no_deposit_to_return',
      'booking_evaluated',
      'booking_closed',
      'date_used',
      'date_no_show',
      'check_in_undone',
      'no_show_call_made',
      'money_call_made',
      'arrival_notes_changed',
      'closure_made',
      'closure_removed',
    ),
  };
}
