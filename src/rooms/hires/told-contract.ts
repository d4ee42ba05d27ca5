import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';

/** A date as a fact remembers it, to be told to people; `clock` where the clocks change while it goes on. */
export type When = { date: Day; from: ClockTime; to: ClockTime; clock?: string };

/** What a change came to: what was, what is, what was given up, what could not be had. */
export type ChangeTold = {
  what: 'one' | 'rest' | 'add';
  before: readonly When[];
  after: readonly When[];
  dropped: readonly When[];
  notFree: readonly Day[];
};

/** Money as it is now: the price, and what is left to pay or goes back. Pence; no price where the owner has named none. */
export type MoneyNow = { price: number | null; owed: number; toPayBack: number };
