import type { Knex } from 'knex';

/** What tells of a fact is kept once for each fact, person and kind, so that telling again does no harm. What may come again has no key. */
export async function up(db: Knex): Promise<void> {
  for (const table of ['mails', 'letters'])
    await db.schema.alterTable(table, (columns) => {
      columns.string('once_key', 400);
      columns.unique(['once_key'], { indexName: `${table}_told_once` });
    });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['mails', 'letters']) {
    await db.schema.alterTable(table, (columns) => void columns.dropUnique(['once_key'], `${table}_told_once`));
    await db.raw('alter table ?? drop column once_key', [table]);
  }
}
