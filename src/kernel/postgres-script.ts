import type { Database } from './database.ts';

/** One connection, spoken to directly: statements of a copy are data and must reach the database letter by letter. */
export type Connection = { query(sql: string): Promise<{ rows: Record<string, unknown>[] }> };

/** Lends a connection of the pool. */
export async function connected<T>(db: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection: Connection = await db.client.acquireConnection();
  try {
    return await work(connection);
  } finally {
    await db.client.releaseConnection(connection);
  }
}

/** A name as SQL writes it. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * SQL that writes a column's value as SQL on one line: quoted, with line ends and backslashes as E'…' spells them, or NULL.
 * PostgreSQL's own text of a value reads back as the same value, for every type.
 */
export function literal(column: string): string {
  const escapes: [from: string, to: string][] = [
    [`'\\'`, `'\\\\'`],
    [`''''`, `''''''`],
    ['chr(10)', `'\\n'`],
    ['chr(13)', `'\\r'`],
  ];
  const text = escapes.reduce((sql, [from, to]) => `replace(${sql}, ${from}, ${to})`, `${column}::text`);
  return `coalesce('E''' || ${text} || '''', 'NULL')`;
}
