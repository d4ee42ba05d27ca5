import type { Knex } from 'knex';

/** A proposal may be for a building: its path, its hearing, and whether silence grants it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => {
    table.string('path', 10).notNullable().defaultTo('land');
    table.string('hearing', 10).notNullable().defaultTo('none');
    table.string('hearing_on', 10);
    table.string('assessed_on', 10);
    table.boolean('silence_grants').notNullable().defaultTo(true);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const column of ['silence_grants', 'assessed_on', 'hearing_on', 'hearing', 'path'])
    await db.raw(`alter table proposals drop column ${column}`);
}
