import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Occurrence } from './booking-contract.ts';

/** Papers without which a group is not let in. */
export const DATE_PAPERS = ['insurance', 'safeguarding'] as const;
export type DatePaper = (typeof DATE_PAPERS)[number];

/**
 * What a date lacks today. It is held back for want of a paper from some days before it on: it is not opened to the group, but it is
 * neither cancelled nor counted as missed. Not having been shown round is told at the door, and holds nothing back.
 */
export type DateNeed = {
  occurrenceId: string;
  date: Day;
  papers: readonly DatePaper[];
  /** Those of them that the group has given, and that wait for a broker’s check. */
  waiting: readonly DatePaper[];
  shown: boolean;
  heldBack: boolean;
};
/** A date of which is asked what it lacks. */
export type NeedingDate = Pick<Occurrence, 'id' | 'bookingId' | 'spaceId' | 'date' | 'state'>;
