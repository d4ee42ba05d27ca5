import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { countAttempt } from '../../kernel/limits.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { NewMail } from '../notifications/mail-contract.ts';
import { emailChangedMail, emailCodeMail, emailTakenMail } from './account-words.ts';
import { wrongCode, type OneTimeCodes } from './one-time-code-service.ts';
import type { PeopleService } from './people-service.ts';
import type { Person } from './person-contract.ts';
import { peopleOn } from './person-store.ts';
import type { PersonalData } from './personal-data-contract.ts';
import type { PersonalDataKeeper } from './personal-data-slot.ts';
import { personalDataIn, removeWaysIn } from './personal-data-store.ts';
import type { Who } from './role-contract.ts';

type Deps = {
  db: Database;
  clock: Clock;
  inOneTransaction: InOneTransaction;
  codes: OneTimeCodes;
  people: Pick<PeopleService, 'endRight'>;
  baseUrl: string;
  writeMail(trx: Db, mail: NewMail): Promise<void>;
  /** What other features keep about people; each has its own say in a download and a deletion. */
  keepers: readonly PersonalDataKeeper[];
};

const CHANGES = { name: 'change-email', most: 5, minutes: 60 };
/** What is left of a name where something still points at the person. */
const NAME_AFTER = 'Deleted account';

/** What somebody can do with their account and everything we know about them. */
export function accountService({ db, clock, inOneTransaction, codes, people, baseUrl, writeMail, keepers }: Deps) {
  return {
    /** Everything we keep about somebody. */
    async dataOf({ personId }: Who): Promise<PersonalData> {
      const person = await known(db, personId);
      const parts = await personalDataIn(db, person);
      for (const keeper of keepers) parts.push(...((await keeper.partsFor?.(db, person)) ?? []));
      return { madeAt: clock().toISOString(), parts };
    },

    /**
     * Sends a code to a new address. Nothing tells whether it belongs to somebody already: then its holder is told instead.
     * @returns the id of a code; where the address is taken, of one that nobody knows
     */
    async askForEmail(who: Who, email: string, network: string): Promise<string> {
      if (email === who.email)
        throw invalid([{ field: 'email', message: 'That is your address already. Enter the new one.' }]);
      await countAttempt(db, clock, CHANGES, who.personId);
      await codes.countRequest(email, network);
      return inOneTransaction(async ({ trx }) => {
        const taken = (await peopleOn(trx).byEmail(email)) !== undefined;
        const { id, code } = await codes.issue(trx, 'change_email', email, who.personId);
        if (taken) await codes.spoil(trx, id);
        await writeMail(trx, { to: email, ...(taken ? emailTakenMail(`${baseUrl}/sign-in`) : emailCodeMail(code)) });
        return id;
      });
    },

    /** Changes the address once its code was typed. @throws Problem 400 for a wrong code */
    async changeEmail(who: Who, codeId: string, code: string, network: string): Promise<void> {
      const found = await codes.check('change_email', codeId, code, network);
      if (found.personId !== who.personId) throw wrongCode();
      await inOneTransaction(async ({ trx, record }) => {
        await codes.use(trx, found);
        const person = await known(trx, who.personId);
        if (await peopleOn(trx).byEmail(found.email)) throw wrongCode();
        await peopleOn(trx).change({ ...person, email: found.email });
        if (person.email !== null) await writeMail(trx, { to: person.email, ...emailChangedMail() });
        record({ kind: 'email_changed', subjectKind: 'person', subjectId: who.personId, actor: who.personId });
      });
    },

    /** Why somebody's account cannot be deleted at the moment; empty when it can. */
    async holdsOn({ personId }: Who): Promise<string[]> {
      return holdsIn(db, await known(db, personId));
    },

    /**
     * Deletes an account. What the law keeps loses its name: the record holds the id only, and nothing leads from that to anybody.
     * @throws Problem 409 while something depends on the person
     */
    async remove({ personId }: Who): Promise<void> {
      await inOneTransaction(async (unit) => {
        // One deletion at a time: two last administrators who go at once must not both believe in the other.
        await peopleOn(unit.trx).lockDeletions();
        const person = await known(unit.trx, personId);
        const holds = await holdsIn(unit.trx, person);
        if (holds.length > 0) throw conflict(holds.join(' '));
        for (const right of await peopleOn(unit.trx).rightsOf(personId))
          await people.endRight(unit, right.id, personId, null);
        for (const keeper of keepers) await keeper.erase?.(unit, person);
        await removeWaysIn(unit.trx, person);
        await peopleOn(unit.trx).change({
          ...person,
          email: null,
          name: NAME_AFTER,
          telephone: null,
          postalAddress: null,
          deletedAt: clock().toISOString(),
        });
        unit.record({ kind: 'account_deleted', subjectKind: 'person', subjectId: personId, actor: personId });
      });
    },
  };

  async function holdsIn(on: Db, person: Person): Promise<string[]> {
    const all: string[] = [];
    for (const keeper of keepers) all.push(...((await keeper.holdsFor?.(on, person)) ?? []));
    return all;
  }
}
export type AccountService = ReturnType<typeof accountService>;

async function known(db: Db, personId: string): Promise<Person> {
  const person = await peopleOn(db).byId(personId);
  if (!person) throw notFound('account');
  return person;
}
