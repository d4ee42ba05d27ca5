import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { PostgresClient } from './engines/postgres-client.ts';
import { SqliteClient } from './engines/sqlite-client.ts';
import { gatherOn } from './engines/together.ts';
import { noteFound } from './engines/transaction-memory.ts';

export type Database = Knex;
/** A transaction in hand, or the database itself where a single query needs none. Stores are built on one of these. */
export type Db = Knex | Knex.Transaction;

// PostgreSQL gives counts and sums (int8, numeric) as text to be safe beyond 2^53; ours never get there.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** How long a SQLite writer waits for another process (an import, say) before giving up, in milliseconds. */
const SQLITE_WAIT_MS = 60_000;

/**
 * Opens the database that the URL names. Both engines answer the same queries.
 * @param url `sqlite:./file.db` or `postgres://…`
 */
export function openDatabase(url: string): Database {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
}

export function isSqlite(db: Db): boolean {
  return db.client.config.client === 'sqlite3';
}

/** Rows that one INSERT can carry on both engines: SQLite takes 32,766 values, and Knex joins at most 500 rows. */
export function batches<T>(rows: T[], columns: number): T[][] {
  const size = Math.min(500, Math.floor(32_000 / columns));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** Inserts any number of rows of one shape. */
export async function insertAll(db: Db, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  for (const batch of batches(rows, Object.keys(first).length)) await db(table).insert(batch);
}

/**
 * Looks several things up at one moment: inside a transaction all of them travel to the database as one statement, and so do those
 * that rest on them. Only for looks that do not rest on each other, and never for writing.
 */
export async function together<T extends readonly unknown[]>(
  db: Db,
  looks: () => { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  if (!db.isTransaction) return Promise.all(looks());
  const end = gatherOn(await db.client.acquireConnection());
  try {
    return await Promise.all(looks());
  } finally {
    end();
  }
}

/**
 * What a look would find, where this transaction has just written it itself: it then need not ask. Any other writing to the same table
 * makes it ask again.
 */
export async function alreadyKnown(db: Db, look: Knex.QueryBuilder, rows: readonly object[]): Promise<void> {
  if (!db.isTransaction) return;
  const { sql, bindings } = look.toSQL().toNative();
  noteFound(await db.client.acquireConnection(), { sql, bindings }, rows as readonly Record<string, unknown>[]);
}

/**
 * Row numbers whose searchable words contain a word beginning with each of the given ones.
 * The migration keeps `words` indexed for text search: FTS5 on SQLite, tsvector with GIN on PostgreSQL.
 * @param words lower-case, letters and digits only: see `searchable` in text.ts
 */
export async function rowsWithWords(db: Db, table: string, words: string[]): Promise<number[]> {
  const rows = isSqlite(db)
    ? await db(`${table}_text`)
        .whereRaw(`${table}_text match ?`, words.map((word) => `"${word}"*`).join(' '))
        .select({ row: 'rowid' })
    : await db(table)
        .whereRaw(`words_vector @@ to_tsquery('simple', ?)`, words.map((word) => `${word}:*`).join(' & '))
        .select({ row: 'row_no' });
  return rows.map((row: { row: number }) => row.row);
}

/** Whether a row could not be removed because another one belongs to it. In PostgreSQL the transaction is over then. */
export function isReferredTo(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '23503') || error.message.includes('FOREIGN KEY constraint failed');
}

/**
 * Waits until no other transaction has the turn of this name, and keeps it to the end of this one: for a rule about several rows that
 * no constraint can hold. SQLite has one writer at a time anyway.
 */
export async function takeTurnOf(trx: Db, name: string): Promise<void> {
  if (!isSqlite(trx)) await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

/** Keeps some rows from everybody else who would take them, to the end of the transaction, in the order that the query gives them. */
export async function takeRows(trx: Db, rows: Knex.QueryBuilder): Promise<void> {
  if (!isSqlite(trx)) await rows.forNoKeyUpdate();
}

/** How long work that may be done again waits for a file that others keep busy, on a slow disk. */
const PATIENCE_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Does a whole piece of work again for as long as SQLite says that others keep the file busy, beyond the wait of a single statement;
 * changing a new file to its log of writes (WAL) does not wait at all. PostgreSQL never says so.
 */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/** So many look things up at once, each with a thread of its own. */
const SQLITE_READERS = 2;

function openSqlite(filename: string): Database {
  if (filename !== ':memory:') keepPrivate(filename);
  const db = knex({
    client: SqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: prepared(WRITES, () => (client.isOpen = true)), ...SQLITE_POOL },
  });
  const client = known(db, 'sqlite3') as SqliteClient;
  // What is kept in memory alone belongs to one connection.
  if (filename !== ':memory:') client.readers = readersBeside(client, filename);
  return db;
}

/** Connections that only read, of a database that another writes; whoever listens to that one hears of their statements too. */
function readersBeside(writer: SqliteClient, filename: string): Knex.Client {
  const { client } = knex({
    client: SqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 0, max: SQLITE_READERS, afterCreate: prepared(READS), ...SQLITE_POOL },
  });
  for (const event of ['start', 'query', 'query-error', 'query-response'])
    client.on(event, (...told: unknown[]) => writer.emit(event, ...told));
  return client;
}

/** Migrations ask by this name which database they have before them. */
function known(db: Knex, name: string): Knex.Client {
  db.client.config.client = name;
  return db.client;
}

/** SQLite would make files that everybody on the machine may read; those beside the database (-wal, -shm) get the rights that it has. */
function keepPrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  // One made by an older version, or by hand. Whoever may write to it but does not own it leaves it as it is.
  if ((statSync(file).mode & 0o077) !== 0 && statSync(file).uid === process.getuid?.()) chmodSync(file, 0o600);
}

type SqliteConnection = { exec(sql: string, done: (error: Error | null) => void): void };

const SQLITE_POOL = { createTimeoutMillis: 2 * SQLITE_WAIT_MS };
const WRITES = `pragma busy_timeout = ${SQLITE_WAIT_MS}; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;`;
const READS = `pragma busy_timeout = ${SQLITE_WAIT_MS}; pragma query_only = on;`;

/** What a new connection is told before anything else. */
function prepared(settings: string, then = (): unknown => undefined) {
  return (connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void): void =>
    connection.exec(settings, (error) => {
      if (!error) then();
      done(error, connection);
    });
}

function openPostgres(url: string): Database {
  const db = knex({
    client: PostgresClient,
    connection: url,
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: 20_000,
  });
  known(db, 'pg');
  return db;
}
