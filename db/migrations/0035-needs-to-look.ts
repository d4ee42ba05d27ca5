import type { Knex } from 'knex';

/** When a saved need is looked at next, rather than how long the record was when it was looked at. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('saved_needs', (table) => {
    // An instant; empty text is at once.
    table.string('look_at', 24).notNullable().defaultTo('');
    table.index(['look_at']);
    table.dropIndex(['told_at', 'checked_at']);
  });
  await db.raw('alter table saved_needs drop column checked_seq');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('saved_needs', (table) => {
    table.dropIndex(['look_at']);
    table.bigInteger('checked_seq').notNullable().defaultTo(0);
    table.index(['told_at', 'checked_at']);
  });
  await db.raw('alter table saved_needs drop column look_at');
}
