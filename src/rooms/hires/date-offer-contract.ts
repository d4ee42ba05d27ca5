import { z } from 'zod';
import type { ClockTime, Day, Stretch } from '../../kernel/recurrence-contract.ts';
import type { BookingState } from '../bookings/booking-contract.ts';

/** How a date stands that an owner offers for one it takes back. */
export const DATE_OFFER_STATES = ['open', 'accepted', 'declined', 'lapsed'] as const;

/** A date offered in place of another. Its time is held for the group until `until`, a minute since 1970. */
export type DateOffer = Stretch & {
  id: string;
  bookingId: string;
  occurrenceId: string;
  state: (typeof DATE_OFFER_STATES)[number];
  spaceId: string;
  date: Day;
  from: ClockTime;
  to: ClockTime;
  staffed: boolean;
  stateBefore: BookingState;
  until: number;
  createdAt: string;
};

/** How a group answers: it comes at the other time, or takes its money back. */
export const offerAnswerSchema = z.object({
  answer: z.enum(['accept', 'decline'], 'Choose whether you take the other date.'),
});
