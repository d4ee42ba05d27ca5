import type { Knex } from 'knex';

/** What owners say of their places. */
export async function createAssets(db: Knex): Promise<void> {
  await db.schema.createTable('assets', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('owner_id', 36).notNullable().references('owners.id');
    table.string('code', 100).notNullable();
    table.string('public_code', 40).notNullable().unique();
    for (const name of ['kind', 'precision', 'ownership', 'state', 'certainty']) table.string(name, 30).notNullable();
    for (const name of ['tenure', 'holding', 'suitability', 'energy_rating']) table.string(name, 30);
    table.string('name', 500).notNullable();
    for (const name of [
      'site',
      'ownership_source',
      'tenure_note',
      'function_label',
      'purpose',
      'description',
      'state_note',
    ])
      table.text(name);
    for (const name of ['state_since', 'effective_on', 'retired_on']) table.string(name, 10);
    table.string('ward_id', 36).references('wards.id');
    for (const name of ['lon', 'lat', 'land_area_m2', 'floor_area_m2']) table.double(name);
    for (const name of ['shape', 'planned_use', 'last_check', 'release']) table.text(name);
    for (const name of [
      'address',
      'identifiers',
      'tenure_details',
      'features',
      'hazards',
      'evidence',
      'routes',
      'constraints',
      'costs',
      'locked_fields',
    ]) {
      table.text(name).notNullable();
    }
    // Which of the owner's lists brought it, if any: only an asset of the same list can be "gone" from the next one.
    table.string('imported_list', 30);
    table.index(['owner_id', 'imported_list', 'code']);
    table.unique(['owner_id', 'code']);
  });
}

/** The public's copy: `asset-redaction-rules.ts` has already taken out what is not public. Nothing else is read by public pages. */
export async function createPublicAssets(db: Knex): Promise<void> {
  await db.schema.createTable('public_assets', (table) => {
    table.increments('row_no');
    table.string('id', 36).notNullable().unique().references('assets.id');
    for (const name of ['area_id', 'owner_id']) table.string(name, 36).notNullable();
    table.string('ward_id', 36);
    table.string('kind', 30).notNullable();
    table.string('state', 30).notNullable();
    table.string('name', 500).notNullable();
    table.string('precision', 30).notNullable();
    table.text('shape');
    for (const name of ['lon', 'lat', 'extent_m2']) table.double(name);
    table.integer('routes').notNullable();
    table.integer('constraints').notNullable();
    table.string('retired_on', 10);
    table.text('words').notNullable();
    table.text('document').notNullable();
    table.string('changed_at', 24).notNullable();
    // 0 until the transaction that wrote the row takes the register's next revision, just before it commits.
    table.integer('revision').notNullable();
    table.index(['revision', 'row_no']);
  });
  await db.schema.createTable('register_revision', (table) => {
    table.integer('id').primary();
    table.integer('value').notNullable();
  });
  await db('register_revision').insert({ id: 1, value: 0 });
  await indexWords(db);
}

async function indexWords(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    await db.raw(
      `create virtual table public_assets_text using fts5(words, content='public_assets', content_rowid='row_no', prefix='2 3', tokenize='unicode61')`,
    );
    await db.raw(`create trigger public_assets_words_added after insert on public_assets begin
      insert into public_assets_text(rowid, words) values (new.row_no, new.words); end`);
    await db.raw(`create trigger public_assets_words_removed after delete on public_assets begin
      insert into public_assets_text(public_assets_text, rowid, words) values ('delete', old.row_no, old.words); end`);
    await db.raw(`create trigger public_assets_words_changed after update of words on public_assets when old.words <> new.words begin
      insert into public_assets_text(public_assets_text, rowid, words) values ('delete', old.row_no, old.words);
      insert into public_assets_text(rowid, words) values (new.row_no, new.words); end`);
    return;
  }
  await db.raw(
    `alter table public_assets add column words_vector tsvector generated always as (to_tsvector('simple', words)) stored`,
  );
  await db.raw('create index public_assets_words on public_assets using gin (words_vector)');
}
