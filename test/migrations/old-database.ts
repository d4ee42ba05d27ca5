import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { openDatabase, type Database } from '../../src/kernel/database.ts';

/** An empty database as the product had it before a migration. @param number of the first migration that it has not had */
export async function databaseBefore(number: string, url: string): Promise<Database> {
  const db = openDatabase(url);
  const earlier = (await migrationFiles()).filter(({ file }) => file < number);
  const migrationSource: Knex.MigrationSource<MigrationFile> = {
    getMigrations: () => Promise.resolve(earlier),
    getMigrationName: ({ file }) => file.replace('.ts', ''),
    getMigration: ({ migration }) => Promise.resolve(migration),
  };
  await db.transaction((trx) => trx.migrate.latest({ migrationSource, disableTransactions: true }));
  return db;
}

type MigrationFile = { file: string; migration: Knex.Migration };

/** Every migration in its order; files beside them that only hold a part of one are none. */
async function migrationFiles(): Promise<MigrationFile[]> {
  const files = readdirSync('db/migrations').filter((file) => file.endsWith('.ts'));
  const all = await Promise.all(
    files.toSorted().map(async (file) => ({
      file,
      migration: (await import(`../../db/migrations/${file}`)) as Partial<Knex.Migration>,
    })),
  );
  return all.filter((one): one is MigrationFile => 'up' in one.migration && 'down' in one.migration);
}

/** Adds a row, with something plain in every column that must have something and that the test says nothing about. */
export async function addRow(db: Database, table: string, values: Record<string, unknown>): Promise<void> {
  const columns = Object.entries(await db(table).columnInfo());
  const asked = columns.filter(
    ([name, { nullable, defaultValue }]) => !nullable && defaultValue === null && name !== 'number',
  );
  const plain = asked.map(([name, { type }]) => [name, /int|double|bool|real/.test(type) ? 0 : '']);
  await db(table).insert({ ...Object.fromEntries(plain), ...values });
}

/** An area with one room and one group in it. @returns what a booking of theirs has, to be given an id and a submission */
export async function anOldTown(db: Database): Promise<Record<string, unknown>> {
  await addRow(db, 'areas', { id: 'area', slug: 'area', time_zone: 'Europe/London', holidays: 'england-and-wales' });
  await addRow(db, 'owners', { id: 'owner', area_id: 'area' });
  await addRow(db, 'assets', { id: 'asset', area_id: 'area', owner_id: 'owner' });
  await addRow(db, 'spaces', { id: 'space', asset_id: 'asset' });
  await addRow(db, 'people', { id: 'person' });
  await addRow(db, 'groups', { id: 'group', area_id: 'area', registered_by: 'person' });
  return {
    area_id: 'area',
    space_id: 'space',
    group_id: 'group',
    state: 'confirmed',
    recurrence: '{"kind":"once","date":"2027-03-09"}',
    from_time: '18:00',
    to_time: '20:00',
    zone: 'Europe/London',
    price: '{"lists":{},"ownInsurance":false,"quote":null}',
    terms: '{}',
    starts_on: '2027-03-09',
    ends_on: '2027-03-30',
    created_by: 'person',
  };
}
