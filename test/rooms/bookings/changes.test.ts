import { expect } from 'chai';
import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from '../../../src/rooms/bookings/cancel-contract.ts';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import type { Changed } from '../../../src/rooms/bookings/change-service.ts';
import type { Side } from '../../../src/rooms/bookings/change-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aRoom, aWish, problemOf, type OurGroup, placed } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

type Fields = Record<string, unknown>;

eachDatabase('Changing a booking', (open) => {
  let services: TestServices;
  let town: Town;
  let ours: OurGroup;
  let theirs: OurGroup;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 50 });
    ours = await aGroupOf(services, town, 'ours@example.org');
    theirs = await aGroupOf(services, town, 'theirs@example.org');
  });
  afterEach(() => expectSoundClaims(services.db));
  after(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  const book = ({ asker, groupId }: OurGroup, spaceId: string, more: Fields = {}): Promise<DatedBooking> =>
    services.bookings.book(asker, aWish(spaceId, groupId, more));
  const change = ({ booking }: DatedBooking, wish: Fields, side: Side = 'group'): Promise<Changed> =>
    services.bookings.change(ours.asker, side, booking.id, changeSchema.parse({ version: booking.version, ...wish }));
  const cancel = ({ booking }: DatedBooking, wish: Fields): Promise<DatedBooking> =>
    services.bookings.cancel.byGroup(ours.asker, booking.id, cancelSchema.parse({ version: booking.version, ...wish }));
  const takeBack = ({ booking }: DatedBooking, wish: Fields): Promise<DatedBooking> =>
    services.bookings.cancel.byOwner(
      theirs.asker.personId,
      booking.id,
      ownerCancelSchema.parse({
        version: booking.version,
        reason: 'repairs',
        explanation: 'The boiler is being replaced.',
        alternative: 'The hall is free.',
        ...wish,
      }),
    );
  const listed = ({ occurrences }: DatedBooking): string[] =>
    occurrences.map(({ date, from, to, state }) => `${date.slice(5)} ${from}-${to} ${state}`);
  const booked = ({ occurrences }: DatedBooking): string[] =>
    occurrences.flatMap(({ date, from, state }) => (state === 'planned' ? [`${date.slice(5)} ${from}`] : []));
  const claimIds = async (spaceId: string): Promise<number[]> =>
    (
      await services
        .db('claims')
        .join('occurrences', 'occurrences.id', 'claims.holder')
        .where({ space_id: spaceId })
        .orderBy('claims.id')
        .select('claims.id')
    ).map(({ id }) => id);

  it('moves one date, which then stays there when the rest changes', async () => {
    const room = await aRoom(services, town);
    const made = await change(await book(ours, room.id), {
      what: 'one',
      date: '2027-03-16',
      new_date: '2027-03-18',
      from: '17:00',
      to: '18:30',
    });
    expect(booked(made)).to.deep.equal(['03-09 18:00', '03-18 17:00', '03-23 18:00', '03-30 18:00']);
    expect(made.booking.price.quote?.totalPence).to.equal(8000);
    const later = await change(made, { what: 'rest', from: '19:00', to: '21:00' });
    expect(booked(later)).to.deep.equal(['03-09 19:00', '03-18 17:00', '03-23 19:00', '03-30 19:00']);
    const back = await change(later, {
      what: 'one',
      date: '2027-03-16',
      new_date: '2027-03-16',
      from: '19:00',
      to: '21:00',
    });
    expect(back.occurrences.map(({ exception }) => exception)).to.deep.equal([null, null, null, null]);
  });

  it('changes the rest from one date on; the dates before keep their very claims', async () => {
    const room = await aRoom(services, town);
    const made = await book(ours, room.id);
    const before = await claimIds(room.id);
    const changed = await change(made, { what: 'rest', date: '2027-03-23', from: '18:30', to: '20:30' });
    expect(booked(changed)).to.deep.equal(['03-09 18:00', '03-16 18:00', '03-23 18:30', '03-30 18:30']);
    expect((await claimIds(room.id)).slice(0, 2)).to.deep.equal(before.slice(0, 2));
  });

  it('goes to another rule, and never brings back what was cancelled', async () => {
    const room = await aRoom(services, town);
    const cancelled = await cancel(await book(ours, room.id), { which: 'one', date: '2027-03-23' });
    const longer = await change(cancelled, {
      what: 'rest',
      recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-04-13' },
    });
    expect(booked(longer)).to.deep.equal(['03-09 18:00', '03-16 18:00', '03-30 18:00', '04-06 18:00', '04-13 18:00']);
    const second = await change(longer, {
      what: 'rest',
      recurrence: { kind: 'weekly', every: 2, weekdays: [2, 4], from: '2027-03-09', until: '2027-04-13' },
    });
    expect(booked(second)).to.deep.equal(['03-09 18:00', '03-11 18:00', '03-25 18:00', '04-06 18:00', '04-08 18:00']);
    expect(second.booking).to.deep.include({ endsOn: '2027-04-08', version: 4 });
    expect(second.booking.price.quote?.totalPence).to.equal(10_000);
  });

  it('adds a date and brings a cancelled one back', async () => {
    const room = await aRoom(services, town);
    const added = await change(await book(ours, room.id), {
      what: 'add',
      new_date: '2027-03-12',
      from: '10:00',
      to: '12:00',
    });
    const back = await change(await cancel(added, { which: 'one', date: '2027-03-16' }), {
      what: 'add',
      new_date: '2027-03-16',
    });
    expect(booked(back)).to.deep.equal(['03-09 18:00', '03-12 10:00', '03-16 18:00', '03-23 18:00', '03-30 18:00']);
    expect(booked(await change(back, { what: 'rest', from: '17:00', to: '19:00' }))).to.deep.equal([
      '03-09 17:00',
      '03-12 10:00',
      '03-16 17:00',
      '03-23 17:00',
      '03-30 17:00',
    ]);
  });

  it('goes to another room at that room’s price, dates at times of their own with it', async () => {
    const [room, other] = [
      await aRoom(services, town),
      await aRoom(services, town, {
        name: 'Hall',
        tariffs: [{ id: services.newId(), audience: 'community', basis: 'session', pence: 500, from: null }],
      }),
    ];
    const made = await change(await book(ours, room.id), {
      what: 'one',
      date: '2027-03-16',
      from: '17:00',
      to: '18:00',
    });
    const moved = await change(made, { what: 'rest', date: '2027-03-16', space_id: other.id });
    expect(moved.occurrences.map(({ spaceId }) => spaceId === other.id)).to.deep.equal([false, true, true, true]);
    expect(booked(moved)).to.deep.equal(['03-09 18:00', '03-16 17:00', '03-23 18:00', '03-30 18:00']);
    expect(moved.booking).to.deep.include({ spaceId: other.id });
    expect(moved.booking.price.quote?.totalPence).to.equal(2000 + 3 * 500);
  });

  it('pays the least price of the building’s cover once, whichever rooms its dates are moved to', async () => {
    const cost = { kind: 'percent', percent: 1, minimumPence: 500 } as const;
    const hirersLiability = { available: true, cost, exclusions: null } as const;
    const room = await aRoom(services, town, { hirersLiability });
    const nextDoor = await aRoom(services, town, { hirersLiability, assetId: room.assetId, name: 'Next door' });
    const made = await book(ours, room.id);
    expect(made.booking.price.quote?.totalPence).to.equal(8500);
    const { booking } = await change(made, { what: 'one', date: '2027-03-16', space_id: nextDoor.id });
    expect(booking.price.quote).to.deep.include({ hirePence: 8000, insurancePence: 500, totalPence: 8500 });
    expect(booking.price.quote?.lines.map(({ label, pence }) => [label, pence])).to.deep.equal([
      ['Hire by the hour', 8000],
      ['The building’s insurance for hirers', 500],
    ]);
  });

  it('lets go of nothing when the new time is taken, and says which dates', async () => {
    const room = await aRoom(services, town);
    const made = await book(ours, room.id);
    await book(theirs, room.id, { recurrence: { kind: 'once', date: '2027-03-23' }, from: '20:00', to: '21:00' });
    const problem = await problemOf(change(made, { what: 'rest', from: '19:00', to: '21:00' }));
    expect([problem.status, problem.mistakes.map(({ field }) => field)]).to.deep.equal([409, ['2027-03-23']]);
    expect(await services.db('occurrences').where({ booking_id: made.booking.id, from_time: '18:00' })).to.have.length(
      4,
    );
    const free = await change(made, { what: 'rest', from: '19:00', to: '21:00', dates: 'free' });
    expect(booked(free)).to.deep.equal(['03-09 19:00', '03-16 19:00', '03-23 18:00', '03-30 19:00']);
    expect(free.notFree.map(({ date, why }) => [date, why])).to.deep.equal([['2027-03-23', 'taken']]);
  });

  it('shifts a date over its own old time', async () => {
    const room = await aRoom(services, town);
    expect(
      booked(await change(await book(ours, room.id), { what: 'rest', from: '18:30', to: '20:30' })),
    ).to.have.length(4);
  });

  it('tells the second of two who change it at once; the same form sent twice is one change', async () => {
    const room = await aRoom(services, town);
    const made = await book(ours, room.id);
    const wish = { what: 'one', date: '2027-03-16', from: '17:00', to: '19:00' };
    const [first, again] = [await change(made, wish), await change(made, wish)];
    expect([first.booking.version, again.booking.version]).to.deep.equal([2, 2]);
    expect((await problemOf(change(made, { ...wish, from: '16:00' }))).message).to.include(
      'Somebody else has changed this booking',
    );
    await cancel(first, { which: 'one', date: '2027-03-16' });
    await cancel(first, { which: 'one', date: '2027-03-16' });
    expect((await problemOf(cancel(first, { which: 'all' }))).status).to.equal(409);
  });

  it('needs the owner for time that the owner gives', async () => {
    const room = await aRoom(services, town, { windows: [{ to: 20 * 60 }, { from: 20 * 60, approval: 'owner' }] });
    const made = await book(ours, room.id);
    const wish = { what: 'one', date: '2027-03-16', from: '19:00', to: '21:00' };
    expect((await problemOf(change(made, wish))).message).to.include('The owner decides about this time');
    expect(booked(await change(made, wish, 'officer'))).to.include('03-16 19:00');
    const later = { from: '20:00', to: '22:00', recurrence: { kind: 'once', date: '2027-03-10' } };
    const asked = await placed(services, ours.asker, aWish(room.id, ours.groupId, later));
    expect(asked.booking.state).to.equal('requested');
    expect(booked(await change(asked, { what: 'one', date: '2027-03-10', from: '21:00', to: '23:00' }))).to.deep.equal([
      '03-10 21:00',
    ]);
  });

  it('is free until its deadline and paid for after it', async () => {
    const room = await aRoom(services, town);
    const soon = await book(ours, room.id, {
      recurrence: { kind: 'dates', dates: ['2027-03-04', '2027-03-05', '2027-03-08'] },
    });
    // It is Wednesday 3 March, 9:00; two days' notice are asked for.
    const { dates, costsAll } = await services.bookings.state(soon.booking.id);
    expect(dates.map(({ costsNow, freeUntil }) => [costsNow, freeUntil])).to.deep.equal([
      [2000, null],
      [0, '2027-03-03T18:00:00.000Z'],
      [0, '2027-03-06T18:00:00.000Z'],
    ]);
    expect(costsAll).to.equal(2000);
    expect(
      (await problemOf(change(soon, { what: 'one', date: '2027-03-04', new_date: '2027-03-09' }))).message,
    ).to.include('too late to move');
    const left = await cancel(soon, { which: 'rest', date: '2027-03-04' });
    expect(listed(left)).to.deep.equal([
      '03-04 18:00-20:00 cancelled_by_group',
      '03-05 18:00-20:00 cancelled_by_group',
      '03-08 18:00-20:00 cancelled_by_group',
    ]);
    expect([left.booking.state, left.booking.price.quote?.totalPence]).to.deep.equal(['cancelled', 2000]);
    expect(await claimIds(room.id)).to.deep.equal([]);
    expect((await problemOf(change(left, { what: 'add', new_date: '2027-03-16' }))).message).to.include(
      'over or given up',
    );
  });

  it('is taken back by the owner with notice, a reason and something instead, or in an emergency', async () => {
    const room = await aRoom(services, town);
    const made = await book(ours, room.id);
    const late = await problemOf(takeBack(made, { which: 'all' }));
    expect([late.status, late.mistakes.map(({ field }) => field)]).to.deep.equal([422, ['2027-03-09', '2027-03-16']]);
    const taken = await takeBack(made, { which: 'rest', date: '2027-03-23' });
    expect(listed(taken).slice(2)).to.deep.equal([
      '03-23 18:00-20:00 cancelled_by_owner',
      '03-30 18:00-20:00 cancelled_by_owner',
    ]);
    expect(taken.booking.price.quote?.totalPence).to.equal(4000);
    expect((await problemOf(change(taken, { what: 'add', new_date: '2027-03-23' }))).message).to.include(
      'The owner took this date back',
    );
    expect(
      (await takeBack(taken, { which: 'one', date: '2027-03-09', reason: 'emergency' })).occurrences[0]?.note,
    ).to.equal('The boiler is being replaced. Instead: The hall is free.');
  });

  it('gives back the end of an evening, for others to have at once', async () => {
    const room = await aRoom(services, town, { minutesAfter: 15 });
    const made = await book(ours, room.id, {
      recurrence: { kind: 'dates', dates: ['2027-03-03', '2027-03-09'] },
      from: '09:15',
      to: '12:00',
    });
    const shorter = await change(made, { what: 'give_back', date: '2027-03-03', to: '11:00' });
    expect(shorter.booking.price.quote?.totalPence).to.equal(6000);
    await book(theirs, room.id, { recurrence: { kind: 'once', date: '2027-03-03' }, from: '11:15', to: '12:15' });
    const cheaper = await change(shorter, { what: 'give_back', date: '2027-03-09', to: '10:15' });
    expect([cheaper.booking.price.quote?.totalPence, listed(cheaper)]).to.deep.equal([
      4000,
      ['03-03 09:15-11:00 planned', '03-09 09:15-10:15 planned'],
    ]);
    for (const to of ['10:15', '11:00', '09:00']) {
      const wrong = change(cheaper, { what: 'give_back', date: '2027-03-09', to });
      if (to === '10:15') await wrong;
      else
        expect((await problemOf(wrong)).mistakes[0]?.message).to.include('Enter an end after 09:15 and before 10:15.');
    }
  });

  it('leaves a record of each step, in words on its page', async () => {
    const room = await aRoom(services, town);
    const moved = await change(await book(ours, room.id), {
      what: 'one',
      date: '2027-03-16',
      from: '17:00',
      to: '19:00',
    });
    await takeBack(await cancel(moved, { which: 'one', date: '2027-03-09' }), { which: 'one', date: '2027-03-30' });
    const { history } = await services.bookings.state(moved.booking.id);
    expect(history.map(({ text }) => text)).to.deep.equal([
      'Gita Gardener took back Tuesday 30 March 2027 for the owner. Repairs: The boiler is being replaced. Instead: The hall is free.',
      'Gita Gardener cancelled Tuesday 9 March 2027.',
      'Gita Gardener moved Tuesday 16 March 2027 to Tuesday 16 March 2027, 17:00 to 19:00.',
      'Gita Gardener booked 4 dates.',
    ]);
    const facts = await services.db('facts').where({ subject_id: moved.booking.id });
    expect(facts.map(({ public_text }) => public_text)).to.deep.equal([null, null, null, null, null]);
    expect(JSON.stringify(facts)).not.to.include('To meet');
  });
});
