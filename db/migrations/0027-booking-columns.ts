import type { Knex } from 'knex';

/** What casework kept of a booking as a bag of named values, in columns; who signed the agreement, and who was shown round, in tables. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.string('request_id', 36);
    // Since when it is certain, where it was only asked for at first.
    table.string('booked_at', 24);
    table.string('notice_side', 8);
    table.string('notice_on', 10);
    table.string('notice_last_day', 10);
    table.text('notice_reason');
    table.string('start_told_on', 10);
    // The last day of which its group has been reminded.
    table.string('renewal_told_for', 10);
    table.string('over_on', 10);
    table.string('evaluation_from', 10);
    table.index(['request_id']);
  });
  await db.schema.createTable('room_agreements', (table) => {
    table.string('booking_id', 36).primary().references('bookings.id');
    table.text('lines').notNullable();
    table.string('sha256', 64).notNullable();
    // Empty once it need not stay known any more.
    table.string('signed_by', 36).notNullable();
    table.string('signed_on', 10).notNullable();
  });
  await db.schema.createTable('inductions', (table) => {
    table.string('booking_id', 36).primary().references('bookings.id');
    // Who was shown round which building: it counts for the other bookings of the same group there.
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('on_day', 10).notNullable();
    table.string('signed_by', 200).notNullable();
    table.string('shown_by', 200).notNullable();
    table.index(['group_id', 'asset_id', 'on_day']);
  });
  await eachBag(db, carryOver);
  await db.raw('alter table bookings drop column details');
}

type Bag = {
  requestId?: string;
  bookedAt?: string;
  agreement?: { lines: string[]; sha256: string; signedBy: string; on: string };
  induction?: { on: string; signedBy: string; shownBy: string };
  notice?: { side: string; on: string; lastDay: string; reason: string };
  startToldOn?: string;
  renewalToldFor?: string;
  overOn?: string;
  evaluationFrom?: string;
};
type Row = { id: string; group_id: string; asset_id: string; details: string };
const AT_ONCE = 500;

async function eachBag(db: Knex, work: (db: Knex, row: Row, bag: Bag) => Promise<void>): Promise<void> {
  for (let after = ''; ;) {
    const rows: Row[] = await db('bookings')
      .join('spaces', 'spaces.id', 'bookings.space_id')
      .where('bookings.id', '>', after)
      .whereNot('bookings.details', '{}')
      .orderBy('bookings.id')
      .limit(AT_ONCE)
      .select('bookings.id', 'bookings.group_id', 'spaces.asset_id', 'bookings.details');
    for (const row of rows) await work(db, row, JSON.parse(row.details) as Bag);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** What was to be in order before the first date stands in the agreement's lines: it was kept a second time, and read by nobody. */
async function carryOver(db: Knex, { id, group_id, asset_id }: Row, bag: Bag): Promise<void> {
  await db('bookings')
    .where({ id })
    .update({
      request_id: bag.requestId ?? null,
      booked_at: bag.bookedAt ?? null,
      notice_side: bag.notice?.side ?? null,
      notice_on: bag.notice?.on ?? null,
      notice_last_day: bag.notice?.lastDay ?? null,
      notice_reason: bag.notice?.reason ?? null,
      start_told_on: bag.startToldOn ?? null,
      renewal_told_for: bag.renewalToldFor ?? null,
      over_on: bag.overOn ?? null,
      evaluation_from: bag.evaluationFrom ?? null,
    });
  if (bag.agreement)
    await db('room_agreements').insert({
      booking_id: id,
      lines: JSON.stringify(bag.agreement.lines),
      sha256: bag.agreement.sha256,
      signed_by: bag.agreement.signedBy,
      signed_on: bag.agreement.on,
    });
  if (bag.induction)
    await db('inductions').insert({
      booking_id: id,
      group_id,
      asset_id,
      on_day: bag.induction.on,
      signed_by: bag.induction.signedBy,
      shown_by: bag.induction.shownBy,
    });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => void table.text('details').notNullable().defaultTo('{}'));
  await db.schema.alterTable('bookings', (table) => void table.dropIndex(['request_id']));
  for (const table of ['inductions', 'room_agreements']) await db.schema.dropTableIfExists(table);
  for (const column of COLUMNS) await db.raw('alter table bookings drop column ??', [column]);
}

const COLUMNS = [
  'request_id',
  'booked_at',
  'notice_side',
  'notice_on',
  'notice_last_day',
  'notice_reason',
  'start_told_on',
  'renewal_told_for',
  'over_on',
  'evaluation_from',
];
