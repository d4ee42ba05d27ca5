import pg from 'pg';
import sqlite3 from 'sqlite3';

export type Row = Record<string, unknown>;
/** A statement with its values, prepared once. */
export type Run = (text: string, values: readonly unknown[]) => Promise<Row[]>;
/** A database through its plain driver: what stands beside the product as the least that the machine can do. */
export type PlainDriver = { run: Run; close(): Promise<void> };

export const isSqlite = (url: string): boolean => url.startsWith('sqlite:');

/** Statements have the marks of their engine: `?`, or `$1`, `$2`. */
export const plainDriver = (url: string): Promise<PlainDriver> =>
  isSqlite(url) ? plainSqlite(url.slice('sqlite:'.length)) : plainPostgres(url);

async function plainPostgres(url: string): Promise<PlainDriver> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = new Map<string, string>();
  return {
    async run(text, values) {
      if (!names.has(text)) names.set(text, `plain_${names.size}`);
      return (await client.query({ name: names.get(text) ?? '', text, values: [...values] })).rows;
    },
    close: () => client.end(),
  };
}

async function plainSqlite(file: string): Promise<PlainDriver> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const prepared = new Map<string, sqlite3.Statement>();
  const run: Run = (text, values) =>
    new Promise((resolve, reject) => {
      const statement = prepared.get(text) ?? db.prepare(text);
      prepared.set(text, statement);
      statement.all(values, (error: Error | null, rows: Row[]) => (error ? reject(error) : resolve(rows)));
    });
  await run('pragma busy_timeout = 60000', []);
  await run('pragma foreign_keys = on', []);
  return {
    run,
    close: () =>
      new Promise((resolve) => {
        for (const statement of prepared.values()) statement.finalize();
        db.close(() => resolve());
      }),
  };
}
