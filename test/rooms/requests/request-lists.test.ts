import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aPublishedRoom, aStoredRequest, ASKED_ON, at, joinCompact } from './a-request.ts';
import {
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  serverOn,
  signedIn,
  type Person,
  type Visiting,
} from './a-request-visit.ts';
import { cliWith } from '../../support/processes.ts';

eachDatabase('Lists of room requests', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let owner: Person;
  let broker: Person;
  let group: Visiting;
  let id: string;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
    broker = await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
    group = await aVisitingGroup(server, town);
    id = await asksAndSends(group.as, group.groupId, [(await aPublishedRoom(server, town)).id]);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('show each where it belongs: desk, owner’s home, group page, everybody’s own page', async () => {
    expect(await page(broker, '/desk/requests?area=testborough&show=owners'))
      .to.include(`/requests/${id}`)
      .and.include('The owner’s turn: answer yes or no, by Thursday 31 December 2026 (5 working days left).');
    for (const show of ['mine', 'late', 'groups', 'over'])
      expect(await page(broker, `/desk/requests?area=testborough&show=${show}`), show).not.to.include(
        `/requests/${id}`,
      );
    expect(await page(broker, '/desk?area=testborough')).to.include('With owners: 1');
    expect(await page(owner, `/owners/${town.owner.id}`)).to.include('1 request waits for your answer.');
    const owned = await page(owner, `/owners/${town.owner.id}/requests`);
    expect(owned).to.include('Tuesday friends').and.not.include('Stroke survivors');
    expect(await page(group.as, `/groups/${group.groupId}`))
      .to.include('Rooms asked for')
      .and.include(`/requests/${id}`);
    expect(await page(group.as, '/my')).to.include('What you wait for, and your next dates');
  });

  it('are for those whom the table of rights names', async () => {
    for (const path of ['/desk/requests?area=testborough', `/owners/${town.owner.id}/requests`])
      expect((await group.as.get(path)).status, path).to.equal(404);
    expect((await owner.get('/desk/requests?area=testborough')).status).to.equal(404);
    expect((await broker.get('/desk/requests?area=elsewhere')).status).to.equal(404);
    for (const cursor of ['nonsense', 'bnVsbA', '%00'])
      expect((await broker.get(`/desk/requests?area=testborough&cursor=${cursor}`)).status).to.equal(400);
  });

  it('go on from page to page without a gap, and say what is late', async () => {
    const room = await aPublishedRoom(server, town, { name: 'Many' });
    const person = found(await server.db('people').where({ email: group.lead }).first());
    for (let count = 0; count < 120; count++)
      await aStoredRequest(server, {
        areaId: town.area.id,
        groupId: group.groupId,
        personId: person.id,
        spaceId: room.id,
        assetId: room.assetId,
        ownerId: town.owner.id,
      });
    for (const [who, start] of [
      [broker, '/desk/requests?area=testborough&show=owners'],
      [owner, `/owners/${town.owner.id}/requests`],
    ] as const) {
      const seen: string[] = [];
      for (let path: string | undefined = start; path;) {
        const shown = await page(who, path);
        seen.push(...[...shown.matchAll(/href="\/requests\/([0-9a-f-]{36})"><strong>/g)].map(([, one = '']) => one));
        path = /class="button button--quiet" href="([^"]+)">More/
          .exec(shown)?.[1]
          ?.replaceAll('&amp;', '&')
          .replaceAll('&#38;', '&');
      }
      expect([seen.length, new Set(seen).size], start).to.deep.equal([121, 121]);
    }
    const later = await serverOn(databaseUrl, '2027-04-01');
    const officer = await signedIn(later, broker.email);
    expect(await page(officer, '/desk/requests?area=testborough&show=late'))
      .to.include('Late (121)')
      .and.include('the day has passed');
    await later.stop();
  });

  it('are moved by the command line as well, by two at once too', async () => {
    const ended = await Promise.all(
      [1, 2].map(() => cliWith({ MEANTIME_NOW: '2027-01-04T08:00:00Z' }, databaseUrl, 'tick')),
    );
    expect(ended.map(({ code, output }) => (code === 0 ? code : output))).to.deep.equal([0, 0]);
    const offered = ended.map(({ output }) =>
      Number(
        /Requests for rooms: 0 completed, 0 followed, \d+ warned, (\d+) offered, \d+ chased, \d+ lapsed\./.exec(
          output,
        )?.[1],
      ),
    );
    expect(offered.toSorted(), 'two at once: each outcome once').to.deep.equal([0, 1]);
    expect(await server.db('facts').where({ subject_id: id, kind: 'room_default_offered' })).to.have.lengthOf(1);
    await expectDone(group.as.post(`/requests/${id}/withdraw`));
  }).timeout(120_000);
});
