import SqliteDialect from 'knex/lib/dialects/sqlite3/index.js';
import SqliteTransaction from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import type { Knex } from 'knex';
import { preparedOn, type SqliteConnection } from './prepared-statements.ts';
import { comesAgain, statements, type Row, type Sent } from './sent.ts';
import { columnsIn, type AskRows } from './sqlite-columns.ts';
import { ask, type Gathering } from './together.ts';
import { forgetAfter, isLook, recalled, type Remembering } from './transaction-memory.ts';

type Connection = SqliteConnection & Remembering & Gathering;
type Builder = { _method?: string; _connection?: unknown };
const READS: readonly (string | undefined)[] = ['select', 'first', 'pluck'];

/**
 * SQLite, with one connection that writes and others that only read. Readers of a file in WAL mode see what is committed and wait for
 * nobody, so that a search does not stand behind a long import (docs/decisions/0025-readers-beside-the-writer.md).
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

  override async _query(connection: Connection, sent: Sent): Promise<Sent> {
    if (connection.__knexTxId !== undefined && isLook(sent)) {
      const one = async (look: Sent): Promise<Row[]> => (await this.sent(connection, look)).response as Row[];
      const several = (all: readonly Sent[]): Promise<Row[][]> => severalAsOne(all, one);
      return Object.assign(sent, {
        response: await recalled(connection, sent, () => ask(connection, sent, { one, several })),
      });
    }
    forgetAfter(connection, sent);
    return this.sent(connection, sent);
  }

  private async sent(connection: Connection, sent: Sent): Promise<Sent> {
    statements.publish({ sql: sent.sql });
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

/** Several looks as one statement: each gives its rows as one list. A look that is met for the first time goes by itself. */
async function severalAsOne(all: readonly Sent[], one: AskRows): Promise<Row[][]> {
  const found: Row[][] = [];
  const columns: (readonly string[])[] = [];
  for (const [at, look] of all.entries()) {
    const known = await columnsIn(look, one);
    if ('rows' in known) found[at] = known.rows;
    else columns[at] = known.columns;
  }
  const left = [...all.keys()].filter((at) => !found[at]);
  if (left.length > 0) {
    const [row] = await one(
      asOne(
        left.flatMap((at) => all[at] ?? []),
        left.flatMap((at) => [columns[at] ?? []]),
      ),
    );
    for (const at of left) {
      const lists = JSON.parse(String(row?.[`q${left.indexOf(at)}`])) as unknown[][];
      found[at] = lists.map((values) =>
        Object.fromEntries((columns[at] ?? []).map((name, nth) => [name, values[nth]])),
      );
    }
  }
  return found;
}

function asOne(all: readonly Sent[], columns: readonly (readonly string[])[]): Sent {
  const lists = all.map(({ sql }, at) => {
    const values = (columns[at] ?? []).map((name) => inFull(`"${name.replaceAll('"', '""')}"`));
    return `(select json_group_array(json_array(${values.join(', ')})) from (${sql})) as q${at}`;
  });
  const bindings = all.flatMap(({ bindings: own = [] }) => own);
  return { sql: `select ${lists.join(', ')}`, bindings, method: 'select', comesAgain: all.every(comesAgain) };
}

/** SQLite writes numbers with fifteen digits into JSON; seventeen are what it takes to read the same number again. */
const inFull = (column: string): string =>
  `iif(typeof(${column}) = 'real', json(printf('%!.17g', ${column})), ${column})`;

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
