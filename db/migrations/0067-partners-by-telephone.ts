import type { Knex } from 'knex';

/** A group may say yes to an officer: how, on which day, who typed it, and how it was checked. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposal_partners', (table) => {
    table.string('channel', 20).notNullable().defaultTo('online');
    table.string('received_on', 10);
    table.string('entered_by', 36);
    table.string('read_back', 20);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const column of ['read_back', 'entered_by', 'received_on', 'channel'])
    await db.raw(`alter table proposal_partners drop column ${column}`);
}
