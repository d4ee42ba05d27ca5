import type { Day } from '../../kernel/recurrence-contract.ts';

/** Who has something to do. Where two have, neither can do it without the other. */
export const TURNS = [
  'group',
  'asker',
  'owner',
  'broker',
  'scorers',
  'monitoring_officer',
  'decision_officer',
  'democratic_services',
  'panel',
  'everybody',
  'group_and_owner',
  'group_and_broker',
  'nobody',
] as const;
export type Turn = (typeof TURNS)[number];
export const PARTIES = [
  'group',
  'asker',
  'owner',
  'broker',
  'scorers',
  'monitoring_officer',
  'decision_officer',
  'democratic_services',
  'panel',
] as const;
export type Party = (typeof PARTIES)[number];

/** Whether somebody has to do something, alone or with another. */
export const isTurnOf = (turn: Turn, party: Party): boolean => turn.split('_and_').includes(party);

/** Something to be done, in words that are the same wherever they stand. */
export type Step = {
  kind: string;
  turn: Turn;
  /** What is next, said to whoever has the turn: "take the room or leave it". Where it is nobody’s turn, what happens then. */
  next: string;
  /** The last day for it; where it is nobody’s turn, the day on which it happens. */
  by: Day | null;
  /** How it is done, a sentence: whom to ring, how to pay. Null where there is nothing to say, or nobody has told us. */
  how: string | null;
};

/**
 * Where something stands: the one answer that every page, list and mail gives. The first step is whose turn it is, what is next and by
 * when; the others are open too, or come after it.
 */
export type Standing = {
  /** In a word or two: "Booked". */
  stage: string;
  steps: readonly [Step, ...Step[]];
  /** What may be done or is going on meanwhile, and holds nothing up. */
  meanwhile: readonly Step[];
};
