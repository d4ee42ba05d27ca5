import SqliteDialect from 'knex/lib/dialects/sqlite3/index.js';
import SqliteTransaction from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import type { Knex } from 'knex';
import { preparedOn, type SqliteConnection } from './prepared-statements.ts';
import { comesAgain, type Sent } from './sent.ts';

type Builder = { _method?: string; _connection?: unknown };
const READS: readonly (string | undefined)[] = ['select', 'first', 'pluck'];

/**
 * SQLite, with one connection that writes and others that only read. Readers of a file in WAL mode see what is committed and wait for
 * nobody, so that a search does not stand behind a long import (docs/decisions/0023-readers-beside-the-writer.md).
 */
export class SqliteClient extends SqliteDialect {
  /** Whose connections read. Transactions are made from the prototype and have none: they read what they have written. */
  declare readers?: Knex.Client;
  /** The file is in WAL mode from then on. */
  declare isOpen?: boolean;

  override runner(builder: Builder): unknown {
    const reads = READS.includes(builder._method) && builder._connection === undefined;
    return this.readers && this.isOpen && reads ? this.readers.runner(builder) : super.runner(builder);
  }

  override transaction(container: unknown, config: unknown, outer: unknown): Knex.Transaction {
    return new WritingTransaction(this, container, config, outer) as unknown as Knex.Transaction;
  }

  override async _query(connection: SqliteConnection, sent: Sent): Promise<Sent> {
    if (!comesAgain(sent)) return super._query(connection, sent);
    const statement = await preparedOn(connection, sent.sql);
    return new Promise((resolve, reject) => {
      const done = function (this: unknown, error: Error | null, response?: unknown): void {
        if (error) return reject(error);
        resolve(Object.assign(sent, { response, context: this }));
      };
      if (changesOnly(sent)) statement.run(sent.bindings ?? [], done);
      else statement.all(sent.bindings ?? [], done);
    });
  }

  override async destroyRawConnection(connection: SqliteConnection): Promise<void> {
    connection.prepared?.close();
    await super.destroyRawConnection(connection);
  }

  override async destroy(callback?: (error?: unknown) => void): Promise<void> {
    // The writer is the last to go: it puts what is in the log of writes into the file.
    await this.readers?.destroy(undefined);
    await super.destroy(callback);
  }
}

const changesOnly = ({ method, returning }: Sent): boolean =>
  method === 'del' || ((method === 'insert' || method === 'update') && !returning);

/**
 * Takes SQLite's one write lock before anything is read. A transaction that reads first and writes later fails at once when another
 * process has written in between; one that begins by writing waits for its turn.
 */
class WritingTransaction extends SqliteTransaction {
  override begin(connection: unknown): Promise<unknown> {
    return this.query(connection, 'BEGIN IMMEDIATE;');
  }
}
