import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Database } from './database.ts';
import { connected } from './postgres-script.ts';
import { conflict, type Problem } from './problem.ts';

const MIGRATIONS = '-- migrations: ';
const COMMIT = 'commit;';
const THE_END = '-- the end';

/** The names of the migrations that made the tables of a copy. @throws Problem when the file is no copy of a PostgreSQL */
export async function migrationsOf(file: string): Promise<string[]> {
  const first = await firstLines(file).catch(() => []);
  const named = first.find((line) => line.startsWith(MIGRATIONS));
  if (named === undefined) throw notACopy(file);
  return named.slice(MIGRATIONS.length).split(' ');
}

async function firstLines(file: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(file)) if (lines.push(line) === 2) break;
  return lines;
}

/** Fills tables that the copy's migrations have made, whole or not at all. @throws Problem when the copy breaks off */
export async function fillPostgres(db: Database, file: string): Promise<void> {
  await connected(db, async (connection) => {
    try {
      let last = '';
      for await (const line of linesOf(file)) {
        // We commit ourselves, once the last line has been seen.
        if (!line.startsWith('--') && line !== COMMIT) await connection.query(line);
        last = line;
      }
      if (last !== THE_END) throw breaksOff(file);
      await connection.query(COMMIT);
    } catch (error) {
      await connection.query('rollback');
      throw error;
    }
  });
}

/** Lines end with a line feed and nothing else: text in a copy may hold whatever else counts as the end of one. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  const packed = createReadStream(file);
  const script = packed.pipe(createGunzip()).setEncoding('utf8');
  packed.once('error', (error) => script.destroy(error));
  try {
    for await (const chunk of script) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw isZlib(error) ? breaksOff(file) : error;
  }
}

/** What gunzip says of a file that it cannot unpack, or not to its end, has a code such as Z_BUF_ERROR. */
const isZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

const breaksOff = (file: string): Problem =>
  conflict(`${file} is damaged or breaks off. Nothing of it was restored; take another copy.`);

const notACopy = (file: string): Problem =>
  conflict(`${file} is not a copy of a PostgreSQL that "backup" has written. A copy of SQLite goes into SQLite.`);
