import { expect } from 'chai';
import type { BookingState } from '../../../src/rooms/bookings/booking-contract.ts';
import { isPaidFor } from '../../../src/rooms/bookings/booking-rules.ts';
import { bookingsOn } from '../../../src/rooms/bookings/booking-store.ts';
import { occurrencesOn } from '../../../src/rooms/bookings/occurrence-store.ts';
import { bookingCalendar } from '../../../src/rooms/calendars/booking-calendar-service.ts';
import { balanceOf, netCharged } from '../../../src/rooms/ledger/balance-contract.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import { endMinute, minuteOf } from '../../../src/kernel/recurrence.ts';
import { OWNER, type HireWorld } from '../a-hire-world.ts';
import { datesInFeed } from '../calendars/feed-reading.ts';

const HIRED: readonly BookingState[] = ['confirmed', 'active', 'ended', 'deposit_returned', 'evaluated', 'closed'];
const SHOWN: readonly BookingState[] = [...HIRED, 'requested', 'offered', 'default_offered', 'deposit_due'];
const TAKES_PLACE = ['planned', 'used', 'no_show'];
const PER_HOUR = 1000;

/** The mails that each kind of fact leads to: to lead and deputy, and to whoever answers for the owner. */
const MAILS: Record<string, { group?: string; owner?: string }> = {
  booking_confirmed: { group: 'room_confirmed', owner: 'room_owner_confirmed' },
  booking_changed: { group: 'booking_changed', owner: 'booking_owner_changed' },
  end_given_back: { group: 'booking_end_given_back', owner: 'booking_owner_end_given_back' },
  dates_cancelled_by_group: { group: 'booking_you_cancelled', owner: 'booking_dates_cancelled' },
  dates_cancelled_by_owner: { group: 'booking_taken_back' },
  other_date_taken: { group: 'booking_other_date_yours', owner: 'booking_other_date_taken' },
  other_date_declined: { owner: 'booking_other_date_declined' },
  end_notice_given: { group: 'booking_notice', owner: 'booking_notice' },
};

/** What must be true of every booking in some rooms, whatever was done before. @param since the id of the last mail before the walk */
export async function expectAllTrue(world: HireWorld, spaceIds: readonly string[], since: string): Promise<void> {
  const { services } = world;
  const ids: string[] = await services.db('bookings').whereIn('space_id', spaceIds).orderBy('id').pluck('id');
  const mails: Mail[] = await services.db('mails').where('id', '>', since).select('to', 'kind', 'text');
  for (const id of ids) {
    await expectMoney(world, id);
    await expectFeed(world, id);
    await expectMails(world, id, mails);
  }
}

type Mail = { to: string; kind: string; text: string };

/** The price is that of the dates, and the ledger has charged just that, once the booking was certain. */
async function expectMoney({ services: { db } }: HireWorld, id: string): Promise<void> {
  const [booking] = await bookingsOn(db).byIds([id]);
  if (!booking) throw new Error(`There is no booking ${id}.`);
  const { state, price, terms } = booking;
  const total = (await occurrencesOn(db).of(id))
    .filter(isPaidFor)
    .map(({ from, to, paidTo }) => Math.ceil((endMinute(from, paidTo ?? to) - minuteOf(from)) / 60) * PER_HOUR)
    .reduce((sum, pence) => sum + pence, 0);
  expect(price.quote?.totalPence, `price of ${id}`).to.equal(total);
  const entries = await ledgerOn(db).of(id);
  const wasHired = entries.some(({ account, kind }) => account === 'hire' && kind === 'charged');
  const hired = HIRED.includes(state) || (state === 'cancelled' && wasHired);
  expect(netCharged(entries, 'hire'), `hire of ${id}, ${state}`).to.equal(hired ? total : 0);
  const deposit = Math.min(price.quote?.depositPence ?? 0, terms.most_deposit_pence);
  if (['deposit_due', 'confirmed', 'active'].includes(state))
    expect(netCharged(entries, 'deposit'), `deposit of ${id}, ${state}`).to.equal(deposit);
  else expect(balanceOf(entries, 'deposit').owed, `deposit still owed for ${id}, ${state}`).to.equal(0);
}

async function expectFeed({ services }: HireWorld, id: string): Promise<void> {
  const [booking] = await bookingsOn(services.db).byIds([id]);
  const dates = await occurrencesOn(services.db).of(id);
  const calendar = bookingCalendar({ clock: services.clock, ...services.config });
  const shown =
    booking && SHOWN.includes(booking.state) ? dates.filter(({ state }) => TAKES_PLACE.includes(state)) : [];
  expect(datesInFeed(await calendar(services.db, id)), `feed of ${id}`).to.deep.equal(
    shown.map(({ starts, ends }) => [starts, ends]).toSorted(([one = 0], [other = 0]) => one - other),
  );
}

/** For each thing that happened one mail to each of those whom it concerns, no more and no less. */
async function expectMails({ services, group, waiter }: HireWorld, id: string, mails: readonly Mail[]): Promise<void> {
  const own = mails.filter(({ text }) => text.includes(`/bookings/${id}`));
  const { group_id: groupId } = await services.db('bookings').where({ id }).first('group_id');
  const { lead, deputy } = groupId === waiter.groupId ? waiter : group;
  const facts: string[] = await services.db('facts').where({ subject_id: id }).pluck('kind');
  for (const [fact, told] of Object.entries(MAILS)) {
    const happened = facts.filter((kind) => kind === fact).length;
    for (const [to, kind] of [
      [lead, told.group],
      [deputy, told.group],
      [OWNER, told.owner],
    ] as const)
      if (kind !== undefined)
        expect(
          own.filter((mail) => mail.to === to && mail.kind === kind).length,
          `${kind} to ${to} about ${id}`,
        ).to.equal(happened);
  }
}
