import type { EntryKind } from '../ledger/ledger-contract.ts';

/** What happens to a request for a room, and to a place on a waiting list. */
export const REQUEST_FACTS = [
  'room_requested',
  'room_request_complete',
  'room_asked',
  'room_owner_warned',
  'room_owner_said_yes',
  'room_offered',
  'room_default_offered',
  'room_goes_first',
  /** Two requests for the same dates, side by side, with all numbers: once for each of the two. */
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
] as const;
export type RequestFactKind = (typeof REQUEST_FACTS)[number] | `room_money_${EntryKind}`;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<RequestFactKind, true> {}
}
