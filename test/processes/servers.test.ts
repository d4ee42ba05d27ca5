import { connect } from 'node:net';
import { expect } from 'chai';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import { aDatabase } from '../support/databases.ts';
import { anAsset, aTown, changeAssets, type Town } from '../support/domain.ts';
import { aServerProcess, serverThatEnds, until, type ServerProcess } from '../support/processes.ts';
import { someServices, type TestServices } from '../support/server.ts';

/** A process looks once a second; what is more is the machine's own slowness. */
const SEEN_WITHIN_MS = 15_000;
/** A start of the source takes a few seconds, and many on a busy machine. */
const START_MS = 240_000;

describe('Two servers on one PostgreSQL', function () {
  this.timeout(START_MS);
  let servers: ServerProcess[];
  let writer: TestServices;
  let town: Town;

  before(async () => {
    const databaseUrl = await aDatabase('PostgreSQL');
    servers = await Promise.all([aServerProcess({ databaseUrl }), aServerProcess({ databaseUrl })]);
    writer = await someServices(databaseUrl);
    town = await aTown(writer);
  });
  after(async () => {
    await writer.stop();
    await Promise.all(servers.map((server) => server.kill()));
  });

  it('both show by themselves what a third process added and changed', async () => {
    const asset = await anAsset(writer, town, { name: 'Heron Yard', state: 'vacant' });
    for (const server of servers)
      expect(await until(async () => (await totalAt(server, 'q=heron')) === 1)).to.be.below(SEEN_WITHIN_MS);
    await changeAssets(writer, town, [{ before: asset, fields: { state: 'in_use' } }]);
    for (const server of servers)
      expect(await until(async () => (await totalAt(server, 'q=heron&state=in_use')) === 1)).to.be.below(
        SEEN_WITHIN_MS,
      );
  });

  it('one goes on when the other is cut off', async () => {
    const [first, second] = servers;
    expect((await first?.kill())?.signal).to.equal('SIGKILL');
    await anAsset(writer, town, { name: 'Curlew Yard' });
    if (second) await until(async () => (await totalAt(second, 'q=curlew')) === 1, SEEN_WITHIN_MS);
  });
});

describe('A server that is asked to stop', function () {
  this.timeout(START_MS);

  it('finishes the request under way, takes no new one, and ends well', async () => {
    const databaseUrl = await aDatabase('PostgreSQL');
    const server = await aServerProcess({ databaseUrl });
    const db = openDatabase(databaseUrl);
    const release = await holdingAreas(db);
    const slow = fetch(`${server.url}/api/areas`);
    await until(() => somebodyWaits(db));
    server.askToStop();
    await until(async () => !(await accepts(server.url)));
    await release();
    expect((await slow).status).to.equal(200);
    expect(await (await slow).json()).to.deep.equal([]);
    expect(await server.ended).to.deep.include({ code: 0, signal: null });
    await db.destroy();
  });

  it('ends at once when nobody is waiting', async () => {
    const server = await aServerProcess({ databaseUrl: await aDatabase('SQLite') });
    await fetch(`${server.url}/assets`);
    const start = Date.now();
    expect(await server.terminate()).to.deep.include({ code: 0, signal: null });
    expect(Date.now() - start, 'the time that requests under way would have').to.be.below(10_000);
  });
});

describe('A server that starts', function () {
  this.timeout(START_MS);

  it('says where it is', async () => {
    const server = await aServerProcess({ databaseUrl: await aDatabase('SQLite', 'empty') });
    expect(server.output()).to.include(`Meantime is ready: ${server.url}`);
    await server.terminate();
  });

  const wrong: [title: string, env: Record<string, string>, says: RegExp][] = [
    [
      'names each variable that is wrong, and nothing else',
      { PORT: 'eighty', DATABASE_URL: 'mysql://x' },
      /^The configuration is not right:\n {2}PORT: .*\n {2}DATABASE_URL: .*\n$/,
    ],
    [
      'refuses where nobody could ever sign in, and says what to set',
      { DEMO: 'off', LOG_LEVEL: 'warn' },
      /^The configuration is not right:\n {2}SMTP_URL: set it.*nobody could ever sign in.*\n$/,
    ],
    [
      'refuses to turn the clock in production',
      { NODE_ENV: 'production', MEANTIME_NOW: '2027-03-01T09:00:00Z' },
      /MEANTIME_NOW: unset it in production/,
    ],
  ];
  for (const [title, env, says] of wrong) {
    it(title, async () => {
      const { code, output } = await serverThatEnds({ DATABASE_URL: await aDatabase('SQLite'), ...env });
      expect(code).to.equal(1);
      expect(output).to.match(says);
    });
  }
});

async function totalAt({ url }: ServerProcess, query: string): Promise<number> {
  const reply = (await (await fetch(`${url}/api/assets?${query}`)).json()) as { total: number };
  return reply.total;
}

/** Locks a table that every list of areas reads, so that a request takes as long as the test likes. */
async function holdingAreas(db: Database): Promise<() => Promise<void>> {
  const trx = await db.transaction();
  await trx.raw('lock table areas in access exclusive mode');
  return async () => void (await trx.commit());
}

async function somebodyWaits(db: Database): Promise<boolean> {
  const { rows } = await db.raw('select count(*) as waiting from pg_locks where not granted');
  return rows[0].waiting > 0;
}

function accepts(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
