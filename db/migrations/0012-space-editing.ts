import type { Knex } from 'knex';

/** Spaces that are no longer let, forms that were sent twice, what a list of rooms said last, and lists of rooms under way. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('spaces', (table) => {
    table.string('retired_on', 10);
    table.string('submission', 36);
    table.unique(['asset_id', 'submission']);
  });
  // What the owner's list last said of a space: only what it says anew changes the space, so that corrections by hand stay.
  await db.schema.createTable('space_imports', (table) => {
    table.string('space_id', 36).primary().references('spaces.id');
    table.text('said').notNullable();
  });
  await db.schema.createTable('room_imports', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('owner_id', 36).references('owners.id');
    table.string('owner_name', 200).notNullable();
    table.string('person_id', 36).notNullable();
    table.string('file_name', 200).notNullable();
    // The file itself, until it has been applied or thrown away.
    table.text('content');
    table.text('options').notNullable();
    table.string('state', 12).notNullable();
    table.text('report');
    table.string('changed_at', 24).notNullable();
    table.index(['area_id', 'changed_at']);
    table.index(['changed_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('room_imports');
  await db.schema.dropTableIfExists('space_imports');
  await db.schema.alterTable('spaces', (table) => {
    table.dropUnique(['asset_id', 'submission']);
    table.dropColumns('retired_on', 'submission');
  });
}
