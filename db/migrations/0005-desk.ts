import type { Knex } from 'knex';

/** What officers need to find and watch assets by, and the imports they are in the middle of. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('desk_assets', (table) => {
    table.increments('row_no');
    table.string('asset_id', 36).notNullable().unique().references('assets.id');
    for (const name of ['area_id', 'owner_id']) table.string(name, 36).notNullable();
    table.string('code', 100).notNullable();
    table.string('name', 500).notNullable();
    table.text('place').notNullable();
    for (const name of ['kind', 'state']) table.string(name, 30).notNullable();
    // Empty when nobody ever checked: those come first.
    table.string('checked_on', 10).notNullable();
    table.string('review_on', 10);
    table.string('retired_on', 10);
    table.text('words').notNullable();
    table.index(['area_id', 'checked_on', 'row_no']);
    table.index(['area_id', 'review_on']);
    table.index(['owner_id', 'row_no']);
  });
  await indexWords(db);
  await fill(db);
  await db.schema.createTable('import_screens', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    // Empty for an owner whom the import will make.
    table.string('owner_id', 36).references('owners.id');
    table.string('owner_name', 200).notNullable();
    table.string('person_id', 36).notNullable().references('people.id');
    table.string('file_name', 500).notNullable();
    table.bigInteger('file_bytes').notNullable();
    table.text('preview').notNullable();
    table.text('options').notNullable();
    table.string('state', 20).notNullable();
    // Which start of the work is under way: whoever holds another one has been overtaken.
    table.string('run', 36);
    table.text('report');
    table.text('problem');
    table.string('created_at', 24).notNullable();
    table.string('changed_at', 24).notNullable();
    table.index(['area_id', 'changed_at']);
  });
  await db.schema.alterTable('facts', (table) => {
    table.index(['area_id', 'subject_kind', 'at']);
  });
}

async function indexWords(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    // No index of word beginnings as for the public search: officers are few, and it made an import of 20,000 places a second longer.
    await db.raw(
      `create virtual table desk_assets_text using fts5(words, content='desk_assets', content_rowid='row_no', tokenize='unicode61')`,
    );
    await db.raw(`create trigger desk_assets_words_added after insert on desk_assets begin
      insert into desk_assets_text(rowid, words) values (new.row_no, new.words); end`);
    await db.raw(`create trigger desk_assets_words_removed after delete on desk_assets begin
      insert into desk_assets_text(desk_assets_text, rowid, words) values ('delete', old.row_no, old.words); end`);
    await db.raw(`create trigger desk_assets_words_changed after update of words on desk_assets when old.words <> new.words begin
      insert into desk_assets_text(desk_assets_text, rowid, words) values ('delete', old.row_no, old.words);
      insert into desk_assets_text(rowid, words) values (new.row_no, new.words); end`);
    return;
  }
  await db.raw(
    `alter table desk_assets add column words_vector tsvector generated always as (to_tsvector('simple', words)) stored`,
  );
  await db.raw('create index desk_assets_words on desk_assets using gin (words_vector)');
}

/** Assets that were there before this table was; `tick` writes them anew with everything else. */
async function fill(db: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db('assets').where('id', '>', after).orderBy('id').limit(500);
    if (rows.length === 0) return;
    await db('desk_assets').insert(
      rows.map((row) => {
        const { number, street, town, postcode } = JSON.parse(row.address);
        const place = [number, street, town, postcode].filter((part) => part).join(' ');
        const words = `${row.name} ${row.code} ${place}`
          .normalize('NFKD')
          .replace(/[\u0300-\u036f'’]/g, '')
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .filter((word) => word !== '')
          .join(' ');
        return {
          asset_id: row.id,
          area_id: row.area_id,
          owner_id: row.owner_id,
          code: row.code,
          name: row.name,
          place,
          kind: row.kind,
          state: row.state,
          checked_on: row.last_check ? JSON.parse(row.last_check).on : '',
          review_on: row.release ? JSON.parse(row.release).reviewOn : null,
          retired_on: row.retired_on,
          words,
        };
      }),
    );
    after = rows.at(-1).id;
  }
}

export async function down(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') await db.raw('drop table if exists desk_assets_text');
  await db.schema.alterTable('facts', (table) => {
    table.dropIndex(['area_id', 'subject_kind', 'at']);
  });
  await db.schema.dropTableIfExists('import_screens').dropTableIfExists('desk_assets');
}
