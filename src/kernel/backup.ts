import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.on('error', () => reject(new Error(`${command} could not be started. Install the PostgreSQL client programs.`)));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with code ${code}.`))));
  });
}
