import type { Db } from '../../kernel/database.ts';
import type { Part } from '../../kernel/wing.ts';
import type { CaseSubject } from './test-contract.ts';

declare module '../../kernel/wing.ts' {
  interface Contribution {
    /**
     * Why an officer must not publish the result of a case yet, as sentences that say what to do first; asked in the transaction that
     * publishes. It stops no clock: when the time is up a result is published all the same.
     */
    whyNotPublish?(on: Db, subject: CaseSubject): Promise<string[]>;
    /** What stands beside the answers of a case for those who score it: nothing that depends on who has handed in. */
    onScoreSheet?(subject: CaseSubject): Promise<Part>;
  }
}
