import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsBeside } from './backup.ts';
import { copyUploads } from './backup-files.ts';
import { isSqlite, type Database } from './database.ts';
import { conflict, invalid } from './problem.ts';
import { fillPostgres, migrationsOf } from './restore-postgres.ts';

type Wish = {
  db: Database;
  dataDir: string;
  file: string;
  /** Makes the tables of these migrations, or brings them to the newest shape. */
  migrate(db: Database, names?: readonly string[]): Promise<void>;
};

const SQLITE_BEGINS = 'SQLite format 3\0';

/**
 * Puts back what `backUp` wrote, into an empty database of the same kind and a folder without uploads, and brings it to the newest shape.
 * @returns how many uploaded files came back
 * @throws Problem that says what is in the way; then nothing has been written over
 */
export async function restore({ db, dataDir, file, migrate }: Wish): Promise<number> {
  const folder = uploadsBeside(file);
  for (const path of [file, folder])
    if (!existsSync(path))
      throw invalid([{ field: 'file', message: `There is no ${path}. A copy is both, side by side.` }]);
  for (const name of readdirSync(folder))
    if (existsSync(join(dataDir, name)) && readdirSync(join(dataDir, name)).length > 0)
      throw conflict(
        `There is something in ${join(dataDir, name)} already. Set DATA_DIR to a new folder, or move it away.`,
      );
  await (isSqlite(db) ? placeSqlite(db, file) : refillPostgres({ db, file, migrate }));
  await migrate(db);
  return copyUploads(folder, dataDir);
}

async function placeSqlite(db: Database, file: string): Promise<void> {
  const target: string = db.client.config.connection.filename;
  if (!(await beginsAsSqlite(file)))
    throw conflict(`${file} is not a copy of a SQLite database. Set DATABASE_URL to postgres://…`);
  if (existsSync(target) && statSync(target).size > 0)
    throw conflict(
      `There is a database at ${target} already. Stop the site and move it away, or name another in DATABASE_URL.`,
    );
  for (const old of ['-wal', '-shm']) await rm(`${target}${old}`, { force: true });
  await copyFile(file, `${target}.part`);
  await chmod(`${target}.part`, 0o600);
  await rename(`${target}.part`, target);
}

async function beginsAsSqlite(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(SQLITE_BEGINS.length), 0, SQLITE_BEGINS.length, 0);
  await handle.close();
  return buffer.toString('latin1') === SQLITE_BEGINS;
}

async function refillPostgres({ db, file, migrate }: Omit<Wish, 'dataDir'>): Promise<void> {
  const wanted = await migrationsOf(file);
  const there = (await db.schema.hasTable('knex_migrations'))
    ? await db('knex_migrations').orderBy('id').pluck('name')
    : [];
  const facts = there.length > 0 ? await db('facts').first() : undefined;
  if (facts !== undefined || there.some((name, at) => name !== wanted[at]))
    throw conflict('There is something in this database already. Make a new, empty one and name it in DATABASE_URL.');
  await migrate(db, wanted);
  const made: string[] = await db('knex_migrations').orderBy('id').pluck('name');
  if (made.length < wanted.length)
    throw conflict(
      'The copy was made by a newer version of Meantime. Install that version, or a newer one, and restore with it.',
    );
  await fillPostgres(db, file);
}
