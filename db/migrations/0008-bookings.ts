import type { Knex } from 'knex';

/** Bookings, each date of them, and closures. The holds on time are rows of `claims`, whose holder is a date or a closure. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('bookings', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('state', 20).notNullable();
    table.string('audience', 12).notNullable();
    table.text('purpose').notNullable();
    table.string('public_label', 250).notNullable();
    table.text('recurrence').notNullable();
    table.string('from_time', 5).notNullable();
    table.string('to_time', 5).notNullable();
    table.string('zone', 60).notNullable();
    table.integer('people').notNullable();
    table.string('layout', 20);
    // The price lists as they were at booking, and what they come to; the terms of the area on that day; what casework adds.
    table.text('price').notNullable();
    table.text('terms').notNullable();
    table.text('details').notNullable().defaultTo('{}');
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10).notNullable();
    // The minute from which the dates are no longer held for a request; empty where they are booked or given up.
    table.integer('hold_until');
    table.string('submission', 36).notNullable();
    table.string('created_by', 36).notNullable();
    table.string('channel', 12).notNullable();
    table.string('received_on', 10).notNullable();
    table.string('read_back', 12);
    table.string('created_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['created_by', 'submission']);
    table.index(['group_id', 'ends_on']);
    table.index(['space_id', 'ends_on']);
    table.index(['area_id', 'state', 'ends_on']);
    table.index(['state', 'hold_until']);
  });
  await createOccurrences(db);
  await createClosures(db);
}

async function createOccurrences(db: Knex): Promise<void> {
  await db.schema.createTable('occurrences', (table) => {
    table.string('id', 36).primary();
    table.string('booking_id', 36).notNullable().references('bookings.id');
    // The day that the rule gives: what happens to this date is kept by it, also when the date itself is moved.
    table.string('original_date', 10).notNullable();
    table.string('date', 10).notNullable();
    table.string('from_time', 5).notNullable();
    table.string('to_time', 5).notNullable();
    // Real time without the minutes kept free around it.
    table.integer('starts').notNullable();
    table.integer('ends').notNullable();
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.string('state', 20).notNullable();
    // Why this date is not as the rule says: `moved` or `added`.
    table.string('exception', 8);
    table.boolean('staffed').notNullable();
    // Cancelled too late to be free.
    table.boolean('charged').notNullable().defaultTo(false);
    table.boolean('clock_moved').notNullable().defaultTo(false);
    table.text('note');
    // The end that is paid for, where the end of the evening was given back too late to be free.
    table.string('paid_to', 5);
    table.string('changed_at', 24).notNullable();
    table.unique(['booking_id', 'original_date']);
    table.index(['space_id', 'starts']);
    table.index(['date']);
  });
}

async function createClosures(db: Knex): Promise<void> {
  await db.schema.createTable('closures', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('asset_id', 36).notNullable().references('assets.id');
    // Empty for the whole building.
    table.string('space_id', 36).references('spaces.id');
    table.string('reason', 20).notNullable();
    table.string('public_text', 300);
    table.integer('starts').notNullable();
    table.integer('ends').notNullable();
    table.string('submission', 36).notNullable();
    table.string('created_by', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('removed_at', 24);
    table.unique(['created_by', 'submission']);
    table.index(['asset_id', 'ends']);
    table.index(['space_id', 'ends']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['closures', 'occurrences', 'bookings']) await db.schema.dropTableIfExists(table);
}
