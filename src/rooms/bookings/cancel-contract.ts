import { z } from 'zod';
import { daySchema } from '../../kernel/recurrence-contract.ts';
import type { Booking, Occurrence } from './booking-contract.ts';
import { endTime, forSomebody, id, optional, startTime, version } from './booking-form-contract.ts';

export const CANCELS = ['one', 'rest', 'all'] as const;
export const cancelSchema = z.object({
  version,
  which: z.enum(CANCELS, 'Say which dates you want to cancel.'),
  date: optional(daySchema),
  ...forSomebody,
});
export type Cancel = z.infer<typeof cancelSchema>;

/** Why an owner may take a date back. `emergency` alone needs no notice. */
export const OWNER_REASONS = ['emergency', 'repairs', 'election', 'statutory_use', 'own_event', 'other'] as const;
export type OwnerReason = (typeof OWNER_REASONS)[number];
export const ownerCancelSchema = z.object({
  version,
  which: z.enum(CANCELS, 'Say which dates you want to cancel.'),
  date: optional(daySchema),
  reason: z.enum(OWNER_REASONS, 'Choose a reason.'),
  explanation: z
    .string('Explain the reason in a sentence.')
    .trim()
    .min(10, 'Explain the reason in a sentence. The group reads it.')
    .max(500, 'Use up to 500 characters.'),
  alternative: z
    .string('Say what you offer instead.')
    .trim()
    .min(3, 'Say what you offer instead: another room, another day. If there is nothing, say so.')
    .max(500, 'Use up to 500 characters.'),
  /** A date that is held for the group instead of the one taken back, and that it can take with one press. */
  instead_date: optional(daySchema),
  instead_from: optional(startTime),
  instead_to: optional(endTime),
  instead_space: optional(id('a room')),
});
export type OwnerCancel = z.infer<typeof ownerCancelSchema>;

/** Dates that an owner takes back: the booking as it was and as it is then, and what the owner said. */
export type TakenBack = {
  before: Booking;
  booking: Booking;
  occurrences: readonly Occurrence[];
  dates: readonly Occurrence[];
  wish: OwnerCancel;
};
