import type { Knex } from 'knex';

/** Several may ask for one place now: what kept a second one away goes. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => void table.dropUnique(['open_key']));
  await db.raw('alter table proposals drop column open_key');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => void table.string('open_key', 36).unique());
}
