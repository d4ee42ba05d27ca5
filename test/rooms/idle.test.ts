import { expect } from 'chai';
import { insertAll } from '../../src/kernel/database.ts';
import { inOrder } from '../../src/kernel/job.ts';
import { aPaper } from '../groups/groups/a-group.ts';
import { eachDatabase } from '../support/databases.ts';
import { aTown, found } from '../support/domain.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { adoptTerms } from './bookings/a-room.ts';
import { aHireWorld, aStay } from './a-hire-world.ts';
import { aScene } from './hires/a-hire.ts';
import { aPublishedRoom, aSentRequest } from './requests/a-request.ts';

const COPIES = 200;
type Row = Record<string, unknown>;

eachDatabase('A round of all jobs in which nothing is due', (open) => {
  const servers: TestServer[] = [];
  after(async () => {
    for (const server of servers) expect(server.errors).to.deep.equal([]);
    await Promise.all(servers.map((server) => server.stop()));
  });

  /** A town whose people use the rooms as the product has it: so far one of everything. */
  async function aPlace(): Promise<TestServer> {
    const server = await aServer(await open());
    servers.push(server);
    const town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    const world = await aHireWorld(server, town);
    const stay = await aStay(world);
    await stay.placed({
      recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-06-29' },
    });
    await stay.waits();
    const asked = await aPublishedRoom(server, town);
    await aSentRequest(server, world.group, [asked.id], { from: '2027-03-30', until: '2027-05-25' });
    const scene = await aScene(server, town);
    await aPaper(scene.lead, scene.groupId, { expires_on: '2027-12-31' });
    const wish = 'near=ZZ1 6AA&km=3&day=tue&start=18:00&hours=2&from=2027-03-09&until=2027-03-30&need=stage';
    expect((await scene.lead.post('/needs', { wish, agrees: 'yes' })).status).to.equal(303);
    return server;
  }

  /** As many more of each, as the jobs have left the first that they look at again some day. */
  async function more(server: TestServer): Promise<void> {
    for (const [table, look, fresh] of TABLES) {
      const one = found<Row>(await server.db(table).whereNotNull(look).orderBy(look, 'desc').first());
      const rows = Array.from({ length: COPIES }, (_, at) => ({ ...one, id: server.newId(), ...fresh(server, at) }));
      await insertAll(server.db, table, rows);
    }
  }
  const submitted = ({ newId }: TestServer): Row => ({ submission: newId() });
  const TABLES: [table: string, look: string, fresh: (server: TestServer, at: number) => Row][] = [
    ['bookings', 'look_on', submitted],
    ['room_requests', 'look_on', submitted],
    ['waiting_places', 'look_at', submitted],
    ['saved_needs', 'look_at', submitted],
    // Seven days before it ends.
    ['benefit_tests', 'valid_until', () => ({ valid_until: '2027-12-31', look_on: '2027-12-24' })],
    // A group has one paper of a kind.
    ['group_documents', 'look_on', (_, at) => ({ kind: `kind ${at}`, file_name: `paper-${at}` })],
  ];

  async function aRound({ db, jobs }: TestServer): Promise<string[]> {
    const sent: string[] = [];
    const note = ({ sql }: { sql: string }): void => void sent.push(sql);
    db.on('query', note);
    for (const { run } of inOrder(jobs)) await run();
    db.removeListener('query', note);
    return sent;
  }
  /** Rounds until nothing is left to do. */
  async function settled(server: TestServer): Promise<string[]> {
    for (let round = 0; round < 6; round++) await aRound(server);
    return aRound(server);
  }

  it('sends as many statements with two hundred of everything as with none, and writes nothing', async () => {
    const empty = await aServer(await open());
    servers.push(empty);
    await aTown(empty);
    const none = await settled(empty);
    const server = await aPlace();
    const one = await settled(server);
    await more(server);
    const many = await aRound(server);
    expect(one).to.deep.equal(none);
    expect(many).to.deep.equal(none);
    // Only the job of every hour says that it is at it, so that no other process is.
    const writes = many.filter((sql) => /^\s*(insert|update|delete|begin|savepoint)/i.test(sql));
    expect(writes.filter((sql) => !/leases/.test(sql))).to.deep.equal([]);
    expect(writes.length).to.be.at.most(2);
    expect(many.length).to.be.below(84);
  });

  it('costs a job of every few seconds or minutes a few cheap looks, and no lease', async () => {
    const server = servers.at(-1);
    for (const { name, everyMs, run } of found(server).jobs.filter((job) => job.everyMs < 3_600_000)) {
      const sent = await aRound({ ...found(server), jobs: [{ name, everyMs, run }] });
      expect(sent.length, `${name}: ${sent.join('; ')}`).to.be.at.most(3);
      expect(
        sent.filter((sql) => !/^\s*(select|with)/i.test(sql)),
        name,
      ).to.deep.equal([]);
    }
  });
});
