import type { Knex } from 'knex';
import { DEFAULT_ROOM_TERMS } from '../../groups/compact/compact-contract.ts';
import { alreadyKnown, type Db } from '../../kernel/database.ts';
import type { Forgetting, OldIn } from '../../ground/retention/retention-contract.ts';
import { HELD_STATES, type Booking, type EndNotice } from './booking-contract.ts';

type Row = {
  id: string;
  area_id: string;
  space_id: string;
  group_id: string;
  state: Booking['state'];
  audience: Booking['audience'];
  purpose: string;
  public_label: string;
  recurrence: string;
  skips_days_off: boolean | number;
  from_time: string;
  to_time: string;
  zone: string;
  people: number;
  layout: Booking['layout'];
  price: string;
  terms: string;
  trial: boolean | number;
  request_id: string | null;
  case_number: string | null;
  booked_at: string | null;
  notice_side: EndNotice['side'] | null;
  notice_on: string | null;
  notice_last_day: string | null;
  notice_reason: string | null;
  start_told_on: string | null;
  renewal_told_for: string | null;
  over_on: string | null;
  evaluation_from: string | null;
  look_on: string | null;
  starts_on: string;
  ends_on: string;
  hold_until: number | null;
  submission: string;
  created_by: string;
  channel: Booking['channel'];
  received_on: string;
  read_back: string | null;
  created_at: string;
  version: number;
};

type FromRequest = { id: string; caseNumber: string | null };

/** Bookings without their dates. */
export function bookingsOn(db: Db) {
  return {
    async byId(id: string): Promise<Booking | undefined> {
      return (await bookingsOn(db).byIds([id]))[0];
    },
    async byIds(ids: readonly string[]): Promise<Booking[]> {
      return (await byIds(db, ids)).map(fromRow);
    },
    async bySubmission(createdBy: string, submission: string): Promise<Booking | undefined> {
      const row: Row | undefined = await db('bookings').where({ created_by: createdBy, submission }).first();
      return row && fromRow(row);
    },
    /** How many bookings somebody has made since an instant. */
    async countMadeSince(createdBy: string, at: string): Promise<number> {
      const made = db('bookings').where({ created_by: createdBy }).where('created_at', '>=', at);
      return Number((await made.count({ count: '*' }).first())?.count ?? 0);
    },
    /** A booking, held until the end of the transaction: whoever else wants to change it waits. */
    async lock(id: string): Promise<Booking | undefined> {
      const row: Row | undefined = await db('bookings').where({ id }).forUpdate().first();
      return row && fromRow(row);
    },
    /** Adds a booking, unless the same form made one already. Of several at once exactly one gets true. */
    async add(booking: Booking): Promise<boolean> {
      const added = await db('bookings')
        .insert(toRow(booking))
        .onConflict(['created_by', 'submission'])
        .ignore()
        .returning('id');
      if (added.length === 1) await alreadyKnown(db, byIds(db, [booking.id]), [toRow(booking)]);
      return added.length === 1;
    },
    /** Says which request a booking belongs to: no change of the booking, so it is not counted. */
    async comesFrom(booking: Booking, request: FromRequest): Promise<void> {
      const { id } = booking;
      await db('bookings').where({ id }).update({ request_id: request.id, case_number: request.caseNumber });
      const now = { ...booking, requestId: request.id, caseNumber: request.caseNumber };
      await alreadyKnown(db, byIds(db, [id]), [toRow(now)]);
    },
    /** Saves a booking that this transaction holds, and counts the change. */
    async save(booking: Booking): Promise<void> {
      await db('bookings')
        .where({ id: booking.id })
        .update(toRow({ ...booking, version: booking.version + 1 }));
    },
    hasOld: async (what: OldIn): Promise<boolean> => (await oldIn(db, what).first('id')) !== undefined,
    /**
     * Takes out who made bookings that ended before a day, what for, and whatever else was written about them. Their dates, price and
     * group stay. @returns the ids, at most `limit`
     */
    async forgetWords({ limit, ...what }: Forgetting, label: string): Promise<string[]> {
      const ids: string[] = await oldIn(db, what).orderBy('id').limit(limit).forUpdate().pluck('id');
      await db('bookings')
        .whereIn('id', ids)
        .update({ created_by: FORGOTTEN, purpose: '', public_label: label, read_back: null, ...NO_NOTICE });
      return ids;
    },
    /** What somebody booked or asked for, for whichever group. */
    async madeBy(personId: string): Promise<Booking[]> {
      return (await db('bookings').where({ created_by: personId }).orderBy('id')).map(fromRow);
    },
    /** Bookings of some groups that end on a day or later, those that begin first at the top. */
    async ofGroups(groupIds: readonly string[], from: string): Promise<Booking[]> {
      return (
        await db('bookings')
          .whereIn('group_id', groupIds)
          .where('ends_on', '>=', from)
          .orderBy('starts_on')
          .orderBy('id')
      ).map(fromRow);
    },
  };
}

