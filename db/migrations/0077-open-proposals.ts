import type { Knex } from 'knex';

/** Open cases of an area in the order of the desk: what is over, which has no last day, is passed by. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => {
    table.dropIndex(['area_id', 'ended_on']);
    table.index(['area_id', 'ended_on', 'due_on', 'id'], 'proposals_open_due');
    table.index(['area_id', 'ended_on', 'state_on', 'id'], 'proposals_open_since');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => {
    table.dropIndex([], 'proposals_open_since');
    table.dropIndex([], 'proposals_open_due');
    table.index(['area_id', 'ended_on']);
  });
}
