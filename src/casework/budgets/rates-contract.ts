/** Reliefs from business rates that a group may count on. */
export const RELIEFS = ['none', 'charity', 'charity_topped', 'small_business'] as const;
export type Relief = (typeof RELIEFS)[number];
/** have: it can be had from the first day. applied: asked for, or the charity is not registered yet. */
export const RELIEF_STANDINGS = ['have', 'applied', 'not_asked'] as const;
export type ReliefStanding = (typeof RELIEF_STANDINGS)[number];

/** Business rates of twelve months, in pence, with what they were worked out from. */
export type Rates = {
  /** As people write it: “2026/27”. */
  year: string;
  /** The year is not known yet, so these are those of the last one that is. */
  lastKnown: boolean;
  rateableValue: number;
  /** In thousandths of a pound. */
  multiplier: number;
  full: number;
  /** In thousandths of the whole. */
  relief: number;
  off: number;
  due: number;
};
