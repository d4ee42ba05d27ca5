import { existsSync } from 'node:fs';
import { expect } from 'chai';
import knex from 'knex';
import { openDatabase, type Database } from '../../../src/kernel/database.ts';
import { statementNames } from '../../../src/kernel/engines/postgres-client.ts';
import type * as Postgres from '../../../src/kernel/engines/postgres-client.ts';
import { comesAgain } from '../../../src/kernel/engines/sent.ts';
import { aDatabase, eachDatabase } from '../../support/databases.ts';

const anArea = (slug: string): Record<string, string> => ({
  id: slug,
  slug,
  name: slug,
  time_zone: 'Europe/London',
  holidays: 'england-and-wales',
  bbox: '[0,0,1,1]',
  boundary: '{}',
});

eachDatabase('Statements that are kept', (open) => {
  let db: Database;
  let url: string;
  beforeEach(async () => {
    url = await open();
    db = openDatabase(url);
    await db('areas').insert(anArea('a'));
  });
  afterEach(() => db.destroy());
  const area = () => db('areas').where({ id: 'a' }).first();

  it('give what is there now, however often they run', async () => {
    for (const name of ['one', 'two', 'three', 'four']) {
      await db('areas').where({ id: 'a' }).update({ name });
      expect((await area())?.name).to.equal(name);
      expect(await db('areas').pluck('name')).to.deep.equal([name]);
    }
    expect(await db('areas').where({ id: 'nobody' }).delete()).to.equal(0);
    expect(await db('areas').where({ id: 'a' }).delete()).to.equal(1);
  });

  it('are asked one after the other where a transaction asks several at once, also after a mistake', async () => {
    const warned: string[] = [];
    const note = ({ message }: Error): void => void warned.push(message);
    process.on('warning', note);
    await db.transaction((trx) =>
      Promise.all([trx('areas').pluck('id'), trx('owners').pluck('id'), trx.raw('select 1')]),
    );
    const both = db.transaction((trx) => Promise.allSettled([trx('nowhere').first(), trx('areas').pluck('id')]));
    expect((await both.catch((): PromiseSettledResult<unknown>[] => [])).map(({ status }) => status)[0]).to.equal(
      'rejected',
    );
    expect(await db('areas').pluck('id')).to.deep.equal(['a']);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warned).to.deep.equal([]);
  });

  it('tell of a mistake, and run again after it', async () => {
    for (let time = 0; time < 4; time++)
      expect(
        await db('areas')
          .insert(anArea('a'))
          .catch((error: Error) => error.message),
      ).to.match(/unique/i);
    await db('areas').insert(anArea('b'));
    expect(await db('areas').pluck('id')).to.have.members(['a', 'b']);
  });

  it('outlive a table that gets another column while they are kept', async () => {
    for (let time = 0; time < 4; time++) await area();
    const other = openDatabase(url);
    await other.schema.alterTable('areas', (table) => void table.string('motto').defaultTo('Forward'));
    await other.destroy();
    expect((await area())?.motto).to.equal('Forward');
  });

  it('cost a transaction at most once when a table has changed under it', async () => {
    const inTransaction = (): Promise<string> =>
      db.transaction(async (trx) => (await trx('areas').where({ id: 'a' }).first())?.motto);
    for (let time = 0; time < 4; time++) await inTransaction();
    await db.schema.alterTable('areas', (table) => void table.string('motto').defaultTo('Forward'));
    await inTransaction().catch((error: Error) => expect(error.message).to.match(/cached plan must not change/));
    expect(await inTransaction()).to.equal('Forward');
  });
});

