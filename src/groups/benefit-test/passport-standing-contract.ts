import type { Outcome, Tally } from './benefit-contract.ts';

/** How a group stands with its room passport on a day, for whoever lets it book. */
export const STANDINGS = ['none', 'waiting', 'passed', 'nearly', 'not_yet', 'ended'] as const;

export type PassportStanding = {
  state: (typeof STANDINGS)[number];
  /** The last day on which it is good. */
  validUntil: string | null;
  outcome: Outcome | null;
  /** With one decimal, for showing only. */
  percent: number | null;
  /** The result that counts, in whole numbers for comparing: all of it, and the questions on benefit alone. */
  resultOn: string | null;
  points: number | null;
  possible: number | null;
  benefit: Tally | null;
};
