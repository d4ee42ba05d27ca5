import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { MoneyCall } from './arrears-contract.ts';

type NewCall = Omit<MoneyCall, 'name'> & { id: string; areaId: string; on: string; submission: string };

/** Calls to groups about money. */
export function moneyCallsOn(db: Db) {
  return {
    /** Calls in an area, the newest first. */
    async made(areaId: string, limit: number): Promise<MoneyCall[]> {
      const rows = await db('money_calls as c')
        .join('groups as g', 'g.id', 'c.group_id')
        .where('c.area_id', areaId)
        .orderBy('c.called_at', 'desc')
        .limit(limit)
        .select('c.group_id', 'c.pence', 'c.note', 'c.called_by', 'c.called_at', 'g.name');
      return rows.map((row) => ({
        groupId: row.group_id,
        name: row.name,
        pence: row.pence,
        note: row.note,
        by: row.called_by,
        at: row.called_at,
      }));
    },
    /** Lets one note a call to a group at a time. */
    async lock(groupId: string): Promise<void> {
      await db('groups').where({ id: groupId }).forUpdate().first('id');
    },
    async isNoted(by: string, submission: string): Promise<boolean> {
      return (await db('money_calls').where({ called_by: by, submission }).first('id')) !== undefined;
    },
    async note(call: NewCall): Promise<void> {
      await db('money_calls').insert({
        id: call.id,
        area_id: call.areaId,
        group_id: call.groupId,
        pence: call.pence,
        note: call.note,
        called_by: call.by,
        called_on: call.on,
        called_at: call.at,
        submission: call.submission,
      });
    },
    /** Calls that somebody noted. */
    async calledBy(personId: string): Promise<{ groupId: string; at: string; note: string }[]> {
      return (await db('money_calls').where({ called_by: personId }).orderBy('called_at')).map((row) => ({
        groupId: row.group_id,
        at: row.called_at,
        note: row.note,
      }));
    },
    /** Removes notes of calls from before an instant. */
    async forget(before: Date): Promise<number> {
      return removeFound(db('money_calls').where('called_at', '<', before.toISOString()));
    },
  };
}
