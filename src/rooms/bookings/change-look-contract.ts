import type { NotFree, Occurrence } from './booking-contract.ts';

/** One date that a change takes away, puts in, or puts elsewhere. */
export type ChangedDate = { before: Occurrence | null; after: Occurrence | null };

/** What a change comes to. Prices are in pence, null where the owner has named none. */
export type ChangeLook = {
  made: boolean;
  dates: ChangedDate[];
  notFree: readonly NotFree[];
  price: { before: number | null; after: number | null };
  /** How long a date becomes, in minutes, where that is more than double what it was or above twelve hours: most often a slip of the pen. */
  muchLonger: { before: number; after: number } | null;
};
