import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking, Occurrence } from './booking-contract.ts';
import type { OwnerReason } from './cancel-contract.ts';
import { ahead, ownerMayUntil } from './booking-rules.ts';

/** Which dates somebody means: one, one and all after it, or all that are left. `date` is the day that the rule gave. */
export type Meant = { which: 'one' | 'rest' | 'all'; date?: Day | undefined };

/** The dates to come that are meant; none where the date has begun, is past, or was given up before. */
export function meant(occurrences: readonly Occurrence[], { which, date }: Meant, now: number): Occurrence[] {
  const open = ahead(occurrences, now);
  if (which === 'all') return open;
  const first = occurrences.find(({ originalDate }) => originalDate === date);
  if (!first) return [];
  return which === 'one'
    ? open.filter(({ id }) => id === first.id)
    : open.filter(({ starts }) => starts >= first.starts);
}

/** Dates that an owner may not take back any more: less than the agreed notice is left. In an emergency none. */
export function tooLateForOwner(
  booking: Booking,
  given: readonly Occurrence[],
  reason: OwnerReason,
  now: number,
): Occurrence[] {
  return reason === 'emergency' ? [] : given.filter((one) => ownerMayUntil(one, booking) < now);
}
