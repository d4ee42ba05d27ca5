import type { Clock } from './clock.ts';
import type { Db } from './database.ts';
import { Problem } from './problem.ts';
import { removeFound } from './remove-found.ts';

/** `says` is for those who can do something better than wait. */
export type Limit = { name: string; most: number; minutes: number; says?: string };

/** One attempt that was counted, and how many there were in its window with it. */
export type Attempt = { key: string; window: string; count: number; windowEnds: Date };

/**
 * Counts an attempt in fixed windows, in the database, so that several processes count together.
 * @param subject who or what is counted: an address, a network; stored as given, so hash what is personal
 * @throws Problem 429 that says when to try again
 */
export async function countAttempt(db: Db, clock: Clock, limit: Limit, subject: string): Promise<Attempt> {
  const window = windowBegan(clock, limit);
  const row = { key: `${limit.name}:${subject}`.slice(0, 100), window: window.toISOString() };
  const [{ count }] = await db('rate_limits')
    .insert({ ...row, count: 1 })
    .onConflict(['key', 'window'])
    .merge({ count: db.raw('rate_limits.count + 1') })
    .returning('count');
  const windowEnds = new Date(window.getTime() + limit.minutes * 60_000);
  mustBeWithin(clock, limit, count);
  return { ...row, count, windowEnds };
}

/** When the window of a limit began that now is part of: for what is counted where it is kept, and not as an attempt. */
export function windowBegan(clock: Clock, { minutes }: Limit): Date {
  const length = minutes * 60_000;
  return new Date(Math.floor(clock().getTime() / length) * length);
}

/** @param count with the one that is being tried. @throws Problem 429 that says when to try again */
export function mustBeWithin(clock: Clock, limit: Limit, count: number): void {
  if (count <= limit.most) return;
  const ends = windowBegan(clock, limit).getTime() + limit.minutes * 60_000;
  const wait = waitWords(ends - clock().getTime());
  throw new Problem(429, 'Too many tries', limit.says ?? `That was tried too often. Wait ${wait} and try again.`);
}

/** Takes an attempt back that turned out to be none: a right code among guesses. */
export async function takeBack(db: Db, { key, window }: Attempt): Promise<void> {
  await db('rate_limits').where({ key, window }).where('count', '>', 0).decrement('count', 1);
}

/**
 * What counts as one network: an IPv4 address, or the first half of an IPv6 one. Providers give each customer at least that much
 * (RFC 6177), so whoever has one has billions of addresses in it.
 */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/%.*$/, '').toLowerCase();
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (inside !== undefined || !plain.includes(':')) return inside ?? plain;
  const [head = '', tail = ''] = plain.split('::');
  const [before, after] = [head, tail].map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = plain.includes('::') ? 8 - (before?.length ?? 0) - (after?.length ?? 0) : 0;
  const groups = [...(before ?? []), ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Removes counts of windows that are over. */
export async function forgetAttempts(db: Db, before: Date): Promise<number> {
  return removeFound(db('rate_limits').where('window', '<', before.toISOString()));
}

/** How long to wait, in words: "11 minutes". */
export function waitWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
