/** What happens to bookings and to the times in which rooms are closed. What follows is said by every feature that rests on them. */
export const BOOKING_FACTS = [
  'booking_requested',
  'booking_made',
  /** A group has taken the room and its deposit is due. */
  'booking_taken',
  /** Its dates are booked for good: the one door, whichever way it came. */
  'booking_confirmed',
  /** Given up before it was certain. */
  'booking_let_go',
  'booking_changed',
  'end_given_back',
  'dates_cancelled_by_group',
  'dates_cancelled_by_owner',
  'closure_made',
  'closure_removed',
] as const;
export type BookingFactKind = (typeof BOOKING_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<BookingFactKind, true> {}
}
