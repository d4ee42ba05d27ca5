import type { Knex } from 'knex';

/** Scores, gates and results. */
export async function createScoring(db: Knex): Promise<void> {
  await db.schema.createTable('assessments', (table) => {
    table.string('id', 36).primary();
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('scorer_id', 36).notNullable().references('people.id');
    // First or second; empty for somebody who declared an interest and has not scored.
    table.integer('place');
    table.text('interest');
    table.text('scores').notNullable();
    table.string('submission', 36).notNullable();
    table.string('submitted_at', 24).notNullable();
    table.unique(['test_id', 'scorer_id']);
    table.unique(['test_id', 'place']);
    table.index(['scorer_id']);
    table.check('place in (1, 2) or place is null');
    table.check('(place is null) = (interest is not null)');
  });
  await db.schema.createTable('score_drafts', (table) => {
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('scorer_id', 36).notNullable().references('people.id');
    table.text('content').notNullable();
    table.string('changed_at', 24).notNullable();
    table.primary(['test_id', 'scorer_id']);
  });
  await db.schema.createTable('moderations', (table) => {
    table.string('id', 36).primary();
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('criterion', 12).notNullable();
    table.string('from_marks', 20).notNullable();
    table.integer('mark').notNullable();
    table.text('reason').notNullable();
    table.string('by', 36).notNullable().references('people.id');
    table.string('kind', 10).notNullable();
    table.string('at', 24).notNullable();
    table.index(['test_id']);
  });
  // A question is settled once.
  await db.raw(`create unique index moderations_once on moderations (test_id, criterion) where kind <> 'proposed'`);
  await db.schema.createTable('gate_answers', (table) => {
    table.string('id', 36).primary();
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('gate', 4).notNullable();
    table.string('answer', 12).notNullable();
    table.text('note');
    table.string('by', 36).notNullable().references('people.id');
    table.string('at', 24).notNullable();
    table.index(['test_id', 'id']);
  });
}
