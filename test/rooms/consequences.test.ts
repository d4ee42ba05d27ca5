import { expect } from 'chai';
import type { RoomFactKind } from '../../src/rooms/room-facts.ts';
import { eachDatabase } from '../support/databases.ts';
import { aTown } from '../support/domain.ts';
import { someServices, type TestServices } from '../support/server.ts';
import { aHireWorld, aStay, between, look, type HireWorld, type Seen, type Stay } from './a-hire-world.ts';
import { adoptTerms } from './bookings/a-room.ts';

/**
 * An act on a booking of four Tuesdays, 18:00 to 20:00, £10 an hour, and what must follow. `begins` makes the booking, `act` is what is
 * looked at; `wakes` says whether a group that waits for one of the Tuesdays is offered one. What is not named does not change.
 */
type Row = {
  begins?(stay: Stay): Promise<string>;
  room?: Parameters<typeof aStay>[1];
  nobodyWaits?: boolean;
  act(stay: Stay, id: string, world: HireWorld): Promise<unknown>;
  follows: Partial<Seen> & { wakes?: boolean };
};
const made = async (stay: Stay): Promise<string> => (await stay.book()).booking.id;
/** One date is taken back, and another is held for the group. */
const offered = async (stay: Stay): Promise<string> => {
  const id = await made(stay);
  await stay.takeBack(id, { which: 'one', date: '2027-03-30', instead_date: '2027-03-31' });
  return id;
};
const long = { recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-05-25' } };
const letGo =
  (state: 'lapsed' | 'withdrawn') =>
  (_: Stay, id: string, { services }: HireWorld) =>
    services.inOneTransaction((unit) => services.bookings.steps.letGoIn(unit, id, state));
const confirm = (_: Stay, id: string, { services }: HireWorld) =>
  services.inOneTransaction((unit) => services.bookings.steps.confirmIn(unit, id, 'confirmed'));
const held = async (stay: Stay): Promise<string> => (await stay.placed()).booking.id;
/** What is only asked for can be asked for by others too, so that nobody waits for it. */
const BY_OWNER = { room: { windows: [{ approval: 'owner' as const }] }, begins: held, nobodyWaits: true };
const WITH_DEPOSIT = { room: { depositPence: 3000 }, begins: held };
const none = 'Nothing that a booking leads to: a step of the request, told by it';
const money = 'A line of the ledger by somebody’s hand';

/** Every kind of fact, with the acts that it stands for. A new kind does not compile until it has a row here. */
const TABLE: Record<RoomFactKind, readonly [title: string, row: Row][] | string> = {
  booking_requested: 'Dates are held for a request: nothing is owed and nothing is certain',
  booking_made: 'Always with booking_confirmed or booking_taken',
  booking_confirmed: [
    [
      'a booking at once',
      {
        begins: () => Promise.resolve(''),
        act: (stay) => stay.book(),
        follows: { charged: 8000, group: ['room_confirmed'], owner: ['room_owner_confirmed'], files: true, dates: 4 },
      },
    ],
    [
      'a request that is confirmed',
      {
        ...BY_OWNER,
        act: confirm,
        follows: { charged: 8000, group: ['room_confirmed'], owner: ['room_owner_confirmed'], files: true },
      },
    ],
    [
      'a deposit that is settled',
      {
        ...WITH_DEPOSIT,
        act: confirm,
        follows: { charged: 8000, group: ['room_confirmed'], owner: ['room_owner_confirmed'], files: true },
      },
    ],
  ],
  booking_taken: [
    [
      'a room that takes a deposit',
      {
        room: { depositPence: 3000 },
        begins: () => Promise.resolve(''),
        act: (stay) => stay.placed(),
        follows: { deposit: 3000, dates: 4 },
      },
    ],
  ],
  booking_let_go: [
    ['a request that is taken back', { ...BY_OWNER, act: letGo('withdrawn'), follows: { dates: -4 } }],
    [
      'a deposit not paid',
      { ...WITH_DEPOSIT, act: letGo('lapsed'), follows: { deposit: -3000, dates: -4, wakes: true } },
    ],
  ],
  booking_changed: [
    [
      'a date that is added',
      {
        act: (stay, id) => stay.change(id, { what: 'add', new_date: '2027-04-06' }),
        follows: { charged: 2000, group: ['booking_changed'], owner: ['booking_owner_changed'], files: true, dates: 1 },
      },
    ],
    [
      'a date that is moved',
      {
        act: (stay, id) => stay.change(id, { what: 'one', date: '2027-03-16', new_date: '2027-03-17' }),
        follows: { group: ['booking_changed'], owner: ['booking_owner_changed'], files: true, wakes: true },
      },
    ],
    [
      'a series at other times',
      {
        act: (stay, id) => stay.change(id, { what: 'rest', from: '10:00', to: '13:00' }),
        follows: {
          charged: 4000,
          group: ['booking_changed'],
          owner: ['booking_owner_changed'],
          files: true,
          wakes: true,
        },
      },
    ],
    [
      'what is only asked for',
      {
        ...BY_OWNER,
        act: (stay, id) => stay.change(id, { what: 'add', new_date: '2027-04-06' }),
        follows: { group: ['booking_changed'], owner: ['booking_owner_changed'], dates: 1 },
      },
    ],
  ],
  end_given_back: [
    [
      'an end given back in time',
      {
        act: (stay, id) => stay.change(id, { what: 'give_back', date: '2027-03-16', to: '19:00' }),
        follows: {
          charged: -1000,
          group: ['booking_end_given_back'],
          owner: ['booking_owner_end_given_back'],
          files: true,
        },
      },
    ],
  ],
  dates_cancelled_by_group: [
    [
      'one date cancelled',
      {
        act: (stay, id) => stay.cancel(id, { which: 'one', date: '2027-03-16' }),
        follows: {
          charged: -2000,
          group: ['booking_you_cancelled'],
          owner: ['booking_dates_cancelled'],
          files: true,
          dates: -1,
          wakes: true,
        },
      },
    ],
    [
      'all dates cancelled',
      {
        act: (stay, id) => stay.cancel(id, { which: 'all' }),
        follows: {
          charged: -8000,
          group: ['booking_you_cancelled'],
          owner: ['booking_dates_cancelled'],
          files: true,
          dates: -4,
          wakes: true,
        },
      },
    ],
  ],
  dates_cancelled_by_owner: [
    [
      'a date taken back',
      {
        act: (stay, id) => stay.takeBack(id, { which: 'one', date: '2027-03-16' }),
        follows: { charged: -2000, group: ['booking_taken_back'], files: true, dates: -1, wakes: true },
      },
    ],
  ],
  other_date_taken: [
    [
      'the date offered instead, taken',
      {
        begins: offered,
        act: (stay, id) => stay.answer(id, 'accept'),
        follows: {
          charged: 2000,
          group: ['booking_other_date_yours'],
          owner: ['booking_other_date_taken'],
          files: true,
          dates: 1,
        },
      },
    ],
  ],
  other_date_declined: [
    [
      'the date offered instead, declined',
      {
        begins: offered,
        act: (stay, id) => stay.answer(id, 'decline'),
        follows: { owner: ['booking_other_date_declined'] },
      },
    ],
  ],
  other_date_lapsed: [
    [
      'the date offered instead, not answered',
      {
        begins: offered,
        async act(_, id, { services }) {
          await services.db('date_offers').where({ booking_id: id }).update({ until: 1 });
          await services.hires.offers.lapseDue();
        },
        follows: { group: ['booking_other_date_gone'], owner: ['booking_other_date_lapsed'] },
      },
    ],
  ],
  end_notice_given: [
    [
      'notice',
      {
        begins: async (stay) => (await stay.book(long)).booking.id,
        act: (stay, id) => stay.giveNotice(id),
        follows: { charged: -16_000, group: ['booking_notice'], owner: ['booking_notice'], files: true, dates: -8 },
      },
    ],
  ],
  closure_made: 'Bookings in its way refuse it',
  closure_removed: 'Waking is the same as for dates given up',
  date_held_back: 'Told by the act: nothing is owed less and nothing is free',
  date_freed: 'Told by the act',
  induction_signed: 'It shows on the page of the booking',
  booking_begun: 'It shows on the page of the booking',
  renewal_reminded: 'It is a reminder itself',
  money_reminded: 'It is a reminder itself',
  money_call_made: 'It is a call itself',
  booking_ended: 'Told by the clock itself; nothing is free that was not over',
  no_deposit_to_return: 'Nothing to be done',
  deposit_returned: money,
  deduction_disputed: money,
  dispute_answered: money,
  hire_paid_back: money,
  booking_evaluated: 'It is an answer itself',
  booking_closed: 'Nothing to be done',
  date_used: 'It is paid for all the same',
  date_no_show: 'It is paid for all the same',
  check_in_undone: 'It is paid for all the same',
  no_show_call_made: 'It is a call itself',
  arrival_notes_changed: 'They show on tonight’s list',
  room_requested: none,
  room_request_complete: none,
  room_asked: none,
  room_owner_warned: none,
  room_owner_said_yes: none,
  room_offered: none,
  room_default_offered: none,
  room_goes_first: none,
  room_rivals_compared: none,
  room_draw_made: none,
  room_owner_silent: none,
  room_declined: none,
  room_outbid: none,
  room_gone: none,
  room_passed_over: none,
  room_added: none,
  room_request_with_broker: none,
  room_test_passed: none,
  room_test_not_yet: none,
  room_audience_changed: none,
  room_agreement_signed: none,
  room_confirmed: none,
  room_request_withdrawn: none,
  room_request_lapsed: none,
  room_request_closed: none,
  waiting_joined: none,
  waiting_left: none,
  waiting_offered: none,
  room_money_charged: money,
  room_money_credited: money,
  room_money_paid: money,
  room_money_waived: money,
  room_money_instalment: money,
  room_money_corrected: money,
  room_money_returned: money,
  room_money_deducted: money,
};
const NOTHING: Seen & { wakes: boolean } = {
  charged: 0,
  deposit: 0,
  group: [],
  owner: [],
  files: false,
  dates: 0,
  wakes: false,
};

eachDatabase('What follows from an act on a booking', (open) => {
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

  for (const [kind, rows] of Object.entries(TABLE))
    for (const [title, row] of typeof rows === 'string' ? [] : rows)
      it(`is money, mails, calendar and waiting list: ${title} (${kind})`, () => play(kind, row));

  async function play(kind: string, { begins = made, room, nobodyWaits = false, act, follows }: Row): Promise<void> {
    const stay = await aStay(world, room);
    const id = await begins(stay);
    const woken = id === '' || nobodyWaits ? () => Promise.resolve(false) : await stay.waits();
    const before = await look(world, id);
    await act(stay, id, world);
    const bookingId = id || (await services.db('bookings').where({ space_id: stay.room.id }).first('id')).id;
    const seen = { ...between(world, before, await look(world, bookingId)), wakes: await woken() };
    expect(seen).to.deep.equal({ ...NOTHING, ...follows });
    expect(await services.db('facts').where({ subject_id: bookingId, kind })).to.have.length(1);
  }
});
