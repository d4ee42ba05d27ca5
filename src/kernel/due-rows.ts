import type { Knex } from 'knex';

/** A row whose day has passed. */
export type DueRow = { id: string; dueOn: string };
type Deps = {
  /** The latest day that it is anywhere. */
  today(): Promise<string>;
  /** Rows due before a day, the longest ago first, after one that was looked at. */
  dueBefore(day: string, after: DueRow | null, limit: number): Promise<DueRow[]>;
  /** Takes one as far as it goes by now, in a transaction of its own. @returns how many steps it took */
  takeOn(id: string): Promise<number>;
  onError(error: unknown): void;
};
/** Looked up at once. */
const AT_ONCE = 200;

/**
 * What time does to rows that have a day. Only those whose day has passed are looked at, found by an index however many are over; two
 * servers at once do it once, because the second finds a later day in the row that it waited for. One that cannot be taken on keeps none
 * of the others from it.
 * @returns a function that answers with how many steps were taken
 */
export function dueRows({ today, dueBefore, takeOn, onError }: Deps) {
  return async (): Promise<number> => {
    const day = await today();
    let taken = 0;
    for (let due = await dueBefore(day, null, AT_ONCE); due.length > 0;) {
      for (const { id } of due) taken += await takeOn(id).catch(failed);
      due = await dueBefore(day, due.at(-1) ?? null, AT_ONCE);
    }
    return taken;
  };

  function failed(error: unknown): number {
    onError(error);
    return 0;
  }
}

/**
 * A page of those rows, by the day and then the id: wherever it is cut, the next begins after it.
 * @param query rows of a table in which both columns are indexed together
 */
export async function dueIn(
  query: Knex.QueryBuilder,
  columns: { id: string; day: string },
  before: string,
  after: DueRow | null,
  limit: number,
): Promise<DueRow[]> {
  const { id, day } = columns;
  if (after)
    void query.where((later) =>
      later.where(day, '>', after.dueOn).orWhere((same) => same.where(day, after.dueOn).where(id, '>', after.id)),
    );
  const rows: Record<string, string>[] = await query
    .where(day, '<', before)
    .orderBy(day)
    .orderBy(id)
    .limit(limit)
    .select(id, day);
  return rows.map((row) => ({ id: row[id] ?? '', dueOn: row[day] ?? '' }));
}
