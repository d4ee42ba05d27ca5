import type { Knex } from 'knex';

/** Groups that ask for a place together with the one that leads: asked by a link in a mail, each says yes for itself. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('proposal_partners', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    // Personal: whom the link was sent to, until there is an answer.
    table.string('email', 200);
    table.string('key_hash', 64).notNullable().unique();
    table.string('state', 10).notNullable();
    // The group that said yes or no; null until then.
    table.string('group_id', 36).references('groups.id');
    table.string('asked_by', 36);
    table.string('asked_at', 24).notNullable();
    table.string('answered_by', 36);
    table.string('answered_at', 24);
    table.string('submission', 36).notNullable();
    table.unique(['proposal_id', 'submission']);
    table.unique(['proposal_id', 'group_id']);
    table.index(['group_id', 'state']);
    table.index(['email']);
    table.index(['asked_by']);
    table.index(['answered_by']);
    table.index(['state', 'asked_at']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('proposal_partners');
}
