import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';

/** What telling people of comments needs; also where it follows from facts. */
export type CommentTellingDeps = {
  clock: Clock;
  newId: NewId;
  /** With it links in mails are made: whoever has one has the comment. */
  secret: string;
  baseUrl: string;
  proposals: { byId(db: Db, id: string): Promise<Proposal | undefined> };
  /** What a place is called in public. */
  placeOf(db: Db, assetId: string): Promise<string>;
  emailOf(db: Db, personId: string): Promise<string | null>;
  todayIn(db: Db, areaId: string): Promise<Day>;
  writeMail(db: Db, mail: NewMail): Promise<void>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: { id: string | null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
};

/** What comments need. */
export type CommentDeps = CommentTellingDeps & {
  db: Database;
  inOneTransaction: InOneTransaction;
  /** A proposal, held until the end of the transaction, with all that the clock had to do by now done. @throws Problem 404 */
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
  /** The last day for sending a rejected comment again. */
  againBy(db: Db, proposal: Proposal, from: Day): Promise<Day>;
  people: {
    byId(db: Db, id: string): Promise<Person | undefined>;
    byEmail(db: Db, email: string): Promise<Person | undefined>;
    add(
      unit: UnitOfWork,
      details: Pick<Person, 'email' | 'name' | 'telephone' | 'postalAddress'>,
      actor: string,
    ): Promise<Person>;
  };
};
