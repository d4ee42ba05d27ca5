import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { dueOn } from '../clocks/clock-rules.ts';
import type { Hearing } from '../hearings/hearing-contract.ts';
import { hearingsOn } from '../hearings/hearing-store.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';

/** What follows for minutes reads these. */
export const minutesReads = () => ({
  proposals: { byId: (db: Db, id: string): Promise<Proposal | undefined> => proposalsOn(db).byId(id) },
  hearingOf: async (db: Db, proposalId: string): Promise<Hearing | undefined> =>
    (await hearingsOn(db).of(proposalId)).at(-1),
  async draftBy(db: Db, { areaId, receivedOn }: Proposal, heldOn: Day): Promise<Day> {
    const { hearing_draft_wd: days } = await caseTermPorts.on(db, areaId, receivedOn ?? heldOn);
    return dueOn(heldOn, days, 'working_days', await areaPorts.bankHolidays(db, areaId));
  },
});
