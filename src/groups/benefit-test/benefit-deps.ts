import type { Area } from '../../ground/areas/area-contract.ts';
import type { Group, GroupPerson } from '../groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { MailText, NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';

/** Files on disk, each under a name made by chance; what comes in is checked and images are made anew. */
export type EvidenceFiles = {
  pathOf(fileName: string): string;
  endingOf(mediaType: string): string;
  keep(uploadPath: string): Promise<{ fileName: string; mediaType: string; bytes: number; sha256: string }>;
  remove(fileName: string): Promise<void>;
  /** Names of files last written before an instant. */
  olderThan(before: Date): Promise<string[]>;
};

/** What the benefit test needs of others. Reads and writes go to the transaction in hand. */
export type BenefitDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  files: EvidenceFiles;
  areas: { all(): Promise<Area[]>; daysOff(areaId: string): Promise<DaysOff> };
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    /** Everybody with a part in a group, the lead first. */
    people(db: Db, id: string): Promise<GroupPerson[]>;
  };
  people: {
    byId(db: Db, id: string): Promise<Person | undefined>;
    names(db: Db, ids: string[]): Promise<Map<string, string>>;
  };
  /** Tells somebody of a group something: by mail, or by letter when they have no e-mail address. */
  tell(
    unit: UnitOfWork,
    group: Pick<Group, 'id' | 'areaId'>,
    to: { personId: string; email: string | null },
    mail: MailText,
  ): Promise<void>;
  mails: { write(trx: Db, mail: NewMail): Promise<void> };
  /** How many trial dates a group may have on a day while its test is being scored, by the terms of its area. */
  trialDates(areaId: string, day: string): Promise<number>;
  /** How an area is reached, as the end of a sentence; null where nobody has said. */
  reachOf(db: Db, areaId: string): Promise<string | null>;
};

/** The language that pages and letters are in; a second one comes with an area's choice of language. */
export const LANGUAGE = 'en';
