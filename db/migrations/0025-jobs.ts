import type { Knex } from 'knex';

/** When each of the jobs that are done again and again last ended well, and when it last failed: for whoever runs the installation. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('jobs', (table) => {
    table.text('name').primary();
    // Instants of the real clock, ISO 8601 in UTC, whatever day the installation plays.
    table.text('done_at');
    table.text('failed_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('jobs');
}
