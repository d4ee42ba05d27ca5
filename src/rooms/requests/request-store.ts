import type { Knex } from 'knex';
import { alreadyKnown, takeTurnOf, type Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import { turnOfRooms } from '../bookings/claim-contract.ts';
import type { Forgetting, OldIn } from '../../ground/retention/retention-contract.ts';
import {
  CURRENT_OPTIONS,
  NO_NEEDS,
  OPEN_STATES,
  OVER_STATES,
  type RequestState,
  type RoomRequest,
} from './request-contract.ts';

type Row = {
  id: string;
  area_id: string;
  group_id: string;
  state: RequestState;
  wish: string;
  missing: string;
  terms: string;
  received_on: string;
  complete_on: string | null;
  complete_at: string | null;
  due_on: string | null;
  starts_on: string;
  ends_on: string;
  channel: RoomRequest['channel'];
  read_back: string | null;
  reason: string | null;
  submission: string;
  created_by: string;
  created_at: string;
  changed_at: string;
  version: number;
  look_on: string | null;
  case_number: string | null;
};

const byIds = (db: Db, ids: readonly string[]): Knex.QueryBuilder =>
  db('room_requests').whereIn('id', ids).orderBy('id');

/** Requests for rooms, without the rooms they name. */
export function requestsOn(db: Db) {
  return {
    async byId(id: string): Promise<RoomRequest | undefined> {
      const row: Row | undefined = await db('room_requests').where({ id }).first();
      return row && fromRow(row);
    },
    async byIds(ids: readonly string[]): Promise<RoomRequest[]> {
      return (await byIds(db, ids)).map(fromRow);
    },
    async bySubmission(createdBy: string, submission: string): Promise<RoomRequest | undefined> {
      const row: Row | undefined = await db('room_requests').where({ created_by: createdBy, submission }).first();
      return row && fromRow(row);
    },
    /** Adds a request, unless the same form made one already. Of several at once exactly one gets true. */
    async add(request: RoomRequest): Promise<boolean> {
      const added = await db('room_requests')
        .insert(toRow(request))
        .onConflict(['created_by', 'submission'])
        .ignore()
        .returning('id');
      if (added.length === 1) await alreadyKnown(db, byIds(db, [request.id]), [toRow(request)]);
      return added.length === 1;
    },
    /** Saves a request that this transaction has its turn on, and counts the change. */
    async save(request: RoomRequest): Promise<void> {
      await db('room_requests')
        .where({ id: request.id })
        .update(toRow({ ...request, version: request.version + 1 }));
    },
    /** Waits until nobody else moves a request of this area, for the rest of the transaction. */
    async takeTurn(areaId: string): Promise<void> {
      await takeTurnOf(db, turnOfRooms(areaId));
      await db('request_turns').insert({ area_id: areaId, turn: 0, receipts: 0 }).onConflict('area_id').ignore();
      await db('request_turns').where({ area_id: areaId }).increment('turn', 1);
    },
    /** The next number for a receipt in this area; the turn is taken already. */
    async nextReceipt(areaId: string): Promise<number> {
      await db('request_turns').where({ area_id: areaId }).increment('receipts', 1);
      return Number((await db('request_turns').where({ area_id: areaId }).first('receipts')).receipts);
    },
    /** Which of these requests are under way though the group has given their dates up on the page of their booking. */
    async givenUp(ids: readonly string[]): Promise<string[]> {
      const rows: { id: string }[] = await db('room_requests')
        .join('room_options', 'room_options.request_id', 'room_requests.id')
        .join('bookings', 'bookings.id', 'room_options.booking_id')
        .whereIn('room_requests.id', ids)
        .whereIn('room_requests.state', OPEN_STATES)
        .whereIn('room_options.state', CURRENT_OPTIONS)
        .whereIn('bookings.state', ['withdrawn', 'cancelled'])
        .distinct('room_requests.id')
        .orderBy('room_requests.id')
        .select('room_requests.id');
      return rows.map(({ id }) => id);
    },
    /** Of a group, in some states, the oldest first. */
    async idsOf(groupId: string, states: readonly RequestState[]): Promise<string[]> {
      return db('room_requests').where({ group_id: groupId }).whereIn('state', states).orderBy('id').pluck('id');
    },
    /** What somebody wrote down for a group. */
    async by(personId: string): Promise<RoomRequest[]> {
      return (await db('room_requests').where({ created_by: personId }).orderBy('id')).map(fromRow);
    },
    /** What some groups have under way, drafts too, and what ended lately. */
    async ofGroups(groupIds: readonly string[], endedSince: string): Promise<RoomRequest[]> {
      const rows: Row[] = await db('room_requests')
        .whereIn('group_id', groupIds)
        .where((shown) => shown.whereNotIn('state', OVER_STATES).orWhere('changed_at', '>=', endedSince))
        .orderBy('due_on')
        .orderBy('id');
      return rows.map(fromRow);
    },
    hasOld: async (what: OldIn): Promise<boolean> => (await oldIn(db, what).first('id')) !== undefined,
    /** Takes out who asked for rooms whose last date was before a day, what for and why it ended. @returns the ids, at most `limit` */
    async forgetWords({ limit, ...what }: Forgetting): Promise<string[]> {
      const rows: Pick<Row, 'id' | 'wish'>[] = await oldIn(db, what)
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .select('id', 'wish');
      for (const { id, wish } of rows)
        await db('room_requests')
          .where({ id })
          .update({
            wish: JSON.stringify({ ...JSON.parse(wish), purpose: '', equipment: null }),
            created_by: FORGOTTEN,
            reason: null,
            read_back: null,
          });
      return rows.map(({ id }) => id);
    },
    /** Removes drafts that nobody has touched since an instant. */
    async forgetDrafts(before: Date): Promise<number> {
      const old = db('room_requests').where({ state: 'draft' }).where('changed_at', '<', before.toISOString());
      await removeFound(db('room_options').whereIn('request_id', old.clone().select('id')));
      return removeFound(old);
    },
    async removeDraft(id: string): Promise<void> {
      await db('room_options').where({ request_id: id }).delete();
      await db('room_requests').where({ id, state: 'draft' }).delete();
    },
  };
}

const oldIn = (db: Db, { areaId, before }: OldIn): Knex.QueryBuilder =>
  db('room_requests').where({ area_id: areaId }).where('ends_on', '<', before).whereNot({ created_by: FORGOTTEN });

/** Whatever changed: the clock looks at it the next time, and puts the look after that off until something can be due. */
const LOOK_AT_ONCE = '';

/** Stands where the number of a person was. */
const FORGOTTEN = '';

const fromRow = (row: Row): RoomRequest => ({
  id: row.id,
  caseNumber: row.case_number,
  areaId: row.area_id,
  groupId: row.group_id,
  state: row.state,
  wish: { ...NO_NEEDS, ...JSON.parse(row.wish) },
  missing: JSON.parse(row.missing),
  terms: JSON.parse(row.terms),
  receivedOn: row.received_on,
  completeOn: row.complete_on,
  completeAt: row.complete_at,
  dueOn: row.due_on,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  channel: row.channel,
  readBack: row.read_back,
  reason: row.reason,
  submission: row.submission,
  createdBy: row.created_by,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  version: row.version,
});
const toRow = (one: RoomRequest): Row => ({
  id: one.id,
  area_id: one.areaId,
  group_id: one.groupId,
  state: one.state,
  wish: JSON.stringify(one.wish),
  missing: JSON.stringify(one.missing),
  terms: JSON.stringify(one.terms),
  received_on: one.receivedOn,
  complete_on: one.completeOn,
  complete_at: one.completeAt,
  due_on: one.dueOn,
  starts_on: one.startsOn,
  ends_on: one.endsOn,
  channel: one.channel,
  read_back: one.readBack,
  reason: one.reason,
  submission: one.submission,
  created_by: one.createdBy,
  created_at: one.createdAt,
  changed_at: one.changedAt,
  version: one.version,
  look_on: OPEN_STATES.includes(one.state) ? LOOK_AT_ONCE : null,
  case_number: one.caseNumber,
});
