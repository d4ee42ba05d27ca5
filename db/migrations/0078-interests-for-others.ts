import type { Knex } from 'knex';

/** How an interest came: by whoever is interested, or through the officer who typed it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('interests', (table) => {
    table.string('channel', 12).notNullable().defaultTo('online');
    table.string('entered_by', 36);
    table.string('read_back', 12);
    table.index(['submission']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('interests', (table) => table.dropIndex(['submission']));
  for (const column of ['read_back', 'entered_by', 'channel'])
    await db.raw(`alter table interests drop column ${column}`);
}
