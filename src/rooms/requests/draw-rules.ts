import { Temporal } from 'temporal-polyfill';
import { hashOf } from '../../kernel/secrets.ts';

/** So many hexadecimal digits are the first 64 bits of a hash. */
const DIGITS = 16;

/** Who draws: the same for every request of a group to an owner, so that asking twice gains nothing. It tells nobody who it is. */
export const candidateOf = (groupId: string, ownerId: string): string => hashOf(`${groupId}:${ownerId}`);

/** What everybody's number is worked out from. @param chain the hash of the record of facts up to the instant that the rule names */
export const seedOf = (chain: string): string => hashOf(chain);

/** A candidate's number: the first 64 bits of SHA-256 of "seed:candidate", in hexadecimal digits. The lowest goes first. */
export const numberOf = (seed: string, candidate: string): string => hashOf(`${seed}:${candidate}`).slice(0, DIGITS);

/**
 * The instant whose facts the seed is of: the beginning of the month, where the rooms are, in which the first of the rivals was complete.
 * It lies before all that any of them did, so that nobody can wait for a better one, nor take a request back and send it again.
 */
export function drawnFrom(firstCompleteAt: string, timeZone: string): string {
  const then = Temporal.Instant.from(firstCompleteAt).toZonedDateTimeISO(timeZone);
  return new Date(then.with({ day: 1 }).startOfDay().epochMilliseconds).toISOString();
}
