import type { Db } from '../../kernel/database.ts';
import { AT_ONCE, looksAt } from '../../kernel/look-store.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** Which requests the clock looks at, and when it does so next. Whoever saves one has it looked at at once. */
export function requestLooksOn(db: Db) {
  return {
    /** Ids of those of an area to look at by a day, those that wait longest first. */
    due: (areaId: string, today: Day, limit: number): Promise<string[]> =>
      db('room_requests')
        .where('look_on', '<=', today)
        .where({ area_id: areaId })
        .orderBy(['look_on', 'id'])
        .limit(limit)
        .pluck('id'),
    /** Areas in which a request is to be looked at, by the latest day that it is anywhere. */
    areasBy: (latest: Day): Promise<string[]> =>
      db('room_requests').where('look_on', '<=', latest).distinct('area_id').pluck('area_id'),
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
