import { FACILITIES, facilityBits, type Facilities } from '../../src/rooms/spaces/facility-contract.ts';
import { UNTOLD, type SpaceDetails } from '../../src/rooms/spaces/space-contract.ts';
import { insertAll, isSqlite, type Database } from '../../src/kernel/database.ts';
import { filled, servicesOn } from '../register/fill.ts';
import type { Home } from '../support/engines.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { thousands } from '../support/table.ts';

/** Raise it when what a filled database holds has changed: older ones are then made anew. */
const EDITION = 1;
/** The register that the rooms are put into: about every third place of it is a building that the public may see. */
const PLACES = 26_000;
const AT_ONCE = 20_000;
const [WEEKS, DAY] = [40, 24 * 60];
const WEEK = 7 * DAY;
/** Each room has been let for one evening a week, and for so many mornings here and there. */
const MORNINGS = 10;
/** Share of the rooms that have each facility: with three asked for at once about a third remain. */
const SHARE = 0.7;

export type RoomSizes = { spaces: number; claims: number };

/** A database with so many rooms and claims; the one of an earlier run when there is one. @returns its URL */
export async function filledRooms(home: Home, { spaces, claims }: RoomSizes): Promise<string> {
  const url = await filled(home, PLACES);
  const mark = `rooms_${spaces}_${claims}_${EDITION}`;
  if (home.isFinished(mark)) return url;
  const { db } = servicesOn(url);
  const started = performance.now();
  const tell = (what: string): void =>
    console.log(`  ${what} after ${Math.round((performance.now() - started) / 1000)} s`);
  for (const table of ['claims', 'space_tariffs', 'space_windows', 'space_leaves', 'spaces']) await db(table).delete();
  await addSpaces(db, spaces);
  await addHours(db);
  tell(`${thousands(spaces)} rooms with their hours and prices`);
  await addClaims(db, spaces, Math.round(claims / spaces));
  tell(`${thousands(claims)} claims`);
  await db.raw(isSqlite(db) ? 'analyze' : 'vacuum analyze');
  await db.destroy();
  home.finish(mark);
  return url;
}

async function addSpaces(db: Database, count: number): Promise<void> {
  const places: { id: string }[] = await db('public_assets')
    .where({ hidden: false, kind: 'building' })
    .whereNotNull('lon')
    .whereNull('retired_on')
    .orderBy('id')
    .select('id');
  const random = randomFrom(7);
  const each = Math.ceil(count / places.length);
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await insertAll(
      db,
      'spaces',
      numbers.map((number) => aRoom(random, places[Math.floor(number / each)]?.id ?? '', number)),
    );
  }
  await db.raw('insert into space_leaves (space_id, leaf) select id, number from spaces');
}

function aRoom(random: Random, assetId: string, number: number) {
  const facilities: Facilities = Object.fromEntries(
    FACILITIES.map((facility) => [
      facility,
      {
        value: random.chance(SHARE) ? 'yes' : 'no',
        note: random.chance(0.2) ? 'Ask at the desk by the side door.' : null,
        hours: null,
      },
    ]),
  );
  const details: SpaceDetails = {
    ...UNTOLD,
    facilities,
    equipment: ['Flip chart', 'Urn', 'Folding tables'],
    layouts: { boardroom: 20, theatre: 40 },
    activities: 'Meetings, classes and exercise',
    notAllowed: 'Amplified music after 9pm',
    conditions: null,
    hirersLiability: random.chance(0.5)
      ? { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null }
      : null,
    minutesBefore: 0,
    minutesAfter: random.one([0, 0, 15, 30]),
    daysAhead: 1_000,
    openingCostPence: random.one([0, 1_500]),
    depositPence: random.one([0, 3_000]),
    caretaking: 'The caretaker opens and closes.',
  };
  return {
    id: `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    asset_id: assetId,
    name: `${random.one(['Hall', 'Meeting room', 'Studio', 'Committee room', 'Garden room'])} ${number % 10}`,
    description: 'A plain room with daylight from two sides.',
    floor: 'Ground floor',
    capacity: 10 + random.below(120),
    bookable: true,
    facility_bits: facilityBits(facilities),
    details: JSON.stringify(details),
  };
}

/** Two windows a day; every room stays closed on one weekday. Two prices for each of the four kinds of group. */
async function addHours(db: Database): Promise<void> {
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
async function addClaims(db: Database, spaces: number, each: number): Promise<void> {
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
    `select indexname, indexdef from pg_indexes where tablename = 'claims' and indexname not in ('claims_pkey', 'claims_taken')`,
  );
  await db.raw('alter table claims drop constraint claims_taken');
  await db.raw('alter table claims disable trigger all');
  for (const { indexname } of rows) await db.raw('drop index ??', [indexname]);
  return [
    ...rows.map(({ indexdef }) => indexdef),
    'alter table claims enable trigger all',
    'alter table claims add constraint claims_taken exclude using gist (leaf with =, int4range(starts, ends) with &&)',
  ];
}

/** The Monday on which the first claims are, and how many weeks they last. */
export async function claimedWeeks(db: Database): Promise<{ firstMonday: string; weeks: number }> {
  const first = Number((await db('claims').min({ starts: 'starts' }).first())?.starts);
  const monday = Math.floor((first + 3 * DAY) / WEEK) * WEEK - 3 * DAY;
  return { firstMonday: new Date(monday * 60_000).toISOString().slice(0, 10), weeks: WEEKS };
}
