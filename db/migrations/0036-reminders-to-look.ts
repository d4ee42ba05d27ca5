import type { Knex } from 'knex';

/** The day on which a paper or a passport is looked at next for a reminder that it ends: empty text is at once, null never. */
export async function up(db: Knex): Promise<void> {
  for (const name of ['group_documents', 'benefit_tests'])
    await db.schema.alterTable(name, (table) => {
      table.string('look_on', 10);
      table.index(['look_on', 'id']);
    });
  await db('group_documents').whereNotNull('expires_on').whereNull('superseded_at').update({ look_on: '' });
  await db('benefit_tests').whereNotNull('valid_until').update({ look_on: '' });
}

export async function down(db: Knex): Promise<void> {
  for (const name of ['group_documents', 'benefit_tests']) {
    await db.schema.alterTable(name, (table) => void table.dropIndex(['look_on', 'id']));
    await db.raw('alter table ?? drop column look_on', [name]);
  }
}
