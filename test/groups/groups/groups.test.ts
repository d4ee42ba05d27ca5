import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVisitor, type Visitor } from '../../ground/people/visitor.ts';
import { aGroup, aGroupForm, anAddress, anOfficer, somebody, wordsOf } from './a-group.ts';

eachDatabase('A group', (open) => {
  let server: TestServer;
  let town: Town;
  let lead: Visitor & { email: string };

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    lead = await somebody(server);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('is made with a form, and whoever makes it leads it', async () => {
    const reply = await lead.post(
      '/groups',
      aGroupForm({ name: 'Stroke survivors', public_name: 'Tuesday friends', telephone: '01632 960 001' }),
    );
    expect(reply.status).to.equal(303);
    const page = await wordsOf(lead.get(reply.headers.get('location') ?? ''));
    expect(page).to.include('Your group is made.').and.include('Stroke survivors').and.include('Tuesday friends');
    expect(page).to.include('There is no deputy yet').and.include('Gita Gardener made the group.');
    expect(await wordsOf(lead.get('/my')))
      .to.include('Stroke survivors')
      .and.include('no deputy yet');
  });

  it('says everything that is wrong at once, and keeps what was typed', async () => {
    const reply = await lead.post('/groups', { name: 'Half <b>told</b>', purpose: 'We do "things".' });
    const page = await wordsOf(reply);
    expect(reply.status).to.equal(400);
    for (const words of [
      'Choose how your group is set up',
      'Say who your group is for',
      'Choose about how many people',
      'Confirm that you are 18 or over',
      'what a lead signs for',
    ])
      expect(page).to.include(words);
    expect(page).to.include('href="#field-audience"').and.include('Half &lt;b&gt;told').and.not.include('<b>told');
    expect(page).to.match(/We do (&#34;|&quot;)things/);
    expect(page).to.match(/<title>Error: Make a group/);
  });

  it('is one group however often its form is sent', async () => {
    const form = aGroupForm({ name: 'Twice', submission: '0190a5d2-0000-4000-8000-000000000001' });
    const replies = await Promise.all([1, 2, 3].map(() => lead.post('/groups', form)));
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).to.equal(1);
    const other = await somebody(server, 'Otto Other');
    expect((await other.post('/groups', form)).headers.get('location')).not.to.equal(
      replies[0]?.headers.get('location'),
    );
  });

  it('is seen by its people and its area’s officers; everybody else finds nothing', async () => {
    const id = await aGroup(lead, { name: 'Hidden' });
    const broker = await anOfficer(server, town);
    const { area } = await aTown(server, {
      slug: 'elsewhere',
      name: 'Elsewhere',
      southWestCorner: { lon: -3, lat: 54 },
    });
    const stranger = await somebody(server, 'Sam Stranger');
    const brokerElsewhere = await anOfficer(server, { area });
    const councillor = await anOfficer(server, town, 'ward_councillor');
    for (const path of [`/groups/${id}`, `/api/groups/${id}`]) {
      expect((await lead.get(path)).status, 'lead').to.equal(200);
      expect((await broker.get(path)).status, 'broker').to.equal(200);
      for (const nobody of [stranger, brokerElsewhere, councillor])
        expect((await nobody.get(path)).status).to.equal(404);
    }
    const [here, nowhere] = await Promise.all(
      [id, id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))].map((one) =>
        aVisitor(server.url).get(`/api/groups/${one}`),
      ),
    );
    expect([here?.status, nowhere?.status]).to.deep.equal([401, 401]);
    for (const odd of ['..%2f..', 'x', '%00', "1'or'1"])
      expect((await stranger.get(`/groups/${odd}`)).status, odd).to.be.oneOf([400, 404]);
  });

  it('changes what it says of itself; the record names the fields and keeps the telephone number out', async () => {
    const second = await somebody(server, 'Eve Editor');
    const form = aGroupForm({
      area: 'testborough',
      name: 'Growers',
      purpose: 'We grow flowers.',
      telephone: '01632 960 999',
    });
    const id = await aGroup(second, { area: 'testborough' });
    expect((await second.post(`/groups/${id}`, form)).status).to.equal(303);
    expect(await wordsOf(second.get(`/groups/${id}`)))
      .to.include('Eve Editor changed: name, what it does, telephone.')
      .and.include('01632 960 999');
    const facts = await server.db('facts').where({ subject_id: id });
    expect(JSON.stringify(facts)).not.to.include('960 999');
    expect(facts.map(({ public_text }) => public_text)).to.deep.equal(facts.map(() => null));
    expect((await lead.post(`/groups/${id}`, form)).status).to.equal(404);
  });

  it('must say its area where there are several', async () => {
    const reply = await lead.post('/groups', aGroupForm({}), { json: true });
    expect(reply.status).to.equal(400);
    expect(await reply.json()).to.deep.include({
      errors: [{ field: 'area', message: 'Choose the area that your group is in.' }],
    });
    expect(await wordsOf(lead.get('/groups/new'))).to.include('<option value="elsewhere"');
  });

  it('asks the database for names once, however many people its history has', async () => {
    const many = await aGroup(lead, { area: 'testborough' });
    const queries = async (): Promise<number> => {
      let asked = 0;
      const count = ({ sql }: { sql: string }): void => void (/from [`"]people[`"]/.test(sql) && asked++);
      server.db.on('query', count);
      await server.groups.state(many);
      server.db.off('query', count);
      return asked;
    };
    const alone = await queries();
    await server.inOneTransaction(async (unit) => {
      for (let at = 0; at < 5; at++) {
        const { id } = await server.people.personWith(unit, anAddress(), `Person ${at}`, 'test');
        unit.record({ kind: 'part_left', subjectKind: 'group', subjectId: many, actor: id });
      }
    });
    expect([
      await queries(),
      (await server.groups.state(many)).history.filter(({ text }) => /^Person \d left/.test(text)).length,
    ]).to.deep.equal([alone, 5]);
  });

  it('cannot be made by the dozen', async () => {
    const keen = await somebody(server, 'Ken Keen');
    const form = aGroupForm({ area: 'testborough' });
    for (let made = 0; made < 10; made++) expect((await keen.post('/groups', form)).status).to.equal(303);
    expect((await keen.post('/groups', form)).status).to.equal(429);
  });
});
