import { expect } from 'chai';
import { minuteNow, minuteOfDay } from '../../../src/kernel/clock.ts';
import { LIVE_STATES } from '../../../src/rooms/bookings/booking-contract.ts';
import { RUNNING } from '../../../src/rooms/hires/hire-rules.ts';
import { OFFERED_STATES, OPEN_STATES } from '../../../src/rooms/requests/request-contract.ts';
import { todayOf } from './walk-step.ts';
import type { Services } from '../../../src/services.ts';

type Course = { services: Pick<Services, 'db' | 'clock'>; clock: Parameters<typeof todayOf>[0]['clock'] };

const ZONE = 'Europe/London';
/** The hour of the due day at which an owner's time is over. */
const OWNERS_HOUR = 17;

/** When all jobs have run nothing is left that time alone should have ended. */
export async function expectNothingOverdue(course: Course): Promise<void> {
  await expectNoOpenRequestIsOver(course);
  await expectNoBookingIsOver(course);
  await expectNoOfferIsOver(course);
}

/** An owner's silence, an offer, a deposit: each ends with its day. What a broker has waits for people, at most until the last date. */
async function expectNoOpenRequestIsOver(course: Course): Promise<void> {
  const { db, clock } = course.services;
  const today = todayOf(course);
  const ownersDay = minuteOfDay(ZONE, clock()) >= OWNERS_HOUR * 60 ? '<=' : '<';
  const over = await db('room_requests')
    .where((any) =>
      any
        .where((owner) => owner.where({ state: 'asked' }).where('due_on', ownersDay, today))
        .orWhere((group) => group.whereIn('state', [...OFFERED_STATES, 'deposit_due']).where('due_on', '<', today))
        .orWhere((dates) => dates.whereIn('state', OPEN_STATES).where('ends_on', '<', today)),
    )
    .select('id', 'state', 'due_on', 'ends_on');
  expect(over, `requests that are over, on ${today}`).to.deep.equal([]);
}

/** Nothing is booked whose last date is past, and nothing that ended holds time. What is only offered ends with its request. */
async function expectNoBookingIsOver(course: Course): Promise<void> {
  const { db, clock } = course.services;
  const [today, now] = [todayOf(course), minuteNow(clock)];
  const ahead = db('occurrences as o').whereRaw('o.booking_id = b.id').where('o.state', 'planned');
  const over = await db('bookings as b')
    .whereIn('b.state', RUNNING)
    .where('b.ends_on', '<', today)
    .whereNotExists(ahead.where('o.ends', '>', now).select(db.raw('1')))
    .select('b.id', 'b.state', 'b.ends_on');
  expect(over, `bookings that are over, on ${today}`).to.deep.equal([]);
  const holding = await db('claims as c')
    .join('occurrences as o', 'o.id', 'c.holder')
    .join('bookings as b', 'b.id', 'o.booking_id')
    .whereNotIn('b.state', LIVE_STATES)
    .select('b.id', 'b.state', 'o.date');
  expect(holding, 'claims of bookings that have ended').to.deep.equal([]);
}

/** Dates that were held for an answer, and places in waiting lists. */
async function expectNoOfferIsOver(course: Course): Promise<void> {
  const { db, clock } = course.services;
  const offers = db('date_offers').where({ state: 'open' }).where('until', '<=', minuteNow(clock));
  expect(await offers.select('id', 'until'), 'dates held although their time is over').to.deep.equal([]);
  const places = db('waiting_places').where({ state: 'waiting' }).where('last_on', '<', todayOf(course));
  expect(await places.select('id', 'last_on'), 'places for dates that are past').to.deep.equal([]);
  const offered = db('waiting_places as w').join('room_requests as r', 'r.id', 'w.request_id');
  const answered = offered.where('w.state', 'offered').whereIn('r.state', ['declined', 'withdrawn', 'lapsed']);
  expect(await answered.select('w.id', 'r.state'), 'places whose offer is over').to.deep.equal([]);
}
