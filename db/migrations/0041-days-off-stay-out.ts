import type { Knex } from 'knex';

/** "Not on bank holidays" stays with a booking, so that every later change keeps to it; so far only the request knew. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.boolean('skips_days_off').notNullable().defaultTo(false);
  });
  for (let after = ''; ;) {
    const rows: Row[] = await db('bookings')
      .join('room_requests', 'room_requests.id', 'bookings.request_id')
      .where('bookings.id', '>', after)
      .orderBy('bookings.id')
      .limit(AT_ONCE)
      .select('bookings.id', 'room_requests.wish');
    const leaving = rows.filter(({ wish }) => (JSON.parse(wish) as Wish).skipsDaysOff === true).map(({ id }) => id);
    if (leaving.length > 0) await db('bookings').whereIn('id', leaving).update({ skips_days_off: true });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

type Row = { id: string; wish: string };
type Wish = { skipsDaysOff?: boolean };
const AT_ONCE = 500;

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table bookings drop column skips_days_off');
}
