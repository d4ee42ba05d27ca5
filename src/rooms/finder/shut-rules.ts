import type { DateState } from './answer-contract.ts';
import { FINDER, type WantedTime } from './finder-contract.ts';

type Wanted = Pick<WantedTime, 'recurrence' | 'daysOff'>;

/** A day off, and a day that the owner has closed: the room is shut to everybody, and who meets every week leaves that date out. */
export const isShut = (state: DateState): boolean => state === 'bank_holiday' || state === 'closed';

/** Whether dates on which a room is shut may be left out of a series. One date cannot be, and somebody may need every one. */
export const mayLeaveOut = ({ recurrence, daysOff }: Wanted): boolean =>
  recurrence.kind !== 'once' && daysOff !== 'every';

/**
 * Whether a room can be had on all dates, less a few on which it is shut: "48 dates less closures" (casework, 9.3). More of these than
 * the finder's shares are no longer a few, and a date that somebody else has is never left out without being asked.
 */
export function canBeHeld(states: readonly DateState[], wanted: Wanted): boolean {
  const missing = states.filter((state) => state !== 'free');
  if (missing.length === 0) return states.length > 0;
  if (missing.length === states.length || !mayLeaveOut(wanted) || !missing.every(isShut)) return false;
  const closed = missing.filter((state) => state === 'closed').length;
  return (
    closed * 100 <= states.length * FINDER.closedPercent && missing.length * 100 <= states.length * FINDER.shutPercent
  );
}
