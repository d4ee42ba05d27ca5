import type { Knex } from 'knex';

/** Who has registered to speak at the hearing about a proposal, and the clock that gives both sides the same time. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('hearings', (table) => {
    table.integer('version').notNullable().defaultTo(0);
  });
  await db.schema.createTable('hearing_speakers', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().references('proposals.id');
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('side', 10).notNullable();
    table.string('manner', 10).notNullable();
    table.string('state', 12).notNullable();
    table.string('name', 100).notNullable();
    table.string('email', 200).index();
    table.string('person_id', 36).references('people.id').index();
    table.string('key_hash', 64).notNullable().unique();
    table.string('channel', 12).notNullable();
    table.string('entered_by', 36);
    table.string('read_back', 12);
    table.text('statement').notNullable();
    table.text('needs').notNullable();
    table.integer('seconds');
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.unique(['proposal_id', 'submission']);
    table.index(['state', 'created_at']);
    table.index(['area_id', 'name']);
  });
  await db.schema.createTable('hearing_floors', (table) => {
    table.string('proposal_id', 36).primary().references('proposals.id');
    table.integer('side_seconds').notNullable();
    table.string('speaker_id', 36);
    table.string('since', 40);
    table.integer('version').notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('hearing_floors');
  await db.schema.dropTable('hearing_speakers');
  await db.schema.alterTable('hearings', (table) => table.dropColumn('version'));
}
