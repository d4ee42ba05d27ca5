import type { Knex } from 'knex';
import { BANK_HOLIDAYS } from '../bank-holidays.ts';

/** Spaces that can be booked, when they are open and what they cost, days off, and claims: the holds on time that never overlap. */
export async function up(db: Knex): Promise<void> {
  await widenSpaces(db);
  await db.schema.createTable('space_leaves', (table) => {
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.integer('leaf').notNullable().references('spaces.number');
    table.primary(['space_id', 'leaf']);
    table.index(['leaf']);
  });
  await db.schema.createTable('space_windows', (table) => {
    table.string('id', 36).primary();
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.integer('weekday').notNullable();
    table.integer('from_minute').notNullable();
    table.integer('to_minute').notNullable();
    table.string('season_from', 10);
    table.string('season_to', 10);
    table.string('term', 12).notNullable();
    table.string('approval', 12).notNullable();
    table.boolean('published_open').notNullable();
    table.boolean('staffed').notNullable();
    table.string('note', 300);
    table.index(['space_id', 'weekday']);
  });
  await db.schema.createTable('space_tariffs', (table) => {
    table.string('id', 36).primary();
    table.string('space_id', 36).notNullable().references('spaces.id').index();
    table.string('audience', 12).notNullable();
    table.string('basis', 12).notNullable();
    table.integer('pence').notNullable();
    table.string('from_day', 10);
  });
  // Terms of one place, or of a whole area where `asset_id` is empty.
  await db.schema.createTable('terms', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('asset_id', 36).references('assets.id').index();
    table.string('name', 100).notNullable();
    table.string('from_day', 10).notNullable();
    table.string('to_day', 10).notNullable();
    table.index(['area_id', 'from_day']);
  });
  await createDaysOff(db);
  await createClaims(db);
}

/** SQLite cannot add a counting column to a table, so that the table is made anew and filled from the old one. */
async function widenSpaces(db: Knex): Promise<void> {
  const old = await db('spaces').orderBy('id');
  await db.schema.dropTable('spaces');
  await db.schema.createTable('spaces', (table) => {
    table.increments('number');
    table.string('id', 36).notNullable().unique();
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('parent_id', 36).references('spaces.id');
    table.string('name').notNullable();
    table.text('description');
    table.string('floor', 60);
    table.integer('capacity');
    table.double('floor_area_m2');
    table.boolean('bookable').notNullable().defaultTo(false);
    // One bit for each facility that it has for certain, in the order of the contract's list.
    table.integer('facility_bits').notNullable().defaultTo(0);
    // What nothing is searched by: layouts, facilities in words, rules of booking.
    table.text('details').notNullable().defaultTo('{}');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['asset_id', 'name']);
    table.index(['parent_id']);
  });
  const whole = old.filter(({ parent_id }) => parent_id === null);
  const parts = old.filter(({ parent_id }) => parent_id !== null);
  for (const rows of [whole, parts]) if (rows.length > 0) await db.batchInsert('spaces', rows, 50);
}

async function createDaysOff(db: Knex): Promise<void> {
  await db.schema.createTable('bank_holidays', (table) => {
    table.string('calendar', 60).notNullable();
    table.string('day', 10).notNullable();
    table.primary(['calendar', 'day']);
  });
  // Days on which an area's offices are closed beside the bank holidays.
  await db.schema.createTable('area_days_off', (table) => {
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('day', 10).notNullable();
    table.string('name', 100).notNullable();
    table.primary(['area_id', 'day']);
  });
  const rows = Object.entries(BANK_HOLIDAYS).flatMap(([calendar, years]) =>
    Object.entries(years).flatMap(([year, days]) => days.map((day) => ({ calendar, day: `${year}-${day}` }))),
  );
  await db.batchInsert('bank_holidays', rows, 50);
}

/**
 * A claim holds one undivided space for one stretch, in whole minutes since 1970 (UTC), half-open. The database refuses two that
 * overlap, so that no program can book twice. A claim is at most two days long, which bounds every look for an overlap.
 */
async function createClaims(db: Knex): Promise<void> {
  await db.schema.createTable('claims', (table) => {
    table.bigIncrements('id');
    table.integer('leaf').notNullable().references('spaces.number');
    table.integer('starts').notNullable();
    table.integer('ends').notNullable();
    table.string('kind', 8).notNullable();
    // The date of a booking, or the closure, that it belongs to.
    table.string('holder', 36).notNullable().index();
    // The minute from which a hold no longer counts; empty for what stays.
    table.integer('expires').index();
    table.check('ends > starts and ends - starts <= 2880');
    table.check(`kind in ('booking', 'hold', 'closure')`);
    table.index(['leaf', 'starts', 'ends']);
  });
  if (db.client.config.client === 'sqlite3') {
    const overlap = `select raise(abort, 'claims_taken') where exists (select 1 from claims where leaf = new.leaf and starts > new.starts - 2880 and starts < new.ends and ends > new.starts`;
    await db.raw(`create trigger claims_never_overlap before insert on claims begin ${overlap}); end`);
    await db.raw(
      `create trigger claims_moved_never_overlap before update of leaf, starts, ends on claims begin ${overlap} and id <> new.id); end`,
    );
    return;
  }
  await db.raw('create extension if not exists btree_gist');
  await db.raw(
    'alter table claims add constraint claims_taken exclude using gist (leaf with =, int4range(starts, ends) with &&)',
  );
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    'claims',
    'area_days_off',
    'bank_holidays',
    'terms',
    'space_tariffs',
    'space_windows',
    'space_leaves',
  ])
    await db.schema.dropTableIfExists(table);
  for (const column of ['bookable', 'facility_bits', 'details', 'version'])
    await db.schema.alterTable('spaces', (table) => void table.dropColumn(column));
}
