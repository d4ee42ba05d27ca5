import { expect } from 'chai';
import fc from 'fast-check';
import { byDay, without } from '../../../src/rooms/bookings/closure-rules.ts';
import type { NewClosure } from '../../../src/rooms/bookings/closure-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aHall, aRoom, aWish, problemOf, type OurGroup } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

const at = (iso: string): number => Date.parse(iso) / 60_000;

eachDatabase('A closure', (open) => {
  let services: TestServices;
  let town: Town;
  let ours: OurGroup;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 50 });
    ours = await aGroupOf(services, town, 'ours@example.org');
  });
  afterEach(() => expectSoundClaims(services.db));
  after(() => services.stop());

  const aClosure = (assetId: string, more: Partial<NewClosure> = {}): NewClosure => ({
    assetId,
    spaceId: null,
    reason: 'repairs',
    publicText: 'The roof is being mended.',
    starts: at('2027-03-22T00:00Z'),
    ends: at('2027-04-05T08:00Z'),
    submission: services.newId(),
    ...more,
  });
  const close = (wanted: NewClosure) => services.bookings.closures.close(ours.asker.personId, wanted);
  const wish = (spaceId: string, more: Record<string, unknown> = {}) =>
    services.bookings.book(ours.asker, aWish(spaceId, ours.groupId, more));

  it('of a building keeps bookings out of every room, over the change of the clocks too', async () => {
    const { whole, left } = await aHall(services, town);
    await close(aClosure(whole.assetId));
    const problem = await problemOf(wish(left.id));
    expect(problem.mistakes.map(({ message }) => message)).to.deep.equal([
      'Tuesday 23 March 2027, 18:00 to 20:00: the room is closed at that time.',
      'Tuesday 30 March 2027, 18:00 to 20:00: the room is closed at that time.',
    ]);
    expect(
      (
        await problemOf(
          wish(whole.id, { recurrence: { kind: 'once', date: '2027-03-28' }, from: '00:30', to: '03:00' }),
        )
      ).status,
    ).to.equal(409);
    await wish(left.id, { recurrence: { kind: 'once', date: '2027-04-05' }, from: '09:00', to: '10:00' });
  });

  it('never lies over a booking: what is in the way is named, and nothing is closed', async () => {
    const room = await aRoom(services, town);
    const { booking } = await wish(room.id);
    const wanted = aClosure(room.assetId);
    const inTheWay = await services.bookings.closures.preview(wanted);
    expect(inTheWay.map(({ bookingId, date }) => [bookingId, date])).to.deep.equal([
      [booking.id, '2027-03-23'],
      [booking.id, '2027-03-30'],
    ]);
    const problem = await problemOf(close(wanted));
    expect([problem.status, problem.mistakes.map(({ field }) => field)]).to.deep.equal([
      409,
      ['2027-03-23', '2027-03-30'],
    ]);
    expect(
      await services
        .db('claims')
        .where({ kind: 'closure' })
        .whereIn('leaf', services.db('spaces').where({ id: room.id }).select('number')),
    ).to.deep.equal([]);
  });

  it('of one half leaves the other half to be booked', async () => {
    const { whole, left, right } = await aHall(services, town);
    await close(aClosure(whole.assetId, { spaceId: left.id }));
    await wish(right.id, { recurrence: { kind: 'once', date: '2027-03-23' } });
    expect((await problemOf(wish(whole.id, { recurrence: { kind: 'once', date: '2027-03-24' } }))).status).to.equal(
      409,
    );
  });

  describe('beside a booking whose room is made ready for 15 minutes and cleaned for 30', () => {
    const on = { recurrence: { kind: 'once', date: '2027-06-16' } };
    const hours = (from: string, to: string) => ({ starts: at(`2027-06-16T${from}Z`), ends: at(`2027-06-16T${to}Z`) });
    let room: Awaited<ReturnType<typeof aRoom>>;
    beforeEach(async () => {
      room = await aRoom(services, town, { minutesBefore: 15, minutesAfter: 30, shortestMinutes: 15, daysAhead: 200 });
      await wish(room.id, { ...on, from: '11:00', to: '13:00' });
    });
    const messages = async (from: string, to: string): Promise<string[]> =>
      (await problemOf(wish(room.id, { ...on, from, to }))).mistakes.map(({ message }) => message);

    it('may lie in the minutes before and after: nobody is inside then but who cleans', async () => {
      for (const wanted of [hours('12:00', '14:00'), hours('08:00', '10:00')]) {
        const closure = aClosure(room.assetId, wanted);
        expect(await services.bookings.closures.preview(closure)).to.deep.equal([]);
        await close(closure);
      }
      for (const wanted of [hours('11:59', '14:00'), hours('08:00', '10:01')]) {
        const closure = aClosure(room.assetId, wanted);
        expect(await services.bookings.closures.preview(closure)).to.have.length(1);
        expect((await problemOf(close(closure))).status).to.equal(409);
      }
    });

    it('lets a room be had until it begins and from when it ends', async () => {
      await close(aClosure(room.assetId, hours('17:00', '19:00')));
      await wish(room.id, { ...on, from: '16:00', to: '18:00' });
      await wish(room.id, { ...on, from: '20:00', to: '21:00' });
      expect(await messages('14:30', '18:30')).to.deep.equal([
        'Wednesday 16 June 2027, 14:30 to 18:30: the room is booked at that time.',
      ]);
      await close(aClosure(room.assetId, { starts: at('2027-06-16T22:00Z'), ends: at('2027-06-16T23:00Z') }));
      expect(await messages('22:00', '23:30')).to.deep.equal([
        'Wednesday 16 June 2027, 22:00 to 23:30: the room is closed at that time.',
      ]);
    });

    it('keeps the minutes between two bookings, and says that they are in the way', async () => {
      expect(await messages('13:00', '14:00')).to.deep.equal([
        'Wednesday 16 June 2027, 13:00 to 14:00: the room is booked until 13:00 and is cleaned until 13:45.',
      ]);
      expect(await messages('09:00', '10:30')).to.deep.equal([
        'Wednesday 16 June 2027, 09:00 to 10:30: the room is booked from 11:00 and is made ready from 10:15.',
      ]);
      await wish(room.id, { ...on, from: '13:45', to: '14:00' });
      await wish(room.id, { ...on, from: '09:15', to: '10:15' });
    });
  });

  it('may overlap another, and stays when the other is taken away', async () => {
    const room = await aRoom(services, town);
    const roof = await close(aClosure(room.assetId));
    const heating = await close(
      aClosure(room.assetId, { starts: at('2027-03-29T12:00Z'), ends: at('2027-04-10T12:00Z') }),
    );
    await services.bookings.closures.reopen(ours.asker.personId, roof.id);
    await wish(room.id, { recurrence: { kind: 'once', date: '2027-03-23' } });
    expect((await problemOf(wish(room.id, { recurrence: { kind: 'once', date: '2027-03-30' } }))).status).to.equal(409);
    expect((await services.bookings.closures.inAsset(room.assetId, roof)).map(({ id }) => id)).to.deep.equal([
      heating.id,
    ]);
    await services.bookings.closures.reopen(ours.asker.personId, heating.id);
    await services.bookings.closures.reopen(ours.asker.personId, heating.id);
    await wish(room.id, { recurrence: { kind: 'once', date: '2027-03-30' } });
  });

  it('is one however often its form is sent, and is not for what is over or endless', async () => {
    const room = await aRoom(services, town);
    const wanted = aClosure(room.assetId);
    const made = await Promise.all([close(wanted), close(wanted)]);
    expect(made[0].id).to.equal(made[1].id);
    for (const wrong of [
      { starts: at('2027-03-01T00:00Z'), ends: at('2027-03-02T00:00Z') },
      { starts: at('2027-04-05T08:00Z') },
      { ends: at('2029-03-22T00:00Z') },
    ]) {
      expect((await problemOf(close(aClosure(room.assetId, wrong)))).status).to.equal(400);
    }
  });
});

describe('The parts of a closure', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 100 }))
    .map(([starts, length]) => ({ starts, ends: starts + length }));
  const minutes = (parts: { starts: number; ends: number }[]): number[] =>
    parts.flatMap(({ starts, ends }) => Array.from({ length: ends - starts }, (_, at_) => starts + at_));

  it('are calendar days of 23 to 25 hours that leave no gap', () => {
    const parts = byDay({ starts: at('2027-03-26T18:30Z'), ends: at('2027-11-01T08:00Z') }, 'Europe/London');
    expect(
      parts
        .slice(1, -1)
        .map(({ starts, ends }) => (ends - starts) / 60)
        .filter((hours) => hours !== 24),
    ).to.deep.equal([23, 25]);
    expect(parts.slice(1).map(({ starts }) => starts)).to.deep.equal(parts.slice(0, -1).map(({ ends }) => ends));
  });
  it('are what others leave of a stretch, to the minute', () => {
    fc.assert(
      fc.property(stretch, fc.array(stretch, { maxLength: 6 }), (whole, others) => {
        const taken = new Set(minutes(others));
        expect(minutes(without(whole, others))).to.deep.equal(minutes([whole]).filter((minute) => !taken.has(minute)));
      }),
    );
  });
});
