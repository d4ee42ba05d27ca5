import { expect } from 'chai';
import { anArea, anAsset, anOwner } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aVisitor, newestMail, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aDesk, type Desk, someoneWith, words } from './a-desk.ts';

eachDatabase('People and rights', (open) => {
  let desk: Desk;
  let admin: Visitor;
  let adminId: string;
  before(async () => {
    desk = await aDesk(await open());
    admin = await someoneWith(
      desk.server,
      'admin@example.org',
      [['area_administrator', 'area', desk.town.area.id]],
      'Ada Adeyemi',
    );
    [adminId = ''] = await desk.server.db('people').where({ email: 'admin@example.org' }).pluck('id');
  });
  after(() => desk.server.stop());

  const give = (fields: Record<string, string>, by = admin): Promise<Response> =>
    by.post('/desk/people?area=testborough', { email: 'new@example.org', role: 'broker', on: 'area', ...fields });
  const rightsOf = async (email: string) => {
    const person = await desk.server.db('people').where({ email }).first('id');
    return person ? desk.server.people.rightsOf(person.id) : [];
  };
  const end = (id: string, by = admin): Promise<Response> => by.post(`/desk/people/rights/${id}/end?area=testborough`);

  it('are given by e-mail address: the person is made, told by mail, and gets in', async () => {
    expect((await give({ name: 'Nia New', ends_on: '2027-12-31' })).headers.get('location')).to.equal(
      '/desk/people?area=testborough&done=given',
    );
    expect(await rightsOf('new@example.org')).to.have.nested.property('[0].endsOn', '2027-12-31');
    const mail = await newestMail(desk.server, 'new@example.org');
    expect(mail.text)
      .to.include('Ada Adeyemi has made you asset broker for Testborough')
      .and.to.include('until 31 December 2027')
      .and.to.include('/sign-in');
    const visitor = await signIn(desk.server, aVisitor(desk.server.url), 'new@example.org');
    expect((await visitor.get('/desk')).status).to.equal(200);
    expect(await words(await admin.get('/desk/people?area=testborough')))
      .to.include('Nia New')
      .and.to.include('until 31 December 2027');
  });

  it('given twice are given once, and told once', async () => {
    for (const _ of [1, 2]) await give({ email: 'twice@example.org' });
    expect(await rightsOf('twice@example.org')).to.have.lengthOf(1);
    expect((await desk.server.mails.latest(200)).filter(({ to }) => to === 'twice@example.org')).to.have.lengthOf(1);
  });

  it('are given on an owner or on one place of the area', async () => {
    const asset = await anAsset(desk.server, desk.town, { code: 'P/1', name: 'The Place' });
    await give({ email: 'o@example.org', role: 'owner_representative', on: `owner:${desk.town.owner.id}` });
    await give({ email: 'o@example.org', role: 'caretaker', on: 'asset', asset: 'p/1' });
    expect(
      (await rightsOf('o@example.org')).map(({ role, scope, scopeId }) => [role, scope, scopeId]).sort(),
    ).to.deep.equal([
      ['caretaker', 'asset', asset.id],
      ['owner_representative', 'owner', desk.town.owner.id],
    ]);
    expect(await words(await admin.get('/desk/people?area=testborough'))).to.include('Caretaker for The Place');
  });

  it('are not given outside the area, on the wrong kind of thing, or for the past', async () => {
    const far = await anArea(desk.server, {
      slug: 'farborough',
      name: 'Farborough',
      southWestCorner: { lon: -1.5, lat: 53.1 },
    });
    const farOwner = await anOwner(desk.server, far);
    const farAsset = await anAsset(
      desk.server,
      { area: far, owner: farOwner },
      { code: 'FAR/1', point: { lon: -1.49, lat: 53.11 } },
    );
    const before = (await desk.server.db('people').select('id')).length;
    const wrong: Record<string, string>[] = [
      { on: `owner:${farOwner.id}`, role: 'owner_representative' },
      { on: 'asset', asset: 'FAR/1', role: 'caretaker' },
      { on: 'asset', asset: farAsset.id, role: 'caretaker' },
      { on: 'area', role: 'owner_representative' },
      { on: 'area', role: 'group_lead' },
      { role: 'king' },
      { ends_on: '2027-03-02' },
      { ends_on: 'soon' },
      { email: 'nobody' },
    ];
    for (const fields of wrong)
      expect([fields, (await give({ email: 'wrong@example.org', ...fields })).status]).to.deep.equal([fields, 400]);
    expect(
      (await admin.post('/desk/people?area=farborough', { email: 'wrong@example.org', role: 'broker', on: 'area' }))
        .status,
    ).to.equal(404);
    expect([await rightsOf('wrong@example.org'), (await desk.server.db('people').select('id')).length]).to.deep.equal([
      [],
      before,
    ]);
  });

  it('are seen by brokers and changed by administrators alone', async () => {
    expect(await words(await desk.broker.get('/desk/people?area=testborough')))
      .to.include('Ada Adeyemi')
      .and.to.not.include('Give somebody a right');
    expect((await give({ email: 'x@example.org' }, desk.broker)).status).to.equal(404);
  });

  it('end at once', async () => {
    const gone = await someoneWith(desk.server, 'gone@example.org', [['broker', 'area', desk.town.area.id]]);
    expect((await gone.get('/desk')).status).to.equal(200);
    const [right] = await rightsOf('gone@example.org');
    expect((await end(right?.id ?? '')).status).to.equal(303);
    expect((await gone.get('/desk')).status).to.equal(404);
    expect((await end(right?.id ?? '')).status).to.equal(404);
  });

  it('do not end for the last administrator, whose colleagues’ time is over', async () => {
    await someoneWith(desk.server, 'old@example.org', [
      ['area_administrator', 'area', desk.town.area.id, '2027-03-02'],
    ]);
    const [right] = await rightsOf('admin@example.org');
    const reply = await end(right?.id ?? '');
    expect([reply.status, (await words(reply)).includes('is the last administrator of Testborough')]).to.deep.equal([
      409,
      true,
    ]);
  });

  it('of two administrators who end each other at once, leave one', async () => {
    const second = await someoneWith(desk.server, 'second@example.org', [
      ['area_administrator', 'area', desk.town.area.id],
    ]);
    const [[mine], [theirs]] = [await rightsOf('admin@example.org'), await rightsOf('second@example.org')];
    const replies = await Promise.all([end(theirs?.id ?? ''), end(mine?.id ?? '', second)]);
    expect(replies.filter(({ status }) => status === 303)).to.have.lengthOf(1);
    const held = await desk.server.people.holders('area', [desk.town.area.id]);
    expect(held.filter(({ role, endsOn }) => role === 'area_administrator' && endsOn === null)).to.have.lengthOf(1);
  });

  it('leave facts behind', async () => {
    const kinds = await desk.server.db('facts').where({ actor: adminId, area_id: desk.town.area.id }).pluck('kind');
    expect(kinds).to.include.members(['right_given', 'right_ended']);
  });
});
