import type { Db } from '../../kernel/database.ts';
import type { PersonalDataPart } from './personal-data-contract.ts';
import type { Person } from './person-contract.ts';

type Row = Record<string, unknown>;

/** Everything the people's own tables and the record hold about somebody. Secrets, even hashed ones, stay out. */
export async function personalDataIn(db: Db, person: Person): Promise<PersonalDataPart[]> {
  const of = (table: string) => db(table).where({ person_id: person.id });
  const rights = await of('rights').orderBy('granted_at');
  const sessions = await of('sessions').orderBy('started_at');
  const passkeys = await of('passkeys').orderBy('created_at');
  const codes = await db('sign_in_codes')
    .where({ email: person.email ?? '' })
    .orWhere({ person_id: person.id })
    .orderBy('created_at');
  const facts = await db('facts')
    .where({ actor: person.id })
    .orWhere({ on_behalf_of: person.id })
    .orWhere({ subject_kind: 'person', subject_id: person.id })
    .orderBy('seq');
  return [
    part('person', 'You', [
      {
        name: person.name,
        email: person.email,
        telephone: person.telephone,
        postal_address: person.postalAddress,
        since: person.createdAt,
      },
    ]),
    part(
      'rights',
      'What you may do',
      rights.map((row: Row) =>
        picked(row, {
          role: 'role',
          scope_kind: 'held_on',
          scope_id: 'id',
          granted_at: 'given',
          ends_on: 'last day',
          ended_at: 'ended',
        }),
      ),
    ),
    part(
      'devices',
      'Where you are signed in',
      sessions.map((row: Row) =>
        picked(row, { device: 'device', started_at: 'since', seen_at: 'last used', expires_at: 'ends' }),
      ),
    ),
    part(
      'passkeys',
      'Your passkeys',
      passkeys.map((row: Row) => picked(row, { name: 'name', created_at: 'added', used_at: 'last used' })),
    ),
    part(
      'codes',
      'Codes we sent you',
      codes.map((row: Row) => picked(row, { purpose: 'for', created_at: 'sent', used_at: 'used' })),
    ),
    part(
      'record',
      'What the record says of you',
      facts.map((row: Row) => factIn(row, person.id)),
    ),
  ];
}

/** Removes everything that lets somebody in. */
export async function removeWaysIn(db: Db, person: Person): Promise<void> {
  for (const table of ['sessions', 'passkeys', 'sign_in_codes'])
    await db(table).where({ person_id: person.id }).delete();
  if (person.email === null) return;
  await db('sign_in_codes').where({ email: person.email }).delete();
  await db('invitations').where({ email: person.email }).delete();
}

/** Who else holds a role on one of these things, by the day. */
export async function othersWith(
  db: Db,
  personId: string,
  role: string,
  scopeIds: string[],
  today: string,
): Promise<Set<string>> {
  const rows = await db('rights')
    .where({ role })
    .whereIn('scope_id', scopeIds)
    .whereNot({ person_id: personId })
    .whereNull('ended_at')
    .where((live) => live.whereNull('ends_on').orWhere('ends_on', '>=', today))
    .distinct('scope_id');
  return new Set(rows.map((row: { scope_id: string }) => row.scope_id));
}

const part = (name: string, title: string, entries: Row[]): PersonalDataPart => ({ name, title, entries });
const picked = (row: Row, names: Record<string, string>): Row =>
  Object.fromEntries(Object.entries(names).map(([column, name]) => [name, row[column] ?? null]));

/** A fact, and which part somebody had in it. Ids of other people stay in it: they name nobody. */
function factIn(row: Row, personId: string): Row {
  const yours =
    row['actor'] === personId ? 'you did it' : row['on_behalf_of'] === personId ? 'done for you' : 'about you';
  const read = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : null);
  return {
    at: row['at'],
    what: row['kind'],
    your_part: yours,
    about: row['subject_kind'],
    id: row['subject_id'],
    channel: row['channel'] ?? null,
    reason: row['reason'] ?? null,
    before: read(row['before']),
    after: read(row['after']),
    public_text: row['public_text'] ?? null,
  };
}
