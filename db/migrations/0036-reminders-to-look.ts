import type { Knex } from 'knex';

/**
 * The day on which a paper or a passport is looked at next for a reminder that it ends: empty text is at once, null never. And indexes by
 * which a look at the mails that are due, and at what is old enough to be forgotten, finds it.
 */
export async function up(db: Knex): Promise<void> {
  for (const name of ['group_documents', 'benefit_tests'])
    await db.schema.alterTable(name, (table) => {
      table.string('look_on', 10);
      table.index(['look_on', 'id']);
    });
  for (const [name, columns] of INDEXES) await db.schema.alterTable(name, (table) => void table.index([...columns]));
  await db('group_documents').whereNotNull('expires_on').whereNull('superseded_at').update({ look_on: '' });
  await db('benefit_tests').whereNotNull('valid_until').update({ look_on: '' });
}

/** The last column tells what is forgotten already without a look at the row. */
const INDEXES = [
  ['mails', ['state', 'due_at']],
  ['bookings', ['area_id', 'ends_on', 'created_by']],
  ['room_requests', ['area_id', 'ends_on', 'created_by']],
  ['booking_ledger', ['area_id', 'on_day', 'recorded_by']],
  ['waiting_places', ['area_id', 'last_on']],
] as const;

export async function down(db: Knex): Promise<void> {
  for (const [name, columns] of INDEXES)
    await db.schema.alterTable(name, (table) => void table.dropIndex([...columns]));
  for (const name of ['group_documents', 'benefit_tests']) {
    await db.schema.alterTable(name, (table) => void table.dropIndex(['look_on', 'id']));
    await db.raw('alter table ?? drop column look_on', [name]);
  }
}
