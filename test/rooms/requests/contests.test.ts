import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Comparison } from '../../../src/rooms/requests/rival-contract.ts';
import { words } from '../../front/desk/a-desk.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, anOwner, aTown, found, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aRoom, aWish } from '../bookings/a-room.ts';
import { aPublishedRoom, ASKED_ON, at, inShort, joinCompact } from './a-request.ts';
import {
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  type Person,
  type Visiting,
} from './a-request-visit.ts';

const BEFORE = '2026-11-02';

eachDatabase('Two groups that want the same dates of a room', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let owner: Person;

  beforeEach(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
  });
  afterEach(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const passed = (name: string, benefit: number): Promise<Visiting> =>
    aVisitingGroup(server, town, {
      name,
      publicName: null,
      result: { points: benefit, possible: 100, resultOn: '2026-10-01' },
    });
  /** A date that a group has had, booked seven weeks before it asks. */
  async function hadTwoHours(group: Visiting, room: { id: string }, date: string): Promise<string> {
    const earlier = await someServices(databaseUrl, { now: at(BEFORE) });
    try {
      const wish = aWish(room.id, group.groupId, { recurrence: { kind: 'once', date } });
      return (await earlier.bookings.book({ personId: group.who.personId, brought: null }, wish)).booking.id;
    } finally {
      await earlier.stop();
    }
  }
  const saysYes = async (id: string): Promise<void> => {
    const first = /name="first" value="([^"]+)"/.exec(await page(owner, `/requests/${id}`))?.[1];
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes', first: found(first) }));
  };
  async function comparisons(id: string): Promise<Comparison[]> {
    const rows = await server.db('facts').where({ kind: 'room_rivals_compared', subject_id: id }).orderBy('seq');
    return rows.map(({ after }) => JSON.parse(after));
  }

  it('have them by who has had fewer hours in this owner’s rooms, where both are as good; and all are told why', async () => {
    const room = await aPublishedRoom(server, town);
    const [often, seldom] = [await passed('Often', 72), await passed('Seldom', 70)];
    const free = await aRoom(server, town, { name: 'Store room' });
    for (const day of ['2026-11-10', '2026-11-17', '2026-12-22']) await hadTwoHours(often, free, day);
    await hadTwoHours(seldom, free, '2026-12-01');
    const given = await hadTwoHours(seldom, free, '2026-12-08');
    const givenUp = await someServices(databaseUrl, { now: at('2026-12-08', '09:00') });
    await givenUp.bookings.cancel.byGroup({ personId: seldom.who.personId, brought: null }, given, {
      version: 1,
      which: 'all',
      date: undefined,
    });
    await givenUp.stop();
    const other = await anOwner(server, town.area, 'Harbour Homes');
    const elsewhere = await anAsset(
      server,
      { ...town, owner: other },
      { kind: 'building', state: 'in_use', name: 'Harbour' },
    );
    await hadTwoHours(seldom, await aRoom(server, town, { assetId: elsewhere.id }), '2026-12-02');

    const a = await asksAndSends(often.as, often.groupId, [room.id]);
    const b = await asksAndSends(seldom.as, seldom.groupId, [room.id]);
    const why =
      'Both are as good for people here: on the questions about benefit the other group has 70.0 points of 100, this group 72.0. The other group has had fewer hours in rooms of Testborough Council in the last 12 months: 2 hours to this group’s of 4 hours. So the other group goes first.';
    expect(await page(owner, `/requests/${a}`)).to.include(why);
    await saysYes(a);
    expect([await inShort(server, a), await inShort(server, b)]).to.deep.equal([
      'with_broker outbid:0',
      'offered offered:13',
    ]);
    const yours = why.replace('this group 72.0', 'your group 72.0').replace('this group’s of', 'yours of');
    expect(await page(often.as, `/requests/${a}`))
      .to.include('another group went first.')
      .and.include(yours);
    expect(await page(seldom.as, `/requests/${b}`))
      .to.include('your group went first.')
      .and.include(
        'Your group has had fewer hours in rooms of Testborough Council in the last 12 months: 2 hours to the other’s 4 hours.',
      );
    expect((await newestMail(server, often.lead)).text).to.include('2 hours to yours of 4 hours');
    expect((await newestMail(server, seldom.lead)).text).to.include('Another group wanted some of these dates too.');
    expect((await newestMail(server, owner.email)).text).to.include('2 hours to the other’s 4 hours');
    const [[ofA], [ofB]] = [await comparisons(a), await comparisons(b)];
    expect(ofA).to.deep.include({ first: false, why: 'fewer_hours', tie: 5, drawId: null, from: '2025-12-22' });
    expect([ofA?.mine.minutes, ofA?.theirs.minutes]).to.deep.equal([240, 120]);
    expect([ofB?.first, ofB?.mine, ofB?.theirs]).to.deep.equal([true, ofA?.theirs, ofA?.mine]);
  });

  it('have them by benefit where the gap is 5.0 points, whoever has had more', async () => {
    const room = await aPublishedRoom(server, town);
    const [good, better] = [await passed('Good', 65), await passed('Better', 70)];
    await hadTwoHours(better, await aRoom(server, town, { name: 'Store room' }), '2026-11-10');
    const a = await asksAndSends(good.as, good.groupId, [room.id]);
    const b = await asksAndSends(better.as, better.groupId, [room.id]);
    await saysYes(b);
    expect([await inShort(server, a), await inShort(server, b)]).to.deep.equal([
      'with_broker outbid:0',
      'offered offered:13',
    ]);
    expect((await comparisons(a)).map(({ why }) => why)).to.deep.equal(['benefit']);
  });

  it('have them by a draw where all is equal, which a stranger can work out again and learns nobody’s name from', async () => {
    const room = await aPublishedRoom(server, town);
    const groups = [await passed('Quiet readers', 70), await passed('Loud singers', 71)];
    const ids: string[] = [];
    for (const { as, groupId } of groups) ids.push(await asksAndSends(as, groupId, [room.id]));
    const [one = '', two = ''] = ids;
    const shown = await page(groups[0]?.as ?? owner, `/requests/${one}`);
    expect(shown).to.include('a draw that anybody can check puts');
    const oneWins = shown.includes('As it stands you go first.');

    // Taking it back and asking again draws nothing new.
    await expectDone(found(groups[0]).as.post(`/requests/${one}/withdraw`, {}));
    const again = await asksAndSends(found(groups[0]).as, found(groups[0]).groupId, [room.id]);
    expect((await page(found(groups[0]).as, `/requests/${again}`)).includes('As it stands you go first.')).to.equal(
      oneWins,
    );
    await saysYes(again);
    expect([await inShort(server, again), await inShort(server, two)]).to.deep.equal(
      oneWins ? ['offered offered:13', 'with_broker outbid:0'] : ['with_broker outbid:0', 'offered offered:13'],
    );

    const [ofOne] = await comparisons(again);
    const address = `/draws/${found(ofOne?.drawId)}`;
    const draw = await words(await fetch(`${server.url}${address}`));
    const json = (await (await fetch(`${server.url}/api${address}`)).json()) as {
      seed: string;
      fact: { hash: string; at: string };
      before: string;
      candidates: { candidate: string; number: string }[];
    };
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(json.seed).to.equal(sha(json.fact.hash));
    expect(json.before).to.equal('2026-12-01T00:00:00.000Z');
    expect(json.candidates.map(({ number }) => number)).to.deep.equal(
      json.candidates.map(({ candidate }) => sha(`${json.seed}:${candidate}`).slice(0, 16)).toSorted(),
    );
    const winner = found(groups[oneWins ? 0 : 1]);
    expect(json.candidates[0]?.candidate).to.equal(sha(`${winner.groupId}:${town.owner.id}`));
    for (const said of [json.seed, json.fact.hash, ...json.candidates.map(({ number }) => number)])
      expect(draw).to.include(said);
    for (const secret of ['Quiet', 'Loud', 'Group room', 'Library', room.id, ...groups.map(({ groupId }) => groupId)])
      expect(draw + JSON.stringify(json), secret).not.to.include(secret);
    expect(await words(await fetch(`${server.url}/draws`))).to.include(address);
    expect((await fetch(`${server.url}/draws/${server.newId()}`)).status).to.equal(404);
    expect(await page(found(groups[0]).as, `/requests/${again}`))
      .to.include(address)
      .and.include(found(ofOne?.mine.candidate));
    expect(await words(await fetch(`${server.url}/how-decisions-are-made/rivals`))).to.include(
      '5 points of 100 in Testborough',
    );
  });

  it('have them by an offer that silence is, though a group that has not passed held them', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await passed('Passed', 60);
    const unscored = await aVisitingGroup(server, town, { name: 'Unscored', result: null });
    const a = await asksAndSends(unscored.as, unscored.groupId, [room.id]);
    const b = await asksAndSends(group.as, group.groupId, [room.id]);
    const later = await someServices(databaseUrl, { now: at('2027-01-01') });
    await later.requests.runDue();
    expect(later.errors).to.deep.equal([]);
    await later.stop();
    expect([await inShort(server, a), await inShort(server, b)]).to.deep.equal([
      'with_broker outbid:0',
      'default_offered default_offered:13',
    ]);
    expect((await comparisons(a)).map(({ why }) => why)).to.deep.equal(['passed']);
  });
});
