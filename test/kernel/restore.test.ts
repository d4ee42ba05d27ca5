import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { migrate } from '../../db/migrate.ts';
import { backUp } from '../../src/kernel/backup.ts';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import { restore } from '../../src/kernel/restore.ts';
import { aGroup, aPaper, somebody } from '../groups/groups/a-group.ts';
import type { Visitor } from '../ground/people/visitor.ts';
import { aDatabase, eachDatabase } from '../support/databases.ts';
import { anAsset, aTown, type Town } from '../support/domain.ts';
import { cliWith, until } from '../support/processes.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { aFolder } from '../support/temp-files.ts';

/** Words that a careless copy would change: quotes, backslashes, line ends of every kind, and no letters of ours. */
const HARD = `It's a "C:\\new\\table" ?, ?? $1\n\r\n\u2028– Ŵ 花 🌱;\n-- the end`;

eachDatabase('A copy', (open, engine) => {
  let url: string;
  let server: TestServer;
  let town: Town;
  let leads: (Visitor & { email: string; groupId: string })[];

  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    leads = [];
    for (const name of ['Gita', 'Hal', 'Ida']) {
      const lead = await somebody(server, name);
      leads.push({ ...lead, groupId: await aGroup(lead, { name: `${name}’s growers` }) });
    }
    await anAsset(server, town, { name: HARD });
  });
  after(async () => {
    await server.stop();
    expect(server.errors, 'mistakes of ours').to.deep.equal([]);
  });

  const copyOf = async (): Promise<string> => {
    const file = join(aFolder('copy'), 'meantime.copy');
    await backUp({ db: server.db, dataDir: server.config.dataDir, file });
    return file;
  };
  /** Somewhere new of the same kind: `restore` or the command line puts a copy there. */
  async function elsewhere(): Promise<{ url: string; dataDir: string }> {
    const dataDir = join(aFolder('new'), 'data');
    return { dataDir, url: engine === 'SQLite' ? `sqlite:${join(dataDir, 'meantime.db')}` : await open('empty') };
  }
  /** What it says when it refuses; where it does not, how many files came back. */
  async function restored(file: string, { url, dataDir }: { url: string; dataDir: string }): Promise<string> {
    const db = openDatabase(url);
    const said = await restore({ db, dataDir, file, migrate }).catch(String);
    await db.destroy();
    return String(said);
  }

  it('made while people write is whole: the record holds, and every paper that it names is there', async () => {
    const papers: { id: string; at: string }[] = [];
    let writing = true;
    const writers = leads.map(async (lead) => {
      for (let number = 0; writing; number++) {
        await lead.post('/account/name', { name: `Lead ${number}` });
        const id = await aPaper(lead, lead.groupId);
        papers.push({ id, at: `/groups/${lead.groupId}/documents/${id}/file` });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    await until(async () => papers.length >= 6);
    const before = papers.map(({ id }) => id);
    const file = join(aFolder('copy'), 'meantime.copy');
    const { code, output } = await cliWith({ DATA_DIR: server.config.dataDir }, url, 'backup', file);
    const written = papers.length - before.length;
    writing = false;
    await Promise.all(writers);
    expect([code, output]).to.satisfy(() => code === 0, output);
    expect(written, 'papers that came in while it was made').to.be.above(0);

    const { url: newUrl, dataDir } = await elsewhere();
    expect((await cliWith({ DATA_DIR: dataDir }, newUrl, 'restore', file)).output).to.match(
      /^The database is back, .*\(files: \d+\)\.\nAll \d+ facts are as they were written\.\n$/,
    );
    const again = await aServer(newUrl, { env: { DATA_DIR: dataDir } });
    const inCopy: string[] = await again.db('group_documents').pluck('id');
    expect(inCopy).to.include.members(before);
    for (const lead of leads) {
      const back = await somebody(again, 'Lead', lead.email);
      for (const { id, at } of papers.filter((one) => one.at.includes(lead.groupId) && inCopy.includes(one.id)))
        expect((await back.get(at)).status, id).to.equal(200);
    }
    await again.stop();
  }).timeout(300_000);

  if (engine === 'PostgreSQL')
    it('is of one instant, however long it takes: what is written after its beginning is in no table of it', async () => {
      const other = openDatabase(url);
      const held = await other.transaction();
      await held.raw('lock table postcodes in access exclusive mode');
      const copying = copyOf();
      // It has read the tables before this one, and waits for it.
      const waits = `select 1 from pg_locks where relation = 'postcodes'::regclass and not granted`;
      await until(async () => (await server.db.raw<{ rows: unknown[] }>(waits)).rows.length > 0);
      const late = 'Written while the copy was being made';
      await server.db('wards').where({ area_id: town.area.id }).update({ name: late });
      await held.rollback();
      const text = gunzipSync(readFileSync(await copying)).toString('utf8');
      await other.destroy();
      expect(text).to.include('insert into "wards"').and.to.not.include(late);
    });

  it('has every row as it was, and the database goes on where it stopped, with its guards', async () => {
    const place = await elsewhere();
    const copy = await copyOf();
    expect((statSync(copy).mode & 0o777).toString(8), 'for its owner only').to.equal('600');
    await restored(copy, place);
    const again = await aServer(place.url, { env: { DATA_DIR: place.dataDir } });
    expect(await everything(again.db)).to.deep.equal(await everything(server.db));
    expect((await again.assets.list({})).totals).to.deep.equal((await server.assets.list({})).totals);
    await anAsset(again, town, { name: 'One more' });
    expect(await refusal(again.db('facts').update({ reason: 'rewritten' }))).to.match(/never changed|final/i);
    expect(await refusal(again.db('group_documents').insert({ id: 'x', group_id: 'nobody' }))).to.not.equal('none');
    await again.stop();
  });

  it('goes only where nothing is yet, and nothing is written over', async () => {
    const file = await copyOf();
    const { url: newUrl, dataDir } = await elsewhere();
    expect(await restored(file, { url, dataDir })).to.match(/^Error: There is (something in this|a) database /);
    expect(await restored(file, { url: newUrl, dataDir: server.config.dataDir })).to.match(
      /^Error: There is something in .* already\. Set DATA_DIR to a new folder/,
    );
    expect(await restored(`${file}.not`, { url: newUrl, dataDir })).to.match(/^Error: There is no .*A copy is both/);
    expect(await restored(file, { url: newUrl, dataDir }), 'after all of that').to.match(/^\d+$/);
  });

  it('of the other kind of database is refused with a sentence', async () => {
    const dataDir = aFolder('new');
    const other = engine === 'SQLite' ? await aDatabase('PostgreSQL', 'empty') : `sqlite:${dataDir}/new.db`;
    expect(await restored(await copyOf(), { url: other, dataDir })).to.match(/is not a copy of a (PostgreSQL|SQLite)/);
  });

  if (engine === 'PostgreSQL')
    it('that breaks off, or is of a newer version, restores nothing', async () => {
      const file = await copyOf();
      const whole = readFileSync(file);
      const script = gunzipSync(whole).toString();
      const broken: [content: Buffer, says: RegExp][] = [
        [whole.subarray(0, whole.length / 2), /damaged or breaks off/],
        [gzipSync(script.slice(0, -'commit;\n-- the end\n'.length)), /damaged or breaks off/],
        [gzipSync(script.replace('-- migrations: ', '-- migrations: 0000-future ')), /made by a newer version/],
      ];
      for (const [content, says] of broken) {
        writeFileSync(file, content);
        const place = await elsewhere();
        expect(await restored(file, place)).to.match(says);
        const db = openDatabase(place.url);
        expect(await db('areas'), 'areas').to.deep.equal([]);
        await db.destroy();
      }
    });
});

/** Every row of every table of ours, in an order that is the same on both sides; sessions come and go. */
async function everything(db: Database): Promise<Record<string, string[]>> {
  const sqlite = db.client.config.client === 'sqlite3';
  const names: string[] = sqlite
    ? await db('sqlite_master').where({ type: 'table' }).orderBy('name').pluck('name')
    : await db('pg_tables').where({ schemaname: 'public' }).orderBy('tablename').pluck('tablename');
  const tables: Record<string, string[]> = {};
  for (const name of names.filter((one) => !/^knex_|^sqlite_|^leases$/.test(one)))
    tables[name] = (await db(name)).map((row) => JSON.stringify(row)).toSorted();
  return tables;
}

const refusal = (work: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(work).then(
    () => 'none',
    (error: unknown) => String(error),
  );
