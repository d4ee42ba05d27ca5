import type { Score } from './benefit-contract.ts';

/** What one scorer handed in. It never changes: a later agreement is written down beside it. */
export type Assessment = {
  id: string;
  testId: string;
  scorerId: string;
  /** What somebody who may not score said of themselves; then there are no scores. */
  interest: string | null;
  scores: readonly Score[];
  submission: string;
  submittedAt: string;
};

/**
 * How scorers' marks come together. `confirmed`: the second scorer chose one of two marks that lie close. `proposed`: one of the two
 * wrote how they came to one mark; `agreed`: the other said yes. `decided`: a third scorer settled it.
 */
export const SETTLEMENT_KINDS = ['confirmed', 'proposed', 'agreed', 'decided'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];
export type Settlement = {
  id: string;
  testId: string;
  criterion: string;
  from: readonly number[];
  mark: number;
  reason: string;
  by: string;
  kind: SettlementKind;
  at: string;
};

/** One question on which two scorers differ. */
export type Difference = {
  id: string;
  /** The first scorer's mark and the second's. */
  from: readonly [number, number];
  /** Whether it needs moderation; a smaller one the second scorer confirms. */
  large: boolean;
  /** What one of the two proposed and the other has not answered. */
  proposal: Settlement | null;
  /** How it was settled. */
  settled: Settlement | null;
};
export type Part = 'first' | 'second' | 'third';
