import type { Knex } from 'knex';

/**
 * Needs that officers keep for groups without e-mail: told by a letter, or by somebody who rings and notes it. Those there are were all
 * kept by whoever is told by mail.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('saved_needs', (table) => {
    table.string('group_id', 36).references('groups.id');
    table.string('tell_by', 10).notNullable().defaultTo('mail');
    table.string('kept_by', 36);
    // What is to be said on the telephone, from when a room has opened until somebody has said it.
    table.text('to_say');
    table.index(['area_id', 'tell_by']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('saved_needs', (table) => {
    table.dropIndex(['area_id', 'tell_by']);
  });
  await db.schema.alterTable('saved_needs', (table) => {
    table.dropColumns('group_id', 'tell_by', 'kept_by', 'to_say');
  });
}
