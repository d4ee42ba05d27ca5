import type { Area, Postcode, Ward } from '../../ground/areas/area-contract.ts';
import type { CaseOf } from '../../ground/cases/case-contract.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Scope } from '../../ground/people/role-contract.ts';
import type { Group, GroupPerson } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';

/** What taking a petition on needs; also where it follows from facts. */
export type PetitionSteppingDeps = {
  clock: Clock;
  areas: {
    byId(db: Db, id: string): Promise<Area | undefined>;
    all(db: Db): Promise<Area[]>;
    bankHolidays(db: Db, id: string): Promise<DaysOff>;
    wards(db: Db, areaId: string): Promise<Ward[]>;
    postcodes(db: Db, areaId: string, postcodes: string[]): Promise<Postcode[]>;
    somePostcode(db: Db, areaId: string): Promise<string | undefined>;
  };
  termsOn(db: Db, areaId: string, day: Day): Promise<CaseTerms>;
  shown(db: Db, assetId: string): Promise<PublicAsset | undefined>;
  proposals: {
    /** Keeps others from moving proposals for a place, until the end of the transaction: whoever moves both takes them in this order. */
    lockPlace(db: Db, assetId: string): Promise<void>;
    byId(db: Db, id: string): Promise<Proposal | undefined>;
    /** The one of a group for a place that was sent and is not over. */
    openOf(db: Db, groupId: string, assetId: string): Promise<Proposal | undefined>;
    /** Whether the owner’s time has not begun. */
    isBeforeOwnersTime(proposal: Pick<Proposal, 'state'>): boolean;
  };
};

/** What telling people of petitions needs. */
export type PetitionTellingDeps = PetitionSteppingDeps & {
  baseUrl: string;
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    people(db: Db, groupId: string): Promise<GroupPerson[]>;
  };
  holders(db: Db, scope: Scope, ids: string[]): Promise<{ personId: string; role: string; email: string | null }[]>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: { id: string | null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
};

/** The folder of scans, out of everybody’s reach. */
export type ScanFiles = {
  keep(uploadPath: string): Promise<{ fileName: string; mediaType: string }>;
  endingOf(mediaType: string): string;
  pathOf(fileName: string): string;
  remove(fileName: string): Promise<void>;
};

/** All that petitions need. */
export type PetitionDeps = PetitionTellingDeps & {
  db: Database;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  /** With it links in mails are made: whoever has one has the signature. */
  secret: string;
  caseNumber(db: Db, area: { id: string; slug: string }, of: CaseOf): Promise<string>;
  writeMail(db: Db, mail: NewMail): Promise<void>;
  scans: ScanFiles;
};
