import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { migrate } from '../../db/migrate.ts';
import { batches, insertAll, openDatabase, type Database } from '../../src/kernel/database.ts';
import { eachDatabase, type Engine } from '../support/databases.ts';

eachDatabase('The database', (open, engine) => {
  let db: Database;
  afterEach(() => db.destroy());

  it('gets its tables from the migrations, which may run again at every start', async () => {
    db = openDatabase(await open('empty'));
    await migrate(db);
    await migrate(db);
    expect(await tablesIn(db, engine)).to.include.members([
      'areas',
      'wards',
      'postcodes',
      'owners',
      'assets',
      'public_assets',
      'asset_photos',
      'spaces',
      'facts',
    ]);
  });

  it('can be migrated by several processes at once', async () => {
    const url = await open('empty');
    db = openDatabase(url);
    const others = [openDatabase(url), openDatabase(url)];
    const outcomes = await Promise.allSettled([db, ...others].map((one) => migrate(one)));
    await Promise.all(others.map((other) => other.destroy()));
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : 'done'))).to.deep.equal([
      'done',
      'done',
      'done',
    ]);
    expect(await db('register_revision').select()).to.have.lengthOf(1);
  });

  if (engine === 'SQLite')
    it('is migrated when others let go of the file, however long that takes on a busy disk', async () => {
      const url = await open('empty');
      db = openDatabase(url);
      const other = openDatabase(url);
      const busy = await other.transaction();
      await busy.raw('pragma user_version = 0');
      // A statement gives up long before the file is free.
      await db.raw('pragma busy_timeout = 20');
      const migrated = migrate(db);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await busy.commit();
      await migrated;
      await other.destroy();
      expect(await tablesIn(db, engine)).to.include('areas');
    });

  it('runs every migration that stands in the folder, in order of its number', async () => {
    db = openDatabase(await open());
    const run: { name: string }[] = await db('knex_migrations').orderBy('id').select('name');
    expect(run.map(({ name }) => name)).to.deep.equal(migrationFiles().map((file) => file.replace('.ts', '')));
  });

  it('of a newer version is left alone, with a sentence', async () => {
    db = openDatabase(await open());
    await db('knex_migrations').insert({ name: '9999-future', batch: 9, migration_time: new Date() });
    expect(await migrate(db).catch(String)).to.match(/used by a newer version of Meantime \(it knows "9999-future"\)/);
  });

  it('can be taken down again, and up once more', async () => {
    db = openDatabase(await open());
    for (const file of migrationFiles().toReversed()) await (await migrationIn(file)).down?.(db);
    expect((await tablesIn(db, engine)).filter((name) => !name.startsWith('knex_'))).to.deep.equal([]);
    await db('knex_migrations').delete();
    await migrate(db);
    expect(await tablesIn(db, engine)).to.include('public_assets');
  });

  it('gives counts, sums and averages as numbers', async () => {
    db = openDatabase(await open());
    await db('areas').insert(anAreaRow('a'));
    const row = await db('areas')
      .count({ count: '*' })
      .sum({ sum: db.raw('1.5') })
      .avg({ avg: db.raw('2.5') })
      .first();
    expect(row).to.deep.equal({ count: 1, sum: 1.5, avg: 2.5 });
  });

  it('refuses what refers to nothing', async () => {
    db = openDatabase(await open());
    const refused = await db('postcodes')
      .insert({ area_id: 'nowhere', postcode: 'ZZ1 1AA', district: 'ZZ1', lon: 0, lat: 0 })
      .then(
        () => 'taken',
        () => 'refused',
      );
    expect(refused).to.equal('refused');
  });

  it('takes more rows at once than one statement can carry', async () => {
    db = openDatabase(await open());
    const rows = Array.from({ length: 1201 }, (_, at) => anAreaRow(`area-${at}`));
    await insertAll(db, 'areas', rows);
    expect(await db('areas').count({ count: '*' }).first()).to.deep.equal({ count: 1201 });
    await insertAll(db, 'areas', []);
  });
});

describe('Batches', () => {
  it('hold at most 500 rows and 32,000 values, and lose none', () => {
    const rows = Array.from({ length: 1001 }, (_, at) => at);
    expect(batches(rows, 3).map((batch) => batch.length)).to.deep.equal([500, 500, 1]);
    expect(Math.max(...batches(rows, 100).map((batch) => batch.length)) * 100).to.be.at.most(32_000);
    expect(batches(rows, 100).flat()).to.deep.equal(rows);
    expect(batches([], 3)).to.deep.equal([]);
  });
});

function migrationFiles(): string[] {
  return readdirSync('db/migrations')
    .filter((file) => file.endsWith('.ts'))
    .toSorted();
}

function migrationIn(file: string): Promise<Knex.Migration> {
  return import(`../../db/migrations/${file}`);
}

function anAreaRow(slug: string): Record<string, string> {
  return {
    id: slug,
    slug,
    name: slug,
    time_zone: 'Europe/London',
    holidays: 'england-and-wales',
    bbox: '[0,0,1,1]',
    boundary: '{}',
  };
}

async function tablesIn(db: Database, engine: Engine): Promise<string[]> {
  const query = {
    SQLite: () => db('sqlite_master').where({ type: 'table' }).select({ name: 'name' }),
    PostgreSQL: () => db('pg_tables').where({ schemaname: 'public' }).select({ name: 'tablename' }),
  };
  const rows: { name: string }[] = await query[engine]();
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
}
