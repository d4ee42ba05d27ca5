import type { Clock } from './clock.ts';
import type { Db } from './database.ts';

/**
 * Lets one process at a time do a piece of work: whoever holds the lease. It runs out by itself, so a process that dies blocks nobody for long.
 * @returns whether `holder` has the lease until `ms` milliseconds from now
 */
export async function takeLease(db: Db, clock: Clock, name: string, holder: string, ms: number): Promise<boolean> {
  const now = clock();
  const until = new Date(now.getTime() + ms).toISOString();
  const taken = await db('leases')
    .where({ name })
    .where((free) => free.where({ holder }).orWhere('until', '<=', now.toISOString()))
    .update({ holder, until });
  if (taken === 1) return true;
  // Nobody has ever had it, or somebody else has it now.
  const first: unknown[] = await db('leases')
    .insert({ name, holder, until })
    .onConflict('name')
    .ignore()
    .returning('name');
  return first.length === 1;
}

/** Whether somebody else has the lease at the moment. Reads only: whoever waits for a lease writes nothing. */
export async function isLeasedToOthers(db: Db, clock: Clock, name: string, holder: string): Promise<boolean> {
  const others = db('leases').where({ name }).whereNot({ holder }).where('until', '>', clock().toISOString());
  return (await others.first('name')) !== undefined;
}

export async function giveBackLease(db: Db, name: string, holder: string): Promise<void> {
  await db('leases').where({ name, holder }).update({ until: '' });
}
