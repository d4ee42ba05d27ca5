import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { Counting } from './case-steps-contract.ts';
import { warningsBefore } from './warning-rules.ts';
import { warningsOn } from './warning-store.ts';

type Deps = {
  newId: NewId;
  byId(db: Db, id: string): Promise<Proposal | undefined>;
  inCompact(db: Db, ownerId: string, day: Day): Promise<boolean>;
  countingFor(db: Db, proposal: Proposal): Promise<Counting>;
  todayIn(db: Db, areaId: string): Promise<Day>;
  /** Bank holidays, and days on which the offices are shut by their own choice: those bring warnings forward. */
  officesShut(db: Db, areaId: string): Promise<DaysOff>;
};

/** Which warnings there are to give of a proposal as it stands now: read anew after whatever moved its day. */
export function warningPlanning({ newId, byId, inCompact, countingFor, todayIn, officesShut }: Deps) {
  return async ({ trx }: UnitOfWork, proposalId: string): Promise<void> => {
    const proposal = await byId(trx, proposalId);
    if (!proposal) return;
    await warningsOn(trx).overtake(proposalId);
    const { state, dueOn, ownerId, areaId, silenceGrants } = proposal;
    if (
      !silenceGrants ||
      state !== 'window' ||
      dueOn === null ||
      ownerId === null ||
      !(await inCompact(trx, ownerId, dueOn))
    )
      return;
    const { terms } = await countingFor(trx, proposal);
    const planned = warningsBefore(dueOn, terms, await officesShut(trx, areaId), await todayIn(trx, areaId));
    await warningsOn(trx).plan(
      planned.map((one) => ({ ...one, id: newId(), proposalId, state: 'planned', sentOn: null })),
    );
  };
}
