import type { Knex } from 'knex';
import { createScoring } from './parts/0009-benefit-test-scoring.ts';

/** Tables in which a row, once written, stays as it is: the database itself refuses to change or remove one. */
const FOR_EVER = ['criteria_sets', 'assessments', 'moderations', 'gate_answers'] as const;

/** The community benefit test: the criteria sets of areas, cases, what scorers handed in, and how it came together. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('criteria_sets', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('version', 40).notNullable();
    table.string('valid_from', 10).notNullable();
    table.string('adopted_by', 200);
    table.string('minute_ref', 200);
    table.string('sha256', 64).notNullable();
    table.text('content').notNullable();
    table.string('stored_at', 24).notNullable();
    table.unique(['area_id', 'version']);
  });
  await createTests(db);
  await createScoring(db);
  for (const table of FOR_EVER) await keepForEver(db, table);
}

async function createTests(db: Knex): Promise<void> {
  await db.schema.createTable('benefit_tests', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('path', 10).notNullable();
    // What is asked for; both empty for a passport, which is good for every room.
    table.string('subject_kind', 20);
    table.string('subject_id', 36);
    // The test that this one improves: once only.
    table.string('improves_id', 36).unique().references('benefit_tests.id');
    table.string('state', 10).notNullable();
    // The criteria that were in force on the day the answers were complete; never others, whatever comes later.
    table.string('criteria_id', 36).references('criteria_sets.id');
    table.text('answers').notNullable();
    table.string('channel', 20).notNullable();
    table.string('entered_by', 36).references('people.id');
    table.string('on_behalf_of', 36).references('people.id');
    table.string('read_back', 20);
    // The day on which the answers reached us; clocks start here, not on the day of typing.
    table.string('received_on', 10);
    table.string('complete_on', 10);
    table.string('due_on', 10);
    table.string('outcome', 10);
    table.integer('points');
    table.integer('possible');
    table.text('result');
    table.string('result_on', 10);
    table.string('improve_by', 10);
    table.string('valid_until', 10);
    // Made with the form, so that sending it twice is one sending.
    table.string('submission', 36);
    table.string('created_at', 24).notNullable();
    table.string('changed_at', 24).notNullable();
    table.integer('version').notNullable();
    table.check(`state in ('draft', 'scoring', 'settling', 'deciding', 'published', 'withdrawn')`);
    table.check(`(state = 'published') = (outcome is not null and result is not null)`);
    table.index(['group_id', 'path', 'id']);
    table.index(['area_id', 'state', 'received_on', 'id']);
    table.index(['valid_until', 'id']);
    table.index(['state', 'changed_at']);
  });
  // One passport under way a group, whatever two people do at once.
  await db.raw(
    `create unique index benefit_tests_one_open on benefit_tests (group_id, path) where subject_id is null and state in ('draft', 'scoring', 'settling', 'deciding')`,
  );
  await db.schema.createTable('test_evidence', (table) => {
    table.string('id', 36).primary();
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    // What people call it: evidence 3.
    table.integer('number').notNullable();
    table.string('criterion', 12).notNullable();
    table.text('words').notNullable();
    table.string('file_name', 80);
    table.string('media_type', 60);
    table.integer('bytes');
    table.string('sha256', 64);
    table.string('added_by', 36).notNullable().references('people.id');
    table.string('added_at', 24).notNullable();
    table.unique(['test_id', 'number']);
    table.index(['file_name']);
  });
  await db.schema.createTable('passport_reminders', (table) => {
    table.string('test_id', 36).notNullable().references('benefit_tests.id');
    table.string('stage', 20).notNullable();
    table.string('sent_at', 24).notNullable();
    table.primary(['test_id', 'stage']);
  });
}

async function keepForEver(db: Knex, table: string): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    for (const act of ['update', 'delete'])
      await db.raw(
        `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} never change'); end`,
      );
    return;
  }
  await db.raw(
    `create or replace function stays_for_ever() returns trigger language plpgsql as $$ begin raise exception '% never change', tg_table_name; end $$`,
  );
  await db.raw(
    `create trigger ${table}_stay before update or delete on ${table} for each row execute function stays_for_ever()`,
  );
}

export async function down(db: Knex): Promise<void> {
  const tables = [
    'gate_answers',
    'moderations',
    'score_drafts',
    'assessments',
    'passport_reminders',
    'test_evidence',
    'benefit_tests',
    'criteria_sets',
  ];
  for (const table of tables) await db.schema.dropTableIfExists(table);
  if (db.client.config.client !== 'sqlite3') await db.raw('drop function if exists stays_for_ever');
}
