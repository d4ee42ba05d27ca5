import type { Knex } from 'knex';

/** Bookings whose dates a group had on trial, while its test was being scored. Those there are were none. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.boolean('trial').notNullable().defaultTo(false);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.dropColumn('trial');
  });
}
