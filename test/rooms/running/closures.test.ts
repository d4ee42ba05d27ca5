import { expect } from 'chai';
import { filledIn, someoneWith, words } from '../../front/desk/a-desk.ts';
import { eachDatabase } from '../../support/databases.ts';
import { someTerms } from '../../support/spaces.ts';
import { aHouse, askedFor, booked, type House } from './a-house.ts';

const ELECTION = '2027-05-06';

eachDatabase('Closed days', (open) => {
  let house: House;
  let base: string;
  before(async () => {
    house = await aHouse(await open());
    base = `/desk/buildings/${house.assetId}/closures`;
    await someTerms(house.server, house.town.area.id, [
      { name: 'Spring', from: '2027-01-04', to: '2027-03-26' },
      { name: 'Summer', from: '2027-04-12', to: '2027-07-23' },
    ]);
  });
  after(() => house.server.stop());
  beforeEach(async () => {
    for (const table of ['claims', 'occurrences', 'closures']) await house.server.db(table).delete();
  });

  const query = (fields: Record<string, string>): string =>
    new URLSearchParams({ where: 'building', reason: 'repairs', ...fields }).toString();
  const look = (fields: Record<string, string>, by = house.owner): Promise<Response> =>
    by.get(`${base}/preview?${query(fields)}`);
  const close = (fields: Record<string, string>, by = house.owner): Promise<Response> =>
    by.post(base, { where: 'building', reason: 'repairs', which: 'all', submission: house.server.newId(), ...fields });
  const closedDays = async (): Promise<number> =>
    (await house.server.db('claims').where({ kind: 'closure' }).distinct('starts')).length;
  const oneDay = { when: 'day', on: ELECTION };

  it('are looked at first: every day, every date in the way, and what its owner can do', async () => {
    await booked(house, house.hall, { recurrence: { kind: 'dates', dates: ['2027-03-09', '2027-03-30'] } });
    await askedFor(house, house.room, { recurrence: { kind: 'once', date: '2027-03-31' } });
    const page = await words(
      await look({ when: 'range', from: '2027-03-08', until: '2027-04-02', public_text: 'New floor' }),
    );
    expect(page)
      .to.include('would be closed on 26 days')
      .and.to.include('3 dates in the way')
      .and.to.include('Tuesday friends')
      .and.to.include('Others read “New floor”');
    expect(page, '14 days before 30 March').to.include('You can take it back until 16 March 2027');
    expect(page, 'six days are left').to.include('too close to take back, other than in an emergency');
    expect(page)
      .to.include('Asked for, nobody has said yes.')
      .and.to.include('Close the 23 days that are free')
      .and.to.not.include('Stroke club');
    expect(await closedDays(), 'a look closes nothing').to.equal(0);
  });

  it('close all days when nothing is in the way, and keep bookings out', async () => {
    const page = await words(await look(oneDay));
    expect(page).to.include('Nothing is in the way.');
    const reply = await house.owner.post(base, { ...filledIn(page, {}, base), which: 'all' });
    expect(reply.headers.get('location')).to.equal(base);
    expect(await words(await house.owner.get(base)))
      .to.include('1 day is closed.')
      .and.to.include('Thursday 6 May 2027')
      .and.to.include('The whole building: Repairs');
    const refused = await booked(house, house.room, { recurrence: { kind: 'once', date: ELECTION } }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).to.include({ status: 409 });
    expect(await closedDays()).to.equal(1);
  });

  it('close nothing when all were wanted, or the days that are free, as was chosen', async () => {
    const { booking } = await booked(house, house.right, { recurrence: { kind: 'dates', dates: ['2027-03-09'] } });
    const range = { when: 'range', from: '2027-03-08', until: '2027-03-11' };
    const refused = await close({ ...range, which: 'all' });
    expect([
      refused.status,
      (await words(refused)).includes('One date is booked or asked for in that time, so nothing was closed'),
    ]).to.deep.equal([409, true]);
    expect(await closedDays()).to.equal(0);
    await close({ ...range, which: 'free' });
    expect(await words(await house.owner.get(base))).to.include(
      '3 days are closed. 1 day stays open because it is booked or asked for.',
    );
    expect(await closedDays()).to.equal(3);
    expect((await house.server.db('occurrences').where({ booking_id: booking.id }).first('state')).state).to.equal(
      'planned',
    );
  });

  it('close once, however often the form is sent, also at the same moment', async () => {
    const form = { when: 'range', from: '2027-03-08', until: '2027-03-09', submission: house.server.newId() };
    const replies = await Promise.all([close(form), close(form), close(form)]);
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect([await closedDays(), (await house.server.db('closures')).length]).to.deep.equal([2, 1]);
  });

  it('never lie over a booking that is made at the same moment', async () => {
    const [closing, booking] = await Promise.allSettled([
      close(oneDay),
      booked(house, house.room, { recurrence: { kind: 'once', date: ELECTION } }),
    ]);
    const bookings = await house.server.db('claims').where({ kind: 'booking' });
    const closures = await house.server.db('claims').where({ kind: 'closure' });
    expect(bookings.length === 0 || closures.length === 0, `${closing.status} ${booking.status}`).to.equal(true);
    expect(bookings.length + closures.length).to.be.above(0);
  });

  it('are bank holidays of a year, school holidays, single dates, and hours of a day', async () => {
    await close({ when: 'bank_holidays', year: '2027', reason: 'bank_holiday' });
    expect(await closedDays(), 'one of eight is past').to.equal(7);
    await close({ when: 'school_holidays', gap: '2027-03-27_2027-04-11', reason: 'school_holiday', where: house.room });
    await house.owner.post(`${base}`, {
      where: 'building',
      when: 'dates',
      pick: ELECTION,
      reason: 'election',
      from_time: '07:00',
      to_time: '22:00',
      which: 'all',
      submission: house.server.newId(),
    });
    const page = await words(await house.owner.get(base));
    expect(page)
      .to.include('Saturday 27 March 2027 to Sunday 11 April 2027')
      .and.to.include('Group room: School holiday')
      .and.to.include('Thursday 6 May 2027, 07:00 to 22:00')
      .and.to.include('Monday 27 December 2027 to Tuesday 28 December 2027');
    expect((await house.server.db('closures').orderBy('starts').pluck('reason')).toSorted()).to.deep.equal([
      ...Array<string>(6).fill('bank_holiday'),
      'election',
      'school_holiday',
    ]);
  });

  it('are opened again, once, by those who keep the building and for that building only', async () => {
    await close(oneDay);
    const [id] = await house.server.db('closures').pluck('id');
    const stranger = await someoneWith(house.server, 'far@example.org', [
      ['owner_representative', 'owner', house.server.newId()],
    ]);
    expect((await stranger.post(`${base}/${id}/remove`)).status).to.equal(404);
    expect((await house.caretaker.post(`${base}/${id}/remove`)).status).to.equal(404);
    for (const _ of [1, 2]) expect((await house.owner.post(`${base}/${id}/remove`)).status).to.equal(303);
    expect([await closedDays(), await words(await house.owner.get(base))]).to.satisfy(
      ([days, page]: [number, string]) => days === 0 && page.includes('Nothing is closed.'),
    );
    expect(await house.server.db('facts').where({ kind: 'closure_removed' })).to.have.lengthOf(1);
    expect((await house.owner.post(`${base}/${house.server.newId()}/remove`)).status).to.equal(404);
  });

  const mistakes: [title: string, fields: Record<string, string>, says: string][] = [
    ['no day', { when: 'day' }, 'Enter the day, for instance 2027-05-06.'],
    ['a day that there is not', { when: 'day', on: '2027-02-30' }, 'Enter the day, for instance 2027-05-06.'],
    ['the past', { when: 'day', on: '2027-03-01' }, 'These days are past. Choose days to come.'],
    [
      'back to front',
      { when: 'range', from: '2027-05-02', until: '2027-05-01' },
      'Enter a last day that is not before the first.',
    ],
    [
      'a hundred years',
      { when: 'range', from: '2027-05-02', until: '2127-05-01' },
      'Close for up to 400 days at a time.',
    ],
    [
      'a year that nobody knows',
      { when: 'bank_holidays', year: '2199' },
      'Choose a year whose bank holidays are known.',
    ],
    ['no holidays', { when: 'school_holidays' }, 'Choose at least one of the school holidays.'],
    ['another building’s room', { ...oneDay, where: 'no-such-room' }, 'Choose the whole building or one of its rooms.'],
    ['no reason', { ...oneDay, reason: '' }, 'Choose a reason.'],
    [
      'half a time',
      { ...oneDay, from_time: '14:00' },
      'Enter the time until which it is closed, for instance 22:00, or leave both times empty for whole days.',
    ],
    [
      'hours that are over',
      { when: 'day', on: '2027-03-03', from_time: '07:00', to_time: '08:00' },
      'This time is past today.',
    ],
    ['a book', { ...oneDay, public_text: 'x'.repeat(301) }, 'Use up to 300 characters.'],
    ['nothing at all', { where: '', reason: '' }, 'Choose when it is closed.'],
  ];
  for (const [title, fields, says] of mistakes) {
    it(`refuse ${title}, saying what to do, on the form as it was filled in`, async () => {
      for (const reply of [await look(fields), await close(fields)]) {
        const page = await words(reply);
        expect([reply.status, page.includes(says), page.includes('Please check')], says).to.deep.equal([
          400,
          true,
          true,
        ]);
      }
    });
  }

  it('take hostile forms without falling over', async () => {
    for (const path of [
      `${base}?when[]=x&pick=1&pick=2`,
      `${base}/preview?${'gap=x&'.repeat(80)}when=school_holidays`,
      `${base}/preview?where=building&where=building&when=day&on=${ELECTION}`,
      `${base}/copy?year=9999&again=yes&source_1=x&from_1=1&to_1=2`,
    ])
      expect((await house.owner.get(path)).status, path).to.be.below(500);
    expect((await close({ ...oneDay, submission: 'mine' })).status).to.equal(400);
    expect((await house.caretaker.get(base)).status).to.equal(404);
    expect(house.server.errors).to.deep.equal([]);
  });

  describe('Copied from last year', () => {
    const lastYear = async (starts: string, ends: string, more: Record<string, unknown> = {}): Promise<string> => {
      const id = house.server.newId();
      await house.server.db('closures').insert({
        id,
        area_id: house.town.area.id,
        asset_id: house.assetId,
        space_id: null,
        reason: 'election',
        public_text: 'Polling',
        starts: Date.parse(starts) / 60_000,
        ends: Date.parse(ends) / 60_000,
        submission: id,
        created_by: 'test',
        created_at: starts,
        removed_at: null,
        ...more,
      });
      return id;
    };

    it('go to the same weekday, with a look at what clashes; days can be changed and lines left out', async () => {
      await lastYear('2026-05-07T06:00:00Z', '2026-05-07T21:00:00Z');
      await lastYear('2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z', { reason: 'bank_holiday', public_text: null });
      await lastYear('2026-08-10T23:00:00Z', '2026-08-12T23:00:00Z', { reason: 'repairs', space_id: house.room });
      await lastYear('2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z', { removed_at: '2026-05-01T00:00:00.000Z' });
      await booked(house, house.hall, { recurrence: { kind: 'once', date: ELECTION } });
      const page = await words(await house.owner.get(`${base}/copy?year=2027`));
      expect(page)
        .to.include('Was Thursday 7 May 2026, 07:00 to 22:00.')
        .and.to.include(`value="${ELECTION}"`)
        .and.to.include('Something is in the way.')
        .and.to.include('value="2027-12-27"')
        .and.to.include('Proposed by this year’s bank holiday.');
      expect(page).to.include('value="2027-08-11"').and.to.not.include('2027-06-01');
      const form = filledIn(page, {}, `${base}/copy`);
      const all = await house.owner.post(`${base}/copy`, { ...form, which: 'all' });
      expect([all.status, await closedDays()]).to.deep.equal([409, 0]);
      const again = await house.owner.get(
        `${base}/copy?${new URLSearchParams({ ...form, from_1: '2027-05-13', to_1: '2027-05-13' }).toString()}`,
      );
      expect(await words(again))
        .to.include('value="2027-05-13"')
        .and.to.not.include('Something is in the way.');
      await house.owner.post(`${base}/copy`, {
        ...form,
        from_1: '2027-05-13',
        to_1: '2027-05-13',
        take_2: '',
        which: 'all',
      });
      const made = await house.server
        .db('closures')
        .where('starts', '>', Date.parse('2027-01-01') / 60_000)
        .orderBy('starts')
        .select('starts', 'ends', 'reason', 'public_text');
      expect(
        made.map(({ starts, ends, reason }) => [
          new Date(starts * 60_000).toISOString(),
          new Date(ends * 60_000).toISOString(),
          reason,
        ]),
      ).to.deep.equal([
        ['2027-05-13T06:00:00.000Z', '2027-05-13T21:00:00.000Z', 'election'],
        ['2027-12-27T00:00:00.000Z', '2027-12-28T00:00:00.000Z', 'bank_holiday'],
      ]);
      expect(made[0]?.public_text).to.equal('Polling');
    });

    it('are not copied twice', async () => {
      await lastYear('2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z');
      const form = filledIn(await words(await house.owner.get(`${base}/copy?year=2027`)), {}, `${base}/copy`);
      const replies = await Promise.all([
        house.owner.post(`${base}/copy`, { ...form, which: 'all' }),
        house.owner.post(`${base}/copy`, { ...form, which: 'all' }),
      ]);
      expect(replies.map(({ status }) => status)).to.deep.equal([303, 303]);
      expect(await closedDays()).to.equal(1);
      const page = await words(await house.owner.get(`${base}/copy?year=2027`));
      expect(page).to.include('Closed already.').and.to.not.include('Close the ticked days');
    });

    it('say so when there is nothing to copy, and what to do about days that make no sense', async () => {
      expect(await words(await house.owner.get(`${base}/copy?year=2028`))).to.include('Nothing was closed in 2027');
      const id = await lastYear('2026-12-25T00:00:00Z', '2026-12-26T00:00:00Z');
      const reply = await house.owner.post(`${base}/copy`, {
        year: '2027',
        source_1: id,
        from_1: '2027-12-30',
        to_1: '2027-12-01',
        take_1: 'yes',
        submission: house.server.newId(),
      });
      expect([
        reply.status,
        (await words(reply)).includes('Enter a first and a last day for the whole building, or take the tick away.'),
      ]).to.deep.equal([400, true]);
      const none = await house.owner.post(`${base}/copy`, {
        year: '2027',
        source_1: id,
        from_1: '2027-12-30',
        to_1: '2027-12-30',
        submission: house.server.newId(),
      });
      expect([none.status, (await words(none)).includes('Tick at least one line.')]).to.deep.equal([400, true]);
    });
  });
});
