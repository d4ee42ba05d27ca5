import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { CaseOf } from '../../ground/cases/case-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type {
  CaseDraft,
  CaseTestSummary,
  CaseToTest,
  HandingIn,
} from '../../groups/benefit-test/case-test-contract.ts';
import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { CaseSubject, OpenTo } from '../../groups/benefit-test/test-contract.ts';
import type { Group, GroupPerson } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { EnquiryOutcome } from '../enquiries/enquiry-contract.ts';
import type { Pause } from '../clocks/clock-contract.ts';
import type { PublicPause } from '../pauses/pause-contract.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { Proposal, ProposalState } from './proposal-contract.ts';
import type { PlanDraft } from './proposal-task-contract.ts';

/** The benefit test of a proposal, in the transaction in hand. */
type CaseTests = {
  begin(unit: UnitOfWork, wish: CaseToTest): Promise<string>;
  drafted(db: Db, testId: string): Promise<CaseDraft>;
  /** The answers stand, and nobody scores them yet; or they are the group’s again. */
  freeze(unit: UnitOfWork, testId: string): Promise<void>;
  thaw(unit: UnitOfWork, testId: string): Promise<void>;
  handIn(unit: UnitOfWork, testId: string, given: HandingIn): Promise<void>;
  due(unit: UnitOfWork, testId: string, dueOn: Day): Promise<void>;
  /** After a result that was nearly a pass, once. @returns the id of the new run */
  improve(unit: UnitOfWork, testId: string): Promise<string>;
  openTo(unit: UnitOfWork, testId: string, to: OpenTo): Promise<void>;
  closeAtLimit(unit: UnitOfWork, testId: string, on: Day): Promise<'published' | 'nobody'>;
  withdraw(unit: UnitOfWork, testId: string, actor: string): Promise<void>;
  summaryOf(db: Db, subject: CaseSubject): Promise<CaseTestSummary | null>;
  resultOf(db: Db, subject: CaseSubject): Promise<ExplainedResult | null>;
};

type Paused = Pick<Proposal, 'pausedBy' | 'pausedOn' | 'pausedUntil'>;
/** Times in which the clock of a case stands still, in the transaction in hand. */
type Pauses = {
  /** What does not count. */
  counted(db: Db, proposalId: string): Promise<readonly Pause[]>;
  /** The same, and all of them as everybody may read them. */
  read(db: Db, proposalId: string): Promise<{ counted: readonly Pause[]; told: readonly PublicPause[] }>;
  /** The last day of the one that stands has passed. */
  over(unit: UnitOfWork, proposal: Proposal): Promise<Paused>;
  /** The case goes to another state: what has no place there ends. */
  follow(unit: UnitOfWork, before: Proposal, to: ProposalState, on: Day): Promise<Paused>;
  /** The calendar has changed. */
  anew(unit: UnitOfWork, proposal: Proposal, counting: { terms: CaseTerms; daysOff: DaysOff }): Promise<Paused>;
};

/** What proposals need inside a transaction, also where things follow from facts. */
export type ProposalSteppingDeps = {
  clock: Clock;
  areas: {
    all(db: Db): Promise<Area[]>;
    byId(db: Db, id: string): Promise<Area | undefined>;
    owners(db: Db): Promise<Owner[]>;
    bankHolidays(db: Db, areaId: string): Promise<DaysOff>;
  };
  termsOn(db: Db, areaId: string, day: Day): Promise<CaseTerms>;
  /** Whether an owner has joined the compact on a day. */
  inCompact(db: Db, ownerId: string, day: Day): Promise<boolean>;
  /** Of some owners, those that have joined the compact on a day. */
  joinedOf(db: Db, ownerIds: readonly string[], day: Day): Promise<ReadonlySet<string>>;
  tests: CaseTests;
  pauses: Pauses;
  place: {
    /** Holds a place for a proposal, in the transaction in hand. @returns what it was before */
    hold(unit: UnitOfWork, proposal: Proposal): Promise<AssetState | null>;
    /** Lets it go, or hands it to the next; where nobody has changed it meanwhile it is again what it was. @param next the number of the next */
    release(unit: UnitOfWork, proposal: Proposal, next: string | null): Promise<void>;
  };
  /** Whether somebody is looking whose a place is, and nobody knows yet. */
  ownerSought(db: Db, assetId: string): Promise<boolean>;
  /** Whether the owner has shown a ground that nobody has decided on yet. */
  groundWaits(db: Db, proposalId: string): Promise<boolean>;
  partners: {
    /** How many groups were asked to ask together, and have not answered. */
    waitFor(db: Db, proposalId: string): Promise<number>;
    /** Groups that ask together with the one that leads. */
    joined(db: Db, proposalIds: readonly string[]): Promise<{ proposalId: string; groupId: string }[]>;
  };
  petitions: {
    /** Of which group and place one is. */
    byId(db: Db, id: string): Promise<{ groupId: string; assetId: string } | undefined>;
    /** Whether enough neighbours have signed for a group that asks for a place, as it stands now. */
    isEnough(db: Db, groupId: string, assetId: string): Promise<boolean>;
  };
  /** How many published comments are against it. */
  objections(db: Db, proposalId: string): Promise<number>;
  /** Whether a photo shows the sign in its place. */
  signIsUp(db: Db, proposalId: string): Promise<boolean>;
};

export type ProposalDeps = ProposalSteppingDeps & {
  db: Database;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** Told of what failed where nobody waits for an answer. */
  onError(error: unknown): void;
  baseUrl: string;
  photos: PhotoFiles;
  caseNumber(db: Db, area: { id: string; slug: string }, of: CaseOf): Promise<string>;
  /** What everybody may know of a place on the register. */
  shown(db: Db, assetId: string): Promise<PublicAsset | undefined>;
  shownAll(db: Db, ids: readonly string[]): Promise<Map<string, PublicAsset>>;
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    byIds(db: Db, ids: readonly string[]): Promise<Group[]>;
    people(db: Db, groupId: string): Promise<GroupPerson[]>;
  };
  people: {
    byId(db: Db, id: string): Promise<Person | undefined>;
    namesForOfficers(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  };
  plans: {
    /** What a building asks for beside, its budget and how it would be run; nothing for land. */
    drafted(db: Db, proposal: Pick<Proposal, 'id' | 'path' | 'starts'>, today: Day): Promise<PlanDraft>;
  };
  enquiries: {
    /** What the newest question whose a place is came to. */
    outcomeOf(db: Db, assetId: string): Promise<EnquiryOutcome | null>;
    /** By when some questions are answered, those that are open. */
    daysOf(db: Db, enquiryIds: readonly string[]): Promise<Map<string, Day>>;
    /** Begins to ask whose a place is, in the transaction in hand, or finds the question that is open. */
    begin(
      unit: UnitOfWork,
      assetId: string,
      asking: { askerId: string; groupId: string; groupName: string; idea: string; submission: string },
    ): Promise<{ id: string }>;
  };
};
