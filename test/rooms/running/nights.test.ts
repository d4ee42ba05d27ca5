import { expect } from 'chai';
import { someoneWith, words } from '../../front/desk/a-desk.ts';
import { newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, TODAY, type TestServer } from '../../support/server.ts';
import { aRoom } from '../bookings/a-room.ts';
import { aHouse, booked, type House } from './a-house.ts';

const SUNDAY = '2027-03-07';
const NEXT_DAY = '22:00 to 02:00 the next day';
const DAY_BEFORE = 'Until 02:00, since 22:00 the day before';

/** Bookings from ten in the evening to two at night, seen by those who run the building. */
eachDatabase('A night', (open) => {
  let database: string;
  let house: House;
  let afterMidnight: TestServer;
  let caretaker: Visitor;
  before(async () => {
    database = await open();
    house = await aHouse(database);
    const studio = await aRoom(house.server, house.town, {
      assetId: house.assetId,
      name: 'Studio',
      windows: [{ staffed: false }],
      hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
    });
    await booked(house, studio.id, {
      from: '22:00',
      to: '02:00',
      recurrence: { kind: 'dates', dates: [TODAY, SUNDAY] },
    });
    afterMidnight = await aServer(database, { now: '2027-03-04T00:30:00Z' });
    caretaker = await someoneWith(afterMidnight, 'night@example.org', [['caretaker', 'asset', house.assetId]]);
  });
  after(async () => {
    await afterMidnight.stop();
    await house.server.stop();
  });

  const calendar = async (query: string): Promise<string> =>
    words(await house.owner.get(`/desk/buildings/${house.assetId}/calendar?${query}`));
  const cell = (page: string, day: string): string =>
    page
      .split('class="cal-week__day">')
      .filter((part) => part.startsWith(day))
      .join('\n');

  it('is on the list of its evening, with the day on which it ends, and when to lock up', async () => {
    expect(await words(await house.caretaker.get('/tonight')))
      .to.include(NEXT_DAY)
      .and.to.include('Open by 22:00</strong>. <strong>Lock up after 02:00 the next day')
      .and.to.not.include('the night before');
  });

  it('is on the list after midnight until it ends, with what has to be locked up', async () => {
    const page = await words(await caretaker.get('/tonight'));
    expect(page)
      .to.include('Thursday 4 March 2027')
      .and.to.include('0 bookings. 1 from the night before.')
      .and.to.match(
        /<details class="more tonight__overnight" open[^>]*><summary>Still in from the night before: 1 booking/,
      )
      .and.to.include(DAY_BEFORE)
      .and.to.include('Tuesday friends')
      .and.to.include('Lock up after 02:00</strong>: no staff are in the building')
      .and.to.include('Nobody else comes today')
      .and.to.include('They came');
    expect(page).to.not.include('Open by');
  });

  it('folds away when it is over, and is still there in the morning for who tells whether they came', async () => {
    const morning = await aServer(database, { now: '2027-03-04T09:00:00Z' });
    const keeper = await someoneWith(morning, 'morning@example.org', [['caretaker', 'asset', house.assetId]]);
    const page = await words(await keeper.get('/tonight'));
    await morning.stop();
    expect(page)
      .to.match(/<details class="more tonight__overnight"\s*><summary>From the night before: 1 booking/)
      .and.to.include('They came');
    expect(await words(await house.caretaker.get('/tonight?day=2027-03-05'))).to.not.include('the night before');
  });

  it('is in the calendar on both of its days, and counts once', async () => {
    const week = await calendar(`day=${TODAY}`);
    expect(cell(week, 'Wednesday 3 March')).to.include(NEXT_DAY);
    expect(cell(week, 'Thursday 4 March')).to.include(DAY_BEFORE);
    expect(cell(week, 'Friday 5 March')).to.not.include('22:00');
    expect(week).to.include('2 dates booked');
    for (const query of ['as=list', 'view=month', 'view=month&as=list'])
      expect(await calendar(`day=${TODAY}&${query}`), query)
        .to.include(NEXT_DAY)
        .and.to.include(DAY_BEFORE);
  });

  it('is in the calendar of the week that it ends in', async () => {
    const week = await calendar('day=2027-03-08');
    expect(cell(week, 'Monday 8 March')).to.include(DAY_BEFORE);
    expect(week).to.include('1 date booked').and.to.not.include(NEXT_DAY);
  });

  it('is in the way of a closed day with the day on which it ends', async () => {
    const query = new URLSearchParams({ where: 'building', reason: 'repairs', when: 'day', on: '2027-03-08' });
    const page = await words(
      await house.owner.get(`/desk/buildings/${house.assetId}/closures/preview?${query.toString()}`),
    );
    expect(page).to.include(`Sunday 7 March 2027, ${NEXT_DAY}`);
  });

  it('is confirmed by a mail that says for each date the day on which it ends', async () => {
    const mail = await newestMail(house.server, 'gita@example.org');
    expect(JSON.stringify(mail)).to.include(`Sunday 7 March 2027, ${NEXT_DAY}`);
  });
});
