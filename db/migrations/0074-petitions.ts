import type { Knex } from 'knex';

/**
 * Petitions for buildings, who has signed them, and how many by channel, ward and what became of it: counts are kept with each signature that
 * changes, so that a page never has to add up a hundred thousand rows.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('wards', (table) => {
    table.integer('residents');
  });
  await db.schema.createTable('petitions', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('number', 20).notNullable();
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('state', 20).notNullable();
    table.string('state_on', 10).notNullable();
    table.string('due_on', 10);
    table.text('wording').notNullable();
    table.integer('days').notNullable();
    table.string('turned_back_for', 20);
    table.text('reasons').notNullable();
    table.string('opened_on', 10);
    table.string('closes_on', 10);
    table.integer('residents');
    table.integer('threshold');
    table.integer('valid');
    table.string('basis', 20);
    table.string('verified_on', 10);
    table.boolean('unlooked').notNullable();
    table.string('sponsor_id', 36);
    table.text('sponsor_words').notNullable();
    table.string('sponsored_on', 10);
    table.string('tells', 20);
    table.string('ended_on', 10);
    table.text('outcome').notNullable();
    table.string('begun_by', 36);
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.string('changed_at', 40).notNullable();
    table.unique(['group_id', 'submission']);
    table.index(['due_on', 'id']);
    table.index(['asset_id', 'group_id']);
    table.index(['area_id', 'ended_on']);
    table.index(['tells']);
  });
  // One that is open for each group and place.
  await db.schema.raw(
    'create unique index petitions_open_once on petitions (group_id, asset_id) where ended_on is null',
  );
  await db.schema.createTable('petition_wards', (table) => {
    table.string('petition_id', 36).notNullable().references('petitions.id');
    table.string('ward_id', 36).notNullable();
    table.text('name').notNullable();
    table.primary(['petition_id', 'ward_id']);
  });
  await db.schema.createTable('petition_strikes', (table) => {
    table.string('id', 36).primary();
    table.string('petition_id', 36).notNullable().references('petitions.id');
    table.string('kind', 30).notNullable();
    table.integer('count').notNullable();
    table.boolean('standing').notNullable();
    table.string('struck_by', 36);
    table.string('struck_at', 40).notNullable();
    table.string('changed_by', 36);
    table.string('changed_at', 40);
    table.index(['petition_id']);
  });
  await db.schema.createTable('petition_sheets', (table) => {
    table.string('id', 36).primary();
    table.string('petition_id', 36).notNullable().references('petitions.id');
    table.integer('number').notNullable();
    table.string('received_on', 10).notNullable();
    table.string('state', 20).notNullable();
    table.boolean('sampled').notNullable();
    table.string('scan', 60);
    table.string('typed_by', 36);
    table.string('second_by', 36);
    table.string('third_by', 36);
    table.integer('checked').notNullable();
    table.integer('wrong').notNullable();
    table.string('submission', 36).notNullable();
    table.string('created_at', 40).notNullable();
    table.unique(['petition_id', 'number']);
    table.unique(['petition_id', 'submission']);
  });
  await db.schema.createTable('petition_lines', (table) => {
    table.string('sheet_id', 36).notNullable().references('petition_sheets.id');
    table.integer('line').notNullable();
    table.integer('pass').notNullable();
    table.text('name').notNullable();
    table.text('postcode').notNullable();
    table.string('basis', 10).notNullable();
    table.string('code', 20).notNullable();
    table.primary(['sheet_id', 'line', 'pass']);
  });
  await db.schema.createTable('petition_signatures', (table) => {
    table.string('id', 36).primary();
    table.string('petition_id', 36).notNullable().references('petitions.id');
    table.string('area_id', 36).notNullable();
    table.text('name').notNullable();
    table.text('name_key');
    table.text('postcode').notNullable();
    table.string('ward_id', 36);
    table.string('basis', 10).notNullable();
    table.string('age', 10).notNullable();
    table.text('email');
    table.text('email_key');
    table.integer('seat');
    table.string('key_hash', 64);
    table.string('channel', 10).notNullable();
    table.string('standing', 20).notNullable();
    table.string('same_as', 36);
    table.string('strike_id', 36).references('petition_strikes.id');
    table.string('sheet_id', 36).references('petition_sheets.id');
    table.integer('line');
    table.string('network', 64);
    table.string('entered_by', 36);
    table.string('read_back', 10);
    table.string('told', 20);
    table.string('created_at', 40).notNullable();
    table.string('confirmed_at', 40);
    table.unique(['petition_id', 'email_key', 'seat']);
    table.unique(['petition_id', 'email_key', 'name_key']);
    table.unique(['key_hash']);
    table.index(['petition_id', 'name_key', 'postcode']);
    table.index(['petition_id', 'standing', 'id']);
    table.index(['sheet_id']);
    table.index(['strike_id']);
    table.index(['email']);
  });
  await db.schema.raw(
    'create index petition_signatures_doubles on petition_signatures (petition_id, id) where same_as is not null',
  );
  await db.schema.createTable('petition_counts', (table) => {
    table.string('petition_id', 36).notNullable().references('petitions.id');
    table.string('channel', 10).notNullable();
    table.string('ward_id', 36).notNullable();
    table.string('standing', 20).notNullable();
    table.integer('n').notNullable();
    table.primary(['petition_id', 'channel', 'ward_id', 'standing']);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const name of ['counts', 'signatures', 'lines', 'sheets', 'strikes', 'wards'])
    await db.schema.dropTable(`petition_${name}`);
  await db.schema.dropTable('petitions');
  await db.schema.alterTable('wards', (table) => {
    table.dropColumn('residents');
  });
}
