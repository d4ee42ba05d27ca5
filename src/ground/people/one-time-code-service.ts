import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { countAttempt, takeBack, type Limit } from '../../kernel/limits.ts';
import { invalid, type Problem } from '../../kernel/problem.ts';
import { hashOf, keyedHashOf, newCode, newToken, same } from '../../kernel/secrets.ts';
import { signInCodesOn, type SignInCode } from './sign-in-store.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  secret: string;
  /** Codes an hour for one network. */
  perNetwork: number;
};
type Purpose = SignInCode['purpose'];

const CODE_LASTS_MS = 10 * 60_000;
const TRIES = 5;
/** The part of a network's codes that goes to anybody; the rest goes to addresses that are known here. */
const FOR_ANYBODY = 1 / 10;
/** A changed address has no link to fall back on. */
const HINTS: Record<Purpose, { target?: string; guesses?: string }> = {
  sign_in: {
    target: 'Too many codes were tried for this address today. Use the link in the e-mail instead: it still works.',
    guesses:
      'Too many wrong codes were typed from your network in this hour. Use the link in the e-mail instead: it still works.',
  },
  change_email: {},
};
/**
 * One sender gets five codes an hour for an address, all senders together fifteen: a stranger can annoy somebody, not lock them out.
 * Thirty wrong guesses a day at one address leave a chance of one in ninety to get in by guessing all year round, sixty an hour from one network
 * half a chance a year to get into any account at all; the link in the mail works on regardless (OWASP authentication, "account lockout").
 * A right code is no guess. A network may be a whole council: see docs/decisions/0017.
 */
const LIMITS: Record<'sender' | 'address' | 'guesses' | 'target', Limit> = {
  sender: { name: 'code-from-sender', most: 5, minutes: 60 },
  address: { name: 'code-for-address', most: 15, minutes: 60 },
  guesses: { name: 'guess-from-network', most: 60, minutes: 60 },
  target: { name: 'guess-at-address', most: 30, minutes: 24 * 60 },
};
const WRONG = 'That code is not right, or it has run out. Check the newest e-mail from us, or ask for a new code.';

/** Six digits sent to an address: counted, hashed with our key, good for ten minutes, five tries and one use. */
export function oneTimeCodes({ db, clock, newId, secret, perNetwork }: Deps) {
  const network: Limit = { name: 'code-for-network', most: perNetwork, minutes: 60 };

  return {
    /**
     * Counts a request for a code. Known and unknown addresses count alike, so that counting tells nobody which is which.
     * @returns until when this network's codes go only to addresses that are known here; null while they go to anybody
     * @throws Problem 429 when an address or a network asks too often
     */
    async countRequest(email: string, from: string): Promise<Date | null> {
      const { count, windowEnds } = await countAttempt(db, clock, network, keyedHashOf(secret, from));
      await countAttempt(db, clock, LIMITS.sender, keyedHashOf(secret, from, email));
      await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email));
      return count > Math.ceil(perNetwork * FOR_ANYBODY) ? windowEnds : null;
    },

    /** Makes a code. Its id is for the session that asked: the code works nowhere else. */
    async issue(
      trx: Db,
      purpose: Purpose,
      email: string,
      personId: string | null = null,
    ): Promise<{ id: string; code: string; link: string }> {
      const [id, code, link, now] = [newId(), newCode(), newToken(), clock()];
      await signInCodesOn(trx).add({
        id,
        purpose,
        email,
        personId,
        codeHash: keyedHashOf(secret, id, code),
        linkHash: hashOf(link),
        tries: 0,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + CODE_LASTS_MS).toISOString(),
        usedAt: null,
      });
      return { id, code, link };
    },

    /**
     * Finds a code that somebody typed. Counts the try first, so that of many at once no more get through than there may be;
     * a right one is taken back, so that an office full of people who sign in uses nothing up.
     * @throws Problem 400 for a wrong, used or old one, 429 for too many guesses
     */
    async check(purpose: Purpose, id: string, code: string, from: string): Promise<SignInCode> {
      const { guesses, target } = HINTS[purpose];
      const guess = await countAttempt(db, clock, said(LIMITS.guesses, guesses), keyedHashOf(secret, from));
      const found = await signInCodesOn(db).usable(id, purpose, clock());
      if (!found || !(await signInCodesOn(db).countTry(found.id, TRIES))) throw wrongCode();
      const at = await countAttempt(db, clock, said(LIMITS.target, target), keyedHashOf(secret, found.email));
      if (!same(found.codeHash, keyedHashOf(secret, found.id, code))) throw wrongCode();
      for (const attempt of [guess, at]) await takeBack(db, attempt);
      return found;
    },

    /** Makes a code that nobody knows unusable for everybody, and leaves it looking like any other. */
    spoil: (trx: Db, id: string): Promise<void> =>
      signInCodesOn(trx).replace(id, keyedHashOf(secret, id, newToken()), hashOf(newToken())),

    byLink: (link: string): Promise<SignInCode | undefined> => signInCodesOn(db).byLink(hashOf(link), clock()),

    /** Uses a code up, in the transaction that does what it is for. @throws Problem 400 when somebody was quicker */
    async use(trx: Db, { id }: SignInCode): Promise<void> {
      if (!(await signInCodesOn(trx).use(id, clock()))) throw wrongCode();
    },
  };
}
export type OneTimeCodes = ReturnType<typeof oneTimeCodes>;

export const wrongCode = (): Problem => invalid([{ field: 'code', message: WRONG }]);

const said = (limit: Limit, says: string | undefined): Limit => (says === undefined ? limit : { ...limit, says });
