import type { Knex } from 'knex';

/** Who wants no news any more, and a record that nothing gets round. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('news_addresses', (table) => {
    // Of the token in the List-Unsubscribe header. One row an address and topic, made with the first news that goes there.
    table.string('token_hash', 64).primary();
    table.string('email', 254).notNullable();
    table.string('topic', 60).notNullable();
    table.string('stopped_at', 24);
    table.index(['email', 'topic']);
  });
  // A person may ask for every fact about themselves.
  await db.schema.alterTable('facts', (table) => {
    table.index('actor');
    table.index('on_behalf_of');
  });
  if (db.client.config.client !== 'sqlite3') return;
  // "insert or replace" removes the row that is in its way without telling the triggers that refuse removals.
  await db.raw(`create trigger facts_no_replace before insert on facts when exists (select 1 from facts where id = new.id or seq = new.seq)
    begin select raise(abort, 'facts are never changed or removed'); end`);
}

export async function down(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') await db.raw('drop trigger if exists facts_no_replace');
  await db.schema.alterTable('facts', (table) => {
    table.dropIndex('actor');
    table.dropIndex('on_behalf_of');
  });
  await db.schema.dropTableIfExists('news_addresses');
}
