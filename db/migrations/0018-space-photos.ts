import type { Knex } from 'knex';

/** Photos that a room or space has of its own, beside those of its building. The files lie with those of places. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('space_photos', (table) => {
    table.string('id', 36).primary();
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.integer('position').notNullable();
    table.text('alt').notNullable();
    table.string('credit');
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    // The form it came with, so that one that is sent twice adds one photo.
    table.string('submission', 36).notNullable();
    table.unique(['space_id', 'submission']);
    table.index(['space_id', 'position']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('space_photos');
}
