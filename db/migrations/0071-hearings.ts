import type { Knex } from 'knex';

/** Public hearings about proposals, and the other ways to be heard that are offered beside them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('hearings', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('state', 20).notNullable();
    table.string('day', 10).notNullable();
    table.string('begins', 5).notNullable();
    table.text('venue').notNullable();
    table.text('access').notNullable();
    table.text('online').notNullable();
    table.boolean('committee').notNullable();
    table.string('called_on', 10).notNullable();
    table.string('policy_latest', 10).notNullable();
    table.string('statute_latest', 10);
    table.string('limit_on', 10).notNullable();
    table.string('adjourned_from', 10);
    table.text('reason').notNullable();
    table.integer('in_room');
    table.integer('online_count');
    table.integer('spoke_for');
    table.integer('spoke_against');
    table.text('interests').notNullable();
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.string('changed_at', 40).notNullable();
    table.unique(['proposal_id', 'submission']);
  });
  await db.schema.createTable('hearing_ways', (table) => {
    table.string('hearing_id', 36).notNullable().references('hearings.id');
    table.string('kind', 20).notNullable();
    table.text('words').notNullable();
    table.text('came').notNullable();
    table.primary(['hearing_id', 'kind']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('hearing_ways');
  await db.schema.dropTable('hearings');
}
