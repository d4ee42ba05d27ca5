import type { Knex } from 'knex';

/** Limits that areas adopt for cases; questions whose a place is, what was looked up for them, and who follows them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('case_terms', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('from_day', 10).notNullable();
    table.string('minute_ref', 200).notNullable();
    table.text('terms').notNullable();
    table.string('recorded_by', 36).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.index(['area_id', 'from_day', 'id']);
  });
  // A place that was found to be another owner’s: whose list had it, and under which reference, so that it is not added again.
  await db.schema.alterTable('assets', (table) => {
    table.string('listed_owner_id', 36);
    table.string('listed_as', 100);
    table.index(['listed_owner_id', 'listed_as']);
  });
  await createEnquiries(db);
  await db.schema.createTable('enquiry_sources', (table) => {
    table.string('id', 36).primary();
    table.string('enquiry_id', 36).notNullable().references('enquiries.id');
    table.string('source', 30).notNullable();
    table.string('outcome', 20).notNullable();
    table.text('words').notNullable();
    table.string('owner_id', 36).references('owners.id');
    // The owner has shown that it is not theirs: it counts for nothing any more.
    table.boolean('disproved').notNullable().defaultTo(false);
    table.string('checked_on', 10).notNullable();
    table.string('checked_by', 36).notNullable();
    table.string('noted_at', 24).notNullable();
    table.string('submission', 36).notNullable();
    table.unique(['enquiry_id', 'submission']);
  });
  await db.schema.createTable('enquiry_followers', (table) => {
    table.string('enquiry_id', 36).notNullable().references('enquiries.id');
    table.string('person_id', 36).notNullable().references('people.id');
    table.string('since', 24).notNullable();
    table.primary(['enquiry_id', 'person_id']);
    table.index(['person_id']);
  });
  await db.schema.createTable('enquiry_photos', (table) => {
    table.string('id', 36).primary();
    table.string('enquiry_id', 36).notNullable().references('enquiries.id');
    table.text('alt').notNullable();
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    table.string('submission', 36).notNullable();
    table.string('added_at', 24).notNullable();
    table.unique(['enquiry_id', 'submission']);
  });
}

async function createEnquiries(db: Knex): Promise<void> {
  await db.schema.createTable('enquiries', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('number', 12).notNullable();
    table.string('asset_id', 36).references('assets.id');
    table.double('lon');
    table.double('lat');
    table.string('precision', 20).notNullable();
    table.text('ward');
    table.string('kind', 20).notNullable();
    table.text('place').notNullable();
    table.string('postcode', 10);
    table.text('idea').notNullable();
    table.string('state', 20).notNullable();
    table.string('state_on', 10).notNullable();
    // The day from which its limit is counted.
    table.string('counted_from', 10).notNullable();
    // The last day of the state; null once it is over. What the clock looks for.
    table.string('due_on', 10);
    table.integer('looks').notNullable();
    // Null once the account is gone, or its time is over.
    table.string('asker_id', 36).references('people.id');
    table.string('group_id', 36).references('groups.id');
    table.text('group_name').notNullable();
    table.string('channel', 20).notNullable();
    table.string('received_on', 10).notNullable();
    table.string('entered_by', 36);
    table.string('read_back', 20);
    table.string('submission', 36).notNullable();
    table.string('asked_at', 24).notNullable();
    // Null where nobody did, and the clock had to.
    table.string('acknowledged_by', 36);
    table.string('officer_id', 36);
    table.integer('hand_offs').notNullable();
    table.string('owner_id', 36).references('owners.id');
    table.string('outside_kind', 20);
    // May name a person: for officers alone.
    table.text('outside_owner');
    table.text('outcome').notNullable();
    table.string('ended_on', 10);
    table.text('consent').notNullable();
    // One open question a place; null once it is over.
    table.string('open_key', 80).unique();
    table.unique(['asker_id', 'submission']);
    table.index(['due_on', 'id']);
    table.index(['area_id', 'state', 'due_on']);
    table.index(['asset_id', 'asked_at']);
    table.index(['group_id']);
    table.index(['ended_on']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['enquiry_photos', 'enquiry_followers', 'enquiry_sources', 'enquiries', 'case_terms'])
    await db.schema.dropTableIfExists(table);
  await db.schema.alterTable('assets', (table) => {
    table.dropIndex(['listed_owner_id', 'listed_as']);
    table.dropColumn('listed_owner_id');
    table.dropColumn('listed_as');
  });
}
