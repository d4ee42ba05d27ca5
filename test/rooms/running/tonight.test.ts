import { expect } from 'chai';
import { someoneWith, words } from '../../front/desk/a-desk.ts';
import { aVisitor, newestMail } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { TODAY } from '../../support/server.ts';
import { aHouse, askedFor, booked, underWay, type Booked, type House } from './a-house.ts';

const YESTERDAY = '2027-03-02T10:00:00.000Z';
const LONG_AGO = '2027-02-01T10:00:00.000Z';

eachDatabase('Tonight', (open) => {
  let house: House;
  before(async () => {
    house = await aHouse(await open());
  });
  after(() => house.server.stop());
  beforeEach(async () => {
    for (const table of ['claims', 'occurrences']) await house.server.db(table).delete();
  });

  const tonight = async (by = house.caretaker, path = '/tonight'): Promise<string> => words(await by.get(path));
  const old = ({ booking, dates }: Booked, at = LONG_AGO): Promise<unknown> =>
    Promise.all([
      house.server.db('bookings').where({ id: booking.id }).update({ created_at: at }),
      house.server
        .db('occurrences')
        .whereIn(
          'id',
          dates.map(({ id }) => id),
        )
        .update({ changed_at: at }),
    ]);

  it('says which room, when, who, how many, what to open, and whom to ring; nothing of what for', async () => {
    await booked(house, house.hall, { layout: 'boardroom' });
    const page = await tonight();
    expect(page)
      .to.match(/18:00 to 20:00<\/span> Hall/)
      .and.to.include('Tuesday friends')
      .and.to.include('8 people, around tables')
      .and.to.include('60 chairs, Projector')
      .and.to.include('The caretaker opens the side door.')
      .and.to.include('01632 960 123')
      .and.to.include('Mill Street Library')
      .and.to.include('Wednesday 3 March 2027')
      .and.to.include('09:0');
    for (const secret of ['Stroke club', 'self-help', 'Gita', 'gita@']) expect(page, secret).to.not.include(secret);
  });

  it('says by when to open where nobody is in the building, before what is kept free for setting up', async () => {
    const { first } = await booked(house, house.hall);
    await house.server.db('occurrences').where({ id: first.id }).update({ staffed: false });
    expect(await tonight())
      .to.include('Open by 17:45')
      .and.to.include('no staff are in the building');
  });

  it('has nobody lock up while others are in the building, whichever room they are in, and one after the other', async () => {
    const { first } = await booked(house, house.hall, { from: '18:00', to: '19:00' });
    const ids = [first.id];
    ids.push((await booked(house, house.room, { from: '19:00', to: '20:00' })).first.id);
    ids.push((await booked(house, house.hall, { from: '20:30', to: '21:30' })).first.id);
    await house.server.db('occurrences').whereIn('id', ids).update({ staffed: false });
    expect(await tonight())
      .to.include('Do not lock up after 19:00</strong>: others are in the building until 20:00, and no staff')
      .and.to.include('Lock up after 20:00</strong>: no staff are in the building')
      .and.to.include('Lock up after 21:30</strong>: no staff are in the building');
  });

  it('is in order of time, the morning apart', async () => {
    await booked(house, house.room, { from: '19:00', to: '21:00' });
    await booked(house, house.hall, { from: '18:00', to: '19:00' });
    await booked(house, house.room, { from: '10:30', to: '12:00' });
    const page = await tonight();
    expect([...page.matchAll(/date__time">([^<]*)</g)].map(([, time]) => time)).to.deep.equal([
      '10:30 to 12:00',
      '18:00 to 19:00',
      '19:00 to 21:00',
    ]);
    expect(page).to.include('Before noon');
  });

  it('leaves out what is only asked for, and other days; those are a link away', async () => {
    await askedFor(house, house.hall);
    await booked(house, house.room, { recurrence: { kind: 'once', date: '2027-03-04' } });
    expect(await tonight())
      .to.include('Nobody comes today')
      .and.to.include('href="/tonight?day=2027-03-04"');
    expect(await tonight(house.caretaker, '/tonight?day=2027-03-04'))
      .to.include('Group room')
      .and.to.include('Tomorrow');
  });

  it('marks what is new since yesterday, also a request that was confirmed since', async () => {
    await old(await booked(house, house.room));
    expect(await tonight(), 'asked for long ago, confirmed today').to.include('New since yesterday');
    await house.server.db('bookings').update({ booked_at: LONG_AGO });
    expect(await tonight()).to.not.include('New since yesterday');
    await old(await booked(house, house.hall), YESTERDAY);
    expect(await tonight()).to.include('New since yesterday');
  });

  it('says in words what was cancelled or moved away since yesterday, struck out', async () => {
    const { booking, first } = await booked(house, house.hall, {
      recurrence: { kind: 'dates', dates: [TODAY, '2027-03-10'] },
    });
    await house.server.bookings.cancel.byGroup(house.group.asker, booking.id, {
      version: booking.version,
      which: 'one',
      date: first.originalDate,
    });
    const page = await tonight();
    expect(page)
      .to.match(/<s><span class="date__time">18:00 to 20:00<\/span> Hall<\/s>/)
      .and.to.match(/Cancelled by the group<\/strong> today at 09:\d\d/)
      .and.to.include('Do not open for them.');
    expect(page).to.include('1 cancelled or moved.').and.to.not.include('They came');
    await house.server.db('occurrences').where({ id: first.id }).update({ changed_at: LONG_AGO });
    expect(await tonight()).to.not.include('Cancelled by');
    await house.server
      .db('occurrences')
      .where({ id: first.id })
      .update({ state: 'planned', date: '2027-03-05', exception: 'moved', changed_at: YESTERDAY });
    expect(await tonight())
      .to.include('Moved to another day')
      .and.to.include('now Friday 5 March 2027, 18:00')
      .and.to.include('yesterday at 10:00');
  });

  it('tells what is closed', async () => {
    const minute = Math.floor(Date.parse('2027-03-03T12:00:00Z') / 60_000);
    await house.server.bookings.closures.close('test', {
      assetId: house.assetId,
      spaceId: house.room,
      reason: 'repairs',
      publicText: 'New floor',
      starts: minute,
      ends: minute + 600,
      submission: house.server.newId(),
    });
    expect(await tonight())
      .to.include('Group room')
      .and.to.include('12:00 to 22:00: New floor');
  });

  it('shows a caretaker of one room that room, and the hall that it is a part of', async () => {
    const keeper = await someoneWith(house.server, 'half@example.org', [['caretaker', 'space', house.left]]);
    await booked(house, house.hall, { people: 25 });
    await booked(house, house.room, { people: 9 });
    expect(await tonight(keeper))
      .to.include('25 people')
      .and.to.not.include('9 people');
    expect(await tonight(keeper, `/tonight?building=${house.assetId}`)).to.include('25 people');
  });

  it('is for those who look after something: 404 for others, sign-in for strangers, and no other building', async () => {
    const other = await someoneWith(house.server, 'other@example.org', []);
    expect((await other.get('/tonight')).status).to.equal(404);
    expect((await aVisitor(house.server.url).get('/tonight')).headers.get('location')).to.equal(
      '/sign-in?next=%2Ftonight',
    );
    expect((await house.caretaker.get(`/tonight?building=${house.server.newId()}`)).status).to.equal(404);
    expect((await house.caretaker.get('/tonight?day=soon&building=')).status).to.equal(200);
  });

  it('asks the database as often for many dates as for few', async () => {
    const queries = async (): Promise<number> => {
      let count = 0;
      const counting = (): void => void count++;
      house.server.db.on('query', counting);
      await tonight();
      house.server.db.removeListener('query', counting);
      return count;
    };
    await booked(house, house.room, { from: '16:00', to: '17:00' });
    const few = await queries();
    for (const from of ['10:00', '11:00', '12:00', '13:00', '14:00'])
      await house.server.db('occurrences').insert({
        ...(await house.server.db('occurrences').first()),
        id: house.server.newId(),
        original_date: `2027-02-${from.slice(0, 2)}`,
        from_time: from,
      });
    expect(await queries()).to.equal(few);
  });

  describe('Who came', () => {
    const press = (id: string, what: string, by = house.caretaker): Promise<Response> =>
      by.post(`/tonight/dates/${id}/${what}`, { day: TODAY });
    const stateOf = async (id: string): Promise<string> =>
      (await house.server.db('occurrences').where({ id }).first('state')).state;

    it('is told with one press, can be taken back the same day, and is on the record', async () => {
      const { booking, first } = await underWay(house, house.room);
      expect((await press(first.id, 'nobody')).headers.get('location')).to.equal(
        `/tonight?day=${TODAY}#date-${first.id}`,
      );
      expect(await tonight())
        .to.include('Nobody came')
        .and.to.include('Take back');
      expect((await press(first.id, 'nobody')).status, 'pressed twice').to.equal(303);
      await press(first.id, 'undo');
      await press(first.id, 'came');
      expect(await stateOf(first.id)).to.equal('used');
      const facts = await house.server
        .db('facts')
        .where({ subject_kind: 'booking', subject_id: booking.id })
        .orderBy('seq')
        .pluck('kind');
      expect(facts.slice(-3)).to.deep.equal(['date_no_show', 'check_in_undone', 'date_used']);
      expect(await words(await house.owner.get(`/bookings/${booking.id}`))).to.include(
        'Kit Keys noted that they came on Wednesday 3 March 2027.',
      );
    });

    it('is not told before its time, nor taken back another day, nor for what was cancelled or only asked for', async () => {
      const { first } = await booked(house, house.room);
      expect(await tonight()).to.not.include('They came');
      const early = await press(first.id, 'came');
      expect([early.status, await words(early)]).to.satisfy(
        ([status, page]: [number, string]) => status === 409 && page.includes('from an hour before the start'),
      );
      const past = await underWay(house, house.room);
      await press(past.first.id, 'came');
      await house.server.db('occurrences').where({ id: past.first.id }).update({ changed_at: YESTERDAY });
      expect((await press(past.first.id, 'undo')).status).to.equal(409);
      await house.server.db('occurrences').where({ id: past.first.id }).update({ state: 'cancelled_by_group' });
      expect((await press(past.first.id, 'came')).status).to.equal(409);
      const asked = await askedFor(house, house.left, { from: '09:45', to: '11:00' });
      expect((await press(asked.first.id, 'came')).status).to.equal(404);
      expect(await stateOf(asked.first.id)).to.equal('planned');
    });

    it('is told once when two press at the same moment', async () => {
      const { booking, first } = await underWay(house, house.room);
      const replies = await Promise.all([
        press(first.id, 'came'),
        press(first.id, 'nobody', house.owner),
        press(first.id, 'came', house.owner),
      ]);
      expect(replies.map(({ status }) => status)).to.satisfy((all: number[]) =>
        all.every((status) => status === 303 || status === 409),
      );
      expect(
        await house.server.db('facts').where({ subject_id: booking.id }).whereIn('kind', ['date_used', 'date_no_show']),
      ).to.have.lengthOf(1);
    });

    it('is told by those who open the building, not by those who only look', async () => {
      const { first } = await underWay(house, house.hall);
      const viewer = await someoneWith(house.server, 'viewer@example.org', [['viewer', 'asset', house.assetId]]);
      expect(await tonight(viewer))
        .to.include('Tuesday friends')
        .and.to.not.include('They came');
      expect((await press(first.id, 'came', viewer)).status).to.equal(404);
      expect((await press(first.id, 'came', aVisitor(house.server.url))).status).to.equal(401);
      const half = await someoneWith(house.server, 'half2@example.org', [['caretaker', 'space', house.right]]);
      expect((await press(first.id, 'came', half)).status).to.equal(303);
    });
  });

  it('is where a caretaker’s day begins', async () => {
    const visitor = aVisitor(house.server.url);
    await visitor.post('/sign-in', { email: 'kit@example.org' });
    const reply = await visitor.post('/sign-in/code', {
      code: (await newestMail(house.server, 'kit@example.org')).code,
    });
    expect(reply.headers.get('location')).to.equal('/tonight');
    expect(await words(await visitor.get('/my')))
      .to.include('href="/tonight"')
      .and.to.include(`href="/tonight?building=${house.assetId}"`);
    const ofRoom = await someoneWith(house.server, 'roomkeeper@example.org', [['caretaker', 'space', house.room]]);
    expect(await words(await ofRoom.get('/my'))).to.include('Caretaker for Group room, Mill Street Library');
  });
});
