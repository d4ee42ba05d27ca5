import { channel } from 'node:diagnostics_channel';

/** A statement as Knex hands it to the client of a database; the client fills in what came back. */
export type Sent = {
  sql: string;
  bindings?: readonly unknown[];
  /** What kind of builder made it; without one it is text that somebody wrote. */
  method?: string;
  returning?: unknown;
  options?: Record<string, unknown>;
  response?: unknown;
  context?: unknown;
  /** Made of several that each come again. */
  comesAgain?: boolean;
};
export type Row = Record<string, unknown>;

const KEPT: readonly (string | undefined)[] = ['select', 'first', 'pluck', 'insert', 'update', 'del'];
const LONGEST_TEXT = 4_000;
const MOST_VALUES = 64;
/** A list that is as long as what was asked for makes a statement of its own for every length. */
const LONG_LIST = /\bin \((?:[^,()]+,){8}/i;

/** Whether a statement comes again with other values, so that the database had better keep what it worked out about it. */
export function comesAgain({ sql, method, bindings = [], comesAgain: known }: Sent): boolean {
  if (known !== undefined) return known;
  return KEPT.includes(method) && sql.length <= LONGEST_TEXT && bindings.length <= MOST_VALUES && !LONG_LIST.test(sql);
}

/** Tells of every statement that really goes to a database: `{ sql }`. What a transaction remembers goes nowhere. */
export const statements = channel('meantime:statement');
