import type { Knex } from 'knex';

/** Applied imports with their reports, and what was decided for each list of an owner. Needs the table `owners`. */
export async function createImportTables(schema: Knex.SchemaBuilder): Promise<void> {
  await schema
    .createTable('imports', (table) => {
      table.string('id', 36).primary();
      table.string('owner_id', 36).notNullable().references('owners.id');
      table.string('list', 30).notNullable();
      table.string('file_name', 500).notNullable();
      table.string('file_sha256', 64).notNullable();
      table.bigInteger('file_bytes').notNullable();
      table.string('format', 20).notNullable();
      table.string('started_at', 24).notNullable();
      table.string('finished_at', 24).notNullable();
      table.text('counts').notNullable();
      table.text('report').notNullable();
      table.index(['owner_id', 'started_at']);
    })
    .createTable('import_mappings', (table) => {
      table.string('owner_id', 36).notNullable().references('owners.id');
      table.string('list', 30).notNullable();
      table.text('decisions').notNullable();
      table.string('changed_at', 24).notNullable();
      table.primary(['owner_id', 'list']);
    });
}

export async function dropImportTables(schema: Knex.SchemaBuilder): Promise<void> {
  await schema.dropTableIfExists('import_mappings').dropTableIfExists('imports');
}
