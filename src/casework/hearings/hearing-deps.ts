import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { HeardMark } from '../../groups/benefit-test/case-test-contract.ts';
import type { CaseSubject } from '../../groups/benefit-test/test-contract.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Proposal, ProposalAct, ProposalState } from '../proposals/proposal-contract.ts';
import type { Moving } from '../proposals/proposal-step-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';

/** Steps of a proposal that hearings take. */
export type HearingSteps = {
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
  move(unit: UnitOfWork, proposal: Proposal, act: ProposalAct, moving: Moving): Promise<Proposal>;
  /** What the marks come to, now that they were heard. */
  conclude(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal>;
  /** From now on it is heard before its marks count. Twice is once. */
  needHearing(unit: UnitOfWork, proposal: Proposal, actor: string, reason: string): Promise<Proposal>;
  countingFor(db: Db, proposal: Proposal): Promise<{ terms: CaseTerms; daysOff: DaysOff }>;
  mustBeAsSeen(proposal: Proposal, seen: ProposalState): void;
  /** The last day on which it may be held. */
  heardBy(db: Db, proposal: Proposal): Promise<Day>;
};
export type HearingDeps = {
  db: Database;
  clock(): Date;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  steps: HearingSteps;
  proposals: { byId(db: Db, id: string): Promise<Proposal | undefined> };
  tests: {
    hear(
      unit: UnitOfWork,
      testId: string,
      given: { changes: readonly HeardMark[]; on: Day; actor: string },
    ): Promise<ExplainedResult>;
    /** Everybody who scored a case, settled marks of it or answered its gates. */
    workedOn(db: Db, subject: CaseSubject): Promise<string[]>;
    resultOf(db: Db, subject: CaseSubject): Promise<ExplainedResult | null>;
  };
  /** How many have spoken or were read out, by side; null where the clock was not used. */
  spoken(db: Db, proposalId: string): Promise<{ for: number; against: number } | null>;
  /** @throws Problem 403 for somebody who has worked on what is decided now */
  mustBeApart(who: Who, workedOn: readonly (string | null)[], what: string): void;
  /** As what somebody does an act. */
  moverFor(who: Who, proposal: Proposal, act: ProposalAct): Mover;
};
