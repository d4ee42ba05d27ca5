import { expect } from 'chai';
import ICAL from 'ical.js';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aHireWorld, aStay, type HireWorld } from '../a-hire-world.ts';
import { adoptTerms } from '../bookings/a-room.ts';

type Told = {
  method: string;
  events: { uid: string; status: string; sequence: number; starts: string; stands: string | null; except: number }[];
};

/** What a group's calendar program is handed with mails, one after the other (RFC 5546). */
eachDatabase('A calendar file that is mailed', (open) => {
  let services: TestServices;
  let world: HireWorld;
  before(async () => {
    services = await someServices(await open());
    const town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 200 });
    world = await aHireWorld(services, town);
  });
  after(() => services.stop());

  async function newest(): Promise<Told> {
    const [text = ''] = await services
      .db('mails')
      .where({ to: world.group.lead })
      .whereNotNull('calendar')
      .orderBy('id', 'desc')
      .limit(1)
      .pluck('calendar');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const said = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));
    expect(calendar.getAllSubcomponents('vevent').map((event) => said(event, 'organizer'))).to.satisfy(
      (all: string[]) => all.every((one) => one.startsWith('mailto:') && one.includes('@')),
    );
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      events: calendar.getAllSubcomponents('vevent').map((event) => ({
        uid: said(event, 'uid'),
        status: said(event, 'status'),
        sequence: Number(said(event, 'sequence')),
        starts: said(event, 'dtstart').slice(0, 16),
        stands: event.hasProperty('recurrence-id') ? said(event, 'recurrence-id').slice(0, 16) : null,
        except: event.getAllProperties('exdate').length,
      })),
    };
  }

  it('keeps its id and counts on when a date of a series goes, and takes all of it back at the end', async () => {
    const stay = await aStay(world);
    const { id } = (await stay.book()).booking;
    const first = await newest();
    const [master] = first.events;
    expect([first.method, first.events.length, master?.status]).to.deep.equal(['PUBLISH', 1, 'CONFIRMED']);
    await stay.cancel(id, { which: 'one', date: '2027-03-16' });
    const second = await newest();
    expect(second.events.map(({ uid, status, except }) => [uid, status, except])).to.deep.equal([
      [master?.uid, 'CONFIRMED', 1],
    ]);
    expect(second.events[0]?.sequence).to.be.above(master?.sequence ?? 0);
    await stay.cancel(id, { which: 'all' });
    const last = await newest();
    expect([last.method, last.events.map(({ uid, status }) => [uid, status])]).to.deep.equal([
      'CANCEL',
      [[master?.uid, 'CANCELLED']],
    ]);
    expect(last.events[0]?.sequence).to.be.above(second.events[0]?.sequence ?? 0);
  });

  it('has a moved date under the name of its series, with the day that it stands for, until it goes too', async () => {
    const stay = await aStay(world);
    const { id } = (await stay.book()).booking;
    const [master] = (await newest()).events;
    await stay.change(id, { what: 'one', date: '2027-03-16', new_date: '2027-03-17' });
    const second = await newest();
    expect(second.events.map(({ uid, starts, stands }) => [uid, starts, stands])).to.deep.equal([
      [master?.uid, master?.starts, null],
      [master?.uid, '2027-03-17T18:00', '2027-03-16T18:00'],
    ]);
    expect(second.events[1]?.sequence).to.be.above(master?.sequence ?? 0);
    await stay.cancel(id, { which: 'one', date: '2027-03-16' });
    expect((await newest()).events.map(({ uid, stands, except }) => [uid, stands, except])).to.deep.equal([
      [master?.uid, null, 1],
    ]);
  });

  it('takes back single dates by the id that they came with', async () => {
    const stay = await aStay(world);
    const dates = ['2027-03-08', '2027-03-11', '2027-03-20'];
    const { id } = (await stay.book({ recurrence: { kind: 'dates', dates } })).booking;
    const first = await newest();
    const uidOn = (day: string) => first.events.find(({ starts }) => starts.startsWith(day))?.uid;
    await stay.takeBack(id, { which: 'one', date: '2027-03-11' });
    const second = await newest();
    expect([second.method, second.events.map(({ uid, status }) => [uid, status])]).to.deep.equal([
      'PUBLISH',
      [
        [uidOn('2027-03-08'), 'CONFIRMED'],
        [uidOn('2027-03-20'), 'CONFIRMED'],
        [uidOn('2027-03-11'), 'CANCELLED'],
      ],
    ]);
    await stay.change(id, { what: 'one', date: '2027-03-20', new_date: '2027-03-21' });
    expect((await newest()).events.map(({ uid, starts }) => [uid, starts])).to.deep.equal([
      [uidOn('2027-03-08'), '2027-03-08T18:00'],
      [uidOn('2027-03-20'), '2027-03-21T18:00'],
    ]);
  });

  it('takes back by its old name what a new rule names otherwise, or has no longer', async () => {
    const stay = await aStay(world);
    const { id } = (await stay.book({ recurrence: { kind: 'dates', dates: ['2027-03-08', '2027-03-15'] } })).booking;
    const [first, second] = (await newest()).events;
    const mondays = { kind: 'weekly', every: 1, weekdays: [1], from: '2027-03-08', until: '2027-03-22' };
    await stay.change(id, { what: 'rest', recurrence: mondays });
    const ruled = (await newest()).events;
    expect(ruled.slice(1).map(({ uid, status }) => [uid, status])).to.have.deep.members([
      [first?.uid, 'CANCELLED'],
      [second?.uid, 'CANCELLED'],
    ]);
    expect([ruled[0]?.status, ruled[0]?.starts]).to.deep.equal(['CONFIRMED', '2027-03-08T18:00']);
    await stay.change(id, { what: 'rest', recurrence: { kind: 'dates', dates: ['2027-03-08'] } });
    const single = (await newest()).events;
    expect(single.map(({ uid, status }) => [uid, status])).to.deep.equal([
      [first?.uid, 'CONFIRMED'],
      [ruled[0]?.uid, 'CANCELLED'],
    ]);
  });
});
