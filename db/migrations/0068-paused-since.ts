import type { Knex } from 'knex';

/** Since when the clock of a proposal stands still, so that lists know how long somebody has been waited for. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('proposals', (table) => void table.string('paused_on', 10));
  const standing = db('proposal_pauses')
    .whereRaw('proposal_pauses.proposal_id = proposals.id')
    .whereNotNull('begins')
    .whereNull('ended_on')
    .max('begins');
  await db('proposals').whereNotNull('paused_by').update({ paused_on: standing });
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table proposals drop column paused_on');
}
