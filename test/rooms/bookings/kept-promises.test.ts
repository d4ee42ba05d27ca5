import { expect } from 'chai';
import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema } from '../../../src/rooms/bookings/cancel-contract.ts';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { changedWords } from '../../../src/rooms/bookings/booking-words.ts';
import type { Changed } from '../../../src/rooms/bookings/change-service.ts';
import { renewalLink } from '../../../src/rooms/hires/renewal-link-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aRoom, aWish, problemOf, type OurGroup } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

type Fields = Record<string, unknown>;
const weekly = (weekday: number, from: string, until: string, every = 1) => ({
  recurrence: { kind: 'weekly', every, weekdays: [weekday], from, until },
});

eachDatabase('What was promised to stay', (open) => {
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
  after(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  const book = async (more: Fields): Promise<DatedBooking> =>
    services.bookings.book(ours.asker, aWish((await aRoom(services, town)).id, ours.groupId, more));
  const change = ({ booking }: DatedBooking, wish: Fields): Promise<Changed> =>
    services.bookings.change(
      ours.asker,
      'group',
      booking.id,
      changeSchema.parse({ version: booking.version, ...wish }),
    );
  const cancel = ({ booking }: DatedBooking, date: string): Promise<DatedBooking> =>
    services.bookings.cancel.byGroup(
      ours.asker,
      booking.id,
      cancelSchema.parse({ version: booking.version, which: 'one', date }),
    );
  const booked = ({ occurrences }: DatedBooking): string[] =>
    occurrences.flatMap(({ date, state }) => (state === 'planned' ? [date.slice(5)] : []));

  it('stays when the day of the week changes: cancelled weeks, moved dates, and as many weeks as before', async () => {
    const made = await book(weekly(2, '2027-09-07', '2027-10-26'));
    const moved = await change(await cancel(made, '2027-09-21'), {
      what: 'one',
      date: '2027-09-28',
      new_date: '2027-09-30',
    });
    const wednesdays = await change(moved, { what: 'rest', weekday: 3, until: '2027-10-26' });
    const after = ['09-08', '09-15', '09-30', '10-06', '10-13', '10-20', '10-27'];
    expect(booked(wednesdays)).to.deep.equal(after);
    expect(wednesdays.booking.price.quote?.totalPence).to.equal(14_000);
    const later = await change(wednesdays, { what: 'rest', from: '19:00', to: '21:00' });
    expect(booked(later)).to.deep.equal(after);
    const longer = await change(later, { what: 'rest', until: '2027-11-03' });
    expect(booked(longer)).to.deep.equal([...after, '11-03']);
    const back = await change(longer, { what: 'add', new_date: '2027-09-22' });
    expect(booked(back)).to.include('09-22');
    const mondays = await change(back, { what: 'rest', weekday: 1 });
    expect(booked(mondays)).to.deep.equal([
      '09-06',
      '09-13',
      '09-20',
      '09-30',
      '10-04',
      '10-11',
      '10-18',
      '10-25',
      '11-01',
    ]);
  });

  it('stays in its weeks where it is every second week, and in its months where it is monthly', async () => {
    const second = await book(weekly(2, '2027-09-07', '2027-10-19', 2));
    expect(booked(await change(second, { what: 'rest', weekday: 4 }))).to.deep.equal([
      '09-09',
      '09-23',
      '10-07',
      '10-21',
    ]);
    const month = { kind: 'monthly', nth: -1, weekday: 5, from: '2027-09-01', until: '2027-11-26' };
    const last = await cancel(await book({ recurrence: month }), '2027-10-29');
    expect(booked(await change(last, { what: 'rest', weekday: 7 }))).to.deep.equal(['09-26', '11-28']);
  });

  it('keeps a date that could not be had where it was, and says so', async () => {
    const made = await book(weekly(2, '2027-09-07', '2027-09-28'));
    await services.bookings.book(
      ours.asker,
      aWish(made.booking.spaceId, ours.groupId, { recurrence: { kind: 'once', date: '2027-09-15' } }),
    );
    const wish = { what: 'rest', weekday: 3 };
    expect((await problemOf(change(made, wish))).status).to.equal(409);
    const free = await change(made, { ...wish, dates: 'free' });
    expect(booked(free)).to.deep.equal(['09-08', '09-14', '09-22', '09-29']);
    expect(changedWords(free.notFree, free.made)).to.include('except for 1 date: Wednesday 15 September 2027');
    expect(booked(await change(free, { what: 'rest', from: '17:00' }))).to.deep.equal(booked(free));
  });

  it('leaves bank holidays out of every later change where they were left out', async () => {
    const made = await book({ ...weekly(1, '2027-04-19', '2027-05-17'), skip_days_off: 'yes' });
    expect(booked(made)).to.deep.equal(['04-19', '04-26', '05-10', '05-17']);
    const longer = await change(made, { what: 'rest', until: '2027-06-07' });
    expect(booked(longer)).to.deep.equal(['04-19', '04-26', '05-10', '05-17', '05-24', '06-07']);
    expect(changedWords(longer.notFree, longer.made)).to.include('Monday 31 May 2027');
    const tuesdays = await book({ ...weekly(2, '2027-05-25', '2027-06-08'), skip_days_off: 'yes' });
    const mondays = await change(tuesdays, { what: 'rest', weekday: 1 });
    expect(booked(mondays)).to.deep.equal(['05-24', '06-07']);
    const wanted = await change(mondays, { what: 'add', new_date: '2027-05-31' });
    expect(booked(await change(wanted, { what: 'rest', from: '17:00' }))).to.include('05-31');
  });

  it('is carried over when the series is asked for again, from the right week on', async () => {
    const { booking } = await book({ ...weekly(7, '2027-07-04', '2027-07-18', 2), skip_days_off: 'yes' });
    expect(renewalLink(booking)).to.include('from=2027-08-01&until=2027-08-15').and.include('off=skip');
  });

  it('is not said to be changed where nothing was: a day that is there already, or was moved', async () => {
    const made = await book(weekly(2, '2027-09-07', '2027-09-28'));
    const twice = await problemOf(change(made, { what: 'add', new_date: '2027-09-14', from: '10:00', to: '12:00' }));
    expect([twice.status, twice.message]).to.deep.equal([
      422,
      'Nothing was added. You have Tuesday 14 September 2027, 18:00 to 20:00 already, and a booking has one session a day. For other times move that date; for a second session make a new booking.',
    ]);
    const moved = await change(made, { what: 'one', date: '2027-09-14', new_date: '2027-09-16' });
    for (const day of ['2027-09-14', '2027-09-16']) {
      const { status, message } = await problemOf(change(moved, { what: 'add', new_date: day }));
      expect([status, message.includes('Thursday 16 September 2027')]).to.deep.equal([422, true]);
    }
    const same = await change(moved, { what: 'rest' });
    expect(changedWords(same.notFree, same.made)).to.equal('Nothing was changed: it is so already.');
    const wish = { what: 'add', new_date: '2027-10-01' };
    expect((await change(moved, wish)).made).to.equal(true);
    expect((await change(moved, wish)).made).to.equal(false);
  });
});
