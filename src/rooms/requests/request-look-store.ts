import type { Db } from '../../kernel/database.ts';
import { AT_ONCE, looksAt } from '../../kernel/look-store.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** Which requests the clock looks at, and when it does so next. Whoever saves one has it looked at at once. */
export function requestLooksOn(db: Db) {
  return {
    /** Those to look at by the latest day that it is anywhere, those first that wait longest; ordered so that the index of days is used. */
    async due(latest: Day, limit: number): Promise<{ id: string; areaId: string; lookOn: string }[]> {
      return db('room_requests')
        .where('look_on', '<=', latest)
        .orderBy(['look_on', 'id'])
        .limit(limit)
        .select('id', { areaId: 'area_id', lookOn: 'look_on' });
    },
    ...looksAt(db, 'room_requests'),
    /** Looks again at once: the group's people or its test, or dates that are held, have changed. */
    async again({ groupId, bookingId }: { groupId?: string; bookingId?: string }): Promise<void> {
      const query = db('room_requests').whereNotNull('look_on').update({ look_on: AT_ONCE });
      if (groupId !== undefined) await query.where({ group_id: groupId });
      else
        await query.whereIn(
          'id',
          db('bookings')
            .where({ id: bookingId ?? '' })
            .whereNotNull('request_id')
            .select('request_id'),
        );
    },
  };
}
