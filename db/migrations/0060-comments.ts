import type { Knex } from 'knex';

/** What everybody says of a proposal, what came of it, and who follows it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('comment_answers', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('outcome', 20).notNullable();
    table.text('words').notNullable();
    table.string('given_on', 10).notNullable();
    // Null where it follows from the end of the case.
    table.string('given_by', 36);
    table.string('submission', 36).notNullable();
    table.unique(['proposal_id', 'submission']);
  });
  await db.schema.createTable('comments', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('stance', 10).notNullable();
    table.string('state', 12).notNullable();
    table.text('original').notNullable();
    table.text('shown').notNullable();
    // Personal: it goes when its time is over.
    table.string('name', 100).notNullable();
    table.string('address', 300).notNullable();
    table.string('email', 200);
    table.string('person_id', 36).references('people.id');
    table.string('key_hash', 64).notNullable().unique();
    table.string('channel', 20).notNullable();
    table.string('received_on', 10).notNullable();
    table.string('entered_by', 36);
    table.string('read_back', 20);
    table.boolean('late').notNullable();
    table.string('cut_because', 500).notNullable();
    table.string('rejected_for', 20);
    table.string('rejected_because', 500).notNullable();
    table.string('again_by', 10);
    table.string('looked_at', 24);
    table.text('reply').notNullable();
    table.string('replied_on', 10);
    table.string('answer_id', 36).references('comment_answers.id');
    table.string('submission', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.unique(['proposal_id', 'submission']);
    table.index(['proposal_id', 'state', 'id']);
    table.index(['area_id', 'state', 'looked_at']);
    table.index(['area_id', 'state', 'answer_id']);
    table.index(['person_id']);
    table.index(['email']);
    table.index(['answer_id']);
    table.index(['state', 'created_at']);
  });
  await db.schema.createTable('comment_versions', (table) => {
    table.string('id', 36).primary();
    table.string('comment_id', 36).notNullable().references('comments.id').onDelete('CASCADE');
    table.text('original').notNullable();
    table.string('rejected_for', 20).notNullable();
    table.string('until', 24).notNullable();
    table.index(['comment_id']);
  });
  await db.schema.createTable('proposal_followers', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('email', 200).notNullable();
    table.string('person_id', 36).references('people.id');
    table.string('key_hash', 64).notNullable().unique();
    table.string('since', 24).notNullable();
    // Null until whoever has the address has pressed the button.
    table.string('confirmed_at', 24);
    // Since when there is something to tell; null where there is nothing.
    table.string('news_at', 24);
    table.string('told_at', 24);
    table.unique(['proposal_id', 'email']);
    table.index(['news_at']);
    table.index(['email']);
    table.index(['person_id']);
    table.index(['confirmed_at', 'since']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['proposal_followers', 'comment_versions', 'comments', 'comment_answers'])
    await db.schema.dropTableIfExists(table);
}
