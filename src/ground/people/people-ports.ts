import type { Db } from '../../kernel/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Person } from './person-contract.ts';
import { peopleOn, type HeldRight } from './person-store.ts';
import type { Role, Scope } from './role-contract.ts';

/** Whoever leads a group, to ring. */
export type GroupLead = { name: string; telephone: string | null; email: string | null };

/** Puts somebody among people, mostly without an e-mail address, for whom somebody else types something. */
export const personAdding =
  ({ clock, newId }: { clock: Clock; newId: NewId }) =>
  async (unit: UnitOfWork, details: Omit<Person, 'id' | 'createdAt' | 'deletedAt'>, actor: string): Promise<Person> => {
    const person = { ...details, id: newId(), createdAt: clock().toISOString(), deletedAt: null };
    await peopleOn(unit.trx).add(person);
    unit.record({ kind: 'person_added', subjectKind: 'person', subjectId: person.id, actor });
    return person;
  };

/** People, and who holds what, as other features ask for them: in the transaction in hand. */
export const peoplePorts = {
  byId: (db: Db, id: string): Promise<Person | undefined> => peopleOn(db).byId(id),
  byIds: (db: Db, ids: readonly string[]): Promise<Person[]> => peopleOn(db).byIds(ids),
  byEmail: (db: Db, email: string): Promise<Person | undefined> => peopleOn(db).byEmail(email),
  /** Who holds a right on any of these things: who leads a group, who answers for an owner, who keeps a place. */
  holders: (db: Db, scope: Scope, ids: string[]): Promise<HeldRight[]> => peopleOn(db).holders(scope, ids),
  /** Names as people gave them; empty for those who gave none. */
  names: async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
    new Map((await peopleOn(db).byIds(ids)).map(({ id, name }) => [id, name])),
  /** Names to show to others. */
  namesOf: async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
    new Map((await peopleOn(db).byIds(ids)).map(({ id, name }) => [id, name || 'Somebody'])),
  /** Names to show to officers, who may see addresses where there is no name. */
  namesForOfficers: async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
    new Map((await peopleOn(db).byIds(ids)).map(({ id, name, email }) => [id, name || email || 'Somebody'])),
  /** Who leads some groups, and how they are reached: whom to ring. */
  async leadsOf(db: Db, groupIds: readonly string[]): Promise<Map<string, GroupLead>> {
    const leads = (await peopleOn(db).holders('group', [...groupIds])).filter(({ role }) => role === 'group_lead');
    const people = await peopleOn(db).byIds(leads.map(({ personId }) => personId));
    const telephones = new Map(people.map(({ id, telephone }) => [id, telephone]));
    return new Map(
      leads.map(({ scopeId, personId, name, email }) => [
        scopeId,
        { name: name || 'somebody', email, telephone: telephones.get(personId) ?? null },
      ]),
    );
  },
  /** Ids of the things on which somebody holds one of these roles. */
  idsHeld: async (db: Db, personId: string, roles: readonly Role[], scope: Scope): Promise<string[]> =>
    (await peopleOn(db).rightsOf(personId))
      .filter((right) => right.scope === scope && roles.includes(right.role))
      .map(({ scopeId }) => scopeId),
};
