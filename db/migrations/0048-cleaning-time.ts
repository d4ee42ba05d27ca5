import type { Knex } from 'knex';

/**
 * Of each claim, how many of its minutes are kept before and after, to make a room ready and to clean it. Two bookings never share
 * such minutes; a closure may lie in them, for nobody is inside then but who cleans.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table claims add column before_minutes integer not null default 0 check (before_minutes >= 0)');
  await db.raw(
    'alter table claims add column after_minutes integer not null default 0 check (after_minutes >= 0 and starts + before_minutes < ends - after_minutes)',
  );
  await refuse(db, 'drop');
  for (const holders of ['occurrences', 'date_offers']) await fillFrom(db, holders);
  await refuse(db, 'create');
}

/** What is kept before and after is what a claim holds beyond the times of its date. */
async function fillFrom(db: Knex, holders: string): Promise<void> {
  const of = (what: string): string => `(select ${what} from ${holders} where ${holders}.id = claims.holder)`;
  const inside = `exists (select 1 from ${holders} where ${holders}.id = claims.holder and ${holders}.starts >= claims.starts and ${holders}.ends <= claims.ends and ${holders}.starts < ${holders}.ends)`;
  await db.raw(
    `update claims set before_minutes = ${of(`${holders}.starts - claims.starts`)}, after_minutes = ${of(`claims.ends - ${holders}.ends`)} where kind <> 'closure' and ${inside}`,
  );
}

/** What refuses two claims of the same time, in each engine: one rule between bookings, and one for whoever is inside. */
async function refuse(db: Knex, what: 'create' | 'drop'): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    for (const [name, event, more] of TRIGGERS)
      await db.raw(
        what === 'drop' ? `drop trigger ${name}` : triggerFor(name, event, `${OVERLAP} and ${MEETS}${more}`),
      );
    return;
  }
  if (what === 'drop') return void (await db.raw('alter table claims drop constraint claims_taken'));
  await db.raw(
    `alter table claims add constraint claims_taken exclude using gist (leaf with =, int4range(starts, ends) with &&) where (kind <> 'closure')`,
  );
  await db.raw(
    'alter table claims add constraint claims_in_use exclude using gist (leaf with =, int4range(starts + before_minutes, ends - after_minutes) with &&)',
  );
}

const triggerFor = (name: string, event: string, when: string): string =>
  `create trigger ${name} before ${event} on claims begin select raise(abort, 'claims_taken') where exists (select 1 from claims where ${when}); end`;
const OVERLAP = 'leaf = new.leaf and starts > new.starts - 2880 and starts < new.ends and ends > new.starts';
const MEETS = `((kind <> 'closure' and new.kind <> 'closure') or (starts + before_minutes < new.ends - new.after_minutes and ends - after_minutes > new.starts + new.before_minutes))`;
const TRIGGERS = [
  ['claims_never_overlap', 'insert', ''],
  ['claims_moved_never_overlap', 'update of leaf, starts, ends, before_minutes, after_minutes', ' and id <> new.id'],
] as const;

/** The way back is refused by PostgreSQL where closures lie in cleaning time by then. */
export async function down(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    await refuse(db, 'drop');
    for (const [name, event, more] of [
      TRIGGERS[0],
      ['claims_moved_never_overlap', 'update of leaf, starts, ends', ' and id <> new.id'],
    ] as const)
      await db.raw(triggerFor(name, event, `${OVERLAP}${more}`));
  } else {
    await db.raw('alter table claims drop constraint claims_in_use');
    await db.raw('alter table claims drop constraint claims_taken');
    await db.raw(
      'alter table claims add constraint claims_taken exclude using gist (leaf with =, int4range(starts, ends) with &&)',
    );
  }
  await db.raw('alter table claims drop column after_minutes');
  await db.raw('alter table claims drop column before_minutes');
}
