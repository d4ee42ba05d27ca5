import type { Area } from '../../ground/areas/area-contract.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { Speaker } from '../speaking/speaking-contract.ts';

/** What minutes need. */
export type MinutesDeps = {
  db: Database;
  clock(): Date;
  newId: NewId;
  onError(error: unknown): void;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]> };
  /** A proposal, held until the end of the transaction, with all that the clock had to do by now done. @throws Problem 404 */
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
  /** The last day of the corrections of a draft that is there on a day. */
  correctedBy(db: Db, proposal: Proposal, from: Day): Promise<Day>;
  /** @throws Problem 404 */
  speakerByKey(key: string): Promise<Speaker>;
};
