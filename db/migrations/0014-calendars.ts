import type { Knex } from 'knex';

/** Secret addresses under which calendar programs read somebody's dates, and files that go with a mail. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('calendar_links', (table) => {
    table.string('id', 36).primary();
    table.string('person_id', 36).notNullable().references('people.id').index();
    table.string('kind', 12).notNullable();
    // The group, building or space; empty for all that somebody looks after.
    table.string('thing_id', 36);
    table.string('token_hash', 64).notNullable().unique();
    table.string('created_at', 24).notNullable();
    table.string('read_at', 24);
    table.string('ended_at', 24);
  });
  // A calendar file as text: small, and sent along with the mail.
  await db.schema.alterTable('mails', (table) => void table.text('calendar'));
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('calendar_links');
  await db.schema.alterTable('mails', (table) => void table.dropColumn('calendar'));
}
