import { newId } from '../../src/kernel/ids.ts';
import { isSqlite, plainDriver, type Row, type Run } from '../support/plain-driver.ts';

/**
 * The least that a database can do for a booking: the rows of booking, dates and claims under the product's own constraints, in one
 * transaction, by prepared statements through the plain driver, with the durability that each engine has by itself (fsync on).
 */
export type Floor = {
  book(like: Like, dates: readonly OnDay[]): Promise<void>;
  /** For each wished stretch whether something is in the way. */
  taken(wished: readonly (When & { leaf: number })[]): Promise<number>;
  close(): Promise<void>;
};
export type When = { starts: number; ends: number };
export type OnDay = When & { date: string };
/** A true booking and one of its dates, whose copies are written. */
export type Like = { booking: Row; occurrence: Row; leaf: number };

export async function floorOn(url: string): Promise<Floor> {
  const { run, close } = await plainDriver(url);
  return isSqlite(url)
    ? {
        ...booking(run, (count) => Array.from({ length: count }, () => '?'), 'begin immediate'),
        async taken(wished) {
          const values = JSON.stringify(wished.map(({ leaf, starts, ends }) => [leaf, starts, ends]));
          return countOf(await run(TAKEN_SQLITE, [values]));
        },
        close,
      }
    : {
        ...booking(run, (count) => Array.from({ length: count }, (_, at) => `$${at + 1}`), 'begin'),
        taken: async (wished) =>
          countOf(
            await run(TAKEN_POSTGRES, [
              wished.map(({ leaf }) => leaf),
              wished.map(({ starts }) => starts),
              wished.map(({ ends }) => ends),
            ]),
          ),
        close,
      };
}

const TAKEN_SQLITE = `select count(*) as n from json_each(?) as w
  where exists (select 1 from claims c where c.leaf = w.value ->> 0 and c.starts > (w.value ->> 1) - 2880 and c.starts < w.value ->> 2 and c.ends > w.value ->> 1)`;
const TAKEN_POSTGRES = `select count(*) as n from unnest($1::int[], $2::int[], $3::int[]) as w(leaf, starts, ends)
  where exists (select 1 from claims c where c.leaf = w.leaf and c.starts > w.starts - 2880 and c.starts < w.ends and c.ends > w.starts)`;
const countOf = (rows: readonly Row[]): number => Number(rows[0]?.['n']);

function booking(run: Run, marks: (count: number) => string[], begin: string): Pick<Floor, 'book'> {
  const insert = (table: string, rows: readonly Row[]): Promise<Row[]> => {
    const columns = Object.keys(rows[0] ?? {});
    const all = marks(columns.length * rows.length);
    const lines = rows.map((_, at) => `(${all.slice(at * columns.length, (at + 1) * columns.length).join(',')})`);
    return run(
      `insert into ${table} (${columns.map((name) => `"${name}"`).join(',')}) values ${lines.join(',')}`,
      rows.flatMap((row) => columns.map((name) => row[name])),
    );
  };
  return {
    async book({ booking: like, occurrence, leaf }, dates) {
      const id = newId();
      const days = dates.map((day) => ({
        ...occurrence,
        ...day,
        original_date: day.date,
        id: newId(),
        booking_id: id,
      }));
      await run(begin, []);
      await insert(
        'claims',
        days.map((day) => ({ leaf, starts: day.starts, ends: day.ends, kind: 'booking', holder: day.id })),
      );
      await insert('bookings', [{ ...like, id, submission: newId() }]);
      await insert('occurrences', days);
      await run('commit', []);
    },
  };
}
