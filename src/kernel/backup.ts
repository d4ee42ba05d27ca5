import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { isSqlite, type Database } from './database.ts';
import { conflict } from './problem.ts';

/**
 * Writes a whole copy of the database to a file while others go on working with it.
 * SQLite makes a compact copy of itself; PostgreSQL uses its own pg_dump, which must be installed.
 * @throws Problem when the file is there already, Error when pg_dump fails
 */
export async function backUp(db: Database, file: string): Promise<void> {
  if (existsSync(file)) throw conflict(`There is a file ${file} already. Choose another name.`);
  if (isSqlite(db)) {
    await db.raw('vacuum into ?', [file]);
    return;
  }
  await run('pg_dump', ['--format=custom', '--file', file, String(db.client.config.connection)]);
}

/**
 * Copies every folder of uploads into a new one. The database lies beside the folders and has its own way; a folder that holds the
 * copy itself is left out. Take the database first: every file that it names was written before.
 * @returns how many files there are in the copy
 * @throws Problem when the target is there already
 */
export async function backUpFiles(dataDir: string, target: string): Promise<number> {
  if (existsSync(target)) throw conflict(`There is a folder ${target} already. Choose another name.`);
  await mkdir(target, { recursive: true });
  const folders = existsSync(dataDir)
    ? (await readdir(dataDir, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    : [];
  for (const { name } of folders.filter((folder) => !holds(join(dataDir, folder.name), target))) {
    // Half-written files belong to nobody yet.
    await cp(join(dataDir, name), join(target, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !path.endsWith('.part'),
    });
  }
  return (await readdir(target, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
}

function holds(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`);
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.on('error', () =>
      reject(new Error(`${command} could not be started. Install the PostgreSQL client programs.`)),
    );
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with code ${code}.`))));
  });
}
