import type { Db } from '../../kernel/database.ts';
import type { Person } from './person-contract.ts';
import type { Right, Role, Scope } from './role-contract.ts';

type PersonRow = {
  id: string;
  email: string | null;
  name: string;
  telephone: string | null;
  postal_address: string | null;
  created_at: string;
  deleted_at: string | null;
};
type RightRow = {
  id: string;
  person_id: string;
  role: Role;
  scope_kind: Scope;
  scope_id: string;
  ends_on: string | null;
};
export type HeldRight = Right & { personId: string; name: string; email: string | null };

/** People and their rights. */
export function peopleOn(db: Db) {
  return {
    async byId(id: string): Promise<Person | undefined> {
      const row: PersonRow | undefined = await db('people').where({ id }).whereNull('deleted_at').first();
      return row && toPerson(row);
    },
    /** Somebody with all rights that nobody has ended, in one query: it is asked for with every page. */
    async withRights(id: string): Promise<{ person: Person; rights: Right[] } | undefined> {
      const rows: (PersonRow & { right_id: string | null } & Omit<RightRow, 'id'>)[] = await db('people')
        .leftJoin('rights', (join) => join.on('rights.person_id', 'people.id').andOnNull('rights.ended_at'))
        .where({ 'people.id': id })
        .whereNull('people.deleted_at')
        .select('people.*', { right_id: 'rights.id' }, 'role', 'scope_kind', 'scope_id', 'ends_on');
      const [row] = rows;
      return (
        row && {
          person: toPerson(row),
          rights: rows.flatMap((one) => (one.right_id === null ? [] : [toRight({ ...one, id: one.right_id })])),
        }
      );
    },
    /** People by id, in one query; deleted accounts are left out. */
    async byIds(ids: readonly string[]): Promise<Person[]> {
      return ids.length === 0
        ? []
        : (
            await db('people')
              .whereIn('id', [...new Set(ids)])
              .whereNull('deleted_at')
          ).map(toPerson);
    },
    async byEmail(email: string): Promise<Person | undefined> {
      const row: PersonRow | undefined = await db('people').where({ email }).first();
      return row && toPerson(row);
    },
    async add(person: Person): Promise<void> {
      await db('people').insert(fromPerson(person));
    },
    /** @returns whether it was added: somebody else may have been given the same address a moment before */
    async addUnlessKnown(person: Person): Promise<boolean> {
      await db('people').insert(fromPerson(person)).onConflict('email').ignore();
      return (await db('people').where({ id: person.id }).first('id')) !== undefined;
    },
    async change(person: Person): Promise<void> {
      await db('people').where({ id: person.id }).update(fromPerson(person));
    },
    /** Lets one deletion of an account happen at a time, until the transaction ends. */
    async lockDeletions(): Promise<void> {
      await db('leases').insert({ name: 'account-deletion', holder: '', until: '' }).onConflict('name').ignore();
      await db('leases').where({ name: 'account-deletion' }).update({ until: '' });
    },
    /** Rights that nobody has ended; whether their last day has passed is for `isLive` to say. */
    async rightsOf(personId: string): Promise<Right[]> {
      return (await db('rights').where({ person_id: personId }).whereNull('ended_at')).map(toRight);
    },
    async rightById(id: string): Promise<(Right & { personId: string }) | undefined> {
      const row: RightRow | undefined = await db('rights').where({ id }).whereNull('ended_at').first();
      return row && { ...toRight(row), personId: row.person_id };
    },
    /** Who holds rights on some things of one kind. */
    async holders(scope: Scope, scopeIds: string[]): Promise<HeldRight[]> {
      const rows: (RightRow & { name: string; email: string | null })[] = await db('rights')
        .join('people', 'people.id', 'rights.person_id')
        .where({ scope_kind: scope })
        .whereIn('scope_id', scopeIds)
        .whereNull('ended_at')
        .orderBy('people.name')
        .select('rights.*', 'people.name', 'people.email');
      return rows.map((row) => ({ ...toRight(row), personId: row.person_id, name: row.name, email: row.email }));
    },
    async addRight(personId: string, right: Right, grantedBy: string, now: Date): Promise<void> {
      await db('rights').insert({
        id: right.id,
        person_id: personId,
        role: right.role,
        scope_kind: right.scope,
        scope_id: right.scopeId,
        ends_on: right.endsOn,
        granted_by: grantedBy,
        granted_at: now.toISOString(),
        ended_at: null,
      });
    },
    async endRight(id: string, now: Date): Promise<boolean> {
      return (await db('rights').where({ id }).whereNull('ended_at').update({ ended_at: now.toISOString() })) === 1;
    },
  };
}

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  telephone: row.telephone,
  postalAddress: row.postal_address,
  createdAt: row.created_at,
  deletedAt: row.deleted_at,
});
const fromPerson = (person: Person): PersonRow => ({
  id: person.id,
  email: person.email,
  name: person.name,
  telephone: person.telephone,
  postal_address: person.postalAddress,
  created_at: person.createdAt,
  deleted_at: person.deletedAt,
});
const toRight = (row: Omit<RightRow, 'person_id'>): Right => ({
  id: row.id,
  role: row.role,
  scope: row.scope_kind,
  scopeId: row.scope_id,
  endsOn: row.ends_on,
});
