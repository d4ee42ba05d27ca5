import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { CasePause } from './pause-contract.ts';
import { PAUSE_TABLE } from './pause-table.ts';

/** Times in which the clock of a case stands still. */
export function pausesOn(db: Db) {
  return {
    /** All of a case, the first first. */
    of: async (proposalId: string): Promise<CasePause[]> =>
      (await db('proposal_pauses').where({ proposal_id: proposalId }).orderBy('id')).map(pauseOf),
    /** @returns false where the same sending is there already */
    async add(pause: CasePause): Promise<boolean> {
      const added = await db('proposal_pauses')
        .insert(columnsOf(pause))
        .onConflict(['proposal_id', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async change({ id, ...pause }: CasePause): Promise<void> {
      await db('proposal_pauses').where({ id }).update(columnsOf(pause));
    },
    /** Emergency stops of some areas that wait for a second person. */
    async stopsAsked(
      areaIds: readonly string[],
      today: Day,
    ): Promise<{ proposalId: string; by: string | null; until: Day }[]> {
      if (areaIds.length === 0) return [];
      const rows: { proposal_id: string; asked_by: string | null; until: Day }[] = await db('proposal_pauses')
        .join('proposals', 'proposals.id', 'proposal_pauses.proposal_id')
        .where('proposal_pauses.kind', 'emergency')
        .whereNull('proposal_pauses.begins')
        .whereNull('proposal_pauses.ended_on')
        .where('proposal_pauses.until', '>=', today)
        .whereIn('proposals.area_id', [...areaIds])
        .whereIn('proposals.state', [...PAUSE_TABLE.emergency.states])
        .orderBy('proposal_pauses.until')
        .orderBy('proposal_pauses.id')
        .select('proposal_pauses.proposal_id', 'proposal_pauses.asked_by', 'proposal_pauses.until');
      return rows.map(({ proposal_id: proposalId, asked_by: by, until }) => ({ proposalId, by, until }));
    },
    /** What somebody asked for, for their own data. */
    askedBy: async (personId: string): Promise<CasePause[]> =>
      (await db('proposal_pauses').where({ asked_by: personId }).orderBy('id')).map(pauseOf),
    async forgetPerson(personId: string): Promise<void> {
      for (const column of ['asked_by', 'confirmed_by', 'ended_by'])
        await db('proposal_pauses')
          .where({ [column]: personId })
          .update({ [column]: null });
    },
  };
}

const pauseOf = (row: Row): CasePause => fieldsOf(row) as unknown as CasePause;