const byIds = (db: Db, ids: readonly string[]): Knex.QueryBuilder => db('bookings').whereIn('id', ids);

const oldIn = (db: Db, { areaId, before }: OldIn): Knex.QueryBuilder =>
  db('bookings').where({ area_id: areaId }).where('ends_on', '<', before).whereNot({ created_by: FORGOTTEN });

/** Whatever changed: the clock looks at it the next time, and puts the look after that off until something can be due. */
const LOOK_AT_ONCE = '';
const LEFT_ALONE: readonly Booking['state'][] = [...HELD_STATES, 'declined', 'closed'];

/** Stands where the number of a person was. */
const FORGOTTEN = '';

const NO_NOTICE = { notice_side: null, notice_on: null, notice_last_day: null, notice_reason: null };

const fromRow = (row: Row): Booking => ({
  id: row.id,
  areaId: row.area_id,
  spaceId: row.space_id,
  groupId: row.group_id,
  state: row.state,
  audience: row.audience,
  purpose: row.purpose,
  publicLabel: row.public_label,
  recurrence: JSON.parse(row.recurrence),
  skipsDaysOff: Boolean(row.skips_days_off),
  from: row.from_time,
  to: row.to_time,
  zone: row.zone,
  people: row.people,
  layout: row.layout,
  price: JSON.parse(row.price),
  terms: { ...DEFAULT_ROOM_TERMS, ...JSON.parse(row.terms) },
  trial: Boolean(row.trial),
  requestId: row.request_id,
  caseNumber: row.case_number,
  bookedAt: row.booked_at,
  notice: noticeFrom(row),
  startToldOn: row.start_told_on,
  renewalToldFor: row.renewal_told_for,
  overOn: row.over_on,
  evaluationFrom: row.evaluation_from,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  holdUntil: row.hold_until,
  submission: row.submission,
  createdBy: row.created_by,
  channel: row.channel,
  receivedOn: row.received_on,
  readBack: row.read_back,
  createdAt: row.created_at,
  version: row.version,
});
const toRow = (booking: Booking): Row => ({
  id: booking.id,
  area_id: booking.areaId,
  space_id: booking.spaceId,
  group_id: booking.groupId,
  state: booking.state,
  audience: booking.audience,
  purpose: booking.purpose,
  public_label: booking.publicLabel,
  recurrence: JSON.stringify(booking.recurrence),
  skips_days_off: booking.skipsDaysOff,
  from_time: booking.from,
  to_time: booking.to,
  zone: booking.zone,
  people: booking.people,
  layout: booking.layout,
  price: JSON.stringify(booking.price),
  terms: JSON.stringify(booking.terms),
  trial: booking.trial,
  request_id: booking.requestId,
  case_number: booking.caseNumber,
  booked_at: booking.bookedAt,
  ...noticeTo(booking.notice),
  start_told_on: booking.startToldOn,
  renewal_told_for: booking.renewalToldFor,
  over_on: booking.overOn,
  evaluation_from: booking.evaluationFrom,
  look_on: LEFT_ALONE.includes(booking.state) ? null : LOOK_AT_ONCE,
  starts_on: booking.startsOn,
  ends_on: booking.endsOn,
  hold_until: booking.holdUntil,
  submission: booking.submission,
  created_by: booking.createdBy,
  channel: booking.channel,
  received_on: booking.receivedOn,
  read_back: booking.readBack,
  created_at: booking.createdAt,
  version: booking.version,
});

type NoticeRow = Pick<Row, keyof typeof NO_NOTICE>;
function noticeFrom({ notice_side: side, notice_on: on, notice_last_day: lastDay, notice_reason: reason }: NoticeRow) {
  return side === null || on === null || lastDay === null || reason === null ? null : { side, on, lastDay, reason };
}
const noticeTo = (notice: EndNotice | null): NoticeRow =>
  notice === null
    ? NO_NOTICE
    : {
        notice_side: notice.side,
        notice_on: notice.on,
        notice_last_day: notice.lastDay,
        notice_reason: notice.reason,
      };
