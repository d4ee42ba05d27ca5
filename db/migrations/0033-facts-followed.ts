import type { Knex } from 'knex';

/** How far each job that goes by what happens has read the record. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('facts_followed', (table) => {
    table.string('name', 60).primary();
    table.bigInteger('seq').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('facts_followed');
}
