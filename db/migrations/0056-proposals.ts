import type { Knex } from 'knex';

/** Groups’ requests for meanwhile use of places, and photos of their signs. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('proposals', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('number', 12).notNullable();
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('owner_id', 36).references('owners.id');
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('enquiry_id', 36).references('enquiries.id');
    table.string('state', 20).notNullable();
    table.string('state_on', 10).notNullable();
    // The last day of the state; null once it is over. What the clock looks for.
    table.string('due_on', 10);
    table.text('use').notNullable();
    table.string('starts', 10);
    table.string('ends', 10);
    // Null once the account is gone.
    table.string('begun_by', 36).references('people.id');
    table.string('channel', 20).notNullable();
    table.string('received_on', 10);
    table.string('entered_by', 36);
    table.string('on_behalf_of', 36).references('people.id');
    table.string('read_back', 20);
    table.text('missing').notNullable();
    table.string('complete_on', 10);
    table.boolean('deemed_complete').notNullable();
    table.string('comments_until', 10);
    table.string('outcome', 10);
    table.string('result_on', 10);
    table.boolean('provisional').notNullable();
    table.boolean('improved').notNullable();
    table.integer('extension_days').notNullable();
    table.text('extension_reason').notNullable();
    // How the yes came about.
    table.string('grant_kind', 20);
    table.string('decided_on', 10);
    table.string('granted_from', 10);
    table.string('granted_until', 10);
    table.text('reasons').notNullable();
    table.string('ended_on', 10);
    table.string('officer_id', 36);
    table.integer('hand_offs').notNullable();
    table.string('submission', 36);
    table.string('created_at', 24).notNullable();
    table.string('changed_at', 24).notNullable();
    // One open proposal a place, and one draft of a group for it; null for what is over.
    table.string('open_key', 36).unique();
    table.string('draft_key', 80).unique();
    table.index(['due_on', 'id']);
    table.index(['area_id', 'state', 'due_on']);
    table.index(['asset_id', 'state']);
    table.index(['group_id', 'state']);
    table.index(['owner_id', 'state']);
    table.index(['enquiry_id']);
    table.index(['test_id']);
    table.index(['area_id', 'ended_on']);
    table.index(['begun_by']);
    table.index(['on_behalf_of']);
  });
  await db.schema.createTable('proposal_photos', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.text('alt').notNullable();
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    table.string('taken_on', 10).notNullable();
    table.string('submission', 36).notNullable();
    table.string('added_at', 24).notNullable();
    table.unique(['proposal_id', 'submission']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('proposal_photos');
  await db.schema.dropTableIfExists('proposals');
}
