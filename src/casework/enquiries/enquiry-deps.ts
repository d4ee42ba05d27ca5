import type { Area, FoundPlace, Owner } from '../../ground/areas/area-contract.ts';
import type { CaseOf } from '../../ground/cases/case-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { Right } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { Outline } from '../../kernel/geo.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { Learned } from './enquiry-learning-contract.ts';

/** What questions whose a place is need inside a transaction, also where things follow from facts. */
export type EnquirySteppingDeps = {
  clock: Clock;
  newId: NewId;
  baseUrl: string;
  areas: {
    all(db: Db): Promise<Area[]>;
    byId(db: Db, id: string): Promise<Area | undefined>;
    owners(db: Db): Promise<Owner[]>;
    bankHolidays(db: Db, areaId: string): Promise<DaysOff>;
  };
  caseNumber(db: Db, area: { id: string; slug: string }, of: CaseOf): Promise<string>;
  termsOn(db: Db, areaId: string, day: Day): Promise<CaseTerms>;
  /** Whether an owner has joined the compact on a day. */
  inCompact(db: Db, ownerId: string, day: Day): Promise<boolean>;
  /** What everybody may know of a place on the register. */
  shown(db: Db, assetId: string): Promise<PublicAsset | undefined>;
  /** Writes to the register, in the transaction in hand. @returns the place’s id */
  learn(unit: UnitOfWork, learned: Learned): Promise<string | null>;
};

export type EnquiryDeps = EnquirySteppingDeps & {
  db: Database;
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  /** Whether a right counts on a day. */
  isLive(right: Pick<Right, 'endsOn'>, day: Day): boolean;
  photos: PhotoFiles;
  people: {
    byId(db: Db, id: string): Promise<Person | undefined>;
    byEmail(db: Db, email: string): Promise<Person | undefined>;
    add(unit: UnitOfWork, person: Omit<Person, 'id' | 'createdAt' | 'deletedAt'>, actor: string): Promise<Person>;
    namesForOfficers(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  };
  /** The same of several places, by their ids. */
  shownAll(db: Db, ids: readonly string[]): Promise<Map<string, PublicAsset>>;
  groups: { byIds(db: Db, ids: readonly string[]): Promise<Group[]> };
  places: {
    boundary(areaId: string): Promise<Outline | undefined>;
    wardAt(areaId: string, point: Point): Promise<string | null>;
    find(typed: string, areaSlug?: string): Promise<FoundPlace | undefined>;
    unknown(typed: string): Promise<string>;
    /** Land on the register at a point, or within a few metres of it. */
    landAt(area: Area, point: Point): Promise<PublicAsset[]>;
  };
  contactsOf(db: Db, ids: readonly string[]): Promise<Map<string, Contact>>;
};
