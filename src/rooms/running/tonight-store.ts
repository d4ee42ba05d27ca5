import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { SpaceDetails } from '../spaces/space-contract.ts';
import type { LookedAfter } from './running-contract.ts';
import type { ListedDate, Stay } from './tonight-contract.ts';

/** Where dates are looked for: by rights, within one building or all. `familyIds` are rooms with all that share their walls. */
export type Where = { after: LookedAfter; familyIds: readonly string[]; building: string | null };
/** A day, the one before, and the minute in which it begins. */
export type Night = { day: Day; before: Day; begins: number };

type Row = {
  id: string;
  booking_id: string;
  case_number: string | null;
  original_date: string;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
  space_id: string;
  state: ListedDate['state'];
  exception: ListedDate['exception'];
  staffed: boolean | number;
  changed_at: string;
  created_at: string;
  booked_at: string | null;
  zone: string;
  people: number;
  layout: ListedDate['layout'];
  group: string;
  group_outside: string | null;
  telephone: string | null;
  room: string;
  floor: string | null;
  details: string;
  asset_id: string;
  building: string;
  place: string;
  owner_id: string;
  area_id: string;
};

/** Bookings that people come for or came for; dates of requests that nobody has agreed to yet are not among them. */
const BOOKED = ['deposit_due', 'confirmed', 'active', 'cancelled', 'ended', 'deposit_returned', 'evaluated', 'closed'];
/** No date is longer than two days, as no claim is. */
const LONGEST_MINUTES = 2 * 24 * 60;
const TAKES_PLACE = ['planned', 'used', 'no_show'];

/** What takes place on a day in rooms that somebody looks after. */
export function tonightOn(db: Db) {
  return {
    /**
     * Dates of a day, with those of the evening before that go on beyond the minute in which it begins, and those that were cancelled or
     * moved away since an instant.
     */
    async dates(where: Where, { day, before, begins }: Night, since: string, limit: number): Promise<ListedDate[]> {
      const rows: Row[] = await datesFrom(db, where)
        .whereIn('bookings.state', BOOKED)
        .where((any) =>
          any
            .where((on) => on.where('occurrences.date', day).whereIn('occurrences.state', TAKES_PLACE))
            .orWhere((over) =>
              over
                .where('occurrences.date', before)
                .where('occurrences.ends', '>', begins)
                .whereIn('occurrences.state', TAKES_PLACE),
            )
            .orWhere((gone) =>
              gone
                .where('occurrences.date', day)
                .whereIn('occurrences.state', ['cancelled_by_group', 'cancelled_by_owner'])
                .where('occurrences.changed_at', '>=', since),
            )
            .orWhere((moved) =>
              moved
                .where('occurrences.original_date', day)
                .whereNot('occurrences.date', day)
                .where('occurrences.state', 'planned')
                .where('occurrences.changed_at', '>=', since),
            ),
        )
        .orderBy(['desk_assets.name', 'desk_assets.asset_id', 'occurrences.starts', 'spaces.name', 'occurrences.id'])
        .limit(limit);
      return rows.map(fromRow);
    },
    /** When somebody is in these buildings between two minutes: all of it, also what whoever looks at the list does not look after. */
    async stays(assetIds: readonly string[], from: number, until: number): Promise<Stay[]> {
      return db('occurrences')
        .join('bookings', 'bookings.id', 'occurrences.booking_id')
        .join('spaces', 'spaces.id', 'occurrences.space_id')
        .whereIn('spaces.asset_id', assetIds)
        .whereIn('bookings.state', BOOKED)
        .whereIn('occurrences.state', ['planned', 'used'])
        .where('occurrences.starts', '<', until)
        .where('occurrences.starts', '>', from - LONGEST_MINUTES)
        .where('occurrences.ends', '>', from)
        .select({
          id: 'occurrences.id',
          bookingId: 'occurrences.booking_id',
          spaceId: 'occurrences.space_id',
          assetId: 'spaces.asset_id',
          date: 'occurrences.date',
          state: 'occurrences.state',
          starts: 'occurrences.starts',
          ends: 'occurrences.ends',
          to: 'occurrences.to_time',
        });
    },
    /** One date of a booking that somebody has agreed to, with what it belongs to. */
    async date(id: string): Promise<ListedDate | undefined> {
      const row: Row | undefined = await datesFrom(db, null)
        .whereIn('bookings.state', BOOKED)
        .where('occurrences.id', id)
        .first();
      return row && fromRow(row);
    },
  };
}

function datesFrom(db: Db, where: Where | null) {
  const query = db('occurrences')
    .join('bookings', 'bookings.id', 'occurrences.booking_id')
    .join('groups', 'groups.id', 'bookings.group_id')
    .join('spaces', 'spaces.id', 'occurrences.space_id')
    .join('desk_assets', 'desk_assets.asset_id', 'spaces.asset_id')
    .select(
      'occurrences.id',
      'occurrences.booking_id',
      'occurrences.original_date',
      'occurrences.date',
      'occurrences.from_time',
      'occurrences.to_time',
      'occurrences.starts',
      'occurrences.ends',
      'occurrences.space_id',
      'occurrences.state',
      'occurrences.exception',
      'occurrences.staffed',
      'occurrences.changed_at',
      'bookings.case_number',
      'bookings.created_at',
      'bookings.booked_at',
      'bookings.zone',
      'bookings.people',
      'bookings.layout',
      'groups.telephone',
      'spaces.floor',
      'spaces.details',
      'desk_assets.asset_id',
      'desk_assets.place',
      'desk_assets.owner_id',
      'desk_assets.area_id',
      {
        group: 'groups.name',
        group_outside: 'groups.public_name',
        room: 'spaces.name',
        building: 'desk_assets.name',
      },
    );
  if (!where) return query;
  const { after, familyIds, building } = where;
  void query.where((any) =>
    any
      .whereIn('desk_assets.area_id', after.areaIds)
      .orWhereIn('desk_assets.owner_id', after.ownerIds)
      .orWhereIn('desk_assets.asset_id', after.assetIds)
      .orWhereIn('occurrences.space_id', familyIds),
  );
  return building ? query.where('desk_assets.asset_id', building) : query;
}

function fromRow(row: Row): ListedDate {
  const { equipment = [], caretaking = null, minutesBefore = 0 } = JSON.parse(row.details) as Partial<SpaceDetails>;
  return {
    id: row.id,
    bookingId: row.booking_id,
    caseNumber: row.case_number,
    building: { id: row.asset_id, name: row.building, place: row.place, ownerId: row.owner_id, areaId: row.area_id },
    zone: row.zone,
    room: { id: row.space_id, name: row.room, floor: row.floor, equipment, caretaking, minutesBefore },
    originalDate: row.original_date,
    date: row.date,
    from: row.from_time,
    to: row.to_time,
    starts: row.starts,
    ends: row.ends,
    state: row.state,
    exception: row.exception,
    staffed: Boolean(row.staffed),
    changedAt: row.changed_at,
    // A request was booked when it was confirmed, everything else when it was made.
    bookedAt: row.booked_at ?? row.created_at,
    who: row.group_outside ?? row.group,
    telephone: row.telephone,
    people: row.people,
    layout: row.layout,
  };
}
