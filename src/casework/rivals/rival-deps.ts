import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { CaseSubject } from '../../groups/benefit-test/test-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { LeavingEmpty } from '../../register/assets/asset-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Proposal, ProposalAct, ProposalState } from '../proposals/proposal-contract.ts';
import type { Moving } from '../proposals/proposal-step-contract.ts';

export type RivalDeps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  steps: {
    locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
    moveOn(unit: UnitOfWork, proposal: Proposal, act: ProposalAct, moving: Moving): Promise<Proposal>;
    mustBeAsSeen(proposal: Proposal, seen: ProposalState): void;
  };
  proposals: {
    /** Those that stand for some of the same days of a proposal's place, itself among them, and the one that it was granted to. */
    rivalsOf(db: Db, proposal: Proposal, today: Day): Promise<Proposal[]>;
    askersOf(db: Db, proposals: readonly Proposal[]): Promise<ReadonlyMap<string, string>>;
    stageOf(state: ProposalState): string;
  };
  tests: {
    resultOf(db: Db, subject: CaseSubject): Promise<ExplainedResult | null>;
    /** Everybody who scored a case, settled marks of it or answered its gates. */
    workedOn(db: Db, subject: CaseSubject): Promise<string[]>;
  };
  benefitPercent(tally: ExplainedResult['benefit']): string;
  leavingEmpty(asset: PublicAsset): LeavingEmpty | null;
  /** @throws Problem 403 for somebody who has worked on what is decided now */
  mustBeApart(who: Who, workedOn: readonly (string | null)[], what: string): void;
  /** As what somebody does an act. */
  moverFor(who: Who, proposal: Proposal, act: ProposalAct): Mover;
};
