import type { Area } from '../../ground/areas/area-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { DocumentFiles } from './document-files.ts';
import type { GroupPerson, GroupRole } from './group-contract.ts';

/** What groups need of people. Reads and writes go to the transaction in hand. */
export type GroupPeople = {
  byId(db: Db, id: string): Promise<Person | undefined>;
  byEmail(db: Db, email: string): Promise<Person | undefined>;
  names(db: Db, ids: string[]): Promise<Map<string, string>>;
  add(unit: UnitOfWork, person: Omit<Person, 'id' | 'createdAt' | 'deletedAt'>, actor: string): Promise<Person>;
  change(unit: UnitOfWork, person: Person): Promise<void>;
  /** Everybody with a part in a group, the lead first. */
  inGroup(db: Db, groupId: string): Promise<GroupPerson[]>;
  giveRole(
    unit: UnitOfWork,
    personId: string,
    role: GroupRole,
    group: { id: string; areaId: string },
    actor: string,
  ): Promise<void>;
  endRole(unit: UnitOfWork, rightId: string, group: { areaId: string }, actor: string): Promise<void>;
};

export type GroupDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  files: DocumentFiles;
  people: GroupPeople;
  mails: { write(trx: Db, mail: NewMail): Promise<void> };
  areas: { all(): Promise<Area[]> };
  /** The sentence with which a letter says whom to ring; null where nobody has said. @param why what somebody may want to talk about */
  reachIn(trx: Db, areaId: string, why: string): Promise<string | null>;
};
