import { createHash } from 'node:crypto';
import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import { comesAgain, statements, type Row, type Sent } from './sent.ts';
import { ask, type Gathering } from './together.ts';
import { forgetAfter, isLook, recalled, type Remembering } from './transaction-memory.ts';

/** `turn` ends with what the connection has been asked so far. */
type Connection = Remembering & Gathering & { turn?: Promise<unknown> };
type Answer = { command: 'SELECT'; rows: Row[] };

/** So many statements have a name at once. Each connection keeps a plan for each that it has run, some 50 kB of the server's memory. */
const MOST_NAMES = 250;
const CODES = { resultChanged: '0A000', nameUnknown: '26000', nameTaken: '42P05' };

/**
 * PostgreSQL, with names for statements that come again: the server then reads and plans each of them once a connection
 * (docs/decisions/0024-kept-statements.md). What a transaction looks up again it knows; what it looks up at one moment is one statement.
 */
export class PostgresClient extends PostgresDialect {
  override async _query(connection: Connection, sent: Sent): Promise<Sent> {
    if (connection.__knexTxId !== undefined && isLook(sent)) {
      const one = async (look: Sent): Promise<Row[]> => ((await this.sent(connection, look)).response as Answer).rows;
      const several = async (all: readonly Sent[]): Promise<Row[][]> => rowsOfEach(await one(asOne(all)), all.length);
      const rows = await recalled(connection, sent, () => ask(connection, sent, { one, several }));
      return Object.assign(sent, { response: { command: 'SELECT', rows } satisfies Answer });
    }
    forgetAfter(connection, sent);
    return this.sent(connection, sent);
  }

  /** What a transaction asks at one moment is asked one after the other: the driver will no longer queue by itself from its version 9 on. */
  private sent(connection: Connection, sent: Sent): Promise<Sent> {
    const mine = (connection.turn ?? Promise.resolve()).then(() => this.sentNow(connection, sent));
    connection.turn = mine.catch(() => undefined);
    return mine;
  }

  private async sentNow(connection: Connection, sent: Sent): Promise<Sent> {
    statements.publish({ sql: sent.sql });
    const name = comesAgain(sent) ? names.of(sent.sql) : undefined;
    if (name === undefined) return super._query(connection, sent);
    try {
      return await super._query(connection, Object.assign(sent, { options: { ...sent.options, name } }));
    } catch (error) {
      if (!names.wereRefused(error)) throw error;
      // Inside a transaction nothing can be said again: the transaction is over. The next one has new names.
      if (connection.__knexTxId !== undefined) throw error;
      return super._query(connection, Object.assign(sent, { options: { ...sent.options, name: undefined } }));
    }
  }
}

/** Several looks as one statement: each gives its rows as one list. */
function asOne(all: readonly Sent[]): Sent {
  const bindings: unknown[] = [];
  const lists = all.map(({ sql, bindings: own = [] }, at) => {
    const from = bindings.length;
    bindings.push(...own);
    const numbered = sql.replace(/\$(\d+)/g, (_, number: string) => `$${from + Number(number)}`);
    return `(select coalesce(json_agg(one), '[]') from (${numbered}) as one) as q${at}`;
  });
  return { sql: `select ${lists.join(', ')}`, bindings, method: 'select', comesAgain: all.every(comesAgain) };
}

const rowsOfEach = ([row]: readonly Row[], count: number): Row[][] =>
  Array.from({ length: count }, (_, at) => (row?.[`q${at}`] ?? []) as Row[]);

/** Names are made of the text, so that every connection and every process calls the same statement the same. */
export function statementNames(most = MOST_NAMES) {
  const known = new Map<string, string>();
  const seenOnce = new Set<string>();
  let generation = 0;
  let off = false;
  return {
    /** None for a text that is met for the first time, or when there are enough. */
    of(sql: string): string | undefined {
      const name = known.get(sql);
      if (off || name !== undefined || known.size >= most) return off ? undefined : name;
      if (!seenOnce.has(sql)) {
        if (seenOnce.size > 4 * most) seenOnce.clear();
        seenOnce.add(sql);
        return undefined;
      }
      seenOnce.delete(sql);
      const made = `m${generation}_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
      known.set(sql, made);
      return made;
    },
    /**
     * Whether the server would not have a name: a table has changed since, or something between us and the server hands every
     * transaction to another connection. New names from now on in the first case, none in the second.
     */
    wereRefused(error: unknown): boolean {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const changed = code === CODES.resultChanged && String(error).includes('cached plan must not change result type');
      if (!changed && code !== CODES.nameUnknown && code !== CODES.nameTaken) return false;
      off ||= !changed;
      known.clear();
      generation++;
      return true;
    },
  };
}

/** One list for all databases of a process: what a name stands for is kept by each connection. */
const names = statementNames();
