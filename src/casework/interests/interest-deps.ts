import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { CaseOf } from '../../ground/cases/case-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { OpenProposal } from './interest-open-contract.ts';

/** What interests need inside a transaction, also where things follow from facts. */
export type InterestSteppingDeps = {
  clock: Clock;
  areas: {
    byId(db: Db, id: string): Promise<Area | undefined>;
    bankHolidays(db: Db, areaId: string): Promise<DaysOff>;
  };
  termsOn(db: Db, areaId: string, day: Day): Promise<CaseTerms>;
  shown(db: Db, assetId: string): Promise<PublicAsset | undefined>;
};
export type InterestDeps = InterestSteppingDeps & {
  db: Database;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  onError(error: unknown): void;
  baseUrl: string;
  mailFrom: string;
  allAreas(): Promise<Area[]>;
  owners(db: Db): Promise<Owner[]>;
  shownAll(db: Db, ids: readonly string[]): Promise<Map<string, PublicAsset>>;
  caseNumber(db: Db, area: { id: string; slug: string }, of: CaseOf): Promise<string>;
  /** Why a place cannot be asked for, as a sentence; null where it can. */
  whyNotAsked(asset: Pick<PublicAsset, 'state'>): string | null;
  people: {
    byIds(db: Db, ids: readonly string[]): Promise<Person[]>;
    byEmail(db: Db, email: string): Promise<Person | undefined>;
    add(unit: UnitOfWork, person: Omit<Person, 'id' | 'createdAt' | 'deletedAt'>, actor: string): Promise<Person>;
    namesForOfficers(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  };
  groups: { byIds(db: Db, ids: readonly string[]): Promise<Group[]> };
  /** Drafts of proposals for a place, of groups that somebody speaks for. */
  draftsFor(who: Who, assetId: string): Promise<OpenProposal[]>;
  /** Adds words to what shows an answer of a draft. Twice for one `once` is once. @throws Problem 400, 404, 409 */
  showBy(who: Who, testId: string, given: { criterion: string; words: string; once: string }): Promise<void>;
};
