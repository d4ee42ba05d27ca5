import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';

/** `booking` stays until it is given up, `hold` until its minute comes, `closure` keeps bookings out. */
export const CLAIM_KINDS = ['booking', 'hold', 'closure'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** No claim is longer, so that every look for an overlap has an end. In minutes. */
export const LONGEST_CLAIM = 2_880;

/** A stretch with the minutes before and after that are kept free, and how many of its minutes these are. */
export type Held = Stretch & { before: number; after: number };

/** The hold on one undivided space for one stretch. `holder` is the date of a booking, or a closure. */
export type Claim = Held & { leaf: number; kind: ClaimKind; holder: string; expires: number | null };
export type WishedClaim = Omit<Claim, 'kind' | 'expires'>;

/**
 * A booking just before or after, where only the minutes between two groups are in the way: when it ends or begins, and from or until
 * when the room can be had. In minutes since 1970.
 */
export type Beside = { is: 'before' | 'after'; at: number; free: number };

/** A wished date, by the holder of its claims, that cannot be had, and what is in its way. */
export type Clash = { holder: string; kind: ClaimKind; beside: Beside | null };

/** The turn that whoever may give up time in an area takes first, so that whoever waits for it can be served in the same transaction. */
export const turnOfRooms = (areaId: string): string => `rooms of ${areaId}`;

type Cleaned = Pick<BookableSpace, 'minutesBefore' | 'minutesAfter'>;

/**
 * The stretch that a booking of a space holds: its own, and the minutes kept free before and after. Two bookings never share such
 * minutes, a closure may lie in them (docs/decisions/0009). Whoever looks for free time looks for this stretch.
 */
export function heldStretch({ minutesBefore, minutesAfter }: Cleaned, { starts, ends }: Stretch): Held {
  return { starts: starts - minutesBefore, ends: ends + minutesAfter, before: minutesBefore, after: minutesAfter };
}

/** The time in which somebody is inside. */
export const insideOf = ({ starts, ends, before, after }: Held): Stretch => ({
  starts: starts + before,
  ends: ends - after,
});

/** Where two that hold the same minutes do not want to be inside at the same time: how the other one lies. Null where they do. */
export function besideOf(wished: Held, other: Held): Beside | null {
  const [ours, theirs] = [insideOf(wished), insideOf(other)];
  if (theirs.ends <= ours.starts) return { is: 'before', at: theirs.ends, free: other.ends + wished.before };
  return theirs.starts >= ours.ends ? { is: 'after', at: theirs.starts, free: other.starts - wished.after } : null;
}

/** The claims of one date of a booking: one for each undivided space that the booked one is made of. */
export function claimsOf(
  space: Cleaned & Pick<BookableSpace, 'leaves'>,
  date: Stretch & { id: string },
  kept: Pick<Claim, 'kind' | 'expires'>,
): Claim[] {
  const held = heldStretch(space, date);
  return space.leaves.map((leaf) => ({ leaf, ...held, holder: date.id, ...kept }));
}
