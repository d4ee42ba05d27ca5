import { expect } from 'chai';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aHall, aRoom, aWish, problemOf, type OurGroup, placed } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

eachDatabase('A booking', (open) => {
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
  after(async () => {
    await expectSoundClaims(services.db);
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });
  const book = ({ asker, groupId }: OurGroup, spaceId: string, more: Record<string, unknown> = {}) =>
    services.bookings.book(asker, aWish(spaceId, groupId, more));
  const hold = ({ asker, groupId }: OurGroup, spaceId: string, more: Record<string, unknown> = {}) =>
    placed(services, asker, aWish(spaceId, groupId, more));
  const daysOf = (made: { occurrences: readonly { state: string; date: string }[] }): string[] =>
    made.occurrences.flatMap(({ state, date }) => (state === 'planned' ? [date] : []));

  it('takes every date, at the price of its day', async () => {
    const room = await aRoom(services, town);
    const { booking, occurrences } = await book(ours, room.id);
    expect(daysOf({ occurrences })).to.deep.equal(['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30']);
    expect(occurrences.map(({ starts }) => new Date(starts * 60_000).toISOString().slice(11, 16))).to.deep.equal([
      '18:00',
      '18:00',
      '18:00',
      '17:00',
    ]);
    expect(booking).to.deep.include({
      state: 'confirmed',
      publicLabel: 'Community group – weekly meeting',
      startsOn: '2027-03-09',
      endsOn: '2027-03-30',
      holdUntil: null,
    });
    expect(booking.price.quote?.totalPence).to.equal(8000);
  });

  it('is refused whole when one date is taken, and says which', async () => {
    const room = await aRoom(services, town);
    await book(theirs, room.id, { recurrence: { kind: 'once', date: '2027-03-16' }, from: '19:30', to: '21:00' });
    const problem = await problemOf(book(ours, room.id));
    expect([problem.status, problem.mistakes.map(({ field }) => field), problem.message]).to.deep.equal([
      409,
      ['2027-03-16'],
      '1 of 4 dates is not free, so nothing was changed. Choose other dates, or take only those that are free.',
    ]);
    expect(problem.mistakes[0]?.message).to.equal(
      'Tuesday 16 March 2027, 18:00 to 20:00: the room is booked at that time.',
    );
    expect(await services.db('bookings').where({ space_id: room.id })).to.have.length(1);
  });

  it('takes the free dates where that was chosen, and keeps the others as not booked', async () => {
    const room = await aRoom(services, town);
    await book(theirs, room.id, { recurrence: { kind: 'once', date: '2027-03-16' } });
    const made = await book(ours, room.id, { dates: 'free', except: ['2027-03-30'] });
    expect(daysOf(made)).to.deep.equal(['2027-03-09', '2027-03-23']);
    expect(
      made.occurrences.flatMap(({ state, date, note }) => (state === 'skipped' ? [[date, note]] : [])),
    ).to.deep.equal([
      ['2027-03-16', 'taken'],
      ['2027-03-30', 'left_out'],
    ]);
    expect(made.booking.price.quote?.totalPence).to.equal(4000);
  });

  it('of the whole hall keeps others out of its halves, and the other way round', async () => {
    const { whole, left, right } = await aHall(services, town);
    await book(theirs, left.id, { recurrence: { kind: 'once', date: '2027-03-16' } });
    expect((await problemOf(book(ours, whole.id))).mistakes).to.have.length(1);
    await book(ours, right.id);
    expect(daysOf(await book(ours, whole.id, { dates: 'free', from: '20:00', to: '21:00' }))).to.have.length(4);
    expect((await problemOf(book(theirs, right.id, { from: '20:30', to: '21:30' }))).status).to.equal(409);
  });

  it('shares no minute that is kept free around another', async () => {
    const room = await aRoom(services, town, { minutesBefore: 15, minutesAfter: 30 });
    const once = { recurrence: { kind: 'once', date: '2027-03-16' } };
    await book(theirs, room.id, once);
    expect((await problemOf(book(ours, room.id, { ...once, from: '20:30', to: '21:45' }))).status).to.equal(409);
    await book(ours, room.id, { ...once, from: '20:45', to: '21:45' });
    await book(ours, room.id, { ...once, from: '16:15', to: '17:15' });
  });

  it('is one booking however often its form is sent', async () => {
    const room = await aRoom(services, town);
    const submission = services.newId();
    const made = await Promise.all([1, 2, 3].map(() => book(ours, room.id, { submission })));
    expect(new Set(made.map(({ booking }) => booking.id)).size).to.equal(1);
    expect(await services.db('bookings').where({ space_id: room.id })).to.have.length(1);
  });

  it('holds its dates for a request where the owner decides', async () => {
    const room = await aRoom(services, town, { windows: [{ approval: 'owner' }] });
    const { booking } = await hold(ours, room.id);
    expect(booking.state).to.equal('requested');
    // Five working days to answer and one more: to the end of Thursday 11 March.
    expect(new Date((booking.holdUntil ?? 0) * 60_000).toISOString()).to.equal('2027-03-12T00:00:00.000Z');
    const problem = await problemOf(hold(theirs, room.id));
    expect(problem.mistakes[0]?.message).to.include('somebody else has asked for the room');
  });

  it('is not made at once where somebody decides, signs or pays first: a request leads through that', async () => {
    const [decided, dear, room] = [
      await aRoom(services, town, { windows: [{ approval: 'owner' }] }),
      await aRoom(services, town, { depositPence: 3000 }),
      await aRoom(services, town),
    ];
    const untested = await aGroupOf(services, town, 'untested@example.org');
    await services.db('benefit_tests').where({ group_id: untested.groupId }).update({ valid_until: '2027-03-02' });
    const ask = (group: OurGroup, id: string) => `Ask for it with a request: /groups/${group.groupId}/ask?space=${id}`;
    for (const [group, id, why] of [
      [ours, decided.id, 'The owner decides about this time.'],
      [ours, dear.id, 'A deposit of £30.00 is paid before the first date.'],
      [untested, room.id, 'Your group has not passed the test for rooms.'],
    ] as const) {
      const problem = await problemOf(book(group, id));
      expect([problem.status, problem.message]).to.deep.equal([
        422,
        `${why} So it cannot be booked at once. ${ask(group, id)}`,
      ]);
    }
    const unsigned = await problemOf(book(ours, room.id, { agrees: undefined }));
    const deputy = { ...ours, asker: { personId: services.newId(), brought: null } };
    const notLead = await problemOf(book(deputy, room.id));
    expect([unsigned, notLead].map(({ status, mistakes }) => [status, mistakes[0]?.field])).to.deep.equal([
      [422, 'agrees'],
      [422, 'agrees'],
    ]);
    expect(await services.db('bookings').whereIn('space_id', [decided.id, dear.id, room.id])).to.deep.equal([]);
  });

  it('gives its hold to whoever comes after the minute it ends', async () => {
    const room = await aRoom(services, town, { windows: [{ approval: 'owner' }] });
    const { booking } = await hold(ours, room.id);
    await services
      .db('claims')
      .whereIn('holder', services.db('occurrences').where({ booking_id: booking.id, date: '2027-03-16' }).select('id'))
      .update({ expires: 1 });
    await services.db('bookings').where({ id: booking.id }).update({ hold_until: 1 });
    const [free] = await services.bookings.freeDates({
      space_ids: [room.id],
      recurrence: booking.recurrence,
      from: '18:00',
      to: '20:00',
      people: 1,
    });
    expect(free).to.deep.include({ dates: 4, free: 1 });
    await hold(theirs, room.id, { recurrence: { kind: 'once', date: '2027-03-16' } });
    // What others have taken meanwhile cannot be confirmed; nothing else changes.
    const problem = await problemOf(
      services.inOneTransaction((unit) => services.bookings.steps.confirmIn(unit, booking.id, 'confirmed')),
    );
    expect(problem.mistakes.map(({ field }) => field)).to.deep.equal(['2027-03-16']);
    await services.inOneTransaction((unit) => services.bookings.steps.letGoIn(unit, booking.id, 'lapsed'));
  });

  it('that was asked for becomes booked without a moment in which it is free', async () => {
    const room = await aRoom(services, town, { windows: [{ approval: 'owner' }] });
    const { booking } = await hold(ours, room.id);
    const claims = () =>
      services
        .db('claims')
        .whereIn('holder', services.db('occurrences').where({ booking_id: booking.id }).select('id'))
        .orderBy('id')
        .select('id', 'kind', 'expires');
    const before = await claims();
    const { booking: after } = await services.inOneTransaction((unit) =>
      services.bookings.steps.confirmIn(unit, booking.id, 'confirmed'),
    );
    expect(after).to.deep.include({ state: 'confirmed', holdUntil: null, version: 2 });
    expect(await claims()).to.deep.equal(before.map(({ id }) => ({ id, kind: 'booking', expires: null })));
  });

  it('leaves other groups their share of a week', async () => {
    const room = await aRoom(services, town);
    await adoptTerms(services, town, { dates_a_week: 3 });
    const late = await aGroupOf(services, town, 'late@example.org');
    await book(late, room.id, { recurrence: { kind: 'once', date: '2027-04-11' } });
    const problem = await problemOf(
      book(late, room.id, {
        recurrence: { kind: 'dates', dates: ['2027-04-05', '2027-04-06', '2027-04-07', '2027-04-12'] },
      }),
    );
    const says = (date: string): string =>
      `${date}, 18:00 to 20:00: a group may have 3 dates a week, and yours has as many in that week.`;
    expect(problem.mistakes.map(({ message }) => message)).to.deep.equal([says('Wednesday 7 April 2027')]);
    // At the same moment too, in five rooms: three get theirs.
    const rooms = await Promise.all(Array.from({ length: 5 }, () => aRoom(services, town)));
    const ended = await Promise.allSettled(
      rooms.map(({ id }) => book(late, id, { recurrence: { kind: 'once', date: '2027-05-05' } })),
    );
    expect(ended.filter(({ status }) => status === 'fulfilled')).to.have.lengthOf(3);
    expect(
      ended.flatMap((one) =>
        one.status === 'rejected' && one.reason instanceof Problem
          ? one.reason.mistakes.map(({ message }) => message)
          : [],
      ),
    ).to.deep.equal([says('Wednesday 5 May 2027'), says('Wednesday 5 May 2027')]);
    await adoptTerms(services, town, { dates_a_week: 50 });
  });

  const refusals: [
    title: string,
    room: Parameters<typeof aRoom>[2],
    wish: Record<string, unknown>,
    status: number,
    says: string,
  ][] = [
    [
      'the room is closed then',
      { windows: [{ to: 19 * 60 }] },
      {},
      422,
      'Tuesday 9 March 2027, 18:00 to 20:00: the room is not open at that time.',
    ],
    [
      'it is too soon',
      { noticeHours: 24 * 10 },
      { recurrence: { kind: 'once', date: '2027-03-09' } },
      422,
      'Tuesday 9 March 2027, 18:00 to 20:00: it is too soon: the place needs longer notice.',
    ],
    [
      'more would come than the room takes',
      { capacity: 7 },
      { recurrence: { kind: 'once', date: '2027-03-09' } },
      422,
      'Tuesday 9 March 2027, 18:00 to 20:00: more people would come than the room takes.',
    ],
    [
      'the rule makes no date',
      {},
      { recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-10', until: '2027-03-12' } },
      400,
      'This makes no date. Check the days of the week, the first and the last day.',
    ],
    [
      'the series goes on for longer than a year',
      {},
      { recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2028-03-28' } },
      400,
      'Choose an earlier last day: a series may go on for up to 366 days. It can be booked again before it ends.',
    ],
  ];
  for (const [title, details, wish, status, says] of refusals) {
    it(`is refused when ${title}`, async () => {
      const room = await aRoom(services, town, details);
      const problem = await problemOf(book(ours, room.id, wish));
      expect([
        problem.status,
        problem.mistakes.at(-1)?.message.replace(/^Tuesday 30 March 2027/, 'Tuesday 9 March 2027'),
      ]).to.deep.equal([status, says]);
    });
  }
});
