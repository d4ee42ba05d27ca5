/** What Knex itself is made of: its own types name only the base. */
declare module 'knex/lib/dialects/sqlite3/index.js' {
  import type { Knex } from 'knex';
  import type { Sent } from './sent.ts';
  export default class SqliteDialect extends Knex.Client {
    _query(connection: unknown, sent: Sent): Promise<Sent>;
  }
}
declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  export default class SqliteTransaction {
    constructor(client: unknown, container: unknown, config: unknown, outer: unknown);
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  }
}
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';
  import type { Sent } from './sent.ts';
  export default class PostgresDialect extends Knex.Client {
    _query(connection: unknown, sent: Sent): Promise<Sent>;
  }
}
