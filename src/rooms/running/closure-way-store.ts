import { batches, type Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

export type WayRow = {
  occurrenceId: string;
  bookingId: string;
  requestId: string | null;
  state: string;
  room: string;
  who: string;
  date: Day;
  from: string;
  to: string;
  starts: number;
  ends: number;
  /** Days of notice that the owner gives, by the terms of the booking. */
  noticeDays: number;
};
type Row = {
  id: string;
  booking_id: string;
  state: string;
  request_id: string | null;
  terms: string;
  room: string;
  group: string;
  group_outside: string | null;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
};

/** What stands in the way of closing, with all that its owner needs to decide about it; and the days that closures go by. */
export function closureWaysOn(db: Db) {
  return {
    async dates(ids: readonly string[]): Promise<WayRow[]> {
      const rows: Row[] = [];
      for (const batch of batches([...ids], 1)) {
        rows.push(
          ...(await db('occurrences')
            .join('bookings', 'bookings.id', 'occurrences.booking_id')
            .join('groups', 'groups.id', 'bookings.group_id')
            .join('spaces', 'spaces.id', 'occurrences.space_id')
            .whereIn('occurrences.id', batch)
            .select(
              'occurrences.id',
              'occurrences.booking_id',
              'occurrences.date',
              'occurrences.from_time',
              'occurrences.to_time',
              'occurrences.starts',
              'bookings.state',
              'bookings.request_id',
              'bookings.terms',
              'occurrences.ends',
              { room: 'spaces.name', group: 'groups.name', group_outside: 'groups.public_name' },
            )),
        );
      }
      return rows
        .map(fromRow)
        .toSorted((one, other) => one.starts - other.starts || one.occurrenceId.localeCompare(other.occurrenceId));
    },
    /** Of which building a closure is. */
    async buildingOf(closureId: string): Promise<string | undefined> {
      return (await db('closures').where({ id: closureId }).first('asset_id'))?.asset_id;
    },
    /** Days of a calendar of bank holidays between two days, both included. */
    async bankHolidays(calendar: string, from: Day, to: Day): Promise<Day[]> {
      return db('bank_holidays').where({ calendar }).whereBetween('day', [from, to]).orderBy('day').pluck('day');
    },
  };
}

function fromRow(row: Row): WayRow {
  const { owner_cancels_days: noticeDays = 0 } = JSON.parse(row.terms) as { owner_cancels_days?: number };
  return {
    occurrenceId: row.id,
    bookingId: row.booking_id,
    requestId: row.request_id,
    state: row.state,
    room: row.room,
    who: row.group_outside ?? row.group,
    date: row.date,
    from: row.from_time,
    to: row.to_time,
    starts: row.starts,
    ends: row.ends,
    noticeDays,
  };
}
