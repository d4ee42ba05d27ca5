import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { DocumentFiles } from '../../groups/groups/document-files.ts';
import type { CaseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { MAIL_STATES } from '../../ground/notifications/mail-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { ProposalSteps } from '../proposals/proposal-steps.ts';

/** What decisions need of the rest of the house. */
export type DecisionDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  files: DocumentFiles;
  steps: ProposalSteps;
  proposals: {
    byId(db: Db, id: string): Promise<Proposal | undefined>;
    byNumber(db: Db, areaId: string, number: string): Promise<Proposal | undefined>;
  };
  areas: {
    all(db: Db): Promise<Area[]>;
    byId(db: Db, id: string): Promise<Area | undefined>;
    owners(db: Db): Promise<Owner[]>;
    /** Bank holidays, and days on which the offices are shut by their own choice. */
    daysOff(db: Db, areaId: string): Promise<DaysOff>;
  };
  tests: CaseTestPorts;
  /** What became of mails that are written once, by their keys. */
  mailStates(db: Db, keys: readonly string[]): Promise<Map<string, (typeof MAIL_STATES)[number]>>;
  baseUrl: string;
};
