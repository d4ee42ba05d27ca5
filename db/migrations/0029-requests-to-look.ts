import type { Knex } from 'knex';

/** The day on which the clock looks at a request next, as bookings have it: empty text is at once, null never. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('room_requests', (table) => {
    table.string('look_on', 10);
    table.index(['look_on', 'area_id']);
  });
  await db('room_requests').whereIn('state', OPEN).update({ look_on: '' });
}

const OPEN = ['incomplete', 'asked', 'chasing', 'with_broker', 'offered', 'default_offered', 'deposit_due'];

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('room_requests', (table) => void table.dropIndex(['look_on', 'area_id']));
  await db.raw('alter table room_requests drop column look_on');
}
