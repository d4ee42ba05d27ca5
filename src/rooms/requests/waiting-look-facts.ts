import type { FactKind } from '../../kernel/fact.ts';
import { REQUEST_FACTS } from './request-facts.ts';

/**
 * What may make a difference to somebody who waits for a room: dates that are given up, other holds, the room's hours and prices, the
 * group itself. Dates that are given up are offered at once (see waiting-reactions.ts); here they change when to look next.
 */
export const TO_LOOK_AFTER: readonly FactKind[] = [
  ...REQUEST_FACTS,
  'booking_let_go',
  'booking_changed',
  'end_given_back',
  'dates_cancelled_by_group',
  'dates_cancelled_by_owner',
  'other_date_declined',
  'other_date_lapsed',
  'other_date_taken',
  'end_notice_given',
  'closure_removed',
  'space_changed',
  'space_hours_changed',
  'space_prices_changed',
  'space_joined',
  'space_divided',
  'space_retired',
  'terms_changed',
  'days_off_changed',
  'asset_changed',
  'asset_released',
  'state_changed',
  'group_changed',
  'group_closed',
];
