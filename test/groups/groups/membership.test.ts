import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, NOW, type TestServer } from '../../support/server.ts';
import { aVisitor, newestMail, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aGroup, anAddress, anOfficer, joins, somebody, wordsOf } from './a-group.ts';

const DAY_MS = 24 * 3_600_000;
type Person = Visitor & { email: string };

eachDatabase('People of a group', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let lead: Person;
  let groupId: string;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl);
    town = await aTown(server);
  });
  beforeEach(async () => {
    lead = await somebody(server, 'Gita Gardener');
    groupId = await aGroup(lead);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const page = async (who: Visitor): Promise<string> => wordsOf(who.get(`/groups/${groupId}`));
  const roles = async (): Promise<string[]> =>
    (await server.groups.state(groupId)).people.map(({ name, role }) => `${name}: ${role}`);
  const personId = async (name: string): Promise<string> =>
    (await server.groups.state(groupId)).people.find((one) => one.name === name)?.personId ?? '';

  it('are invited by mail; the link shows what it means, and a button accepts', async () => {
    const email = anAddress();
    expect((await lead.post(`/groups/${groupId}/invitations`, { email, role: 'group_deputy' })).status).to.equal(303);
    expect(await page(lead))
      .to.include(email)
      .and.include('has not answered yet');
    const { link, subject } = await newestMail(server, email);
    expect(subject).to.equal('Gita Gardener asks you to be a deputy of Millfield Growers');
    const stranger = aVisitor(server.url);
    for (let look = 0; look < 2; look++)
      expect(await wordsOf(stranger.get(link)))
        .to.include('asks you to be a deputy')
        .and.include('Sign in to accept');
    expect((await stranger.post(link, { adult: 'yes' })).status).to.equal(401);
    const deputy = await signIn(server, aVisitor(server.url), email, 'Dev Deputy');
    expect(await wordsOf(deputy.get('/my'))).to.include('You are asked to be a deputy of Millfield Growers');
    expect((await deputy.get(link)).status).to.equal(200);
    expect((await deputy.post(link, {})).status, 'not an adult').to.equal(400);
    expect((await deputy.post(link, { adult: 'yes' })).headers.get('location')).to.equal(`/groups/${groupId}`);
    expect(await roles()).to.deep.equal(['Gita Gardener: group_lead', 'Dev Deputy: group_deputy']);
    expect(await page(lead))
      .to.include('Dev Deputy became deputy.')
      .and.not.include('no deputy yet');
  });

  it('accept from their own page when they are signed in with that address, and nobody else can', async () => {
    const [asked, other] = [await somebody(server, 'Ada Asked'), await somebody(server, 'Otto Other')];
    await lead.post(`/groups/${groupId}/invitations`, { email: asked.email, role: 'group_member' });
    const path = /href="(\/groups\/join\/[^"]+)"/.exec(await wordsOf(asked.get('/my')))?.[1] ?? '';
    expect((await other.get(path)).status).to.equal(404);
    expect((await other.post(path)).status).to.equal(404);
    expect((await aVisitor(server.url).get(path)).status).to.equal(404);
    expect((await asked.post(path)).status).to.equal(303);
    expect(await roles()).to.include('Ada Asked: group_member');
  });

  it('get in once, however often and from however many places an invitation is accepted', async () => {
    const [first, second] = [await somebody(server, 'Fay First'), await somebody(server, 'Sol Second')];
    await lead.post(`/groups/${groupId}/invitations`, { email: first.email, role: 'group_member' });
    const { link } = await newestMail(server, first.email);
    const replies = await Promise.all([first, second, first, second].map((person) => person.post(link)));
    const inGroup = (await roles()).filter((one) => /First|Second/.test(one));
    expect(inGroup).to.have.lengthOf(1);
    expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([303, 303, 410, 410]);
  });

  it('see the same answer whether an address has an account or not', async () => {
    const known = await somebody(server, 'Kim Known');
    const replies = await Promise.all(
      [known.email, anAddress('unknown')].map((email) =>
        lead.post(`/groups/${groupId}/invitations`, { email, role: 'group_member' }, { json: true }),
      ),
    );
    const shapes = await Promise.all(
      replies.map(async (reply) => [reply.status, Object.keys((await reply.json()) as object)]),
    );
    expect(shapes[0]).to.deep.equal(shapes[1]);
  });

  it('cannot use an invitation that was withdrawn, replaced, or is older than 14 days', async () => {
    const asked = await somebody(server, 'Ada Asked');
    const inviteAgain = async (): Promise<{ id: string; link: string }> => {
      const reply = await lead.post(
        `/groups/${groupId}/invitations`,
        { email: asked.email, role: 'group_member' },
        { json: true },
      );
      return { id: ((await reply.json()) as { id: string }).id, link: (await newestMail(server, asked.email)).link };
    };
    const [first, second] = [await inviteAgain(), await inviteAgain()];
    expect((await asked.post(first.link)).status).to.equal(410);
    expect((await asked.get(first.link)).status).to.equal(410);
    expect((await lead.post(`/groups/${groupId}/invitations/${second.id}/withdraw`)).status).to.equal(303);
    expect((await asked.post(second.link)).status).to.equal(410);
    const third = await inviteAgain();
    for (const [days, status] of [
      [14.01, 410],
      [13.9, 303],
    ] as const) {
      const later = await aServer(databaseUrl, { now: new Date(Date.parse(NOW) + days * DAY_MS).toISOString() });
      const then = await signIn(later, aVisitor(later.url), asked.email);
      expect((await then.post(third.link)).status, `${days} days`).to.equal(status);
      await later.stop();
    }
    expect((await asked.post('/groups/join/made-up-by-somebody')).status).to.equal(404);
  });

  it('hand over the lead to somebody in the group who accepts; until then nothing changes', async () => {
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    const other = await joins(server, lead, groupId, 'group_member', 'Otto Other');
    expect((await lead.post(`/groups/${groupId}/lead`, { person: await personId('Mia Member') })).status).to.equal(303);
    expect(await wordsOf(member.get('/my'))).to.include('You are asked to lead Millfield Growers');
    expect(await roles()).to.include('Gita Gardener: group_lead');
    expect((await other.get(`/groups/${groupId}/lead`)).status).to.equal(404);
    expect((await other.post(`/groups/${groupId}/lead/accept`, { adult: 'yes', agrees: 'yes' })).status).to.equal(409);
    expect((await member.post(`/groups/${groupId}/lead/accept`, { adult: 'yes' })).status).to.equal(400);
    const replies = await Promise.all(
      [1, 2].map(() => member.post(`/groups/${groupId}/lead/accept`, { adult: 'yes', agrees: 'yes' })),
    );
    expect(replies.map(({ status }) => status)).to.include(303);
    expect(await roles()).to.deep.equal([
      'Mia Member: group_lead',
      'Gita Gardener: group_member',
      'Otto Other: group_member',
    ]);
    expect((await newestMail(server, lead.email)).subject).to.equal('Mia Member now leads Millfield Growers');
    expect(
      (await lead.post(`/groups/${groupId}/invitations`, { email: anAddress(), role: 'group_member' })).status,
    ).to.equal(404);
  });

  it('can decline the lead, and the lead can take the question back', async () => {
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    const ask = async (): Promise<Response> =>
      lead.post(`/groups/${groupId}/lead`, { person: await personId('Mia Member') });
    await ask();
    expect((await member.post(`/groups/${groupId}/lead/decline`)).status).to.equal(303);
    await ask();
    expect((await lead.post(`/groups/${groupId}/lead/withdraw`)).status).to.equal(303);
    expect((await member.post(`/groups/${groupId}/lead/accept`, { adult: 'yes', agrees: 'yes' })).status).to.equal(409);
    expect((await lead.post(`/groups/${groupId}/lead`, { person: await somebodyElse() })).status).to.equal(400);
  });

  it('may leave, all but the lead', async () => {
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    expect((await lead.post(`/groups/${groupId}/leave`)).status).to.equal(409);
    expect((await member.post(`/groups/${groupId}/leave`)).headers.get('location')).to.equal('/my');
    expect((await member.get(`/groups/${groupId}`)).status).to.equal(404);
    expect(await page(lead)).to.include('Mia Member left the group.');
  });

  it('end others’ parts as far as theirs reaches', async () => {
    const deputy = await joins(server, lead, groupId, 'group_deputy', 'Dev Deputy');
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    const end = async (who: Visitor, name: string): Promise<number> =>
      (await who.post(`/groups/${groupId}/people/${await personId(name)}/end`)).status;
    expect(await end(member, 'Dev Deputy')).to.equal(404);
    expect(await end(deputy, 'Gita Gardener')).to.equal(404);
    expect(await end(deputy, 'Dev Deputy')).to.equal(404);
    expect(await end(deputy, 'Mia Member')).to.equal(303);
    expect((await newestMail(server, member.email)).subject).to.equal('You are no longer in Millfield Growers');
    expect(await end(lead, 'Dev Deputy')).to.equal(303);
    expect((await deputy.get(`/groups/${groupId}`)).status).to.equal(404);
    expect(await roles()).to.deep.equal(['Gita Gardener: group_lead']);
  });

  it('keep their addresses from members, and officers invite nobody', async () => {
    const member = await joins(server, lead, groupId, 'group_member', 'Mia Member');
    expect(await page(member))
      .to.include('Gita Gardener')
      .and.not.include(lead.email);
    const broker = await anOfficer(server, town);
    expect(
      (await broker.post(`/groups/${groupId}/invitations`, { email: anAddress(), role: 'group_member' })).status,
    ).to.equal(404);
    expect(await page(broker)).to.include(lead.email);
  });

  const somebodyElse = async (): Promise<string> => {
    const other = await somebody(server, 'Sam Stranger');
    return ((await server.db('people').where({ email: other.email }).first()) as { id: string }).id;
  };
});
