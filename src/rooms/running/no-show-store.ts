import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CallMade, MissedDate } from './no-show-contract.ts';

export type Missed = MissedDate & { groupId: string; name: string; telephone: string | null };
type NewCall = {
  id: string;
  areaId: string;
  groupId: string;
  missed: number;
  note: string;
  by: string;
  at: string;
  submission: string;
};

/** Dates for which nobody came, and the calls to those groups. */
export function noShowsOn(db: Db) {
  return {
    /** Missed dates since a day of groups that are not closed, without those from before the last call to their group. */
    async missed(areaId: string, since: Day): Promise<Missed[]> {
      const calls = db('no_show_calls')
        .where({ area_id: areaId })
        .groupBy('group_id')
        .select('group_id')
        .max({ called_at: 'called_at' })
        .as('calls');
      const rows = await db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .join('groups', 'groups.id', 'bookings.group_id')
        .join('spaces', 'spaces.id', 'occurrences.space_id')
        .join('desk_assets', 'desk_assets.asset_id', 'spaces.asset_id')
        .leftJoin(calls, 'calls.group_id', 'bookings.group_id')
        // In so many words, so that the index of these few dates is used.
        .whereRaw(`occurrences.state = 'no_show'`)
        .where('bookings.area_id', areaId)
        .whereNull('groups.closed_at')
        .where('occurrences.date', '>=', since)
        .where((any) => any.whereNull('calls.called_at').orWhereRaw('occurrences.changed_at > calls.called_at'))
        .orderBy(['groups.name', 'groups.id', 'occurrences.starts', 'occurrences.id'])
        .select('occurrences.booking_id', 'occurrences.date', 'occurrences.from_time', 'groups.telephone', {
          group_id: 'groups.id',
          name: 'groups.name',
          room: 'spaces.name',
          building: 'desk_assets.name',
        });
      return rows.map((row) => ({
        bookingId: row.booking_id,
        date: row.date,
        from: row.from_time,
        room: row.room,
        building: row.building,
        groupId: row.group_id,
        name: row.name,
        telephone: row.telephone,
      }));
    },
    /** Calls in an area, the newest first. */
    async made(areaId: string, limit: number): Promise<CallMade[]> {
      const rows = await db('no_show_calls')
        .join('groups', 'groups.id', 'no_show_calls.group_id')
        .where('no_show_calls.area_id', areaId)
        .orderBy('called_at', 'desc')
        .limit(limit)
        .select(
          'no_show_calls.group_id',
          'no_show_calls.missed',
          'no_show_calls.note',
          'no_show_calls.called_by',
          'no_show_calls.called_at',
          'groups.name',
        );
      return rows.map((row) => ({
        groupId: row.group_id,
        name: row.name,
        missed: row.missed,
        note: row.note,
        by: row.called_by,
        at: row.called_at,
      }));
    },
    /** Lets one note a call to a group at a time. */
    async lock(groupId: string): Promise<void> {
      await db('groups').where({ id: groupId }).forUpdate().first('id');
    },
    async isNoted(by: string, submission: string): Promise<boolean> {
      return (await db('no_show_calls').where({ called_by: by, submission }).first('id')) !== undefined;
    },
    async note(call: NewCall): Promise<void> {
      await db('no_show_calls').insert({
        id: call.id,
        area_id: call.areaId,
        group_id: call.groupId,
        missed: call.missed,
        note: call.note,
        called_by: call.by,
        called_at: call.at,
        submission: call.submission,
      });
    },
    /** Calls that somebody noted. */
    async calledBy(personId: string): Promise<{ groupId: string; at: string; note: string }[]> {
      return (await db('no_show_calls').where({ called_by: personId }).orderBy('called_at')).map((row) => ({
        groupId: row.group_id,
        at: row.called_at,
        note: row.note,
      }));
    },
    /** Removes notes of calls from before an instant. */
    async forget(before: Date): Promise<number> {
      return removeFound(db('no_show_calls').where('called_at', '<', before.toISOString()));
    },
  };
}
