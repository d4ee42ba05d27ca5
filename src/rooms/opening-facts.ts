import type { FactKind } from '../kernel/fact.ts';
import type { RoomFactKind } from './room-facts.ts';
import type { SpaceFactKind } from './spaces/space-facts.ts';

/**
 * What a fact may change for those who look or wait for a room. `opens`: time may be free that was not. `turns`: whose turn it is among
 * those who wait, or when to look at them next, may be another. Kinds of rooms do not compile without a word.
 */
type Change = 'opens' | 'turns' | 'nothing';

const IN_ROOMS: Record<RoomFactKind | SpaceFactKind, Change> = {
  booking_requested: 'nothing',
  booking_made: 'nothing',
  booking_taken: 'nothing',
  booking_confirmed: 'nothing',
  booking_let_go: 'opens',
  booking_changed: 'opens',
  end_given_back: 'opens',
  dates_cancelled_by_group: 'opens',
  dates_cancelled_by_owner: 'opens',
  closure_made: 'nothing',
  closure_removed: 'opens',
  other_date_taken: 'opens',
  other_date_declined: 'opens',
  other_date_lapsed: 'opens',
  induction_signed: 'nothing',
  date_held_back: 'nothing',
  date_freed: 'nothing',
  booking_begun: 'nothing',
  end_notice_given: 'opens',
  renewal_reminded: 'nothing',
  money_reminded: 'nothing',
  money_call_made: 'nothing',
  booking_ended: 'opens',
  no_deposit_to_return: 'nothing',
  deposit_returned: 'nothing',
  deduction_disputed: 'nothing',
  dispute_answered: 'nothing',
  hire_paid_back: 'nothing',
  booking_evaluated: 'nothing',
  booking_closed: 'nothing',
  date_used: 'nothing',
  date_no_show: 'nothing',
  check_in_undone: 'nothing',
  no_show_call_made: 'nothing',
  arrival_notes_changed: 'nothing',
  room_requested: 'turns',
  room_request_complete: 'turns',
  room_asked: 'turns',
  room_owner_warned: 'turns',
  room_owner_said_yes: 'turns',
  room_offered: 'turns',
  room_default_offered: 'turns',
  room_goes_first: 'turns',
  room_rivals_compared: 'nothing',
  room_draw_made: 'nothing',
  room_owner_silent: 'turns',
  room_declined: 'turns',
  room_outbid: 'turns',
  room_gone: 'turns',
  room_passed_over: 'turns',
  room_added: 'turns',
  room_request_with_broker: 'turns',
  room_test_passed: 'turns',
  room_test_not_yet: 'turns',
  room_audience_changed: 'turns',
  room_agreement_signed: 'turns',
  room_confirmed: 'turns',
  room_request_withdrawn: 'turns',
  room_request_lapsed: 'turns',
  room_request_closed: 'turns',
  waiting_joined: 'turns',
  waiting_left: 'turns',
  waiting_offered: 'turns',
  room_money_charged: 'nothing',
  room_money_credited: 'nothing',
  room_money_paid: 'nothing',
  room_money_waived: 'nothing',
  room_money_deducted: 'nothing',
  room_money_returned: 'nothing',
  room_money_instalment: 'nothing',
  room_money_corrected: 'nothing',
  space_added: 'opens',
  space_changed: 'opens',
  space_hours_changed: 'opens',
  space_prices_changed: 'opens',
  space_joined: 'opens',
  space_divided: 'opens',
  space_retired: 'opens',
  terms_changed: 'opens',
  days_off_changed: 'opens',
};
/** Of places and lists. What these wings add is looked at after a day at the latest, as everything is. */
const OF_PLACES: readonly FactKind[] = [
  'asset_added',
  'asset_changed',
  'asset_released',
  'state_changed',
  'list_imported',
];
const OF_GROUPS: readonly FactKind[] = ['group_changed', 'group_closed'];

const kindsWith = (...changes: readonly Change[]): FactKind[] =>
  (Object.keys(IN_ROOMS) as (keyof typeof IN_ROOMS)[]).filter((kind) => changes.includes(IN_ROOMS[kind]));

/** What may open a room to somebody who found none. */
export const MAY_OPEN: readonly FactKind[] = [...kindsWith('opens'), ...OF_PLACES];
/**
 * What may make a difference to somebody who stands on a waiting list. Dates that are given up are offered at once (see
 * waiting-reactions.ts); here they change when to look next.
 */
export const MAY_CONCERN_WAITING: readonly FactKind[] = [...kindsWith('opens', 'turns'), ...OF_PLACES, ...OF_GROUPS];
