import type { Knex } from 'knex';
import * as register from './migrations/0001-register.ts';
import * as imports from './migrations/0002-imports.ts';
import * as people from './migrations/0003-people.ts';

/** Every migration in order, by import rather than by folder: compiled and uncompiled code then run the same list. */
const MIGRATIONS: { name: string; migration: Knex.Migration }[] = [
  { name: '0001-register', migration: register },
  { name: '0002-imports', migration: imports },
  { name: '0003-people', migration: people },
];

const source: Knex.MigrationSource<(typeof MIGRATIONS)[number]> = {
  getMigrations: () => Promise.resolve(MIGRATIONS),
  getMigrationName: (entry) => entry.name,
  getMigration: (entry) => Promise.resolve(entry.migration),
};

/** Brings the database to the newest shape. Safe to run at every start and from several processes at once. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource: source });
}
