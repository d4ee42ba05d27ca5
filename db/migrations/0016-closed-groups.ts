import type { Knex } from 'knex';

/** Groups that their lead has closed. Their names and details are gone; the row stays, because the record points at it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('groups', (table) => {
    table.string('closed_at', 24);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('groups', (table) => {
    table.dropColumn('closed_at');
  });
}
