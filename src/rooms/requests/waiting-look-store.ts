import type { Knex } from 'knex';
import type { Db } from '../../kernel/database.ts';
import { AT_ONCE, looksAt } from '../../kernel/look-store.ts';
import { LONGEST_CLAIM } from '../bookings/claim-contract.ts';
import type { WaitingPlace, WaitingState } from './waiting-contract.ts';

/** Which places on waiting lists are looked at, and when: at once where something has changed for them, otherwise when time has passed. */
export function waitingLooksOn(db: Db) {
  return {
    ...looksAt(db, 'waiting_places', 'look_at'),
    /** Rooms in which somebody who stands in this way is to be looked at by an instant, by id from behind `after` on. */
    async rooms(
      state: WaitingState,
      now: string,
      after: string,
      limit: number,
    ): Promise<Pick<WaitingPlace, 'spaceId' | 'areaId'>[]> {
      const rows: { space_id: string; area_id: string }[] = await db('waiting_places')
        .where('look_at', '<=', now)
        .where({ state })
        .where('space_id', '>', after)
        .distinct('space_id', 'area_id')
        .orderBy('space_id')
        .limit(limit);
      return rows.map((row) => ({ spaceId: row.space_id, areaId: row.area_id }));
    },
    /** Whether any is to be looked at: where none is, nothing is written to find that out. */
    async isAny(now: string): Promise<boolean> {
      return (await db('waiting_places').where('look_at', '<=', now).first('id')) !== undefined;
    },
    /** Looks at once at everybody whom a change of these things may concern. Things that nobody waits for change nothing. */
    async again(kind: string, subjectIds: readonly string[]): Promise<void> {
      const concerned = CONCERNED[kind];
      if (!concerned) return;
      const all = db('waiting_places').whereIn('state', ['waiting', 'offered']).where('look_at', '>', AT_ONCE);
      const ids: string[] = await concerned(db, all, subjectIds).pluck('id');
      if (ids.length > 0) await db('waiting_places').whereIn('id', ids).update({ look_at: AT_ONCE });
    },
    /** The first minute in which a hold on some of a room runs out by itself; null where none does. */
    async holdEnds(spaceId: string, now: number): Promise<number | null> {
      const expires: number[] = await db('claims')
        .whereIn('leaf', db('space_leaves').where({ space_id: spaceId }).select('leaf'))
        .where('starts', '>', now - LONGEST_CLAIM)
        .where('expires', '>', now)
        .orderBy('expires')
        .limit(1)
        .pluck('expires');
      return expires[0] ?? null;
    },
  };
}

type Ids = readonly string[];
type Query = Knex.QueryBuilder;

/** Those who wait, narrowed to those whom a change of some things may concern. Rooms of one building may share a wall. */
const CONCERNED: Partial<Record<string, (db: Db, all: Query, ids: Ids) => Query>> = {
  area: (_, all, ids) => all.whereIn('area_id', ids),
  group: (_, all, ids) => all.whereIn('group_id', ids),
  asset: ofBuildings,
  place_calendar: ofBuildings,
  space: (db, all, ids) => all.whereIn('space_id', inBuildings(db, db('spaces').whereIn('id', ids))),
  booking: (db, all, ids) => {
    const dates = db('occurrences').whereIn('booking_id', ids).select('space_id');
    const rooms = inBuildings(db, db('spaces').whereIn('id', dates));
    const groups = db('bookings').whereIn('id', ids).select('group_id');
    return all.where((any) => any.whereIn('space_id', rooms).orWhereIn('group_id', groups));
  },
  room_request: (db, all, ids) => {
    const rooms = inBuildings(db, db('room_options').whereIn('request_id', ids));
    return all.where((any) => any.whereIn('space_id', rooms).orWhereIn('request_id', ids));
  },
};

/** All rooms of the buildings that some rows name. */
const inBuildings = (db: Db, named: Query): Query =>
  db('spaces').whereIn('asset_id', named.select('asset_id')).select('id');

function ofBuildings(db: Db, all: Query, ids: Ids): Query {
  return all.whereIn('space_id', db('spaces').whereIn('asset_id', ids).select('id'));
}
