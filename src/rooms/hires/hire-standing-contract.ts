import type { Step } from '../../ground/cases/standing-contract.ts';
import type { BookingState } from '../bookings/booking-contract.ts';

/** What can be next for a booking, from the day it is certain to the closed file. */
export const HIRE_STEPS = [
  'other_date',
  'insurance',
  'safeguarding',
  'check_insurance',
  'check_safeguarding',
  'induction',
  'pay_deposit',
  'pay_hire',
  'refund',
  'come',
  'deposit',
  'dispute',
  'evaluation',
  'nothing',
] as const;
export type HireStep = (typeof HIRE_STEPS)[number];
/** A step before it is put in words. `pence` is how much is to be paid, `ofPence` what is left in all where that is a part of it. */
export type HireDue = Pick<Step, 'turn' | 'by'> & { kind: HireStep; pence?: number; ofPence?: number };

/** States in which a booking says itself where it stands; before that its request does. */
export type OwnState = Exclude<BookingState, 'requested' | 'offered' | 'default_offered' | 'deposit_due'>;
