import type { Knex } from 'knex';
import type { Db } from '../../kernel/database.ts';
import { AT_ONCE } from '../../kernel/look-store.ts';
import type { Forgetting, OldIn } from '../../ground/retention/retention-contract.ts';
import { NO_NEEDS } from './request-contract.ts';
import type { WaitingPlace, WaitingState } from './waiting-contract.ts';

export type Row = {
  id: string;
  area_id: string;
  space_id: string;
  group_id: string;
  state: WaitingState;
  wish: string;
  first_on: string;
  last_on: string;
  joined_at: string;
  created_by: string;
  channel: WaitingPlace['channel'];
  received_on: string;
  read_back: string | null;
  request_id: string | null;
  submission: string;
  look_at: string | null;
};

/** Groups that wait for rooms. */
export function waitingOn(db: Db) {
  return {
    async byId(id: string): Promise<WaitingPlace | undefined> {
      const row: Row | undefined = await db('waiting_places').where({ id }).first();
      return row && fromRow(row);
    },
    async bySubmission(createdBy: string, submission: string): Promise<WaitingPlace | undefined> {
      const row: Row | undefined = await db('waiting_places').where({ created_by: createdBy, submission }).first();
      return row && fromRow(row);
    },
    /** Adds a place, unless the same form made one already. */
    async add(place: WaitingPlace): Promise<void> {
      await db('waiting_places').insert(toRow(place)).onConflict(['created_by', 'submission']).ignore();
    },
    /** Moves a place on from the state it was in. Of several at once exactly one gets true. */
    async move(place: WaitingPlace, from: WaitingState): Promise<boolean> {
      const { id, ...row } = toRow(place);
      return (await db('waiting_places').where({ id, state: from }).update(row)) === 1;
    },
    /** Everybody who waits in an area, those who joined first at the top. */
    async inArea(areaId: string): Promise<WaitingPlace[]> {
      const rows = db('waiting_places').where({ area_id: areaId, state: 'waiting' });
      return (await rows.orderBy('joined_at').orderBy('id')).map(fromRow);
    },
    /** Places that somebody took for a group. */
    async by(personId: string): Promise<WaitingPlace[]> {
      return (await db('waiting_places').where({ created_by: personId }).orderBy('id')).map(fromRow);
    },
    hasOld: async (what: OldIn): Promise<boolean> => (await oldIn(db, what).first('id')) !== undefined,
    /** Removes places whose last wanted date was before a day. @returns how many, at most `limit` */
    async forget({ limit, ...what }: Forgetting): Promise<number> {
      const ids: string[] = await oldIn(db, what).orderBy('id').limit(limit).pluck('id');
      return ids.length === 0 ? 0 : db('waiting_places').whereIn('id', ids).delete();
    },
    async ofGroups(groupIds: readonly string[]): Promise<WaitingPlace[]> {
      return (
        await db('waiting_places')
          .whereIn('group_id', groupIds)
          .whereIn('state', ['waiting', 'offered'])
          .orderBy('joined_at')
          .orderBy('id')
      ).map(fromRow);
    },
    /** Those who joined first at the top. */
    async forRoom(spaceId: string, state: WaitingState): Promise<WaitingPlace[]> {
      return (await db('waiting_places').where({ space_id: spaceId, state }).orderBy('joined_at').orderBy('id')).map(
        fromRow,
      );
    },
  };
}

const oldIn = (db: Db, { areaId, before }: OldIn): Knex.QueryBuilder =>
  db('waiting_places').where({ area_id: areaId }).where('last_on', '<', before);

const fromRow = (row: Row): WaitingPlace => ({
  id: row.id,
  areaId: row.area_id,
  spaceId: row.space_id,
  groupId: row.group_id,
  state: row.state,
  wish: { ...NO_NEEDS, ...JSON.parse(row.wish) },
  firstOn: row.first_on,
  lastOn: row.last_on,
  joinedAt: row.joined_at,
  createdBy: row.created_by,
  channel: row.channel,
  receivedOn: row.received_on,
  readBack: row.read_back,
  requestId: row.request_id,
  submission: row.submission,
});
const toRow = (one: WaitingPlace): Row => ({
  id: one.id,
  area_id: one.areaId,
  space_id: one.spaceId,
  group_id: one.groupId,
  state: one.state,
  wish: JSON.stringify(one.wish),
  first_on: one.firstOn,
  last_on: one.lastOn,
  joined_at: one.joinedAt,
  created_by: one.createdBy,
  channel: one.channel,
  received_on: one.receivedOn,
  read_back: one.readBack,
  request_id: one.requestId,
  submission: one.submission,
  look_at: LOOKED_AFTER.includes(one.state) ? AT_ONCE : null,
});

/** Whatever changed, the place is looked at at once; what is over is not looked at again. */
const LOOKED_AFTER: readonly WaitingState[] = ['waiting', 'offered'];
