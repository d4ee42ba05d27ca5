import type { Db } from '../../kernel/database.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import { lastDayOf } from './building-calendar-rules.ts';
import type { BookedEntry } from './building-calendar-contract.ts';

type Row = {
  id: string;
  booking_id: string;
  date: string;
  from_time: string;
  to_time: string;
  space_id: string;
  state: BookedEntry['outcome'];
  booking_state: string;
  request_id: string | null;
  group: string;
  group_outside: string | null;
  room: string;
};

/** States in which somebody still has to say yes, and those in which a date takes or took place. */
const ASKED = ['requested', 'offered', 'default_offered'];
const BOOKED = ['deposit_due', 'confirmed', 'active', 'ended', 'deposit_returned', 'evaluated', 'closed'];

/** Dates in the rooms of a building. */
export function buildingCalendarOn(db: Db) {
  return {
    /** What lies between two minutes, in whole or in part: booked, or held for a request at this minute. */
    async entries(assetId: string, { starts, ends }: Stretch, now: number, limit: number): Promise<BookedEntry[]> {
      const rows: Row[] = await db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .join('groups', 'groups.id', 'bookings.group_id')
        .join('spaces', 'spaces.id', 'occurrences.space_id')
        .where('spaces.asset_id', assetId)
        .where('occurrences.ends', '>', starts)
        .where('occurrences.starts', '<', ends)
        .whereIn('occurrences.state', ['planned', 'used', 'no_show'])
        .where((any) =>
          any
            .whereIn('bookings.state', BOOKED)
            .orWhere((held) => held.whereIn('bookings.state', ASKED).where('bookings.hold_until', '>', now)),
        )
        .orderBy(['occurrences.starts', 'spaces.name', 'occurrences.id'])
        .limit(limit)
        .select(
          'occurrences.id',
          'occurrences.booking_id',
          'occurrences.date',
          'occurrences.from_time',
          'occurrences.to_time',
          'occurrences.space_id',
          'occurrences.state',
          'bookings.request_id',
          {
            booking_state: 'bookings.state',
            group: 'groups.name',
            group_outside: 'groups.public_name',
            room: 'spaces.name',
          },
        );
      return rows.map(fromRow);
    },
    /** Days of a calendar of bank holidays, and of an area's own days off. */
    async daysOff(areaId: string, calendar: string, from: string, to: string): Promise<string[]> {
      const bank = db('bank_holidays').where({ calendar }).whereBetween('day', [from, to]).select('day');
      const rows: { day: string }[] = await bank.union(
        db('area_days_off').where({ area_id: areaId }).whereBetween('day', [from, to]).select('day'),
      );
      return rows.map(({ day }) => day);
    },
  };
}

function fromRow(row: Row): BookedEntry {
  return {
    kind: ASKED.includes(row.booking_state) ? 'asked' : 'booked',
    id: row.id,
    bookingId: row.booking_id,
    requestId: row.request_id,
    room: { id: row.space_id, name: row.room },
    date: row.date,
    lastDay: lastDayOf({ date: row.date, from: row.from_time, to: row.to_time }),
    from: row.from_time,
    to: row.to_time,
    who: row.group_outside ?? row.group,
    outcome: row.state,
    need: null,
  };
}
