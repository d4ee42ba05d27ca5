import type { Knex } from 'knex';

const OF_SUBJECT = ['subject_kind', 'subject_id', 'id'];
const OPENED = ['open_to', 'state', 'received_on'];

/** Benefit tests of cases: who may score one, and one under way for each case. Those there are stay with the scorers of their area. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('benefit_tests', (table) => {
    table.string('open_to', 10).notNullable().defaultTo('scorers');
    // The answers of a draft were sent with their case: they stand, and wait to be handed in.
    table.boolean('answers_stand').notNullable().defaultTo(false);
    table.index(OF_SUBJECT);
    table.index(OPENED);
  });
  await db.raw(
    `create unique index benefit_tests_one_case on benefit_tests (subject_kind, subject_id) where subject_id is not null and state in ('draft', 'scoring', 'settling', 'deciding')`,
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index benefit_tests_one_case');
  await db.schema.alterTable('benefit_tests', (table) => {
    table.dropIndex(OF_SUBJECT);
    table.dropIndex(OPENED);
  });
  for (const column of ['open_to', 'answers_stand']) await db.raw('alter table benefit_tests drop column ??', [column]);
}
