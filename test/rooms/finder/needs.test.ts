import { expect } from 'chai';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aRoom } from '../../support/spaces.ts';

type SavedNeedRow = { id: string; checked_at: string; look_at: string; ends_on: string };
/** Four Tuesday evenings near the middle of the town. */
const WISH =
  'near=ZZ1 6AA&km=3&day=tue&start=18:00&hours=2&from=2027-03-09&until=2027-03-30&need=stage&for=Stroke club';

eachDatabase('A need that nothing fits', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let number = 0;
  before(async function () {
    this.timeout(120_000);
    databaseUrl = await open();
    server = await aServer(databaseUrl);
    town = await aTown(server);
    await aRoom(server, town, { name: 'Bare room' });
  });
  after(() => server.stop());
  afterEach(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.db('saved_needs').delete();
    await server.db('mails').delete();
  });

  async function somebody(): Promise<{ email: string; visitor: Visitor }> {
    const email = `seeker${++number}@example.org`;
    const network = { 'X-Forwarded-For': `198.51.100.${number % 250}` };
    const visitor = aVisitor(server.url);
    await visitor.post('/sign-in', { email }, { headers: network });
    await visitor.post('/sign-in/code', { code: (await newestMail(server, email)).code }, { headers: network });
    await visitor.post('/account/name', { name: 'Sam Seeker' });
    await server.db('mails').delete();
    return { email, visitor };
  }
  const save = (visitor: Visitor, wish = WISH, more: Record<string, string> = {}): Promise<Response> =>
    visitor.post('/needs', { wish, agrees: 'yes', ...more });
  const rows = (): Promise<SavedNeedRow[]> => server.db('saved_needs').orderBy('id');
  const mails = async (): Promise<string[]> =>
    (await server.db('mails').where({ kind: 'need_opened' }).orderBy('id')).map(
      ({ to, text }: { to: string; text: string }) => `${to}\n${text}`,
    );
  const aStage = (name: string) => aRoom(server, town, { name, has: ['stage'] });
  const noStage = () => server.db('spaces').where('name', 'like', 'Stage%').update({ bookable: false });

  it('is kept with consent, told once when a room opens, and can be stopped with one click', async () => {
    const { email, visitor } = await somebody();
    expect(await (await visitor.get(`/spaces?${WISH}`)).text()).to.include('Tell me when a room opens');
    const saved = await save(visitor);
    expect([saved.status, saved.headers.get('location')?.startsWith('/spaces?')]).to.deep.equal([303, true]);
    expect(await (await visitor.get(saved.headers.get('location') ?? '')).text()).to.include(
      'You have asked us to tell you',
    );
    expect(await (await visitor.get('/my')).text())
      .to.include('Every Tuesday from 9 March 2027')
      .and.include('We tell you when a room opens, until 30 March 2027.');

    expect(await server.needs.tellOpened()).to.equal(0);
    await aStage('Stage one');
    expect(await server.needs.tellOpened()).to.equal(1);
    expect(await server.needs.tellOpened()).to.equal(0);
    const [mail = '', ...more] = await mails();
    expect(more).to.deep.equal([]);
    expect(mail)
      .to.match(new RegExp(`^${email}\n`))
      .and.include('Stage one')
      .and.include('Free of charge')
      .and.include(`${server.url}/spaces?`)
      .and.include('/unsubscribe/');
    expect(await (await visitor.get('/my')).text()).to.include('We have told you that a room is free');
    await noStage();
  });

  it('is told only of rooms that did not fit before', async () => {
    await aStage('Stage before');
    const { visitor } = await somebody();
    await save(visitor);
    await server.inOneTransaction(async ({ record }) =>
      record({ kind: 'letter_printed', subjectKind: 'test', subjectId: 'x', actor: 'test' }),
    );
    expect(await server.needs.tellOpened()).to.equal(0);
    await aStage('Stage after');
    expect(await server.needs.tellOpened()).to.equal(1);
    expect((await mails())[0])
      .to.include('Stage after')
      .and.not.include('Stage before');
    await noStage();
  });

  it('is looked at again only when something has happened, and at least once a day', async () => {
    const { visitor } = await somebody();
    await save(visitor);
    await server.needs.tellOpened();
    const [first] = await rows();
    expect(first?.look_at, 'a day later').to.match(/^2027-03-04T09:/);
    await server.needs.tellOpened();
    await server.inOneTransaction(async ({ record }) =>
      record({ kind: 'letter_printed', subjectKind: 'test', subjectId: 'x', actor: 'test' }),
    );
    await server.needs.tellOpened();
    expect(await rows(), 'a letter opens no room').to.deep.equal([first]);
    const later = await someServices(databaseUrl, { now: '2027-03-04T10:00:00Z' });
    await later.needs.tellOpened();
    await later.stop();
    expect((await rows())[0]?.look_at).to.match(/^2027-03-05T10:/);
    await aStage('Stage anew');
    await server.needs.tellOpened();
    expect((await mails()).length).to.equal(1);
    await noStage();
  });

  it('is told once though two processes look at the same time', async () => {
    const { visitor } = await somebody();
    await save(visitor);
    const other = await someServices(databaseUrl);
    await aStage('Stage for one');
    const told = await Promise.all([server.needs.tellOpened(), other.needs.tellOpened(), server.needs.tellOpened()]);
    expect([told.reduce((sum, one) => sum + one, 0), (await mails()).length]).to.deep.equal([1, 1]);
    await other.stop();
    await noStage();
  });

  it('takes turns with others: a round looks at twenty', async () => {
    const { visitor } = await somebody();
    await save(visitor);
    const [row] = await rows();
    const more = Array.from({ length: 24 }, (_, at) => ({
      ...row,
      id: server.newId(),
      submission: server.newId(),
      checked_at: `2027-03-02T00:00:${String(at).padStart(2, '0')}.000Z`,
    }));
    await server.db('saved_needs').insert(more);
    const looked = async (): Promise<number> => (await rows()).filter(({ look_at: next }) => next !== '').length;
    await server.needs.tellOpened();
    expect(await looked()).to.equal(20);
    await server.needs.tellOpened();
    expect(await looked()).to.equal(25);
  });

  it('is kept once, however often the form is sent', async () => {
    const { visitor } = await somebody();
    const submission = '01890000-0000-7000-8000-000000000001';
    await Promise.all([
      save(visitor, WISH, { submission }),
      save(visitor, WISH, { submission }),
      save(visitor, WISH, { submission }),
    ]);
    await save(visitor);
    expect(await rows()).to.have.lengthOf(1);
  });

  it('ends by itself: half a year on, with its last date, or when its dates are over', async () => {
    const { visitor } = await somebody();
    await save(visitor, WISH.replace('from=2027-03-09&until=2027-03-30', 'from=2027-03-09&until=2028-03-09'));
    expect((await rows())[0]?.ends_on).to.equal('2027-09-02');
    await server.db('saved_needs').update({ ends_on: '2027-03-02', look_at: '' });
    await server.needs.tellOpened();
    expect(await rows()).to.have.lengthOf(0);
    await save(visitor);
    await server.db('saved_needs').update({ wish: 'on=2027-03-01&start=18:00&hours=2', look_at: '' });
    await server.needs.tellOpened();
    expect(await rows()).to.have.lengthOf(0);
  });

  it('can be ended by its own person alone', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await save(one.visitor);
    const [row] = await rows();
    expect((await other.visitor.post(`/needs/${row?.id}/end`)).status).to.equal(404);
    expect((await aVisitor(server.url).post(`/needs/${row?.id}/end`)).status).to.equal(401);
    expect((await one.visitor.post(`/needs/${row?.id}/end`)).status).to.equal(303);
    expect([await rows(), (await one.visitor.post(`/needs/${row?.id}/end`)).status]).to.deep.equal([[], 404]);
  });

  const wrong: [title: string, fields: Record<string, string>, status: number, says: RegExp][] = [
    ['consent is missing', { wish: WISH }, 400, /Confirm that we may write to you/],
    ['no dates are named', { wish: 'near=ZZ1 6AA', agrees: 'yes' }, 400, /Say when you need a room/],
    ['it is no wish', { wish: 'day=someday&start=soon', agrees: 'yes' }, 400, /Choose days of the week/],
    ['it is endless', { wish: `for=${'x'.repeat(3_000)}`, agrees: 'yes' }, 400, /too long to keep/],
    ['nothing came', {}, 400, /Look for a room first/],
  ];
  for (const [title, fields, status, says] of wrong) {
    it(`is not kept when ${title}, and says why`, async () => {
      const { visitor } = await somebody();
      const reply = await visitor.post('/needs', fields);
      expect([reply.status, await rows()]).to.deep.equal([status, []]);
      expect(await reply.text()).to.match(says);
    });
  }
  it('is not kept for strangers, nor more than ten for anybody', async () => {
    expect((await save(aVisitor(server.url))).status).to.equal(401);
    const { visitor } = await somebody();
    for (let hour = 8; hour < 18; hour++) await save(visitor, WISH.replace('18:00', `${hour}:00`));
    const reply = await save(visitor);
    expect([reply.status, (await rows()).length]).to.deep.equal([422, 10]);
    expect(await reply.text()).to.include('You have 10 saved needs already');
  }).timeout(120_000);

  it('is told to owners nearby only together with others, and never in words that somebody typed', async () => {
    const owner = await somebody();
    const { id } = await server.db('people').where({ email: owner.email }).first('id');
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        id,
        { role: 'owner_representative', scope: 'owner', scopeId: town.owner.id, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    const home = async (): Promise<string> => (await owner.visitor.get(`/owners/${town.owner.id}`)).text();
    for (let one = 0; one < 2; one++) await save((await somebody()).visitor);
    expect(await home())
      .to.include('or too few to tell without saying who')
      .and.not.include('Tuesday evenings');
    await save((await somebody()).visitor);
    const shown = await home();
    expect(shown)
      .to.include('Tuesday evenings: 3 people; 3 need “stage”')
      .and.not.match(/Stroke|seeker|Sam/);
  }).timeout(120_000);

  it('goes with its person’s data', async () => {
    const { visitor } = await somebody();
    await save(visitor);
    const data = await (await visitor.get('/account/data.json', { headers: { Accept: 'application/json' } })).text();
    expect(data).to.include('Rooms you wait for').and.include('stage');
  });
});
