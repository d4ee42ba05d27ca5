import type { Knex } from 'knex';

/** What those who run a building keep: how to get in, and calls to groups who did not come. */
export async function up(db: Knex): Promise<void> {
  // Keys and alarms. Private to those who open the building; in no mail, feed or export.
  await db.schema.createTable('arrival_notes', (table) => {
    table.string('id', 36).primary();
    table.string('asset_id', 36).notNullable().references('assets.id');
    // Empty for the whole building.
    table.string('space_id', 36).references('spaces.id');
    table.text('note').notNullable();
    table.string('changed_by', 36).notNullable();
    table.string('changed_at', 24).notNullable();
    table.index(['asset_id']);
    table.index(['space_id']);
  });
  await db.schema.createTable('no_show_calls', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.integer('missed').notNullable();
    table.text('note').notNullable();
    table.string('called_by', 36).notNullable();
    table.string('called_at', 24).notNullable();
    table.string('submission', 36).notNullable();
    table.unique(['called_by', 'submission']);
    table.index(['area_id', 'group_id', 'called_at']);
  });
  // Few dates among very many: the desk looks for them on every visit.
  await db.raw(`create index occurrences_no_show on occurrences (booking_id) where state = 'no_show'`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index if exists occurrences_no_show');
  for (const table of ['no_show_calls', 'arrival_notes']) await db.schema.dropTableIfExists(table);
}
