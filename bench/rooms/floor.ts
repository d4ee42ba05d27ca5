import pg from 'pg';
import sqlite3 from 'sqlite3';
import { newId } from '../../src/kernel/ids.ts';

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
type Row = Record<string, unknown>;
type Run = (text: string, values: readonly unknown[]) => Promise<Row[]>;

export async function floorOn(url: string): Promise<Floor> {
  return url.startsWith('sqlite:') ? sqliteFloor(url.slice('sqlite:'.length)) : postgresFloor(url);
}

async function postgresFloor(url: string): Promise<Floor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = new Map<string, string>();
  const run: Run = async (text, values) => {
    if (!names.has(text)) names.set(text, `floor_${names.size}`);
    return (await client.query({ name: names.get(text) ?? '', text, values: [...values] })).rows;
  };
  return {
    ...booking(run, (count) => Array.from({ length: count }, (_, at) => `$${at + 1}`), 'begin'),
    taken: async (wished) =>
      (
        await run(
          `select count(*) as n from unnest($1::int[], $2::int[], $3::int[]) as w(leaf, starts, ends)
           where exists (select 1 from claims c where c.leaf = w.leaf and c.starts > w.starts - 2880 and c.starts < w.ends and c.ends > w.starts)`,
          [wished.map(({ leaf }) => leaf), wished.map(({ starts }) => starts), wished.map(({ ends }) => ends)],
        )
      )[0]?.['n'] as number,
    close: () => client.end(),
  };
}

async function sqliteFloor(file: string): Promise<Floor> {
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  const prepared = new Map<string, sqlite3.Statement>();
  const run: Run = (text, values) =>
    new Promise((resolve, reject) => {
      const statement = prepared.get(text) ?? db.prepare(text);
      prepared.set(text, statement);
      statement.all(values, (error: Error | null, rows: Row[]) => (error ? reject(error) : resolve(rows)));
    });
  await run('pragma busy_timeout = 60000', []);
  await run('pragma foreign_keys = on', []);
  return {
    ...booking(run, (count) => Array.from({ length: count }, () => '?'), 'begin immediate'),
    taken: async (wished) =>
      (
        await run(
          `select count(*) as n from json_each(?) as w
           where exists (select 1 from claims c where c.leaf = w.value ->> 0 and c.starts > (w.value ->> 1) - 2880 and c.starts < w.value ->> 2 and c.ends > w.value ->> 1)`,
          [JSON.stringify(wished.map(({ leaf, starts, ends }) => [leaf, starts, ends]))],
        )
      )[0]?.['n'] as number,
    close: () =>
      new Promise((resolve) => {
        for (const statement of prepared.values()) statement.finalize();
        db.close(() => resolve());
      }),
  };
}

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
