import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { NewFact } from '../../kernel/fact.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Person } from './person-contract.ts';
import { peopleOn } from './person-store.ts';
import type { Right, Role, Scope, Who } from './role-contract.ts';
import { canBeHeldOn } from './role-rules.ts';
import { ROLES, SCOPE_WORDS, STAFF_ROLES } from './role-contract.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  staffPasskeys: 'required' | 'optional';
};
export type NewRight = { role: Role; scope: Scope; scopeId: string; areaId: string | null; endsOn: string | null };

/** People and what they may do. */
export function peopleService({ db, clock, newId, inOneTransaction, staffPasskeys }: Deps) {
  return {
    byId: (id: string) => peopleOn(db).byId(id),
    byIds: (ids: readonly string[]) => peopleOn(db).byIds(ids),
    rightsOf: (personId: string) => peopleOn(db).rightsOf(personId),
    holders: (scope: Scope, ids: string[]) => peopleOn(db).holders(scope, ids),

    /**
     * Who a session belongs to, with the rights as they are now; null when the account is gone.
     * Where staff must use passkeys, officers' rights are held back from sessions that no passkey has proved.
     */
    async who(personId: string, provedAt: string, withPasskey: boolean): Promise<Who | null> {
      const found = await peopleOn(db).withRights(personId);
      if (!found) return null;
      const { person, rights: all } = found;
      const held = ({ role }: Right): boolean =>
        staffPasskeys === 'required' && !withPasskey && STAFF_ROLES.includes(role);
      return {
        personId,
        name: person.name,
        email: person.email,
        rights: all.filter((right) => !held(right)),
        heldBack: all.filter(held),
        provedAt,
        withPasskey,
      };
    },

    async rename(who: Who, name: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const person = await peopleOn(trx).byId(who.personId);
        if (!person) throw notFound('account');
        await peopleOn(trx).change({ ...person, name });
        record({ kind: 'person_renamed', subjectKind: 'person', subjectId: who.personId, actor: who.personId });
      });
    },

    /** Somebody by e-mail address, made when nobody has it yet. For officers and invitations: signing in still needs the code. */
    async personWith(unit: UnitOfWork, email: string, name: string, actor: string): Promise<Person> {
      const people = peopleOn(unit.trx);
      const known = await people.byEmail(email);
      if (known) return known;
      const person: Person = {
        id: newId(),
        email,
        name,
        telephone: null,
        postalAddress: null,
        createdAt: clock().toISOString(),
        deletedAt: null,
      };
      await people.add(person);
      unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor });
      return person;
    },

    /** Gives a right on a thing. Holding it already is no mistake: then nothing changes. */
    async grant(unit: UnitOfWork, personId: string, right: NewRight, actor: string): Promise<void> {
      if (!canBeHeldOn(right.role, right.scope)) {
        throw invalid([
          {
            field: 'role',
            message: `${ROLES[right.role].words} is a role for ${ROLES[right.role].on.map((scope) => SCOPE_WORDS[scope]).join(' or ')}. Choose that.`,
          },
        ]);
      }
      const people = peopleOn(unit.trx);
      const held = await people.rightsOf(personId);
      if (
        held.some(
          (one) =>
            one.role === right.role &&
            one.scope === right.scope &&
            one.scopeId === right.scopeId &&
            one.endsOn === right.endsOn,
        )
      )
        return;
      const stored: Right = {
        id: newId(),
        role: right.role,
        scope: right.scope,
        scopeId: right.scopeId,
        endsOn: right.endsOn,
      };
      await people.addRight(personId, stored, actor, clock());
      unit.record({
        kind: 'right_given',
        areaId: right.areaId,
        subjectKind: right.scope,
        subjectId: right.scopeId,
        actor,
        after: { personId, role: right.role, endsOn: right.endsOn },
      });
    },

    /** Ends a right at once. @throws Problem 404 when there is none such */
    async endRight(unit: UnitOfWork, rightId: string, actor: string, areaId: string | null): Promise<void> {
      const people = peopleOn(unit.trx);
      const right = await people.rightById(rightId);
      if (!right || !(await people.endRight(rightId, clock()))) throw notFound('right');
      unit.record({
        kind: 'right_ended',
        areaId,
        subjectKind: right.scope,
        subjectId: right.scopeId,
        actor,
        before: { personId: right.personId, role: right.role },
      });
    },

    /**
     * Notes that an officer looked at something that not everybody may see. Called before it is shown: what cannot be noted is not shown.
     * @param kind what was read, for instance `document_read`
     */
    async noteRead(
      who: Who,
      read: Pick<NewFact, 'kind' | 'subjectKind' | 'subjectId' | 'areaId' | 'reason'>,
    ): Promise<void> {
      await inOneTransaction(async ({ record }) => record({ ...read, actor: who.personId }));
    },

    inOneTransaction,
  };
}
export type PeopleService = ReturnType<typeof peopleService>;
