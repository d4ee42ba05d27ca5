import { isSqlite, type Database } from '../../src/kernel/database.ts';

/** How many rooms one statement takes. */
export const AT_ONCE = 20_000;

export const WEEKS = 40;
/** Minutes. */
export const DAY = 24 * 60;
export const WEEK = 7 * DAY;

/** Each room has been let for one evening a week, and for so many mornings here and there. */
const MORNINGS = 10;

/** Two windows a day; every room stays closed on one weekday. Two prices for each of the four kinds of group. */
export async function addHours(db: Database): Promise<void> {
  const id = isSqlite(db)
    ? `printf('%08x-0000-7000-8000-%012x', n.n, spaces.number)`
    : `lpad(to_hex(n.n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(spaces.number), 12, '0')`;
  const upTo = (most: number): string =>
    `with recursive n(n) as (select 0 union all select n + 1 from n where n < ${most})`;
  await db.raw(`insert into space_windows (id, space_id, weekday, from_minute, to_minute, term, approval, published_open, staffed)
    ${upTo(13)} select ${id}, spaces.id, n.n % 7 + 1, case when n.n < 7 then 540 else 1020 end, case when n.n < 7 then 1020 else 1320 end, case when spaces.number % 10 = 0 then 'term_time' else 'always' end,
    case when spaces.number % 3 = 0 then 'instant' else 'owner' end, ${isSqlite(db) ? '1, n.n < 7' : 'true, n.n < 7'} from spaces cross join n where n.n % 7 <> spaces.number % 7`);
  await db.raw(`insert into space_tariffs (id, space_id, audience, basis, pence)
    ${upTo(7)} select ${id}, spaces.id, case n.n / 2 when 0 then 'community' when 1 then 'charity' when 2 then 'private' else 'commercial' end, case n.n % 2 when 0 then 'hour' else 'half_day' end,
    (500 + spaces.number % 20 * 100) * (1 + n.n / 2) * (1 + n.n % 2 * 2) from spaces cross join n`);
}

/** An evening a week for forty weeks and mornings elsewhere, each claim a row. PostgreSQL checks all of them against overlaps at the end: ten times faster. */
export async function addClaims(db: Database, spaces: number, each: number): Promise<void> {
  const rebuild = isSqlite(db) ? [] : await withoutIndexes(db);
  const first = Math.ceil(Date.now() / 60_000 / WEEK) * WEEK - 3 * DAY;
  const weekly = each - MORNINGS;
  const lowest = Number((await db('spaces').min({ number: 'number' }).first())?.number);
  for (let from = lowest; from < lowest + spaces; from += AT_ONCE) {
    await db.raw(`insert into claims (leaf, starts, ends, kind, holder)
      with recursive n(n) as (select 0 union all select n + 1 from n where n < ${each - 1}),
      stretch as (select spaces.number as leaf, n.n, case
        when n.n < ${weekly} then ${first} + n.n * ${WEEK} + (spaces.number % 6) * ${DAY} + 1020 + (spaces.number / 6 % 5) * 60
        else ${first} + ((n.n - ${weekly}) * 4 + spaces.number % 4) * ${WEEK} + (spaces.number / 11 % 7) * ${DAY} + 540 + (spaces.number % 3) * 60 end as starts
        from spaces cross join n where spaces.number >= ${from} and spaces.number < ${from + AT_ONCE})
      select leaf, starts, starts + case when n < ${weekly} then 120 else 90 end, 'booking', 'holder-' || leaf || '-' || n from stretch`);
  }
  for (const statement of rebuild) await db.raw(statement);
}

/** Takes away what PostgreSQL would do for each of five million rows. @returns what brings it back */
async function withoutIndexes(db: Database): Promise<string[]> {
  const { rows }: { rows: { indexname: string; indexdef: string }[] } = await db.raw(
    `select indexname, indexdef from pg_indexes where tablename = 'claims' and indexname not in ('claims_pkey', 'claims_taken', 'claims_in_use')`,
  );
  await db.raw('alter table claims drop constraint claims_taken, drop constraint claims_in_use');
  await db.raw('alter table claims disable trigger all');
  for (const { indexname } of rows) await db.raw('drop index ??', [indexname]);
  return [
    ...rows.map(({ indexdef }) => indexdef),
    'alter table claims enable trigger all',
    `alter table claims add constraint claims_taken exclude using gist (leaf with =, int4range(starts, ends) with &&) where (kind <> 'closure')`,
    'alter table claims add constraint claims_in_use exclude using gist (leaf with =, int4range(starts + before_minutes, ends - after_minutes) with &&)',
  ];
}
