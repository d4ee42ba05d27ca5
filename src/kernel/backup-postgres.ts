import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from './database.ts';
import { connected, literal, named, type Connection } from './postgres-script.ts';

/** Few enough that a statement of rows with outlines in them stays some megabytes long. */
const ROWS_AT_ONCE = 100;

type Table = { name: string; columns: string[] };

/**
 * Writes what is in a PostgreSQL as a script of SQL, one statement a line, packed by gzip. The shape of the tables is not in it: migrations
 * make that, and the second line names them. All is read at one instant (one snapshot) while others go on writing.
 * Why not pg_dump: docs/decisions/0018-our-own-copy-of-postgresql.md
 * @param file must not be there
 */
export async function copyPostgres(db: Database, file: string): Promise<void> {
  const migrations: string[] = (await db('knex_migrations').orderBy('id')).map(({ name }) => name);
  await connected(db, async (connection) => {
    await connection.query('begin isolation level repeatable read read only');
    await connection.query(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local search_path = public`);
    try {
      const script = Readable.from(statements(connection, migrations));
      await pipeline(script, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    } finally {
      await connection.query('rollback');
    }
  });
}

async function* statements(connection: Connection, migrations: string[]): AsyncGenerator<string> {
  const tables = await tablesOf(connection);
  const keys = await foreignKeysOf(connection);
  yield '-- A copy of Meantime. Restore it with "meantime restore FILE" into an empty database.\n';
  yield `-- migrations: ${migrations.join(' ')}\n`;
  yield 'begin;\nset local standard_conforming_strings = on;\nset local search_path = public;\n';
  // What refers to what, and what may never change, is checked again when all of it is there.
  for (const { table, name } of keys) yield `alter table ${table} drop constraint ${name};\n`;
  for (const { name } of tables) yield `alter table ${name} disable trigger user;\ndelete from ${name};\n`;
  for (const table of tables) yield* rowsOf(connection, table);
  yield* sequencesOf(connection);
  for (const { name } of tables) yield `alter table ${name} enable trigger user;\n`;
  for (const { table, name, says } of keys) yield `alter table ${table} add constraint ${name} ${says};\n`;
  yield 'commit;\n-- the end\n';
}

/** Every table of ours; what migrations keep about themselves is theirs. Columns that are worked out from others are left out. */
async function tablesOf(connection: Connection): Promise<Table[]> {
  const { rows } = await connection.query(`
    select c.relname as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'knex\\_%'
    group by c.relname order by c.relname`);
  return rows.map(({ name, columns }) => ({ name: named(String(name)), columns: (columns as string[]).map(named) }));
}

async function foreignKeysOf(connection: Connection): Promise<{ table: string; name: string; says: string }[]> {
  const { rows } = await connection.query(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as says from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`);
  return rows.map(({ table, name, says }) => ({ table: String(table), name: named(String(name)), says: String(says) }));
}

async function* rowsOf(connection: Connection, { name, columns }: Table): AsyncGenerator<string> {
  const values = columns.map(literal).join(` || ',' || `);
  await connection.query(`declare copied no scroll cursor for select '(' || ${values} || ')' as row from ${name}`);
  const into = `insert into ${name} (${columns.join(',')}) overriding system value values `;
  for (;;) {
    const { rows } = await connection.query(`fetch ${ROWS_AT_ONCE} from copied`);
    if (rows.length === 0) break;
    yield `${into}${rows.map(({ row }) => row).join(',')};\n`;
  }
  await connection.query('close copied');
}

/** Numbers that the database gives go on where they were. */
async function* sequencesOf(connection: Connection): AsyncGenerator<string> {
  const { rows } = await connection.query(
    `select quote_ident(sequencename) as name, last_value from pg_sequences where schemaname = 'public' and last_value is not null`,
  );
  for (const { name, last_value: last } of rows)
    if (!String(name).startsWith('knex_')) yield `select setval('${String(name)}', ${String(last)});\n`;
}
