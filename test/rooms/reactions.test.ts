import { expect } from 'chai';
import { eachDatabase } from '../support/databases.ts';
import { aTown } from '../support/domain.ts';
import { someServices, type TestServices } from '../support/server.ts';
import { aHireWorld, aStay, type HireWorld } from './a-hire-world.ts';
import { adoptTerms } from './bookings/a-room.ts';
import { reactAgain, written } from './reacting-again.ts';

eachDatabase('What follows from facts about rooms', (open) => {
  let services: TestServices;
  let world: HireWorld;
  before(async () => {
    services = await someServices(await open());
    const town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 500 });
    world = await aHireWorld(services, town);
  });
  after(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  it('may be done again without harm: nobody is charged, told or held anything twice', async () => {
    const stay = await aStay(world);
    const { booking } = await stay.book({
      recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-05-25' },
    });
    await stay.waits();
    await stay.change(booking.id, { what: 'one', date: '2027-03-16', new_date: '2027-03-17' });
    await stay.change(booking.id, { what: 'give_back', date: '2027-03-09', to: '19:00' });
    for (const [date, instead, answer] of [
      ['2027-04-06', '2027-04-07', 'accept'],
      ['2027-04-13', '2027-04-14', 'decline'],
    ] as const) {
      await stay.takeBack(booking.id, { which: 'one', date, instead_date: instead });
      await stay.answer(booking.id, answer);
    }
    await stay.cancel(booking.id, { which: 'one', date: '2027-03-30' });
    await stay.giveNotice(booking.id);
    const before = await written(services.db);
    expect(await reactAgain(services)).to.be.above(20);
    expect(await written(services.db)).to.deep.equal(before);
  });

  it('reaches people by letter once for a fact, and again for the next', async () => {
    const { group, town } = world;
    const to = { personId: group.who.personId, email: null };
    const letters = async (): Promise<number> => (await written(services.db))['letters'] ?? 0;
    const before = await letters();
    for (const because of ['one', 'one', 'other', undefined, undefined])
      await services.inOneTransaction((unit) =>
        services.groupPorts.tell(
          because === undefined ? unit : { ...unit, because },
          { id: group.groupId, areaId: town.area.id },
          to,
          { kind: 'booking_changed', subject: 'Changed', paragraphs: ['It has changed.'] },
        ),
      );
    expect(await letters()).to.equal(before + 4);
  });
});
