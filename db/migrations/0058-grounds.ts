import type { Knex } from 'knex';

/** Grounds that owners have shown for saying no to a proposal. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('proposal_grounds', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('ground', 2).notNullable();
    table.text('statement').notNullable();
    table.text('evidence').notNullable();
    table.string('author', 200).notNullable();
    table.string('dated', 10).notNullable();
    table.string('shorter_from', 10);
    table.string('shorter_until', 10);
    table.string('state', 20).notNullable();
    table.string('filed_by', 36).notNullable();
    table.string('filed_on', 10).notNullable();
    table.string('decided_by', 36);
    table.string('decided_on', 10);
    table.text('why').notNullable();
    table.string('submission', 36).notNullable();
    table.unique(['proposal_id', 'submission']);
    table.index(['proposal_id', 'state']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('proposal_grounds');
}
