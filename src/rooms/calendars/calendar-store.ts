import type { Db } from '../../kernel/database.ts';
import type { BookedSeries, Selection } from './calendar-contract.ts';

type DateRow = {
  id: string;
  booking_id: string;
  original_date: string;
  date: string;
  from_time: string;
  to_time: string;
  starts: number;
  ends: number;
  exception: string | null;
  version: number;
  zone: string;
  recurrence: string;
  booking_from: string;
  booking_to: string;
  state: string;
  public_label: string;
  people: number;
  layout: string | null;
  named_by_date: boolean | number;
  space: string;
  building: string;
  own_space: string;
  own_building: string;
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
    /** Dates that take place and begin after a minute, by booking. */
    async dates(which: Selection, from: number): Promise<BookedSeries[]> {
      const rows: DateRow[] = await datesOn(db, which)
        .whereIn('occurrences.state', ['planned', 'used', 'no_show'])
        .whereIn('bookings.state', SHOWN_STATES)
        .where('occurrences.starts', '>=', from)
        .limit(MOST_DATES);
      return bySeries(rows).map(seriesFrom);
    },
    /** Dates that would begin after a minute and were given up, by booking. */
    async givenUp(which: Selection, from: number): Promise<BookedSeries[]> {
      const rows: DateRow[] = await datesOn(db, which)
        .where((any) =>
          any
            .whereIn('occurrences.state', ['cancelled_by_group', 'cancelled_by_owner'])
            .orWhere((over) => over.where('occurrences.state', 'planned').whereNotIn('bookings.state', SHOWN_STATES)),
        )
        .where('occurrences.starts', '>=', from)
        .limit(MOST_DATES);
      return bySeries(rows).map(seriesFrom);
    },
    /** Every date that a booking has or had, also those that were given up. */
    async everyDate(bookingId: string): Promise<BookedSeries[]> {
      return bySeries(await datesOn(db, { bookingId })).map(seriesFrom);
    },
  };
}

/** Dates with what calendars need of their bookings, places and groups, the earliest first. */
function datesOn(db: Db, which: Selection) {
  return db('occurrences')
    .join('bookings', 'bookings.id', 'occurrences.booking_id')
    .join('spaces', 'spaces.id', 'occurrences.space_id')
    .join('public_assets', 'public_assets.id', 'spaces.asset_id')
    .join({ own_spaces: 'spaces' }, 'own_spaces.id', 'bookings.space_id')
    .join({ own_assets: 'public_assets' }, 'own_assets.id', 'own_spaces.asset_id')
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
      'occurrences.exception',
      'bookings.version',
      'bookings.zone',
      'bookings.recurrence',
      'bookings.state',
      'bookings.public_label',
      'bookings.people',
      'bookings.layout',
      'bookings.named_by_date',
      {
        booking_from: 'bookings.from_time',
        booking_to: 'bookings.to_time',
        space: 'spaces.name',
        building: 'public_assets.name',
        own_space: 'own_spaces.name',
        own_building: 'own_assets.name',
        group: 'groups.name',
        group_outside: 'groups.public_name',
      },
    );
}

function bySeries(rows: readonly DateRow[]): DateRow[][] {
  const groups = new Map<string, DateRow[]>();
  for (const row of rows) {
    const known = groups.get(row.booking_id);
    if (known) known.push(row);
    else groups.set(row.booking_id, [row]);
  }
  return [...groups.values()];
}

function seriesFrom(rows: DateRow[]): BookedSeries {
  const [row] = rows;
  if (!row) throw new Error('A series has at least one date.');
  return {
    id: row.booking_id,
    version: row.version,
    zone: row.zone,
    recurrence: JSON.parse(row.recurrence),
    from: row.booking_from,
    to: row.booking_to,
    state: row.state,
    space: row.own_space,
    building: row.own_building,
    group: row.group,
    groupOutside: row.group_outside,
    publicLabel: row.public_label,
    people: row.people,
    layout: row.layout,
    namedByDate: Boolean(row.named_by_date),
    dates: rows.map((one) => ({
      id: one.id,
      originalDate: one.original_date,
      date: one.date,
      from: one.from_time,
      to: one.to_time,
      starts: one.starts,
      ends: one.ends,
      space: one.space,
      building: one.building,
      added: one.exception === 'added',
    })),
  };
}
