import type { Knex } from 'knex';

/**
 * What the house credited because a price went down was written as if somebody had waived it, so that nobody could work out what has
 * been charged. Such lines are told by the reason that the house gave; lines whose reason is forgotten are settled for good.
 */
const REASONS = [
  'The owner took dates back.',
  'The group cancelled dates in time.',
  'Notice was given to end the series.',
  'The group took another date.',
];

export const up = (db: Knex): Promise<void> => rename(db, 'waived', 'credited');
export const down = (db: Knex): Promise<void> => rename(db, 'credited', 'waived');

async function rename(db: Knex, from: string, to: string): Promise<void> {
  await whileChangeable(db, () =>
    db('booking_ledger').where({ account: 'hire', kind: from }).whereIn('reason', REASONS).update({ kind: to }),
  );
}

/** Lines never change; this is their words being put right, once. */
async function whileChangeable(db: Knex, work: () => Promise<unknown>): Promise<void> {
  if (db.client.config.client !== 'sqlite3') {
    await db.raw('alter table booking_ledger disable trigger booking_ledger_no_change');
    await work();
    await db.raw('alter table booking_ledger enable trigger booking_ledger_no_change');
    return;
  }
  const trigger = await db('sqlite_master').where({ type: 'trigger', name: 'booking_ledger_no_update' }).first('sql');
  await db.raw('drop trigger booking_ledger_no_update');
  await work();
  await db.raw(trigger.sql);
}
