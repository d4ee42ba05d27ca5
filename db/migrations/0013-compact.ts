import type { Knex } from 'knex';

/** Which owners have joined the compact, by which decision, and the days and amounts that an area has adopted for rooms. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('compact_adoptions', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('owner_id', 36).notNullable().references('owners.id');
    table.string('minute_ref', 200).notNullable();
    // The officer to whom the owner's decision gives the power to sign what is granted by default.
    table.string('officer', 200).notNullable();
    table.string('from_day', 10).notNullable();
    table.string('until_day', 10);
    table.string('recorded_by', 36).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.index(['owner_id', 'from_day']);
    table.index(['area_id']);
  });
  // Every set of terms that an area has had; the newest that has begun is in force.
  await db.schema.createTable('room_terms', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('from_day', 10).notNullable();
    table.string('minute_ref', 200).notNullable();
    table.text('terms').notNullable();
    table.string('recorded_by', 36).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.index(['area_id', 'from_day', 'id']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['room_terms', 'compact_adoptions']) await db.schema.dropTableIfExists(table);
}
