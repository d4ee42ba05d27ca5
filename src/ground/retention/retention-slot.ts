import type { Kept } from './retention-contract.ts';

/** Removes what was over before an instant; gives back how many that were. */
export type Forget = (before: Date) => Promise<number>;

/** What a feature lets go of, and how. */
export type Forgets = {
  kept: Kept;
  forget: Forget;
  /** Where areas adopt days of their own: how many each keeps it for. */
  inAreas?(): Promise<{ area: string; days: number }[]>;
};

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /**
     * One table for the job that removes it and for the page that says so. What is in no such line stays: the record, cases, and papers
     * in force (UK GDPR, article 5(1)(e)).
     */
    forgets?: readonly Forgets[];
  }
}
