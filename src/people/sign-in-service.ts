import type { Clock } from '../kernel/clock.ts';
import type { Database, Db } from '../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../kernel/facts.ts';
import type { NewId } from '../kernel/ids.ts';
import { countAttempt, type Limit } from '../kernel/limits.ts';
import { invalid } from '../kernel/problem.ts';
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
const LIMITS: Record<'address' | 'network' | 'guesses', Limit> = {
  address: { name: 'code-for-address', most: 5, minutes: 60 },
  network: { name: 'code-for-network', most: 30, minutes: 60 },
  guesses: { name: 'guess-from-network', most: 60, minutes: 60 },
};

const WRONG = 'That code is not right, or it has run out. Check the newest e-mail from us, or ask for a new code.';

/** Signing in by a code that is sent to an address. No passwords; and nothing here tells whether an address is known. */
export function signInService({ db, clock, newId, inOneTransaction, secret, baseUrl, writeMail }: Deps) {
  return {
    /**
     * Sends a code. The answer is the same for every address.
     * @throws Problem 429 when an address or a network asks too often
     */
    async sendCode(email: string, network: string): Promise<void> {
      await countAttempt(db, clock, LIMITS.network, keyedHashOf(secret, network));
      await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email));
      const [code, link] = [newCode(), newToken()];
      const now = clock();
      await inOneTransaction(async ({ trx }) => {
        await signInCodesOn(trx).add({
          id: newId(), purpose: 'sign_in', email, personId: null, codeHash: keyedHashOf(secret, email, code), linkHash: hashOf(link), tries: 0,
          createdAt: now.toISOString(), expiresAt: new Date(now.getTime() + CODE_LASTS_MS).toISOString(), usedAt: null,
        });
        await writeMail(trx, { to: email, ...signInMail(code, `${baseUrl}/sign-in/link/${link}`) });
      });
    },

    /**
     * Lets somebody in who has the code.
     * @throws Problem 400 for a wrong, used or old code, 429 for too many guesses
     */
    async withCode(email: string, code: string, network: string): Promise<Person> {
      await countAttempt(db, clock, LIMITS.guesses, keyedHashOf(secret, network));
      const found = await signInCodesOn(db).newest(email, 'sign_in', clock());
      const mayTry = found !== undefined && (await signInCodesOn(db).countTry(found.id, TRIES));
      if (!mayTry || !same(found.codeHash, keyedHashOf(secret, email, code))) throw invalid([{ field: 'code', message: WRONG }]);
      return letIn(found);
    },

    /** Whether a link from a mail can still be used. Looking does not use it up: mail scanners open every link. */
    async linkWorks(token: string): Promise<boolean> {
      return (await signInCodesOn(db).byLink(hashOf(token), clock())) !== undefined;
    },

    /** Lets somebody in who has the link and pressed the button. */
    async withLink(token: string): Promise<Person> {
      const found = await signInCodesOn(db).byLink(hashOf(token), clock());
      if (!found) throw invalid([{ field: '', message: 'This link has been used, or it has run out. Ask for a new code.' }]);
      return letIn(found);
    },
  };

  function letIn(code: SignInCode): Promise<Person> {
    return inOneTransaction(async (unit) => {
      if (!(await signInCodesOn(unit.trx).use(code.id, clock()))) throw invalid([{ field: 'code', message: WRONG }]);
      const known = await peopleOn(unit.trx).byEmail(code.email);
      const person = known ?? (await welcome(unit, code.email));
      unit.record({ kind: 'signed_in', subjectKind: 'person', subjectId: person.id, actor: person.id });
      return person;
    });
  }

  async function welcome(unit: UnitOfWork, email: string): Promise<Person> {
    const person: Person = { id: newId(), email, name: '', telephone: null, postalAddress: null, createdAt: clock().toISOString(), deletedAt: null };
    await peopleOn(unit.trx).add(person);
    unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor: person.id });
    return person;
  }
}
export type SignInService = ReturnType<typeof signInService>;
