import type { Db } from '../../kernel/database.ts';
import { AT_ONCE, looksAt } from '../../kernel/look-store.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** What has changed beside the bookings themselves. */
type Beside = { groupIds?: readonly string[]; spaceIds?: readonly string[]; requestIds?: readonly string[] };

/** Which bookings the clock looks at, and when it does so next. */
export function looksOn(db: Db) {
  return {
    /** Ids of those to look at by a day, those that wait longest first. */
    due: (areaIds: readonly string[], today: Day, limit: number): Promise<string[]> =>
      db('bookings')
        .where('look_on', '<=', today)
        .whereIn('area_id', areaIds)
        .orderBy(['look_on', 'id'])
        .limit(limit)
        .pluck('id'),
    ...looksAt(db, 'bookings'),
    /** Looks again at once: something that lies outside of these bookings has changed for them. */
    async again({ groupIds = [], spaceIds = [], requestIds = [] }: Beside): Promise<void> {
      const dates = db('occurrences').whereIn('space_id', spaceIds).where({ state: 'planned' }).select('booking_id');
      await db('bookings')
        .where((any) => any.whereIn('group_id', groupIds).orWhereIn('request_id', requestIds).orWhereIn('id', dates))
        .whereNotNull('look_on')
        .update({ look_on: AT_ONCE });
    },
  };
}
