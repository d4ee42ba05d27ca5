import type { Tally } from '../../groups/benefit-test/benefit-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** Why one of two goes first, by the order that the area's rule gives. */
export const WHY_FIRST = ['passed', 'benefit', 'fewer_hours', 'draw', 'earlier'] as const;
export type WhyFirst = (typeof WHY_FIRST)[number];

/** One of two who want the same dates, with all that is compared. */
export type Side = { benefit: Tally | null; minutes: number; candidate: string; number: string };

/**
 * Two requests side by side, as one of them tells it, as it stands on the record. `silence`: the owner did not answer, and for one of them
 * alone that was an offer.
 */
export type Comparison = {
  optionId: string;
  spaceId: string;
  first: boolean;
  why: WhyFirst | 'silence';
  mine: Side;
  theirs: Side;
  /** The best result of all among whom it was chosen: who is as good is measured from it. */
  best: Tally | null;
  /** Points in 100 below which results are as good. */
  tie: number;
  /** Hours count from this day on, up to this instant. */
  from: Day;
  until: string;
  /** The published draw, where one decided. */
  drawId: string | null;
};
