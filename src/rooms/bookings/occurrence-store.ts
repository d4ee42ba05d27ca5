import type { Knex } from 'knex';
import { alreadyKnown, batches, type Db, insertAll } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { BOOKED_STATES, HAD_DATES, HAD_STATES, LIVE_STATES, type Occurrence } from './booking-contract.ts';

type Row = {
  id: string;
  booking_id: string;
  original_date: string;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
  space_id: string;
  state: Occurrence['state'];
  exception: Occurrence['exception'];
  staffed: boolean | number;
  charged: boolean | number;
  clock_moved: boolean | number;
  paid_to: string | null;
  note: string | null;
};

/** When a booking is used next. */
export type NextUse = { bookingId: string; spaceId: string; groupId: string; date: Day };

/** The dates of bookings. */
export function occurrencesOn(db: Db) {
  return {
    /** Takes out what was written about single dates of these bookings. */
    async forgetNotes(bookingIds: readonly string[]): Promise<void> {
      await db('occurrences').whereIn('booking_id', bookingIds).whereNotNull('note').update({ note: null });
    },
    /** All dates of a booking, by the day they take place. */
    async of(bookingId: string): Promise<Occurrence[]> {
      return occurrencesOn(db).ofAll([bookingId]);
    },
    /** All dates of some bookings, each booking's by the day they take place. */
    async ofAll(bookingIds: readonly string[]): Promise<Occurrence[]> {
      return (await ofBookings(db, bookingIds)).map(fromRow);
    },
    async byIds(ids: readonly string[]): Promise<Occurrence[]> {
      const found: Occurrence[] = [];
      for (const batch of batches([...ids], 1))
        found.push(...(await db('occurrences').whereIn('id', batch).orderBy('starts').orderBy('id')).map(fromRow));
      return found;
    },
    async add(occurrences: readonly Occurrence[], at: string): Promise<void> {
      await insertAll(
        db,
        'occurrences',
        occurrences.map((one) => toRow(one, at)),
      );
    },
    /** All dates of a booking that is new. */
    async addFirst(bookingId: string, occurrences: readonly Occurrence[], at: string): Promise<void> {
      await occurrencesOn(db).add(occurrences, at);
      const rows = occurrences.map((one) => toRow(one, at));
      const inOrder = rows.toSorted((one, other) => one.starts - other.starts || (one.id < other.id ? -1 : 1));
      await alreadyKnown(db, ofBookings(db, [bookingId]), inOrder);
    },
    async change(occurrence: Occurrence, at: string): Promise<void> {
      await db('occurrences').where({ id: occurrence.id }).update(toRow(occurrence, at));
    },
    /** Gives many dates one state. */
    async setState(
      ids: readonly string[],
      changed: Pick<Occurrence, 'state' | 'charged' | 'note'>,
      at: string,
    ): Promise<void> {
      for (const batch of batches([...ids], 1))
        await db('occurrences')
          .whereIn('id', batch)
          .update({ ...changed, changed_at: at });
    },
    async remove(ids: readonly string[]): Promise<void> {
      for (const batch of batches([...ids], 1)) await db('occurrences').whereIn('id', batch).delete();
    },
    /** The days between two, both included, on which a group has planned dates in any room: one entry for each date. */
    async plannedDays(groupId: string, from: Day, until: Day): Promise<Day[]> {
      const rows: { date: string }[] = await db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .where({ 'bookings.group_id': groupId, 'occurrences.state': 'planned' })
        .whereIn('bookings.state', LIVE_STATES)
        .where('bookings.ends_on', '>=', from)
        .whereBetween('occurrences.date', [from, until])
        .select('occurrences.date');
      return rows.map(({ date }) => date);
    },
    /**
     * Minutes that each of some groups has had in rooms of an owner: dates that began from one minute on and before another, of bookings that
     * were certain, as long as they are now. What was given up was not had, late or not; where nobody came, the room was kept all the same.
     */
    async minutesHad(
      groupIds: readonly string[],
      ownerId: string,
      { from, until }: { from: number; until: number },
    ): Promise<Map<string, number>> {
      const rows: { groupId: string; minutes: number | string }[] = await db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .join('spaces', 'spaces.id', 'occurrences.space_id')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where({ 'public_assets.owner_id': ownerId })
        .whereIn('bookings.group_id', groupIds)
        .whereIn('bookings.state', HAD_STATES)
        .whereIn('occurrences.state', HAD_DATES)
        .where('occurrences.starts', '>=', from)
        .where('occurrences.starts', '<', until)
        .groupBy('bookings.group_id')
        .select({ groupId: 'bookings.group_id', minutes: db.raw('sum(occurrences.ends - occurrences.starts)') });
      return new Map(rows.map(({ groupId, minutes }) => [groupId, Number(minutes)]));
    },
    /** Trial dates of a group that begin from a minute on, in the order in which they were had. What was given up is none any more. */
    async trialDates(groupId: string, from: number): Promise<{ id: string; bookingId: string }[]> {
      return db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .where({ 'bookings.group_id': groupId, 'bookings.trial': true })
        .whereIn('bookings.state', [...LIVE_STATES, ...HAD_STATES])
        .whereIn('occurrences.state', HAD_DATES)
        .where('occurrences.starts', '>=', from)
        .orderBy('bookings.created_at')
        .orderBy('bookings.id')
        .orderBy('occurrences.starts')
        .orderBy('occurrences.id')
        .select({ id: 'occurrences.id', bookingId: 'bookings.id' });
    },
    /** Bookings of some groups with the next date on which each is to be used, the soonest first. */
    async nextOf(groupIds: readonly string[], now: number): Promise<NextUse[]> {
      return db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .whereIn('bookings.group_id', groupIds)
        .whereIn('bookings.state', BOOKED_STATES)
        .where('occurrences.state', 'planned')
        .where('occurrences.ends', '>', now)
        .groupBy('bookings.id', 'bookings.space_id', 'bookings.group_id')
        .select({
          bookingId: 'bookings.id',
          spaceId: 'bookings.space_id',
          groupId: 'bookings.group_id',
          date: db.raw('min(occurrences.date)'),
        })
        .orderBy('date')
        .orderBy('bookings.id');
    },
  };
}

const ofBookings = (db: Db, ids: readonly string[]): Knex.QueryBuilder =>
  db('occurrences').whereIn('booking_id', ids).orderBy('starts').orderBy('id');

const fromRow = (row: Row): Occurrence => ({
  id: row.id,
  bookingId: row.booking_id,
  originalDate: row.original_date,
  date: row.date,
  from: row.from_time,
  to: row.to_time,
  starts: row.starts,
  ends: row.ends,
  spaceId: row.space_id,
  state: row.state,
  exception: row.exception,
  staffed: Boolean(row.staffed),
  charged: Boolean(row.charged),
  clockMoved: Boolean(row.clock_moved),
  paidTo: row.paid_to,
  note: row.note,
});
const toRow = (one: Occurrence, at: string): Row & { changed_at: string } => ({
  id: one.id,
  booking_id: one.bookingId,
  original_date: one.originalDate,
  date: one.date,
  from_time: one.from,
  to_time: one.to,
  starts: one.starts,
  ends: one.ends,
  space_id: one.spaceId,
  state: one.state,
  exception: one.exception,
  staffed: one.staffed,
  charged: one.charged,
  clock_moved: one.clockMoved,
  paid_to: one.paidTo,
  note: one.note,
  changed_at: at,
});
