import { expect } from 'chai';
import { anAssistedForm, anOfficer } from '../../groups/groups/a-group.ts';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aRoom } from '../../support/spaces.ts';

const WISH = 'near=ZZ1 6AA&km=3&day=tue&start=18:00&hours=2&from=2027-03-09&until=2027-03-30&need=stage';
const LIST = '/desk/needs?area=testborough';

eachDatabase('A need of a group without e-mail', (open) => {
  let server: TestServer;
  let town: Town;
  let broker: Visitor;
  before(async function () {
    this.timeout(120_000);
    server = await aServer(await open());
    town = await aTown(server);
    broker = await anOfficer(server, town);
    await aRoom(server, town, { name: 'Bare room' });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const aGroup = async (name: string): Promise<string> => {
    const reply = await broker.post('/desk/groups?area=testborough', anAssistedForm({ name }), { json: true });
    return ((await reply.json()) as { id: string }).id;
  };
  const keep = (group: string, tellBy: string, more: Record<string, string> = {}): Promise<Response> =>
    broker.post(LIST, {
      wish: WISH,
      group,
      tell_by: tellBy,
      agrees: 'yes',
      submission: server.newId(),
      ...more,
    });
  const page = async (path: string): Promise<string> =>
    (await words(await broker.get(path))).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const letters = (groupId: string) => server.db('letters').where({ group_id: groupId, kind: 'need_opened' });

  it('is kept by an officer from the finder, and told once by a letter or on the telephone', async () => {
    const [byLetter, byPhone] = [await aGroup('Letter friends'), await aGroup('Phone friends')];
    expect(await words(await broker.get(`/spaces?${WISH}`))).to.include('Keep it for a group without e-mail');
    expect(await words(await aVisitor(server.url).get(`/spaces?${WISH}`))).to.not.include(
      'Keep it for a group without e-mail',
    );
    expect(await page(`${LIST}&wish=${encodeURIComponent(WISH)}`))
      .to.include('Letter friends, led by Stan Stroke')
      .and.include('Keep this');
    const wrong = await keep('', 'pigeon');
    expect(wrong.status).to.equal(400);
    expect(await words(wrong))
      .to.include('Choose the group.')
      .and.include('Choose how they are told.');
    expect((await keep(byLetter, 'letter')).status).to.equal(303);
    const submission = server.newId();
    for (let times = 0; times < 2; times++) expect((await keep(byPhone, 'phone', { submission })).status).to.equal(303);
    expect(await server.db('saved_needs')).to.have.length(2);
    expect(await page(LIST))
      .to.include('Letter friends')
      .and.include('We ring them, until 30 March 2027.');
    expect(await page('/desk')).to.not.include('A room has opened');

    await server.needs.tellOpened();
    expect(await letters(byLetter)).to.have.length(0);
    await aRoom(server, town, { name: 'Stage hall', has: ['stage'] });
    await server.sync.refresh();
    for (let times = 0; times < 2; times++) await server.needs.tellOpened();
    const [letter, ...more] = await letters(byLetter);
    expect(more).to.deep.equal([]);
    expect(letter.text).to.include('Stage hall').and.not.include('http');
    expect(await letters(byPhone)).to.have.length(0);
    expect(await server.db('mails').where({ kind: 'need_opened' })).to.have.length(0);

    expect(await page('/desk'))
      .to.include('A room has opened')
      .and.include('1 group without e-mail to ring.');
    expect(await page(LIST))
      .to.include('To ring: a room has opened')
      .and.include('Led by Stan Stroke: 01632 960 123')
      .and.include('Stage hall')
      .and.include('Nobody waits.');
    const { id } = await server.db('saved_needs').where({ group_id: byPhone }).first('id');
    expect((await broker.post(`/desk/needs/${id}/rung?area=testborough`)).status).to.equal(303);
    expect((await broker.post(`/desk/needs/${id}/rung?area=testborough`)).status).to.equal(409);
    expect(await page(LIST)).to.not.include('To ring');
    expect(await page('/desk')).to.not.include('A room has opened');
    expect(await server.db('facts').where({ subject_id: id }).orderBy('seq').pluck('kind')).to.deep.equal([
      'need_saved',
      'need_told',
      'need_rung',
    ]);
  });

  it('is forgotten when its group no longer looks, and is not kept for whoever has e-mail', async () => {
    const group = await aGroup('Fickle friends');
    await keep(group, 'phone', { wish: `${WISH}&people=12` });
    const { id } = await server.db('saved_needs').where({ group_id: group }).first('id');
    expect((await broker.post(`/desk/needs/${id}/end?area=testborough`)).status).to.equal(303);
    expect((await broker.post(`/desk/needs/${id}/end?area=testborough`)).status).to.equal(404);
    const lead = await server.db('rights').where({ scope_id: group, role: 'group_lead' }).first('person_id');
    await server.db('people').where({ id: lead.person_id }).update({ email: 'now@example.org' });
    const refused = await keep(group, 'letter');
    expect(refused.status).to.equal(400);
    expect(await words(refused)).to.include('others save it themselves');
  });
});
