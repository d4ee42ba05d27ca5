import type { Row, Sent } from './sent.ts';

type Remembered = { sql: string; rows: Promise<Row[]> };
/** What a connection remembers of the transaction that it is in. */
export type Remembering = { __knexTxId?: string; memory?: Map<string, Remembered> };

/** More than this is a list to go through, not something to look up again. */
const MOST_ROWS = 300;
const MOST_LOOKS = 400;
const LOOKS: readonly (string | undefined)[] = ['select', 'first', 'pluck'];
/** A wait for others: what was read before it may have changed meanwhile. */
const WAITS = /\bfor (no key )?(update|share)\b/i;
/** What is removed can take rows of other tables with it. */
const WRITES = /^(?:insert into|update) [`"](\w+)[`"]/i;
const KEEPS_ALL = /^(savepoint|release)\b/i;

/** Whether a statement only looks something up, so that it can be answered from what was read before. */
export const isLook = ({ sql, method }: Sent): boolean =>
  LOOKS.includes(method) && sql.startsWith('select') && !WAITS.test(sql);

/**
 * Answers a look from what this transaction has read before; reads it otherwise. Rows are given as copies: whoever gets them may
 * change them.
 */
export async function recalled(connection: Remembering, sent: Sent, read: () => Promise<Row[]>): Promise<Row[]> {
  const memory = (connection.memory ??= new Map());
  const key = keyOf(sent);
  const known = memory.get(key);
  if (known) return (await known.rows).map((row) => ({ ...row }));
  const rows = read();
  if (memory.size < MOST_LOOKS) memory.set(key, { sql: sent.sql, rows });
  const found = await rows.catch((error: unknown) => {
    memory.delete(key);
    throw error;
  });
  if (found.length > MOST_ROWS) memory.delete(key);
  return found.map((row) => ({ ...row }));
}

/** Takes note of what a look would find, for whoever has just written it. */
export function noteFound(connection: Remembering, sent: Sent, rows: readonly Row[]): void {
  (connection.memory ??= new Map()).set(keyOf(sent), { sql: sent.sql, rows: Promise.resolve([...rows]) });
}

const keyOf = ({ sql, bindings = [] }: Sent): string => `${sql}\n${JSON.stringify(bindings)}`;

/**
 * Forgets what a statement that is no look can have changed: one table, or anything. Waiting for others and removing count as anything.
 * A look goes by the name of the table wherever it stands, quoted or not, also as part of a longer one (an index of words, a view).
 */
export function forgetAfter({ memory }: Remembering, { sql }: Sent): void {
  if (!memory || memory.size === 0 || KEEPS_ALL.test(sql)) return;
  const table = WRITES.exec(sql)?.[1];
  if (table === undefined) return memory.clear();
  for (const [key, { sql: look }] of memory) if (look.includes(table)) memory.delete(key);
}
