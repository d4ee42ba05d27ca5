import type { Knex } from 'knex';

/** The proposal that holds a place, and what the place was before. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('assets', (table) => void table.string('held_by', 12));
  await db.schema.alterTable('proposals', (table) => void table.string('place_was', 20));
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table proposals drop column place_was');
  await db.raw('alter table assets drop column held_by');
}
