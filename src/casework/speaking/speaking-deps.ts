import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Hearing } from '../hearings/hearing-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';

/** What telling speakers needs; also where it follows from facts. */
export type SpeakingTellingDeps = {
  /** With it links in mails are made: whoever has one has what was registered. */
  secret: string;
  baseUrl: string;
  proposals: { byId(db: Db, id: string): Promise<Proposal | undefined> };
  /** The newest hearing about a proposal, whatever became of it. */
  hearingOf(db: Db, proposalId: string): Promise<Hearing | undefined>;
  /** The hearing as a calendar file that goes with a mail. */
  calendarOf(db: Db, hearing: Hearing, proposal: Proposal): Promise<string>;
  /** What a place is called in public. */
  placeOf(db: Db, assetId: string): Promise<string>;
  emailOf(db: Db, personId: string): Promise<string | null>;
  writeMail(db: Db, mail: NewMail): Promise<void>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: { id: string | null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
};

/** What speaking at a hearing needs. */
export type SpeakingDeps = SpeakingTellingDeps & {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** A proposal, held until the end of the transaction, with all that the clock had to do by now done. @throws Problem 404 */
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
  /** Minutes of each side at a hearing, as the area has adopted them. */
  sideMinutes(db: Db, proposal: Proposal): Promise<number>;
  people: {
    byEmail(db: Db, email: string): Promise<{ id: string } | undefined>;
    /** For somebody without e-mail, who is written to by letter. */
    add(unit: UnitOfWork, details: { name: string; postalAddress: string }, actor: string): Promise<{ id: string }>;
  };
};
