import type { Knex } from 'knex';

/** Interests in places, times at which places can be seen, and who has a place in them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('interests', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('number', 20).notNullable().unique();
    table.string('asset_id', 36).notNullable();
    table.string('kind', 10).notNullable();
    table.string('owner_id', 36);
    table.string('person_id', 36);
    table.string('group_id', 36);
    table.text('group_name').notNullable();
    table.text('idea').notNullable();
    table.string('state', 20).notNullable();
    table.string('state_on', 10).notNullable();
    table.string('counted_from', 10).notNullable();
    table.string('due_on', 10);
    table.string('received_on', 10).notNullable();
    table.text('facts').notNullable();
    table.text('costs').notNullable();
    table.text('hazards').notNullable();
    table.boolean('by_register').notNullable();
    table.string('declined', 20);
    table.text('outcome').notNullable();
    table.text('note').notNullable();
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.string('ended_on', 10);
    table.string('forgotten_on', 10);
    // A person has one interest open in a place.
    table.string('open_key', 80).unique();
    table.index(['due_on', 'id']);
    table.index(['area_id', 'due_on']);
    table.index(['ended_on', 'forgotten_on']);
    table.index(['asset_id', 'due_on']);
    table.index(['owner_id', 'due_on']);
    table.index(['person_id', 'created_at']);
    table.index(['group_id', 'due_on']);
  });
  await db.schema.createTable('viewings', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('asset_id', 36).notNullable();
    table.string('day', 10).notNullable();
    table.string('begins', 5).notNullable();
    table.string('ends', 5).notNullable();
    table.integer('places').notNullable();
    table.text('meeting').notNullable();
    table.text('key_note').notNullable();
    table.string('state', 10).notNullable();
    table.text('reason').notNullable();
    table.integer('version').notNullable();
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.unique(['asset_id', 'submission']);
    table.index(['asset_id', 'day']);
    table.index(['day']);
  });
  await db.schema.createTable('viewing_places', (table) => {
    table.string('id', 36).primary();
    table.string('viewing_id', 36).notNullable().references('viewings.id');
    table.string('interest_id', 36).notNullable().references('interests.id');
    table.integer('people').notNullable();
    table.string('state', 12).notNullable();
    table.boolean('came');
    table.string('taken_at', 40).notNullable();
    table.index(['viewing_id']);
    table.index(['interest_id']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['viewing_places', 'viewings', 'interests']) await db.schema.dropTable(table);
}
