import type { Clock } from '../kernel/clock.ts';
import type { Database, Db } from '../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../kernel/facts.ts';
import type { NewId } from '../kernel/ids.ts';
import { countAttempt, type Limit } from '../kernel/limits.ts';
import { invalid, type Problem } from '../kernel/problem.ts';
import { hashOf, keyedHashOf, newCode, newToken, same } from '../kernel/secrets.ts';
import type { NewMail } from '../notifications/mail-contract.ts';
import type { Person } from './person-contract.ts';
import { peopleOn } from './person-store.ts';
import { signInCodesOn, type SignInCode } from './sign-in-store.ts';
import { signInMail } from './sign-in-words.ts';

type Deps = {
  db: Database; clock: Clock; newId: NewId; inOneTransaction: InOneTransaction; secret: string; baseUrl: string;
  writeMail(trx: Db, mail: NewMail): Promise<void>;
};

const CODE_LASTS_MS = 10 * 60_000;
const TRIES = 5;
const USE_LINK = 'Too many codes were tried for this address today. Use the link in the e-mail instead: it still works.';
/**
 * One sender gets five codes an hour for an address, all senders together fifteen: a stranger can annoy somebody, not lock them out.
 * Thirty guesses a day at one address leave a chance of one in ninety to get in by guessing all year round; the link in the
 * mail works on regardless (OWASP authentication, "account lockout").
 */
const LIMITS: Record<'sender' | 'address' | 'network' | 'guesses' | 'target', Limit> = {
  sender: { name: 'code-from-sender', most: 5, minutes: 60 },
  address: { name: 'code-for-address', most: 15, minutes: 60 },
  network: { name: 'code-for-network', most: 30, minutes: 60 },
  guesses: { name: 'guess-from-network', most: 60, minutes: 60 },
  target: { name: 'guess-at-address', most: 30, minutes: 24 * 60, says: USE_LINK },
};

const WRONG = 'That code is not right, or it has run out. Check the newest e-mail from us, or ask for a new code.';

/** Signing in by a code that is sent to an address. No passwords; and nothing here tells whether an address is known. */
export function signInService({ db, clock, newId, inOneTransaction, secret, baseUrl, writeMail }: Deps) {
  return {
    /**
     * Sends a code. The answer is the same for every address.
     * @returns the id of the code, for the session that asked: it works nowhere else
     * @throws Problem 429 when an address or a network asks too often
     */
    async sendCode(email: string, network: string): Promise<string> {
      await countAttempt(db, clock, LIMITS.network, keyedHashOf(secret, network));
      await countAttempt(db, clock, LIMITS.sender, keyedHashOf(secret, network, email));
      await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email));
      const [id, code, link] = [newId(), newCode(), newToken()];
      const now = clock();
      await inOneTransaction(async ({ trx }) => {
        await signInCodesOn(trx).add({
          id, purpose: 'sign_in', email, personId: null, codeHash: keyedHashOf(secret, id, code), linkHash: hashOf(link), tries: 0,
          createdAt: now.toISOString(), expiresAt: new Date(now.getTime() + CODE_LASTS_MS).toISOString(), usedAt: null,
        });
        await writeMail(trx, { to: email, ...signInMail(code, `${baseUrl}/sign-in/link/${link}`) });
      });
      return id;
    },

    /**
     * Lets somebody in who has the code.
     * @throws Problem 400 for a wrong, used or old code, 429 for too many guesses
     */
    async withCode(codeId: string, code: string, network: string): Promise<Person> {
      return letIn(await theRightCode('sign_in', codeId, code, network));
    },

    /** Whom a link from a mail lets in, while it can still be used. Looking does not use it up: mail scanners open every link. */
    async linkFor(token: string): Promise<string | null> {
      return (await signInCodesOn(db).byLink(hashOf(token), clock()))?.email ?? null;
    },

    /** Lets somebody in who has the link and pressed the button. */
    async withLink(token: string): Promise<Person> {
      const found = await signInCodesOn(db).byLink(hashOf(token), clock());
      if (!found) throw invalid([{ field: '', message: 'This link has been used, or it has run out. Ask for a new code.' }]);
      return letIn(found);
    },
  };

  /** Counts the try first, so that of many at once no more get through than there may be. */
  async function theRightCode(purpose: SignInCode['purpose'], codeId: string, code: string, network: string): Promise<SignInCode> {
    await countAttempt(db, clock, LIMITS.guesses, keyedHashOf(secret, network));
    const found = await signInCodesOn(db).usable(codeId, purpose, clock());
    if (!found || !(await signInCodesOn(db).countTry(found.id, TRIES))) throw wrongCode();
    await countAttempt(db, clock, LIMITS.target, keyedHashOf(secret, found.email));
    if (!same(found.codeHash, keyedHashOf(secret, found.id, code))) throw wrongCode();
    return found;
  }

  function letIn(code: SignInCode): Promise<Person> {
    return inOneTransaction(async (unit) => {
      if (!(await signInCodesOn(unit.trx).use(code.id, clock()))) throw wrongCode();
      const known = await peopleOn(unit.trx).byEmail(code.email);
      const person = known ?? (await welcome(unit, code.email));
      unit.record({ kind: 'signed_in', subjectKind: 'person', subjectId: person.id, actor: person.id });
      return person;
    });
  }

  async function welcome(unit: UnitOfWork, email: string): Promise<Person> {
    const person: Person = { id: newId(), email, name: '', telephone: null, postalAddress: null, createdAt: clock().toISOString(), deletedAt: null };
    // Two codes for one new address may come in at once: whoever is second meets the person whom the first has made.
    if (!(await peopleOn(unit.trx).addUnlessKnown(person))) return (await peopleOn(unit.trx).byEmail(email)) ?? person;
    unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor: person.id });
    return person;
  }
}

const wrongCode = (): Problem => invalid([{ field: 'code', message: WRONG }]);

export type SignInService = ReturnType<typeof signInService>;
