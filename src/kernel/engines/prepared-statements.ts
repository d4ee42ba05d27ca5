import type { Database, Statement } from 'sqlite3';

/** A connection of the driver, with the statements that it has prepared. */
export type SqliteConnection = Database & { prepared?: PreparedStatements };
type PreparedStatements = { of(sql: string): Promise<Statement>; close(): void };

const MOST_PREPARED = 250;

/** A statement of this text, made once a connection. SQLite makes it anew by itself when a table has changed. */
export function preparedOn(connection: SqliteConnection, sql: string): Promise<Statement> {
  return (connection.prepared ??= preparedStatements(connection)).of(sql);
}

function preparedStatements(connection: Database): PreparedStatements {
  /** The one that was not used for longest comes first. */
  const known = new Map<string, Statement>();
  return {
    async of(sql) {
      const statement = known.get(sql) ?? (await prepare(connection, sql));
      known.delete(sql);
      known.set(sql, statement);
      for (const [oldest, unused] of known) {
        if (known.size <= MOST_PREPARED) break;
        known.delete(oldest);
        unused.finalize();
      }
      return statement;
    },
    close() {
      for (const statement of known.values()) statement.finalize();
      known.clear();
    },
  };
}

function prepare(connection: Database, sql: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const made = connection.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(made)));
  });
}
