/** What happens to a booking between its confirmation and its end. */
export const HIRE_FACTS = [
  'other_date_taken',
  'other_date_declined',
  'other_date_lapsed',
  'induction_signed',
  'date_held_back',
  'date_freed',
  'booking_begun',
  'end_notice_given',
  'renewal_reminded',
  'money_reminded',
  'money_call_made',
  'booking_ended',
  'no_deposit_to_return',
  'deposit_returned',
  'deduction_disputed',
  'dispute_answered',
  'hire_paid_back',
  'booking_evaluated',
  'booking_closed',
] as const;
export type HireFactKind = (typeof HIRE_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<HireFactKind, true> {}
}
