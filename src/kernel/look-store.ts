import type { Db } from './database.ts';

/** Written where something has changed: look at it at once. It comes before every day and every instant. */
export const AT_ONCE = '';
/** Being looked at: still due, should the process die over it, and told apart from what changes meanwhile. */
const LOOKING = '0';

/**
 * Rows at which a job looks by themselves, each when it is due and not before. Null in the column is never.
 * @param column when a row is looked at next: a day, or an instant in ISO 8601
 */
export function looksAt(db: Db, table: string, column = 'look_on') {
  return {
    async begin(ids: readonly string[]): Promise<void> {
      await db(table)
        .whereIn('id', [...ids])
        .update({ [column]: LOOKING });
    },
    /** Puts looking off, or ends it; not where something has changed since the look began. */
    async next(ids: readonly string[], at: string | null): Promise<void> {
      await db(table)
        .whereIn('id', [...ids])
        .where({ [column]: LOOKING })
        .update({ [column]: at });
    },
  };
}
