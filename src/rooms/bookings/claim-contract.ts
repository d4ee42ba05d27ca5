import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';

/** `booking` stays until it is given up, `hold` until its minute comes, `closure` keeps bookings out. */
export const CLAIM_KINDS = ['booking', 'hold', 'closure'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** No claim is longer, so that every look for an overlap has an end. In minutes. */
export const LONGEST_CLAIM = 2_880;

/** The hold on one undivided space for one stretch. `holder` is the date of a booking, or a closure. */
export type Claim = Stretch & { leaf: number; kind: ClaimKind; holder: string; expires: number | null };

/** A wished date, by the holder of its claims, that cannot be had, and what kind of claim is in its way. */
export type Clash = { holder: string; kind: ClaimKind };

/** One claim in the way of a wished one: their holders. */
export type Overlap = { wished: string; by: string; kind: ClaimKind };

/** The turn that whoever may give up time in an area takes first, so that whoever waits for it can be served in the same transaction. */
export const turnOfRooms = (areaId: string): string => `rooms of ${areaId}`;

type Held = Pick<BookableSpace, 'minutesBefore' | 'minutesAfter'>;

/**
 * The stretch that a booking of a space holds: its own, and the minutes kept free before and after. Two bookings never share such
 * minutes (docs/decisions/0009). Whoever looks for free time looks for this stretch.
 */
export function heldStretch({ minutesBefore, minutesAfter }: Held, { starts, ends }: Stretch): Stretch {
  return { starts: starts - minutesBefore, ends: ends + minutesAfter };
}

/** The claims of one date of a booking: one for each undivided space that the booked one is made of. */
export function claimsOf(
  space: Held & Pick<BookableSpace, 'leaves'>,
  date: Stretch & { id: string },
  kept: Pick<Claim, 'kind' | 'expires'>,
): Claim[] {
  const stretch = heldStretch(space, date);
  return space.leaves.map((leaf) => ({ leaf, ...stretch, holder: date.id, ...kept }));
}
