import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** Which bookings have money in the ledger on some days. */
export function statementsOn(db: Db) {
  const within = (from: Day, to: Day) => db('booking_ledger').whereBetween('on_day', [from, to]).select('booking_id');
  return {
    async ofGroup(groupId: string, from: Day, to: Day): Promise<string[]> {
      return db('bookings').where({ group_id: groupId }).whereIn('id', within(from, to)).orderBy('id').pluck('id');
    },
    async ofOwner(ownerId: string, from: Day, to: Day): Promise<string[]> {
      const places = db('desk_assets').where({ owner_id: ownerId }).select('asset_id');
      return db('bookings')
        .whereIn('space_id', db('spaces').whereIn('asset_id', places).select('id'))
        .whereIn('id', within(from, to))
        .orderBy('id')
        .pluck('id');
    },
  };
}
