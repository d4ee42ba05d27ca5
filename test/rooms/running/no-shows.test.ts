import { expect } from 'chai';
import { someoneWith, words } from '../../front/desk/a-desk.ts';
import { adoptTerms, aGroupOf } from '../bookings/a-room.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anArea } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aHouse, booked, type House } from './a-house.ts';

const LIST = '/desk/no-shows?area=testborough';

eachDatabase('Groups who did not come', (open) => {
  let house: House;
  let broker: Visitor;
  before(async () => {
    house = await aHouse(await open());
    broker = await someoneWith(
      house.server,
      'bina@example.org',
      [['broker', 'area', house.town.area.id]],
      'Bina Broker',
    );
  });
  after(() => house.server.stop());
  beforeEach(async () => {
    for (const table of ['claims', 'occurrences', 'no_show_calls', 'room_terms']) await house.server.db(table).delete();
  });

  /** Dates of one booking that nobody came to, told at an instant. */
  const missed = async (dates: string[], toldAt = '2027-03-03T08:00:00.000Z', group = house.group): Promise<string> => {
    const { booking, dates: made } = await booked({ ...house, group }, house.room, {
      recurrence: { kind: 'dates', dates: dates.map((_, index) => `2027-03-${String(index + 5).padStart(2, '0')}`) },
    });
    await house.server.db('claims').delete();
    for (const [index, { id }] of made.entries())
      await house.server
        .db('occurrences')
        .where({ id })
        .update({ state: 'no_show', date: dates[index], original_date: dates[index], changed_at: toldAt });
    return booking.id;
  };
  const ring = (fields: Record<string, string> = {}, by = broker, groupId = house.group.groupId): Promise<Response> =>
    by.post(`/desk/no-shows/${groupId}?area=testborough`, {
      note: 'Illness. They come again.',
      submission: house.server.newId(),
      ...fields,
    });
  const desk = async (): Promise<string> => words(await broker.get('/desk'));
  const list = async (): Promise<string> => words(await broker.get(LIST));

  it('are to be rung after as many dates as the area’s terms say, and nothing is cancelled', async () => {
    const booking = await missed(['2027-02-23']);
    expect([await desk(), await list()].join(' '))
      .to.include('There is nobody to ring.')
      .and.to.not.include('Ring them');
    await house.server.db('occurrences').insert({
      ...(await house.server.db('occurrences').first()),
      id: house.server.newId(),
      original_date: '2027-03-02',
      date: '2027-03-02',
    });
    expect(await desk())
      .to.include('Ring them')
      .and.to.include('1 group')
      .and.to.include(`href="${LIST}"`);
    expect(await list())
      .to.include('Stroke club')
      .and.to.include('01632 960 123')
      .and.to.include('Led by Gita Gardener')
      .and.to.include('Tuesday 23 February 2027, 18:00')
      .and.to.include('Group room, Mill Street Library')
      .and.to.include(`href="/bookings/${booking}"`);
    expect((await house.server.db('bookings').where({ id: booking }).first('state')).state).to.equal('confirmed');
    await adoptTerms(house.server, house.town, { no_shows_before_call: 3 });
    expect(await list())
      .to.include('When nobody came 3 times')
      .and.to.include('There is nobody to ring.');
  });

  it('are off the list once rung, with a note, until they miss as many dates again', async () => {
    await missed(['2027-02-16', '2027-02-23']);
    expect((await ring()).status).to.equal(303);
    expect(await list())
      .to.include('There is nobody to ring.')
      .and.to.include('Rung lately')
      .and.to.include('Illness. They come again.')
      .and.to.include('by Bina Broker, about 2 dates');
    expect(await desk()).to.not.include('Ring them');
    await missed(['2027-03-01'], '2027-03-04T08:00:00.000Z');
    expect(await desk()).to.not.include('Ring them');
    await missed(['2027-03-02', '2027-02-24'], '2027-03-04T08:00:00.000Z');
    expect(await list())
      .to.include('Wednesday 24 February 2027')
      .and.to.not.include('Tuesday 16 February 2027');
    expect(JSON.stringify(await house.server.db('facts')), 'what was said stays off the record').to.not.include(
      'Illness',
    );
  });

  it('are noted once: the same form twice, or two officers at the same moment', async () => {
    await missed(['2027-02-16', '2027-02-23']);
    const other = await someoneWith(house.server, 'ada@example.org', [
      ['area_administrator', 'area', house.town.area.id],
    ]);
    const submission = house.server.newId();
    const replies = await Promise.all([ring({ submission }), ring({ submission }), ring({}, other)]);
    expect(await house.server.db('no_show_calls')).to.have.lengthOf(1);
    expect(replies.map(({ status }) => status)).to.satisfy(
      (all: number[]) =>
        all.filter((status) => status === 303).length >= 1 && all.every((status) => status === 303 || status === 409),
    );
  });

  it('are not rung about what was taken back, is a year old, or is of a group that has closed', async () => {
    await missed(['2026-02-16', '2026-02-23']);
    expect(await list()).to.include('There is nobody to ring.');
    await house.server.db('occurrences').update({ state: 'planned' });
    const gone = await aGroupOf(house.server, house.town, 'gone@example.org');
    await missed(['2027-02-16', '2027-02-23'], undefined, gone);
    expect(await desk()).to.include('Ring them');
    await house.server.db('groups').where({ id: gone.groupId }).update({ closed_at: '2027-03-01T00:00:00.000Z' });
    expect(await desk()).to.not.include('Ring them');
    const reply = await ring({}, broker, gone.groupId);
    expect([
      reply.status,
      (await words(reply)).includes('There is nothing to ring this group about any more'),
    ]).to.deep.equal([409, true]);
  });

  it('need a note; what was typed stays', async () => {
    await missed(['2027-02-16', '2027-02-23']);
    const reply = await ring({ note: ' x ' });
    expect([reply.status, (await words(reply)).includes('Write down what came of it, for instance')]).to.deep.equal([
      400,
      true,
    ]);
    const long = await words(await ring({ note: 'y'.repeat(1_001) }));
    expect(long).to.include('Use up to 1,000 characters.').and.to.include('yyyy</textarea>');
  });

  it('are for the officers of their area alone', async () => {
    await missed(['2027-02-16', '2027-02-23']);
    const far = await anArea(house.server, {
      slug: 'farborough',
      name: 'Farborough',
      southWestCorner: { lon: -1.5, lat: 53.1 },
    });
    const elsewhere = await someoneWith(house.server, 'far@example.org', [['broker', 'area', far.id]]);
    for (const [who, status] of [
      [elsewhere, 404],
      [house.owner, 404],
      [house.caretaker, 404],
    ] as const)
      expect([(await who.get(LIST)).status, (await ring({}, who)).status]).to.deep.equal([status, status]);
    expect(
      (
        await elsewhere.post(`/desk/no-shows/${house.group.groupId}?area=farborough`, {
          note: 'Mine',
          submission: house.server.newId(),
        })
      ).status,
    ).to.equal(409);
    expect(await house.server.db('no_show_calls')).to.have.lengthOf(0);
  });

  it('leave notes for two years', async () => {
    const row = { area_id: house.town.area.id, group_id: house.group.groupId, missed: 2, note: 'x', called_by: 'p' };
    await house.server.db('no_show_calls').insert([
      { ...row, id: 'old', called_at: '2025-03-02T00:00:00.000Z', submission: '1' },
      { ...row, id: 'new', called_at: '2025-03-04T00:00:00.000Z', submission: '2' },
    ]);
    expect(await house.server.retention.apply()).to.include({ calls: 1 });
    expect(await house.server.db('no_show_calls').pluck('id')).to.deep.equal(['new']);
  });
});
