import { expect } from 'chai';
import { someoneWith, words } from '../../front/desk/a-desk.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aHouse, askedFor, booked, type House } from './a-house.ts';

eachDatabase('The calendar of a building', (open) => {
  let house: House;
  before(async () => {
    house = await aHouse(await open());
    await booked(house, house.hall);
    await askedFor(house, house.room, {
      recurrence: { kind: 'once', date: '2027-03-05' },
      from: '10:00',
      to: '12:00',
      people: 4,
    });
    const noon = Math.floor(Date.parse('2027-03-04T12:00:00Z') / 60_000);
    await house.server.bookings.closures.close('test', {
      assetId: house.assetId,
      spaceId: null,
      reason: 'repairs',
      publicText: 'Heating off',
      starts: noon,
      ends: noon + 720,
      submission: house.server.newId(),
    });
  });
  after(() => house.server.stop());

  const calendar = async (query = '', by = house.owner): Promise<string> =>
    words(await by.get(`/desk/buildings/${house.assetId}/calendar${query}`));

  it('shows the week: every room, who is in it, what is asked for, in words, and what is closed', async () => {
    const page = await calendar();
    for (const room of ['Hall', 'Left half', 'Right half', 'Group room'])
      expect(page).to.match(new RegExp(`scope="row">${room}`));
    expect(page)
      .to.include('Tuesday friends')
      .and.to.include('part of Hall')
      .and.to.include('<span class="entry__mark">Asked for</span>')
      .and.to.include('Heating off')
      .and.to.include('1 date booked, 1 asked for.');
    expect(page).to.not.include('Stroke club').and.to.not.include('self-help');
    expect(page, 'a booked hall takes its halves').to.include('Hall: 18:00 to 20:00');
  });

  it('says the same as a list, and by the month', async () => {
    for (const query of ['?as=list', '?view=month', '?view=month&as=list']) {
      const page = await calendar(query);
      expect(page, query)
        .to.include('Tuesday friends')
        .and.to.include('Asked for')
        .and.to.include('Heating off')
        .and.to.include('Group room')
        .and.to.include('1 date booked, 1 asked for.');
    }
    expect(await calendar('?view=month&day=2027-12-01')).to.match(
      /27<span class="cal-month__month"> December 2027<\/span><span class="cal-tag">Day off/,
    );
  });

  it('leads to the booking, to the request where one waits, and to other weeks', async () => {
    const [booking] = await house.server.db('bookings').where({ state: 'confirmed' }).pluck('id');
    expect(await calendar())
      .to.include(`href="/bookings/${booking}"`)
      .and.to.include('day=2027-03-08')
      .and.to.include('day=2027-02-22');
    const requestId = house.server.newId();
    await house.server.db('bookings').where({ state: 'requested' }).update({ request_id: requestId });
    expect(await calendar()).to.include(`href="/requests/${requestId}"`);
    expect(await calendar('', house.caretaker), 'no links to what one may not open')
      .to.include('Tuesday friends')
      .and.to.not.include('href="/bookings/')
      .and.to.not.include('href="/requests/');
  });

  it('shows one room with what shares its walls, and opens whatever is in its address', async () => {
    expect(await calendar(`?as=list&room=${house.left}`))
      .to.include('Hall')
      .and.to.not.include('>Group room</span>');
    expect(await calendar('?view=decade&day=soon&as=x&room=nothing')).to.include('1 March 2027 to 7 March 2027');
  });

  it('does not show a hold whose time has run out', async () => {
    await house.server.db('bookings').where({ state: 'requested' }).update({ hold_until: 1 });
    expect(await calendar()).to.include('1 date booked, none asked for.');
    await house.server.db('bookings').where({ state: 'requested' }).update({ hold_until: 99_999_999 });
  });

  it('is seen by those who run the building or look after it; of one room alone with its right', async () => {
    const keeper = await someoneWith(house.server, 'room@example.org', [['caretaker', 'space', house.room]]);
    const page = await calendar('', keeper);
    expect(page)
      .to.include('Group room')
      .and.to.include('Asked for')
      .and.to.not.match(/scope="row">Hall/);
    expect(
      (await (await someoneWith(house.server, 'no@example.org', [])).get(`/desk/buildings/${house.assetId}/calendar`))
        .status,
    ).to.equal(404);
    expect((await house.owner.get(`/desk/buildings/${house.server.newId()}/calendar`)).status).to.equal(404);
    expect((await house.owner.get('/desk/buildings/x/calendar')).status).to.equal(404);
  });

  it('asks the database as often for many dates as for few', async () => {
    const queries = async (): Promise<number> => {
      let count = 0;
      const counting = (): void => void count++;
      house.server.db.on('query', counting);
      await calendar('?view=month');
      house.server.db.removeListener('query', counting);
      return count;
    };
    const few = await queries();
    const [one] = await house.server.db('occurrences').limit(1);
    for (let day = 10; day < 28; day++)
      await house.server.db('occurrences').insert({
        ...one,
        id: house.server.newId(),
        original_date: `2027-03-${day}`,
        date: `2027-03-${day}`,
        starts: one.starts + (day - 3) * 1440,
      });
    expect(await queries()).to.equal(few);
    expect(await calendar('?view=month')).to.include('19 dates booked');
  });

  describe('Keys and alarm', () => {
    const note = (fields: Record<string, string>, by = house.owner): Promise<Response> =>
      by.post(`/desk/buildings/${house.assetId}/arrival`, fields);
    const seen = async (): Promise<string> =>
      /name="seen" value="([^"]*)"/.exec(
        await words(await house.owner.get(`/desk/buildings/${house.assetId}/arrival`)),
      )?.[1] ?? '';

    it('are written by the owner and read with tonight’s list, by those who open the building alone', async () => {
      expect(
        (
          await note({
            seen: await seen(),
            building: 'Safe by the side door, the heron sleeps',
            [`room_${house.hall}`]: 'Lights: the otter wakes',
          })
        ).status,
      ).to.equal(303);
      expect(await words(await house.caretaker.get('/tonight')))
        .to.include('the heron sleeps')
        .and.to.include('the otter wakes');
      const viewer = await someoneWith(house.server, 'looks@example.org', [['viewer', 'asset', house.assetId]]);
      expect(await words(await viewer.get('/tonight')))
        .to.include('Tuesday friends')
        .and.to.not.include('the heron sleeps');
      expect((await viewer.get(`/desk/buildings/${house.assetId}/arrival`)).status).to.equal(404);
      expect((await note({ building: 'X' }, house.caretaker)).status, 'caretakers read').to.equal(404);
    });

    it('are nowhere else: not in the record, calendars, mails, the public page or anybody’s data', async () => {
      const { url } = (await (
        await house.caretaker.post('/calendars', { what: `building:${house.assetId}` }, { json: true })
      ).json()) as { url: string };
      const pages = [
        new URL(url).pathname,
        `/assets/${house.assetId}`,
        `/spaces/${house.hall}`,
        `/assets/${house.assetId}/feed.atom`,
        '/api/assets?format=csv',
        `/desk/assets/${house.assetId}`,
        '/account/data',
        `/desk/buildings/${house.assetId}/calendar`,
      ];
      for (const page of pages)
        expect(await (await house.owner.get(page)).text(), page).to.not.match(/heron sleeps|otter wakes/);
      const stored = JSON.stringify([
        await house.server.db('facts').select('before', 'after', 'public_text', 'reason'),
        await house.server.mails.latest(200),
      ]);
      expect(stored).to.not.match(/heron sleeps|otter wakes/);
      expect(stored).to.match(/notes/);
    });

    it('tell the second of two who write at once, and lose nothing of either', async () => {
      const old = await seen();
      await note({ seen: old, building: 'First' });
      const second = await note({ seen: old, building: 'Second' });
      const page = await words(second);
      expect([second.status, page.includes('There now: First'), page.includes('>\nSecond</textarea>')]).to.deep.equal([
        409,
        true,
        true,
      ]);
      expect(
        (await note({ seen: /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '', building: 'First and second' }))
          .status,
      ).to.equal(303);
    });

    it('refuse what is too long, and keep it on the form', async () => {
      const reply = await note({ seen: await seen(), building: 'x'.repeat(2_001) });
      expect([reply.status, (await words(reply)).includes('Use up to 2,000 characters.')]).to.deep.equal([400, true]);
    });
  });
});
