import type { Knex } from 'knex';

/** Long lists of rooms come in beside the site: which run is at work on one, and what went wrong. Their lines lie in files. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('room_imports', (table) => {
    table.string('run', 36);
    table.text('problem');
  });
  // Lists under way were kept whole in this table, and reports said every room: uploading such a list again costs less than reading both.
  await db('room_imports').whereNot({ state: 'applied' }).delete();
  await db('room_imports').update({ report: null });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('room_imports', (table) => {
    table.dropColumns('run', 'problem');
  });
}
