import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { OPEN_STATES, type OptionState, type RequestState } from './request-contract.ts';

/** Where a page of a list ended. */
export type After = { key: string; id: string };
/** Which requests: in some states, or with a day that has passed. */
export type ListFilter = { areaId: string; states: readonly RequestState[]; dueBefore?: Day };
export type OwnedFilter = { ownerIds: readonly string[]; assetIds: readonly string[]; states: readonly OptionState[] };

/** No day comes after this one: what has none goes to the end. */
const NO_DAY = '9999-12-31';

/** Lists of requests by what is due: ids in order, a page at a time. */
export function requestListsOn(db: Db) {
  const filtered = ({ areaId, states, dueBefore }: ListFilter) => {
    const query = db('room_requests').where({ area_id: areaId }).whereIn('state', states);
    return dueBefore === undefined ? query : query.where('due_on', '<', dueBefore);
  };
  const owned = ({ ownerIds, assetIds, states }: OwnedFilter) =>
    db('room_options')
      .whereIn('state', states)
      .where((theirs) => theirs.whereIn('owner_id', ownerIds).orWhereIn('asset_id', assetIds));

  return {
    async ids(filter: ListFilter, after: After | null, limit: number): Promise<After[]> {
      const key = db.raw('coalesce(due_on, ?)', [NO_DAY]);
      const query = filtered(filter).select('id', { key }).orderBy(key).orderBy('id').limit(limit);
      if (after)
        void query.where((later) =>
          later
            .where(key, '>', after.key)
            .orWhere((same) => same.where(key, '=', after.key).where('id', '>', after.id)),
        );
      return query;
    },
    async count(filter: ListFilter): Promise<number> {
      return Number((await filtered(filter).count({ count: '*' }))[0]?.['count'] ?? 0);
    },
    /** How many of a group are under way. */
    async countOpen(groupId: string): Promise<number> {
      return Number(
        (
          await db('room_requests').where({ group_id: groupId }).whereIn('state', OPEN_STATES).count({ count: '*' })
        )[0]?.['count'] ?? 0,
      );
    },
    /** Those that are over, the newest first. */
    async over(areaId: string, states: readonly RequestState[], after: After | null, limit: number): Promise<After[]> {
      const query = db('room_requests')
        .where({ area_id: areaId })
        .whereIn('state', states)
        .select('id', { key: 'changed_at' })
        .orderBy('changed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit);
      if (after)
        void query.where((earlier) =>
          earlier
            .where('changed_at', '<', after.key)
            .orWhere((same) => same.where({ changed_at: after.key }).where('id', '<', after.id)),
        );
      return query;
    },
    /** Rooms of some owners or places: ids of the options by due day. */
    async ownedIds(
      filter: OwnedFilter,
      after: After | null,
      limit: number,
    ): Promise<(After & { requestId: string })[]> {
      const key = db.raw('coalesce(due_on, ?)', [NO_DAY]);
      const query = owned(filter)
        .select('id', { key, requestId: 'request_id' })
        .orderBy(key)
        .orderBy('id')
        .limit(limit);
      if (after)
        void query.where((later) =>
          later
            .where(key, '>', after.key)
            .orWhere((same) => same.where(key, '=', after.key).where('id', '>', after.id)),
        );
      return query;
    },
    async countOwned(filter: OwnedFilter): Promise<number> {
      return Number((await owned(filter).count({ count: '*' }))[0]?.['count'] ?? 0);
    },
  };
}
