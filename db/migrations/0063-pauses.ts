import type { Knex } from 'knex';

/** Times in which the clock of a case stands still. A proposal remembers the one that stands: lists and the clock look for it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('proposal_pauses', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('kind', 20).notNullable();
    table.string('code', 20).notNullable();
    table.text('reason').notNullable();
    table.string('state', 20).notNullable();
    table.string('asked_on', 10).notNullable();
    table.string('asked_as', 30).notNullable();
    // Null once the account is gone; the others too.
    table.string('asked_by', 36);
    table.string('confirmed_by', 36);
    // Null where the clock does not stand still for it.
    table.string('begins', 10);
    table.string('looked_on', 10);
    table.string('until', 10).notNullable();
    table.string('ended_on', 10);
    table.string('ended', 20);
    table.string('ended_by', 36);
    table.text('answer').notNullable();
    table.string('submission', 36).notNullable();
    table.unique(['proposal_id', 'submission']);
    table.index(['kind', 'begins', 'ended_on']);
    table.index(['asked_by']);
  });
  await db.schema.alterTable('proposals', (table) => {
    table.string('paused_by', 20);
    table.string('paused_until', 10);
    table.index(['paused_until', 'id']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index proposals_paused_until_id_index');
  await db.raw('alter table proposals drop column paused_until');
  await db.raw('alter table proposals drop column paused_by');
  await db.schema.dropTableIfExists('proposal_pauses');
}
