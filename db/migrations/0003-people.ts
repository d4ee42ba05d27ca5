import type { Knex } from 'knex';

/** People, how they get in, what they may do, and the mail they get. */
export async function up(db: Knex): Promise<void> {
  await createPeople(db);
  await createWaysIn(db);
  await db.schema.createTable('rights', (table) => {
    table.string('id', 36).primary();
    table.string('person_id', 36).notNullable().references('people.id');
    table.string('role', 40).notNullable();
    table.string('scope_kind', 20).notNullable();
    table.string('scope_id', 36).notNullable();
    table.string('granted_at', 24).notNullable();
    table.string('granted_by', 36).notNullable();
    // The last day on which the right holds; empty for "until further notice".
    table.string('ends_on', 10);
    table.string('ended_at', 24);
    table.index(['person_id', 'ended_at']);
    table.index(['scope_kind', 'scope_id', 'role']);
  });
  await createMails(db);
  await db.schema.createTable('rate_limits', (table) => {
    table.string('key', 100).notNullable();
    table.string('window', 24).notNullable();
    table.integer('count').notNullable();
    table.primary(['key', 'window']);
  });
  await db.schema.createTable('leases', (table) => {
    table.string('name', 40).primary();
    table.string('holder', 36).notNullable();
    table.string('until', 24).notNullable();
  });
}

async function createPeople(db: Knex): Promise<void> {
  await db.schema.createTable('people', (table) => {
    table.string('id', 36).primary();
    // Lower case; empty for somebody whom officers serve by post or telephone, and after a deletion.
    table.string('email', 254).unique();
    table.string('name', 200).notNullable();
    table.string('telephone', 40);
    table.text('postal_address');
    table.string('created_at', 24).notNullable();
    table.string('deleted_at', 24);
  });
  await db.schema.createTable('passkeys', (table) => {
    table.string('id', 36).primary();
    table.string('person_id', 36).notNullable().references('people.id').index();
    table.string('credential_id', 500).notNullable().unique();
    table.text('public_key').notNullable();
    table.bigInteger('counter').notNullable();
    table.string('transports', 200).notNullable();
    table.string('name', 100).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('used_at', 24);
  });
}

async function createWaysIn(db: Knex): Promise<void> {
  await db.schema.createTable('sign_in_codes', (table) => {
    table.string('id', 36).primary();
    table.string('purpose', 20).notNullable();
    table.string('email', 254).notNullable();
    table.string('person_id', 36);
    table.string('code_hash', 64).notNullable();
    table.string('link_hash', 64).notNullable().unique();
    table.integer('tries').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.string('used_at', 24);
    table.index(['email', 'created_at']);
  });
  await db.schema.createTable('sessions', (table) => {
    table.string('id_hash', 64).primary();
    table.string('public_id', 36).notNullable().unique();
    table.string('person_id', 36).index();
    table.text('data').notNullable();
    table.string('device', 200).notNullable();
    table.string('started_at', 24).notNullable();
    table.string('seen_at', 24).notNullable();
    table.string('expires_at', 24).notNullable().index();
  });
  await db.schema.createTable('invitations', (table) => {
    table.string('id', 36).primary();
    table.string('token_hash', 64).notNullable().unique();
    table.string('email', 254).notNullable();
    table.string('role', 40).notNullable();
    table.string('scope_kind', 20).notNullable();
    table.string('scope_id', 36).notNullable();
    table.string('ends_on', 10);
    table.string('invited_by', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.string('accepted_at', 24);
    table.string('withdrawn_at', 24);
    table.index(['scope_kind', 'scope_id']);
  });
}

async function createMails(db: Knex): Promise<void> {
  await db.schema.createTable('mails', (table) => {
    table.string('id', 36).primary();
    table.string('to', 254).notNullable();
    table.string('kind', 60).notNullable();
    table.string('subject', 300).notNullable();
    table.text('text').notNullable();
    table.text('html').notNullable();
    // News can be unsubscribed from; the address stands in the List-Unsubscribe header.
    table.string('unsubscribe_url', 500);
    table.string('state', 20).notNullable();
    table.integer('tries').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('due_at', 24).notNullable();
    table.string('sent_at', 24);
    table.text('problem');
    table.index(['state', 'id']);
    table.index(['to', 'state']);
  });
}

export async function down({ schema }: Knex): Promise<void> {
  for (const table of [
    'leases',
    'rate_limits',
    'mails',
    'rights',
    'invitations',
    'sessions',
    'sign_in_codes',
    'passkeys',
    'people',
  ]) {
    await schema.dropTableIfExists(table);
  }
}
