import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { words } from '../../front/desk/a-desk.ts';
import { aPublishedRoom, ASKED_ON, at, inShort, joinCompact } from './a-request.ts';
import {
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  serverOn,
  type Person,
  type Visiting,
} from './a-request-visit.ts';

const NO = { answer: 'no', reason: 'in_use', note: 'Our own course takes place here.' };

/** Each request is for a week of its own: a group may have but a few dates in one. */
let week = 0;
const nextTuesday = (): string => new Date(Date.UTC(2027, 0, 5 + 7 * (week++ % 40))).toISOString().slice(0, 10);

eachDatabase('The link in an owner’s mail', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let owner: Person;
  let group: Visiting;
  let anybody: Visitor;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
    await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
    group = await aVisitingGroup(server, town);
    // Nobody is signed in where a mail is read.
    anybody = aVisitor(server.url);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const aRequest = async (more: Record<string, unknown> = {}): Promise<{ id: string; link: string }> => {
    const room = await aPublishedRoom(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id], { repeat: 'once', on: nextTuesday(), ...more });
    return { id, link: (await newestMail(server, owner.email)).link };
  };

  it('shows everything and two buttons to whoever has it, and looking changes nothing, however often', async () => {
    const { id, link } = await aRequest();
    expect(link).to.match(/^\/room-answers\/[\w-]{43}$/);
    for (let time = 0; time < 3; time++) {
      const reply = await anybody.get(link);
      expect([reply.status, reply.headers.get('referrer-policy')]).to.deep.equal([200, 'no-referrer']);
      const shown = await words(reply);
      for (const said of ['Tuesday friends', 'Yes, offer it', 'Tuesday ', 'You answer as Omar Owner', 'noindex'])
        expect(shown, said).to.include(said);
      expect(shown).not.to.include('Stroke survivors');
    }
    expect((await anybody.get(link, { headers: { Accept: 'application/json' } })).status).to.equal(200);
    expect(await inShort(server, id)).to.equal('asked asked:1');
  });

  it('answers yes without signing in, as the person it was sent to, and says so from then on', async () => {
    const { id, link } = await aRequest();
    await expectDone(anybody.post(link, { answer: 'yes' }));
    await expectDone(anybody.post(link, { answer: 'yes' }));
    expect(await inShort(server, id)).to.equal('offered offered:1');
    const [fact] = await server.db('facts').where({ subject_id: id, kind: 'room_owner_said_yes' });
    expect(fact.actor).to.equal((await server.db('people').where({ email: owner.email }).first()).id);
    expect(await words(await anybody.get(link)))
      .to.include('You said yes')
      .and.not.include('Yes, offer it');
    const late = await anybody.post(link, NO);
    expect([late.status, (await words(late)).includes('This was answered with yes already.')]).to.deep.equal([
      409,
      true,
    ]);
  });

  it('answers no with a reason, and shows what is wrong with the rest still there', async () => {
    const { id, link } = await aRequest();
    const wrong = await words(await anybody.post(link, { answer: 'no', note: 'We have a course of our own.' }));
    expect(wrong).to.include('Choose a reason from the list.').and.include('We have a course of our own.');
    await expectDone(anybody.post(link, NO));
    expect(await inShort(server, id)).to.equal('with_broker declined:0');
    expect(await words(await anybody.get(link))).to.include('You said no to this.');
  });

  it('works for its own request alone, and not at all when a letter of it is changed', async () => {
    const [one, two] = [await aRequest(), await aRequest()];
    await expectDone(anybody.post(one.link, { answer: 'yes' }));
    expect(await inShort(server, two.id)).to.equal('asked asked:1');
    const token = one.link.split('/').at(-1) ?? '';
    const hostile = [
      token.slice(0, -1),
      `${token}a`,
      token.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      token.toUpperCase(),
      'x'.repeat(43),
      '..%2f..',
      '%00',
      "' or 1=1 --",
      'a'.repeat(99),
      two.id,
    ];
    for (const bad of hostile.filter((other) => other !== token)) {
      expect((await anybody.get(`/room-answers/${encodeURIComponent(bad)}`)).status, bad).to.be.oneOf([400, 404]);
      expect(
        (await anybody.post(`/room-answers/${encodeURIComponent(bad)}`, { answer: 'yes' })).status,
        bad,
      ).to.be.oneOf([400, 404]);
    }
    expect((await anybody.get(`/room-answers/${'a'.repeat(5_000)}`)).status).to.be.oneOf([400, 404, 414]);
  });

  it('works no more when its time is over', async () => {
    const { link } = await aRequest();
    const later = await serverOn(databaseUrl, '2027-01-12');
    expect((await aVisitor(later.url).get(link)).status).to.equal(410);
    expect((await aVisitor(later.url).post(link, { answer: 'yes' })).status).to.equal(410);
    await later.stop();
  });

  it('works no more for somebody who does not answer for the owner any more, or has come into the group', async () => {
    const [gone, inGroup] = [
      await holderOf(server, 'gone@example.org', 'owner_representative', 'owner', town.owner.id, 'Gil Gone'),
      await holderOf(server, 'both@example.org', 'owner_representative', 'owner', town.owner.id, 'Bo Both'),
    ];
    await aRequest();
    const links = [(await newestMail(server, gone.email)).link, (await newestMail(server, inGroup.email)).link];
    for (const link of links) expect((await anybody.get(link)).status).to.equal(200);
    const idOf = async (email: string): Promise<string> => (await server.db('people').where({ email }).first()).id;
    await server
      .db('rights')
      .where({ person_id: await idOf(gone.email) })
      .update({ ended_at: at(ASKED_ON) });
    const both = await idOf(inGroup.email);
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        both,
        { role: 'group_member', scope: 'group', scopeId: group.groupId, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    for (const link of links)
      expect([(await anybody.get(link)).status, (await anybody.post(link, { answer: 'yes' })).status]).to.deep.equal([
        410, 410,
      ]);
    await aRequest();
    expect((await newestMail(server, inGroup.email)).link, 'and no new one is sent').to.equal(links[1]);
  });

  it('is forgotten by the outbox once it is sent, and kept nowhere in the clear', async () => {
    const { link } = await aRequest();
    const token = found(link.split('/').at(-1));
    const rows = await server.db('request_links');
    expect(JSON.stringify(rows)).not.to.include(token);
    expect(JSON.stringify(await server.db('facts'))).not.to.include(token);
    expect((await server.mails.latest(50)).find(({ text }) => text.includes(token))?.kind).to.match(/_link$/);
  });

  it('names a price where the owner’s list has none for such groups', async () => {
    const room = await aPublishedRoom(server, town, { tariffs: [] });
    const id = await asksAndSends(group.as, group.groupId, [room.id], { repeat: 'once', on: nextTuesday() });
    const { link } = await newestMail(server, owner.email);
    expect(await words(await anybody.get(link))).to.include('What does it cost in all, in pounds?');
    for (const pounds of ['', 'ten', '-5', '1e3'])
      expect((await anybody.post(link, { answer: 'yes', pounds })).status, pounds).to.equal(400);
    await expectDone(anybody.post(link, { answer: 'yes', pounds: '12.50' }));
    expect(await inShort(server, id)).to.equal('offered offered:1');
    expect(await words(await group.as.get(`/requests/${id}`))).to.include('It costs £12.50 in all.');
  });

  it('goes to the brokers, without a link, where nobody answers for the owner', async () => {
    await server
      .db('rights')
      .where({ role: 'owner_representative' })
      .update({ ended_at: at(ASKED_ON) });
    const room = await aPublishedRoom(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id], { repeat: 'once', on: nextTuesday() });
    const mail = await newestMail(server, 'broker@example.org');
    expect([mail.subject, mail.link]).to.deep.equal([
      'Group room, Library: nobody answers for Testborough Council here',
      `/requests/${id}`,
    ]);
  });
});
