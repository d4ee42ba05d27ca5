import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, anOwner, aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aHireWorld, aStay, look, type HireWorld } from '../a-hire-world.ts';
import { adoptTerms, aRoom, problemOf } from './a-room.ts';

const ASK = 'That room belongs to another owner. Ask that owner for it with a new request, and cancel this date then.';

eachDatabase('A booking stays with the owner who agreed to it (F3)', (open) => {
  let services: TestServices;
  let town: Town;
  let world: HireWorld;
  let elsewhere: string;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 200 });
    world = await aHireWorld(services, town);
    const library = { ...town, owner: await anOwner(services, town.area, 'The county library') };
    const asset = await anAsset(services, library, { kind: 'building', state: 'in_use', name: 'Library' });
    elsewhere = (await aRoom(services, town, { assetId: asset.id, depositPence: 3000 })).id;
  });
  after(() => services.stop());

  const changes: [title: string, wish: Record<string, unknown>][] = [
    ['one date', { what: 'one', date: '2027-03-16' }],
    ['the rest of the series', { what: 'rest', date: '2027-03-16' }],
    ['an added date', { what: 'add', new_date: '2027-04-06' }],
  ];
  for (const [title, wish] of changes)
    it(`with ${title}, and says what to do instead`, async () => {
      const stay = await aStay(world);
      const { id } = (await stay.book()).booking;
      const before = await look(world, id);
      const problem = await problemOf(stay.change(id, { ...wish, space_id: elsewhere }));
      expect([problem.status, problem.mistakes]).to.deep.equal([422, [{ field: 'space_id', message: ASK }]]);
      expect(await look(world, id)).to.deep.equal(before);
    });

  it('also with what the owner offers for a date that it takes back', async () => {
    const stay = await aStay(world);
    const { id } = (await stay.book()).booking;
    const wish = { which: 'one', date: '2027-03-16', instead_date: '2027-03-17', instead_space: elsewhere };
    const problem = await problemOf(stay.takeBack(id, wish));
    expect(problem.mistakes[0]).to.deep.equal({
      field: 'instead_space',
      message: 'Choose a room of the same owner. For another one the group asks its owner, with a new request.',
    });
    expect(await services.db('occurrences').where({ booking_id: id, state: 'planned' })).to.have.length(4);
  });

  it('moves into another room of the same owner', async () => {
    const stay = await aStay(world);
    const { id } = (await stay.book()).booking;
    const other = await aRoom(services, town);
    await stay.change(id, { what: 'one', date: '2027-03-16', space_id: other.id });
    expect(await services.db('occurrences').where({ booking_id: id, space_id: other.id })).to.have.length(1);
  });
});
