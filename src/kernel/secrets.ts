import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A token nobody can guess, for links: 256 bits in URL-safe letters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Six digits, from 000000 to 999999. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** For long random tokens: a plain hash is enough, because they cannot be guessed from it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** For short secrets such as six digits: without our key the hash says nothing. */
export const keyedHashOf = (key: string, ...parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');

/** Compares without telling by its time how much was right. */
export function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The secret part of an address that somebody gets by mail: made of the server's secret, what it is for and whose it is. Always the same, so
 * that the link of every mail goes on working.
 */
export const linkKeyOf = (secret: string, ...of: string[]): string =>
  Buffer.from(keyedHashOf(secret, ...of), 'hex').toString('base64url');
