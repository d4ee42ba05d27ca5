import { expect } from 'chai';
import { endMinute, minuteOf } from '../../../src/kernel/recurrence.ts';
import type { Booking, BookingState, Occurrence } from '../../../src/rooms/bookings/booking-contract.ts';
import { isPaidFor } from '../../../src/rooms/bookings/booking-rules.ts';
import { bookingsOn } from '../../../src/rooms/bookings/booking-store.ts';
import { occurrencesOn } from '../../../src/rooms/bookings/occurrence-store.ts';
import { bookingCalendar } from '../../../src/rooms/calendars/booking-calendar-service.ts';
import { balanceOf, netCharged } from '../../../src/rooms/ledger/balance-contract.ts';
import { ACCOUNTS, type Account, type Entry } from '../../../src/rooms/ledger/ledger-contract.ts';
import { openMoney } from '../../../src/rooms/ledger/open-money-contract.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import type { Services } from '../../../src/services.ts';
import { datesInFeed } from '../calendars/feed-reading.ts';
import { expectBookingMails, expectRequestMails, type Mail, type Subject } from './mail-checks.ts';
import type { Course } from './walk-course.ts';

/** Bookings that are certain, or were: their hire is charged. */
export const HIRED: readonly BookingState[] = [
  'confirmed',
  'active',
  'ended',
  'deposit_returned',
  'evaluated',
  'closed',
];
const SHOWN: readonly BookingState[] = [...HIRED, 'requested', 'offered', 'default_offered', 'deposit_due'];
const TAKES_PLACE = ['planned', 'used', 'no_show'];
const PER_HOUR = 1000;

/** What must be true of every booking and request, whatever was done before. What has not changed since the last look is not looked at. */
export async function expectAllTrue(course: Course): Promise<void> {
  const { db } = course.services;
  const subjectsOf = await subjects(course);
  const requests: { id: string; group_id: string }[] = await db('room_requests').select('id', 'group_id');
  for (const { id, group_id: groupId } of requests) {
    const request = subjectsOf('requests', id, groupId);
    if (isChanged(course, request.id, request)) expectRequestMails(course, request);
  }
  const ids: string[] = await db('bookings').orderBy('id').pluck('id');
  const [dates, entries] = [await occurrencesOn(db).ofAll(ids), await ledgerOn(db).ofAll(ids)];
  for (const booking of await bookingsOn(db).byIds(ids)) {
    const subject = subjectsOf('bookings', booking.id, booking.groupId);
    const own = dates.filter(({ bookingId }) => bookingId === booking.id);
    const money = entries.filter(({ bookingId }) => bookingId === booking.id);
    if (!isChanged(course, booking.id, { ...subject, booking, own, money })) continue;
    expectMoney(booking, own, money);
    await expectOwed(db, booking, money);
    await expectFeed(course, booking, own);
    expectBookingMails(course, subject);
  }
}

type SubjectOf = (pages: 'bookings' | 'requests', id: string, groupId: string) => Subject;

async function subjects({ services: { db }, since }: Course): Promise<SubjectOf> {
  const mails: Mail[] = await db('mails').where('id', '>', since).orderBy('id').select('to', 'kind', 'text');
  const facts: { kind: string; subject_id: string }[] = await db('facts')
    .whereIn('subject_kind', ['booking', 'room_request'])
    .select('kind', 'subject_id');
  return (pages, id, groupId) => ({
    id,
    groupId,
    facts: facts.filter((fact) => fact.subject_id === id).map(({ kind }) => kind),
    mails: mails.filter(({ text }) => text.includes(`/${pages}/${id}`)),
  });
}

function isChanged({ seen }: Course, id: string, now: unknown): boolean {
  const text = JSON.stringify(now);
  const changed = seen.get(id) !== text;
  seen.set(id, text);
  return changed;
}

/** The price is that of the dates, and the ledger has charged just that, once the booking was certain. */
function expectMoney({ id, state, price, terms }: Booking, dates: readonly Occurrence[], entries: Entry[]): void {
  const total = dates
    .filter(isPaidFor)
    .map(({ from, to, paidTo }) => Math.ceil((endMinute(from, paidTo ?? to) - minuteOf(from)) / 60) * PER_HOUR)
    .reduce((sum, pence) => sum + pence, 0);
  expect(price.quote?.totalPence, `price of ${id}`).to.equal(total);
  const wasHired = entries.some(({ account, kind }) => account === 'hire' && kind === 'charged');
  const hired = HIRED.includes(state) || (state === 'cancelled' && wasHired);
  expect(netCharged(entries, 'hire'), `hire of ${id}, ${state}`).to.equal(hired ? total : 0);
  const deposit = Math.min(price.quote?.depositPence ?? 0, terms.most_deposit_pence);
  if (['deposit_due', 'confirmed', 'active'].includes(state))
    expect(netCharged(entries, 'deposit'), `deposit of ${id}, ${state}`).to.equal(deposit);
  else expect(balanceOf(entries, 'deposit').owed, `deposit still owed for ${id}, ${state}`).to.equal(0);
}

/** What is kept of money owed comes to what the ledger says, by the days that it has. */
async function expectOwed(db: Services['db'], booking: Booking, entries: Entry[]): Promise<void> {
  const kept = await db('open_money').where({ booking_id: booking.id }).orderBy(['account', 'due_on']);
  const owed = (account: Account): number => balanceOf(entries, account).owed;
  const sum = (account: Account): number =>
    kept.filter((row) => row.account === account).reduce((all, { pence }) => all + pence, 0);
  for (const account of ACCOUNTS) expect(sum(account), `${account} owed for ${booking.id}`).to.equal(owed(account));
  if (booking.state === 'deposit_due') return;
  expect(kept.map((row) => row.due_on)).to.deep.equal(openMoney(booking, entries).map(({ dueOn }) => dueOn));
}

/** The calendar file of a booking has just those of its dates that take place. */
export async function expectFeed(
  { services }: { services: Pick<Services, 'db' | 'clock' | 'config'> },
  { id, state }: Booking,
  dates: readonly Occurrence[],
): Promise<void> {
  const calendar = bookingCalendar({ clock: services.clock, ...services.config });
  const shown = SHOWN.includes(state) ? dates.filter((date) => TAKES_PLACE.includes(date.state)) : [];
  expect(datesInFeed(await calendar(services.db, id)), `feed of ${id}`).to.deep.equal(
    shown.map(({ starts, ends }) => [starts, ends]).toSorted(([one = 0], [other = 0]) => one - other),
  );
}
