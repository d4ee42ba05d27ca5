import type { Day } from '../../kernel/recurrence-contract.ts';

/** How far somebody’s word goes; every way to take part says so (casework reference, second part, section 4). */
export const PARTS = ['tell', 'ask', 'decide'] as const;
export type PartTaken = (typeof PARTS)[number];
export type ParticipationLabel = {
  part: PartTaken;
  /** What can still change, and what cannot. */
  open: string;
  shut: string;
  who: string;
  by: Day | null;
};
