import type { Knex } from 'knex';

/** When a place on a waiting list is looked at next, so that nobody has to look at all of them all the time. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('waiting_places', (table) => {
    // An instant; empty text is at once, null never.
    table.string('look_at', 24);
    table.index(['look_at', 'space_id']);
    table.index(['request_id']);
  });
  await db('waiting_places').whereIn('state', ['waiting', 'offered']).update({ look_at: '' });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('waiting_places', (table) => {
    table.dropIndex(['look_at', 'space_id']);
    table.dropIndex(['request_id']);
  });
  await db.raw('alter table waiting_places drop column look_at');
}
