import type { Db } from '../../kernel/database.ts';
import type { BookedSeries, CalendarThing, Selection } from './calendar-contract.ts';

type DateRow = {
  id: string;
  booking_id: string;
  original_date: string;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
  space_id: string;
  version: number;
  zone: string;
  recurrence: string;
  booking_from: string;
  booking_to: string;
  state: string;
  public_label: string;
  people: number;
  layout: string | null;
  space: string;
  building: string;
  group: string;
  group_outside: string | null;
};

/** States in which a booking keeps or kept its dates. */
const SHOWN_STATES = [
  'requested',
  'offered',
  'default_offered',
  'deposit_due',
  'confirmed',
  'active',
  'ended',
  'deposit_returned',
  'evaluated',
  'closed',
];
/** More dates than these are not sent: the nearest come first. */
const MOST_DATES = 5_000;

/** Reads dates for calendars. Buildings have the names that everybody may read: calendars travel. */
export function calendarsOn(db: Db) {
  return {
    /** Dates that take place between two minutes, by booking. A booking in two spaces is two series. */
    async dates(which: Selection, from: number, until: number): Promise<BookedSeries[]> {
      const rows: DateRow[] = await datesOn(db, which)
        .whereIn('occurrences.state', ['planned', 'used', 'no_show'])
        .whereIn('bookings.state', SHOWN_STATES)
        .where('occurrences.starts', '>=', from)
        .where('occurrences.starts', '<', until)
        .limit(MOST_DATES);
      return bySeries(rows).map(seriesFrom);
    },
    /** Every date that a booking has or had, also those that were given up. */
    async everyDate(bookingId: string): Promise<BookedSeries[]> {
      return bySeries(await datesOn(db, { bookingId })).map(seriesFrom);
    },
    async spacesOf(assetIds: readonly string[], ownerIds: readonly string[]): Promise<string[]> {
      return db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where((any) => any.whereIn('public_assets.id', assetIds).orWhereIn('public_assets.owner_id', ownerIds))
        .pluck('spaces.id');
    },
    async space(id: string): Promise<CalendarThing | undefined> {
      const row = await db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where('spaces.id', id)
        .first('spaces.name', {
          building: 'public_assets.name',
          areaId: 'public_assets.area_id',
          ownerId: 'public_assets.owner_id',
          assetId: 'public_assets.id',
        });
      return (
        row && {
          name: `${row.name}, ${row.building}`,
          areaId: row.areaId,
          ownerId: row.ownerId,
          assetId: row.assetId,
          spaceId: id,
        }
      );
    },
    async building(id: string): Promise<CalendarThing | undefined> {
      const row = await db('public_assets').where({ id }).first('name', { areaId: 'area_id', ownerId: 'owner_id' });
      return row && { name: row.name, areaId: row.areaId, ownerId: row.ownerId, assetId: id };
    },
    async group(id: string): Promise<CalendarThing | undefined> {
      const row = await db('groups').where({ id }).first('name', { areaId: 'area_id' });
      return row && { name: row.name, areaId: row.areaId, groupId: id };
    },
  };
}

/** Dates with what calendars need of their bookings, places and groups, the earliest first. */
function datesOn(db: Db, which: Selection) {
  return db('occurrences')
    .join('bookings', 'bookings.id', 'occurrences.booking_id')
    .join('spaces', 'spaces.id', 'occurrences.space_id')
    .join('public_assets', 'public_assets.id', 'spaces.asset_id')
    .join('groups', 'groups.id', 'bookings.group_id')
    .modify(
      (query) =>
        void ('groupId' in which
          ? query.where('bookings.group_id', which.groupId)
          : 'bookingId' in which
            ? query.where('bookings.id', which.bookingId)
            : query.whereIn('occurrences.space_id', which.spaceIds)),
    )
    .orderBy('occurrences.starts')
    .orderBy('occurrences.id')
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
      'bookings.version',
      'bookings.zone',
      'bookings.recurrence',
      'bookings.state',
      'bookings.public_label',
      'bookings.people',
      'bookings.layout',
      {
        booking_from: 'bookings.from_time',
        booking_to: 'bookings.to_time',
        space: 'spaces.name',
        building: 'public_assets.name',
        group: 'groups.name',
        group_outside: 'groups.public_name',
      },
    );
}

function bySeries(rows: readonly DateRow[]): DateRow[][] {
  const groups = new Map<string, DateRow[]>();
  for (const row of rows) {
    const key = `${row.booking_id} ${row.space_id}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function seriesFrom(rows: DateRow[]): BookedSeries {
  const [row] = rows;
  if (!row) throw new Error('A series has at least one date.');
  return {
    id: `${row.booking_id}-${row.space_id.slice(-12)}`,
    version: row.version,
    zone: row.zone,
    recurrence: JSON.parse(row.recurrence),
    from: row.booking_from,
    to: row.booking_to,
    state: row.state,
    space: row.space,
    building: row.building,
    group: row.group,
    groupOutside: row.group_outside,
    publicLabel: row.public_label,
    people: row.people,
    layout: row.layout,
    dates: rows.map((one) => ({
      id: one.id,
      originalDate: one.original_date,
      date: one.date,
      from: one.from_time,
      to: one.to_time,
      starts: one.starts,
      ends: one.ends,
    })),
  };
}
