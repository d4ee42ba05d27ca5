import type { Role, Who } from '../../ground/people/role-contract.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import type { Counting } from './pause-rules.ts';

/** What pauses need of the cases whose clock they stop, in the transaction in hand. */
export type PauseDeps = {
  db: Database;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  steps: {
    /** A case, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
    locked(unit: UnitOfWork, id: string): Promise<{ proposal: Proposal; today: Day }>;
    /** Works the day out anew and keeps it. */
    recount(unit: UnitOfWork, proposal: Proposal): Promise<Proposal>;
    countingFor(db: Db, proposal: Proposal): Promise<Counting>;
    /** @throws Problem 409 where the page is older than what has happened */
    mustBeAsSeen(proposal: Proposal, seen: ProposalState): void;
  };
  /** Roles that somebody holds on a case; whoever looks after an area counts as its broker. */
  rolesOn(who: Pick<Who, 'rights'>, proposal: Proposal): Role[];
};
