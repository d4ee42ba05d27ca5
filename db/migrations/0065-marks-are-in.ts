import type { Knex } from 'knex';

/** Whether both sheets of a proposal that is being scored are in, so that lists know whose turn it is without asking its test. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => void table.string('marks', 10));
  for (const [state, marks] of [
    ['settling', 'differ'],
    ['deciding', 'stand'],
  ])
    await db('proposals')
      .whereIn('state', ['assessing', 'reserve', 'panel', 'assessing_again'])
      .whereIn('test_id', db('benefit_tests').where({ state }).select('id'))
      .update({ marks });
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table proposals drop column marks');
}
