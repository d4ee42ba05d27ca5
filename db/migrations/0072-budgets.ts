import type { Knex } from 'knex';

/** The budget of a proposal for a building, line by line in pence, and how it would be run. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('budget_lines', (table) => {
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('kind', 20).notNullable();
    table.integer('pence').notNullable();
    table.string('payer', 10).notNullable();
    table.string('basis', 10).notNullable();
    table.text('label').notNullable();
    table.primary(['proposal_id', 'kind']);
  });
  await db.schema.createTable('building_plans', (table) => {
    table.string('proposal_id', 36).primary().references('proposals.id');
    table.integer('rateable_value');
    table.string('rates_payer', 10);
    table.string('relief', 20);
    table.string('relief_standing', 10);
    for (const words of ['insurance', 'crew', 'host', 'timescale', 'handback']) table.text(words).notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('building_plans');
  await db.schema.dropTable('budget_lines');
}
