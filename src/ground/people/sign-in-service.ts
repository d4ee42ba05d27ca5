import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { invalid } from '../../kernel/problem.ts';
import type { NewMail } from '../notifications/mail-contract.ts';
import type { OneTimeCodes } from './one-time-code-service.ts';
import type { Person } from './person-contract.ts';
import { peopleOn } from './person-store.ts';
import type { SignInCode } from './sign-in-store.ts';
import { signInMail } from './sign-in-words.ts';

type Deps = {
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  codes: OneTimeCodes;
  baseUrl: string;
  writeMail(trx: Db, mail: NewMail): Promise<void>;
};

export type SentCode = { id: string; onlyKnownUntil: Date | null };

/** Signing in by a code that is sent to an address. No passwords; and nothing here tells whether an address is known. */
export function signInService({ clock, newId, inOneTransaction, codes, baseUrl, writeMail }: Deps) {
  return {
    /**
     * Sends a code. The answer is the same for every address.
     * @returns the id of the code, for the session that asked: it works nowhere else; and until when this network's codes go
     * only to addresses that somebody has signed in with before, for those who wait in vain to be told
     * @throws Problem 429 when an address or a network asks too often
     */
    async sendCode(email: string, network: string, next = ''): Promise<SentCode> {
      const onlyKnownUntil = await codes.countRequest(email, network);
      const id = await inOneTransaction(async ({ trx }) => {
        const issued = await codes.issue(trx, 'sign_in', email);
        const mailed = onlyKnownUntil === null || (await peopleOn(trx).byEmail(email)) !== undefined;
        const url = `${baseUrl}/sign-in/link/${issued.link}${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`;
        if (mailed) await writeMail(trx, { to: email, ...signInMail(issued.code, url) });
        else await codes.spoil(trx, issued.id);
        return issued.id;
      });
      return { id, onlyKnownUntil };
    },

    /**
     * Lets somebody in who has the code.
     * @throws Problem 400 for a wrong, used or old code, 429 for too many guesses
     */
    async withCode(codeId: string, code: string, network: string): Promise<Person> {
      return letIn(await codes.check('sign_in', codeId, code, network));
    },

    /** Whom a link from a mail lets in, while it can still be used. Looking does not use it up: mail scanners open every link. */
    async linkFor(token: string): Promise<string | null> {
      return (await codes.byLink(token))?.email ?? null;
    },

    /** Lets somebody in who has the link and pressed the button. */
    async withLink(token: string): Promise<Person> {
      const found = await codes.byLink(token);
      if (!found)
        throw invalid([{ field: '', message: 'This link has been used, or it has run out. Ask for a new code.' }]);
      return letIn(found);
    },
  };

  function letIn(code: SignInCode): Promise<Person> {
    return inOneTransaction(async (unit) => {
      await codes.use(unit.trx, code);
      const known = await peopleOn(unit.trx).byEmail(code.email);
      const person = known ?? (await welcome(unit, code.email));
      unit.record({ kind: 'signed_in', subjectKind: 'person', subjectId: person.id, actor: person.id });
      return person;
    });
  }

  async function welcome(unit: UnitOfWork, email: string): Promise<Person> {
    const person: Person = {
      id: newId(),
      email,
      name: '',
      telephone: null,
      postalAddress: null,
      createdAt: clock().toISOString(),
      deletedAt: null,
    };
    // Two codes for one new address may come in at once: whoever is second meets the person whom the first has made.
    if (!(await peopleOn(unit.trx).addUnlessKnown(person))) return (await peopleOn(unit.trx).byEmail(email)) ?? person;
    unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor: person.id });
    return person;
  }
}
export type SignInService = ReturnType<typeof signInService>;
