import type { Knex } from 'knex';

/** Minutes of hearings: a draft, corrections by those who took part, and the final text. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('hearing_minutes', (table) => {
    table.string('id', 36).primary().references('hearings.id');
    table.string('proposal_id', 36).notNullable().references('proposals.id').index();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('state', 10).notNullable();
    table.text('said').notNullable();
    table.string('due_on', 10);
    table.string('drafted_on', 10);
    table.string('drafted_by', 36);
    table.string('final_on', 10);
    table.index(['due_on', 'id']);
    table.index(['area_id', 'due_on']);
  });
  await db.schema.createTable('minute_corrections', (table) => {
    table.string('id', 36).primary();
    table.string('minutes_id', 36).notNullable().references('hearing_minutes.id').index();
    table.string('part', 10).notNullable();
    table.string('speaker_id', 36);
    table.string('person_id', 36).index();
    table.text('words').notNullable();
    table.string('state', 10).notNullable();
    table.text('reply').notNullable();
    table.string('sent_on', 10).notNullable();
    table.string('submission', 36).notNullable();
    table.unique(['minutes_id', 'submission']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('minute_corrections');
  await db.schema.dropTable('hearing_minutes');
}
