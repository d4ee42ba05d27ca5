import pg from 'pg';
import sqlite3 from 'sqlite3';
import type { Database } from '../../src/kernel/database.ts';
import { newId } from '../../src/kernel/ids.ts';

type Statement = { sql: string; bindings: unknown[] };
/** One connection of the plain driver. */
export type Plain = { run(statement: Statement): Promise<void>; close(): Promise<void> };

/** Every statement that some work sends to the database, in order. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = [];
  const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }): void =>
    void (sql.includes('register_revision') || found.push({ sql, bindings: bindings ?? [] }));
  db.on('query', note);
  await work();
  db.off('query', note);
  return found;
}

/** The same statements through the driver alone: what no program around it could undercut. */
export async function replay(plain: Plain, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await plain.run(asNew(statement));
}

export async function plainOn(url: string): Promise<Plain> {
  return url.startsWith('sqlite:') ? plainSqlite(url.slice('sqlite:'.length)) : plainPostgres(url);
}

let facts = 1_000_000_000;

/** A fact is never written twice, so that each replay writes one of its own. */
function asNew({ sql, bindings }: Statement): Statement {
  const columns = /^insert into [`"]facts[`"] \(([^)]*)\)/
    .exec(sql)?.[1]
    ?.split(', ')
    .map((name) => name.slice(1, -1));
  if (!columns) return { sql, bindings };
  return {
    sql,
    bindings: bindings.map((value, at) =>
      columns[at % columns.length] === 'id' ? newId() : columns[at % columns.length] === 'seq' ? ++facts : value,
    ),
  };
}

async function plainPostgres(url: string): Promise<Plain> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return { run: async ({ sql, bindings }) => void (await client.query(sql, bindings)), close: () => client.end() };
}

async function plainSqlite(file: string): Promise<Plain> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const run = ({ sql, bindings }: Statement): Promise<void> =>
    new Promise((resolve, reject) => void db.all(sql, bindings, (error) => (error ? reject(error) : resolve())));
  await run({ sql: 'pragma busy_timeout = 60000', bindings: [] });
  await run({ sql: 'pragma synchronous = normal', bindings: [] });
  await run({ sql: 'pragma foreign_keys = on', bindings: [] });
  return { run, close: () => new Promise((resolve) => void db.close(() => resolve())) };
}
