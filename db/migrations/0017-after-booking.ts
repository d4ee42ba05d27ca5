import type { Knex } from 'knex';

/** What comes after a room is booked: dates offered in place of others, deposits given back, how it went, and waiting lists. */
export async function up(db: Knex): Promise<void> {
  // A date that an owner offers for one it takes back. Its time is held by a claim whose holder is this row.
  await db.schema.createTable('date_offers', (table) => {
    table.string('id', 36).primary();
    table.string('booking_id', 36).notNullable().references('bookings.id').index();
    table.string('occurrence_id', 36).notNullable().references('occurrences.id').index();
    table.string('state', 10).notNullable();
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.string('date', 10).notNullable();
    table.string('from_time', 5).notNullable();
    table.string('to_time', 5).notNullable();
    table.integer('starts').notNullable();
    table.integer('ends').notNullable();
    table.boolean('staffed').notNullable();
    // How the booking stood before the date was taken back.
    table.string('state_before', 20).notNullable();
    // The minute from which nothing is held any more.
    table.integer('until').notNullable();
    table.string('created_at', 24).notNullable();
    table.index(['state', 'until']);
  });
  await createDeposits(db);
  await createEvaluations(db);
  await createWaiting(db);
}

async function createDeposits(db: Knex): Promise<void> {
  await db.schema.createTable('deposit_deductions', (table) => {
    table.string('id', 36).primary();
    table.string('booking_id', 36).notNullable().references('bookings.id').index();
    table.text('words').notNullable();
    table.integer('pence').notNullable();
    table.boolean('has_photo').notNullable();
    // The entry of the ledger, once the deposit was given back without it.
    table.string('entry_id', 36).references('booking_ledger.id');
    // Given back after the group disputed it.
    table.boolean('dropped').notNullable().defaultTo(false);
    table.string('submission', 36).notNullable();
    table.string('created_by', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.unique(['created_by', 'submission']);
    table.check('pence > 0');
  });
  await db.schema.createTable('deposit_returns', (table) => {
    table.string('booking_id', 36).primary().references('bookings.id');
    table.string('due_on', 10).notNullable();
    table.string('returned_on', 10).notNullable();
    table.integer('returned_pence').notNullable();
    table.integer('deducted_pence').notNullable();
    table.string('challenge_until', 10).notNullable();
    table.string('challenged_on', 10);
    table.text('challenge');
    table.string('answer_due_on', 10);
    table.string('answered_on', 10);
    table.text('answer');
  });
}

async function createEvaluations(db: Knex): Promise<void> {
  await db.schema.createTable('booking_evaluations', (table) => {
    table.string('booking_id', 36).primary().references('bookings.id');
    table.string('area_id', 36).notNullable().references('areas.id').index();
    table.string('suited', 8).notNullable();
    table.string('people', 10).notNullable();
    table.text('better').notNullable();
    table.string('answered_on', 10).notNullable();
    table.string('channel', 12).notNullable();
  });
}

async function createWaiting(db: Knex): Promise<void> {
  await db.schema.createTable('waiting_places', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('state', 10).notNullable();
    table.text('wish').notNullable();
    table.string('first_on', 10).notNullable();
    table.string('last_on', 10).notNullable();
    table.string('joined_at', 24).notNullable();
    table.string('created_by', 36).notNullable();
    table.string('channel', 12).notNullable();
    table.string('received_on', 10).notNullable();
    table.string('read_back', 12);
    // The request that an offer became, and the minute until which it holds the dates.
    table.string('request_id', 36).references('room_requests.id');
    table.integer('offer_until');
    table.string('submission', 36).notNullable();
    table.unique(['created_by', 'submission']);
    table.index(['state', 'space_id', 'joined_at']);
    table.index(['group_id', 'state']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['waiting_places', 'booking_evaluations', 'deposit_returns', 'deposit_deductions', 'date_offers'])
    await db.schema.dropTableIfExists(table);
}
