import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { CaseSubject } from '../../groups/benefit-test/test-contract.ts';
import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { MAIL_STATES } from '../../ground/notifications/mail-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal, ProposalAct, ProposalState } from '../proposals/proposal-contract.ts';
import type { CaseReading, Counting } from './case-steps-contract.ts';

/** Taking a case from one state to the next, in the transaction in hand. */
export type CaseSteps = CaseReading & {
  /** A case, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
  /** @throws Problem 409 for a step that the table does not have */
  move(
    unit: UnitOfWork,
    before: Proposal,
    act: ProposalAct,
    moving: { by: Mover; actor: string; on: Day; fields?: Partial<Proposal>; more?: string },
  ): Promise<Proposal>;
  /** Keeps what has changed beside the state. */
  keep(unit: UnitOfWork, proposal: Proposal): Promise<void>;
  countingFor(db: Db, proposal: Proposal): Promise<Counting>;
  /** @throws Problem 409 where the page is older than what has happened */
  mustBeAsSeen(proposal: Proposal, seen: ProposalState): void;
};

/** Papers on disk, each under a name made by chance. */
export type PaperFiles = {
  pathOf(fileName: string): string;
  endingOf(mediaType: string): string;
  /** @throws Problem 400 that names the field `file` */
  keep(uploadPath: string): Promise<{ fileName: string; mediaType: string; bytes: number; sha256: string }>;
  remove(fileName: string): Promise<void>;
};

/** What decisions need of the rest of the house. */
export type DecisionDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  files: PaperFiles;
  steps: CaseSteps;
  proposals: {
    byId(db: Db, id: string): Promise<Proposal | undefined>;
    byNumber(db: Db, areaId: string, number: string): Promise<Proposal | undefined>;
    /** What a state is called. */
    stageOf(state: ProposalState): string;
  };
  areas: {
    all(db: Db): Promise<Area[]>;
    byId(db: Db, id: string): Promise<Area | undefined>;
    owners(db: Db): Promise<Owner[]>;
  };
  tests: {
    resultOf(db: Db, subject: CaseSubject): Promise<ExplainedResult | null>;
    /** Everybody who scored a case, settled marks of it or answered its gates. */
    workedOn(db: Db, subject: CaseSubject): Promise<string[]>;
    /** Since when a gate stands at “no”, as an instant; null where it does not. */
    gateNoSince(db: Db, testId: string, gate: string): Promise<string | null>;
    /** Ends a test that is under way; one that is over stays as it is. */
    withdraw(unit: UnitOfWork, testId: string, actor: string): Promise<void>;
  };
  /** What became of mails that are written once, by their keys. */
  mailStates(db: Db, keys: readonly string[]): Promise<Map<string, (typeof MAIL_STATES)[number]>>;
  baseUrl: string;
};
