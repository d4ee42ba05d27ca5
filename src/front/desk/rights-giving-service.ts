import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import { ROLES, type Role, type Scope } from '../../ground/people/role-contract.ts';
import { areaRightsOn } from './rights-store.ts';
import { rightMail } from './rights-words.ts';

type NewRight = { role: Role; scope: Scope; scopeId: string; areaId: string | null; endsOn: string | null };
/** Who gives or ends a right: somebody signed in, or the command line. */
export type Giver = { id: string; name: string };
/** What a right is held on, and what that is called. */
export type RightThing = { scope: Scope; scopeId: string; on: string };
export type GivingDeps = {
  db: Database;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  today(): string;
  people: {
    personWith(unit: UnitOfWork, email: string, name: string, actor: string): Promise<{ id: string }>;
    grant(unit: UnitOfWork, personId: string, right: NewRight, actor: string): Promise<void>;
    endRight(unit: UnitOfWork, rightId: string, actor: string, areaId: string | null): Promise<void>;
  };
  writeMail(trx: Db, mail: NewMail): Promise<void>;
};

/** Giving a right, whoever may: makes the person when nobody has the address yet, and tells them by mail; all of it or nothing. */
export function givingRights({ inOneTransaction, baseUrl, today, people, writeMail }: GivingDeps) {
  return {
    /** @throws Problem 400 for a last day that is past */
    async give(
      areaId: string,
      { email, name, role, ends_on: endsOn }: { email: string; name: string; role: Role; ends_on: string | null },
      thing: RightThing,
      giver: Giver,
    ): Promise<void> {
      if (endsOn && endsOn < today())
        throw invalid([{ field: 'ends_on', message: 'Enter a last day that is today or later.' }]);
      const right = { role, scope: thing.scope, scopeId: thing.scopeId, areaId, endsOn };
      await inOneTransaction(async (unit) => {
        const person = await people.personWith(unit, email, name, giver.id);
        if (await areaRightsOn(unit.trx).isHeld(person.id, right)) return;
        await people.grant(unit, person.id, right, giver.id);
        const words = rightMail({
          giver: giver.name,
          role: ROLES[role].words.toLowerCase(),
          on: thing.on,
          until: endsOn,
          signInUrl: `${baseUrl}/sign-in`,
        });
        await writeMail(unit.trx, { to: email, ...words });
      });
    },
  };
}

/** Whether the last day of a right has passed. */
export const isOver = ({ endsOn }: { endsOn: string | null }, today: string): boolean =>
  endsOn !== null && endsOn < today;
