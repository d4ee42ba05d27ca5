import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Group, GroupPerson } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ProposalBrief } from '../proposals/proposal-contract.ts';

/** What telling the groups of a proposal needs. */
export type PartnerTellingDeps = {
  baseUrl: string;
  proposals: { byId(db: Db, id: string): Promise<ProposalBrief | undefined> };
  placeOf(db: Db, assetId: string): Promise<{ place: string; ward: string | null }>;
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    byIds(db: Db, ids: readonly string[]): Promise<Group[]>;
    people(db: Db, groupId: string): Promise<GroupPerson[]>;
  };
  tell(
    unit: UnitOfWork,
    group: { id: string | null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
};

export type PartnerDeps = PartnerTellingDeps & {
  db: Database;
  clock: Clock;
  newId: NewId;
  groups: PartnerTellingDeps['groups'] & { inArea(db: Db, areaId: string, words: string): Promise<Group[]> };
  inOneTransaction: InOneTransaction;
  /** A proposal, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  locked(unit: UnitOfWork, id: string): Promise<{ proposal: ProposalBrief; today: Day }>;
  writeMail(db: Db, mail: NewMail): Promise<void>;
};
