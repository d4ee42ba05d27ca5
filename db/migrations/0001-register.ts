import type { Knex } from 'knex';
import { createAssets, createPublicAssets } from './parts/0001-register-assets.ts';

/**
 * Areas, owners, assets, what the public sees of them, spaces, photos and facts.
 * Instants, days and ids are text in one normal form, and lists inside a record are JSON text, alike on both engines.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('areas', (table) => {
    table.string('id', 36).primary();
    table.string('slug', 60).notNullable().unique();
    table.string('name').notNullable();
    table.string('time_zone', 60).notNullable();
    table.string('holidays', 60).notNullable();
    table.text('bbox').notNullable();
    table.text('boundary').notNullable();
    table.text('basemap');
  });
  await db.schema.createTable('wards', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('code', 40).notNullable();
    table.string('name').notNullable();
    table.text('shape').notNullable();
    table.double('lon').notNullable();
    table.double('lat').notNullable();
    table.unique(['area_id', 'code']);
  });
  await db.schema.createTable('postcodes', (table) => {
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('postcode', 10).notNullable();
    table.string('district', 5).notNullable();
    table.double('lon').notNullable();
    table.double('lat').notNullable();
    table.string('ward_id', 36).references('wards.id');
    table.primary(['postcode', 'area_id']);
    table.index(['district', 'area_id']);
  });
  await db.schema.createTable('owners', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('slug', 60).notNullable();
    table.string('name').notNullable();
    table.string('uri', 500);
    table.string('kind', 30).notNullable();
    table.unique(['area_id', 'slug']);
  });
  await createAssets(db);
  await createPublicAssets(db);
  await db.schema.createTable('asset_photos', (table) => {
    table.string('id', 36).primary();
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.integer('position').notNullable();
    table.string('alt', 500).notNullable();
    table.string('credit', 200);
    table.integer('width').notNullable();
    table.integer('height').notNullable();
    table.index(['asset_id', 'position']);
  });
  await db.schema.createTable('spaces', (table) => {
    table.string('id', 36).primary();
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('parent_id', 36).references('spaces.id');
    table.string('name').notNullable();
    table.text('description');
    table.string('floor', 60);
    table.integer('capacity');
    table.double('floor_area_m2');
    table.index(['asset_id', 'name']);
  });
  await createFacts(db);
}

/** What happened. Every fact carries a hash of itself and of the one before, and the database refuses to change or remove one. */
async function createFacts(db: Knex): Promise<void> {
  await db.schema.createTable('facts', (table) => {
    table.string('id', 36).primary();
    table.bigInteger('seq').notNullable().unique();
    table.string('at', 24).notNullable();
    table.string('kind', 60).notNullable();
    table.string('area_id', 36);
    table.string('subject_kind', 30).notNullable();
    table.string('subject_id', 36).notNullable();
    table.string('actor').notNullable();
    table.string('on_behalf_of', 36);
    table.string('channel', 20);
    table.text('reason');
    table.text('before');
    table.text('after');
    table.text('public_text');
    table.string('hash', 64).notNullable();
    table.index(['subject_kind', 'subject_id', 'at']);
  });
  await db.schema.createTable('fact_chain', (table) => {
    table.integer('id').primary();
    table.bigInteger('length').notNullable();
    table.string('hash', 64).notNullable();
  });
  await db('fact_chain').insert({ id: 1, length: 0, hash: '' });
  if (db.client.config.client === 'sqlite3') {
    for (const act of ['update', 'delete']) {
      await db.raw(
        `create trigger facts_no_${act} before ${act} on facts begin select raise(abort, 'facts are never changed or removed'); end`,
      );
    }
    return;
  }
  await db.raw(
    `create function facts_are_final() returns trigger as $$ begin raise exception 'facts are never changed or removed'; end $$ language plpgsql`,
  );
  await db.raw(
    'create trigger facts_no_change before update or delete on facts for each row execute function facts_are_final()',
  );
  await db.raw(
    'create trigger facts_no_truncate before truncate on facts for each statement execute function facts_are_final()',
  );
}

export async function down(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') await db.raw('drop table if exists public_assets_text');
  for (const table of [
    'facts',
    'fact_chain',
    'spaces',
    'asset_photos',
    'register_revision',
    'public_assets',
    'assets',
    'owners',
    'postcodes',
    'wards',
    'areas',
  ]) {
    await db.schema.dropTableIfExists(table);
  }
  if (db.client.config.client !== 'sqlite3') await db.raw('drop function if exists facts_are_final');
}
