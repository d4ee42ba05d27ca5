import type { Knex } from 'knex';

/** What an answer to comments said before it was put right. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('comment_answer_versions', (table) => {
    table.string('answer_id', 36).notNullable().references('comment_answers.id');
    table.integer('nth').notNullable();
    table.string('outcome', 20).notNullable();
    table.text('words').notNullable();
    table.string('given_by', 36);
    // The day on which it was put right.
    table.string('until', 10).notNullable();
    table.primary(['answer_id', 'nth']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('comment_answer_versions');
}