describe('Statements with a name', () => {
  it('are kept by PostgreSQL under it', async () => {
    // Read anew: whatever ran in this process before may have used up its names.
    const fresh: typeof Postgres = await import(`${'../../../src/kernel/engines/postgres-client.ts'}?fresh`);
    const db = knex({
      client: fresh.PostgresClient as unknown as typeof knex.Client,
      connection: await aDatabase('PostgreSQL'),
    });
    const kept = await db.transaction(async (trx) => {
      for (let time = 0; time < 3; time++)
        await trx('areas')
          .where({ slug: `a${time}` })
          .first('id', 'bbox');
      return trx('pg_prepared_statements').pluck('statement');
    });
    await db.destroy();
    expect(kept.filter((text: string) => text.startsWith('select "id", "bbox" from "areas"'))).to.have.length(1);
  });

  it('have one from the second time on, as many as there may be', () => {
    const names = statementNames(2);
    expect(names.of('one')).to.equal(undefined);
    const [one] = [names.of('one'), names.of('two')];
    expect(one).to.match(/^m0_/);
    expect(names.of('one')).to.equal(one);
    expect([names.of('two'), names.of('three'), names.of('three')]).to.deep.equal([
      names.of('two'),
      undefined,
      undefined,
    ]);
  });

  it('get new ones when a table has changed, and none any more where something in between does not keep them', () => {
    const names = statementNames();
    const twice = (): string | undefined => [names.of('one'), names.of('one')][1];
    const refused = (code: string, message = ''): boolean =>
      names.wereRefused(Object.assign(new Error(message), { code }));
    expect(twice()).to.match(/^m0_/);
    expect(refused('23505')).to.equal(false);
    expect(refused('0A000', 'cannot do that')).to.equal(false);
    expect(twice()).to.match(/^m0_/);
    expect(refused('0A000', 'cached plan must not change result type')).to.equal(true);
    expect(twice()).to.match(/^m1_/);
    expect(refused('26000')).to.equal(true);
    expect(twice()).to.equal(undefined);
  });

  it('are those whose shape does not depend on how much is asked for', () => {
    const sent = (sql: string, bindings: unknown[] = []) => comesAgain({ sql, bindings, method: 'select' });
    expect(sent('select * from a where b in ($1, $2) and c = $3')).to.equal(true);
    expect(sent(`select * from a where b in (${Array.from({ length: 12 }, (_, at) => `$${at}`).join(', ')})`)).to.equal(
      false,
    );
    expect(sent('select 1', Array.from({ length: 65 }))).to.equal(false);
    expect(sent(`select ${'x'.repeat(4_000)}`)).to.equal(false);
    expect(comesAgain({ sql: 'create table a (b text)' })).to.equal(false);
  });
});

describe('Readers beside the one who writes (SQLite)', () => {
  it('wait for no transaction, see nothing of it before it ends, and all of it from then on', async () => {
    const db = openDatabase(await aDatabase('SQLite'));
    await db('areas').pluck('id');
    await db.transaction(async (trx) => {
      await trx('areas').insert(anArea('a'));
      expect(await trx('areas').pluck('id')).to.deep.equal(['a']);
      expect(await db('areas').pluck('id')).to.deep.equal([]);
    });
    expect(await db('areas').pluck('id')).to.deep.equal(['a']);
    await db('areas').insert(anArea('b'));
    expect(await db('areas').pluck('id')).to.deep.equal(['a', 'b']);
    await db.destroy();
  });

  it('are heard by whoever listens to the database', async () => {
    const db = openDatabase(await aDatabase('SQLite'));
    const heard: string[] = [];
    db.on('query', ({ sql }: { sql: string }) => heard.push(sql));
    await db('areas').insert(anArea('a'));
    await db('areas').pluck('id');
    expect(heard.map((sql) => sql.split(' ')[0])).to.deep.equal(['insert', 'select']);
    await db.destroy();
  });

  it('leave one whole file when all are gone', async () => {
    const db = openDatabase(await aDatabase('SQLite'));
    await db('areas').insert(anArea('a'));
    await db('areas').pluck('id');
    const file = fileOf(db);
    await db.destroy();
    expect(['-wal', '-shm'].filter((end) => existsSync(file + end))).to.deep.equal([]);
  });

  it('are not there where the database is in memory alone', async () => {
    const db = openDatabase('sqlite::memory:');
    await db.schema.createTable('notes', (table) => void table.string('text'));
    await db('notes').insert({ text: 'kept' });
    expect(await db('notes').pluck('text')).to.deep.equal(['kept']);
    await db.destroy();
  });
});

const fileOf = (db: Database): string => db.client.connectionSettings.filename;
