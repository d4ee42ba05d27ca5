import type { Db } from '../../kernel/database.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Correction, Minutes } from './minutes-contract.ts';

/** Minutes of hearings, and what those who took part would have them say instead. */
export function minutesOn(db: Db) {
  return {
    /** @returns false where they are there already */
    async add(minutes: Minutes): Promise<boolean> {
      const added = await db('hearing_minutes').insert(columnsOf(minutes)).onConflict().ignore().returning('id');
      return added.length > 0;
    },
    async change(minutes: Minutes): Promise<void> {
      await db('hearing_minutes').where({ id: minutes.id }).update(columnsOf(minutes));
    },
    /** The newest of a proposal. */
    async of(proposalId: string): Promise<Minutes | undefined> {
      const row = await db('hearing_minutes').where({ proposal_id: proposalId }).orderBy('id', 'desc').first();
      return row && (fieldsOf(row) as unknown as Minutes);
    },
    async byId(id: string): Promise<Minutes | undefined> {
      const row = await db('hearing_minutes').where({ id }).first();
      return row && (fieldsOf(row) as unknown as Minutes);
    },
    due: (before: string, after: DueRow | null, limit: number): Promise<DueRow[]> =>
      dueIn(db('hearing_minutes').whereNotNull('due_on'), { id: 'id', day: 'due_on' }, before, after, limit),
    /** Those of some areas that are not final, and how many corrections of each wait for an answer. */
    async openIn(areaIds: readonly string[]): Promise<(Minutes & { open: number })[]> {
      if (areaIds.length === 0) return [];
      const rows: Row[] = await db('hearing_minutes')
        .whereIn('area_id', [...areaIds])
        .whereNotNull('due_on')
        .orderBy('due_on')
        .orderBy('id');
      const ids = rows.map((row) => String(row['id']));
      const open: string[] = await db('minute_corrections')
        .whereIn('minutes_id', ids)
        .where({ state: 'open' })
        .pluck('minutes_id');
      return rows.map((row) => {
        const minutes = fieldsOf(row) as unknown as Minutes;
        return { ...minutes, open: open.filter((id) => id === minutes.id).length };
      });
    },
    async correct(correction: Correction): Promise<void> {
      await db('minute_corrections').insert(columnsOf(correction)).onConflict().ignore();
    },
    async answer({ id, state, reply }: Correction): Promise<void> {
      await db('minute_corrections').where({ id }).update({ state, reply });
    },
    async corrections(minutesId: string): Promise<Correction[]> {
      const rows = await db('minute_corrections').where({ minutes_id: minutesId }).orderBy('id');
      return rows.map((row: Row) => fieldsOf(row) as unknown as Correction);
    },
    async forgetPerson(personId: string): Promise<void> {
      await db('minute_corrections').where({ person_id: personId }).update({ person_id: null });
    },
    async correctionsOf(personId: string): Promise<Correction[]> {
      const rows = await db('minute_corrections').where({ person_id: personId }).orderBy('id');
      return rows.map((row: Row) => fieldsOf(row) as unknown as Correction);
    },
  };
}
