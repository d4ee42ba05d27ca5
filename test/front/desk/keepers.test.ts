import { expect } from 'chai';
import { newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { aHouse, booked, type House } from '../../rooms/running/a-house.ts';
import { anAsset, anOwner } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { someoneWith, words } from './a-desk.ts';

eachDatabase('Caretakers and viewers', (open) => {
  let house: House;
  let base: string;
  before(async () => {
    house = await aHouse(await open());
    base = `/desk/buildings/${house.assetId}/keepers`;
  });
  after(() => house.server.stop());

  const give = (fields: Record<string, string> = {}, by: Visitor = house.owner, at = base): Promise<Response> =>
    by.post(at, { email: 'new@example.org', role: 'caretaker', on: 'building', ...fields });
  const rightsOf = async (email: string) => {
    const person = await house.server.db('people').where({ email }).first('id');
    return person ? house.server.people.rightsOf(person.id) : [];
  };

  it('are chosen by the owner’s representative: told by mail, seen in the list, let in, until their last day', async () => {
    expect((await give({ name: 'Nia New', on: house.hall, ends_on: '2027-12-31' })).headers.get('location')).to.equal(
      base,
    );
    expect(
      (await rightsOf('new@example.org')).map(({ role, scope, scopeId, endsOn }) => [role, scope, scopeId, endsOn]),
    ).to.deep.equal([['caretaker', 'space', house.hall, '2027-12-31']]);
    expect((await newestMail(house.server, 'new@example.org')).text)
      .to.include('Owen Owner has made you caretaker for Hall, Mill Street Library')
      .and.to.include('until 31 December 2027');
    expect(await words(await house.owner.get(base)))
      .to.include('Nia New')
      .and.to.include('Caretaker for Hall, Mill Street Library, until 31 December 2027')
      .and.to.include('Kit Keys');
    await booked(house, house.left);
    const nia = await someoneWith(house.server, 'new@example.org', []);
    expect(await words(await nia.get('/tonight'))).to.include('Tuesday friends');
    await give({ name: 'Nia New', on: house.hall, ends_on: '2027-12-31' });
    expect(await rightsOf('new@example.org'), 'given twice').to.have.lengthOf(1);
  });

  it('are ended at once, once, by those who may, and only caretakers and viewers of that building', async () => {
    await give({ email: 'ends@example.org', role: 'viewer' });
    const [right] = await rightsOf('ends@example.org');
    const other = await anAsset(house.server, house.town, { kind: 'building', name: 'Elsewhere' });
    expect(
      (await house.owner.post(`/desk/buildings/${other.id}/keepers/${right?.id}/end`)).status,
      'by way of another building',
    ).to.equal(404);
    expect((await house.caretaker.post(`${base}/${right?.id}/end`)).status).to.equal(404);
    expect((await house.owner.post(`${base}/${right?.id}/end`)).status).to.equal(303);
    expect(await rightsOf('ends@example.org')).to.deep.equal([]);
    expect((await house.owner.post(`${base}/${right?.id}/end`)).status).to.equal(404);
    await someoneWith(house.server, 'rep@example.org', [['owner_representative', 'asset', house.assetId]]);
    const [representative] = await rightsOf('rep@example.org');
    expect((await house.owner.post(`${base}/${representative?.id}/end`)).status).to.equal(404);
    expect(await words(await house.owner.get(base))).to.include('given by an administrator');
  });

  const wrong: [title: string, fields: Record<string, string>, says: string][] = [
    ['another role', { role: 'area_administrator' }, 'Choose caretaker or viewer.'],
    ['a representative', { role: 'owner_representative' }, 'Choose caretaker or viewer.'],
    ['a room of another building', { on: 'x' }, 'Choose the building or one of its rooms.'],
    ['the past', { ends_on: '2027-03-02' }, 'Enter a last day that is today or later.'],
    ['no address', { email: 'nobody' }, 'e-mail'],
  ];
  for (const [title, fields, says] of wrong) {
    it(`are not made with ${title}`, async () => {
      const reply = await give({ email: 'never@example.org', ...fields });
      expect([reply.status, (await words(reply)).includes(says)], says).to.deep.equal([400, true]);
      expect(await rightsOf('never@example.org')).to.deep.equal([]);
    });
  }

  it('are chosen on one’s own buildings alone', async () => {
    const theirs = await anAsset(
      house.server,
      { ...house.town, owner: await anOwner(house.server, house.town.area, 'Another owner') },
      { kind: 'building', name: 'Theirs' },
    );
    const at = `/desk/buildings/${theirs.id}/keepers`;
    expect([
      (await house.owner.get(at)).status,
      (await give({}, house.owner, at)).status,
      (await give({}, house.caretaker)).status,
    ]).to.deep.equal([404, 404, 404]);
    const one = await someoneWith(house.server, 'one@example.org', [['owner_representative', 'asset', house.assetId]]);
    expect((await give({ email: 'by-one@example.org' }, one)).status).to.equal(303);
  });

  it('of a room are given by an area’s administrator too', async () => {
    const admin = await someoneWith(house.server, 'ada@example.org', [
      ['area_administrator', 'area', house.town.area.id],
    ]);
    const people = (fields: Record<string, string>): Promise<Response> =>
      admin.post('/desk/people?area=testborough', {
        email: 'room@example.org',
        role: 'caretaker',
        on: 'space',
        asset: 'LIB/1',
        ...fields,
      });
    const missing = await people({ room: 'Ballroom' });
    expect([
      missing.status,
      (await words(missing)).includes('Enter the name of a room of Mill Street Library as it is written there.'),
    ]).to.deep.equal([400, true]);
    await people({ room: 'group room' });
    expect((await rightsOf('room@example.org')).map(({ scope, scopeId }) => [scope, scopeId])).to.deep.equal([
      ['space', house.room],
    ]);
    const page = await words(await admin.get('/desk/people?area=testborough'));
    expect(page).to.include('Caretaker for Group room, Mill Street Library');
    const [right] = await rightsOf('room@example.org');
    expect((await admin.post(`/desk/people/rights/${right?.id}/end?area=testborough`)).status).to.equal(303);
    expect((await people({ role: 'broker', room: 'Hall' })).status).to.equal(400);
  });

  it('and the way to them stand on the owner’s home', async () => {
    const page = await words(await house.owner.get(`/owners/${house.town.owner.id}`));
    expect(page)
      .to.include('Your buildings with rooms')
      .and.to.include(`href="/desk/buildings/${house.assetId}/calendar"`)
      .and.to.include(`href="/desk/buildings/${house.assetId}/closures"`)
      .and.to.include('href="/tonight"');
    expect(await words(await house.owner.get(`/desk/buildings/${house.assetId}/calendar`))).to.include(
      `href="${base}"`,
    );
  });
});
