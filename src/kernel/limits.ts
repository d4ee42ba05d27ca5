import type { Clock } from './clock.ts';
import type { Db } from './database.ts';
import { Problem } from './problem.ts';

export type Limit = { name: string; most: number; minutes: number };

/**
 * Counts attempts in fixed windows, in the database, so that several processes count together.
 * @param subject who or what is counted: an address, a network; stored as given, so hash what is personal
 * @throws Problem 429 that says when to try again
 */
export async function countAttempt(db: Db, clock: Clock, limit: Limit, subject: string): Promise<void> {
  const length = limit.minutes * 60_000;
  const start = Math.floor(clock().getTime() / length) * length;
  const row = { key: `${limit.name}:${subject}`.slice(0, 100), window: new Date(start).toISOString() };
  await db('rate_limits').insert({ ...row, count: 1 }).onConflict(['key', 'window']).merge({ count: db.raw('rate_limits.count + 1') });
  const { count } = await db('rate_limits').where(row).first('count');
  if (count <= limit.most) return;
  const wait = Math.ceil((start + length - clock().getTime()) / 60_000);
  throw new Problem(429, 'Too many tries', `That was tried too often. Wait ${wait === 1 ? 'a minute' : `${wait} minutes`} and try again.`);
}

/** Removes counts of windows that are over. */
export async function forgetAttempts(db: Db, before: Date): Promise<number> {
  return db('rate_limits').where('window', '<', before.toISOString()).delete();
}
