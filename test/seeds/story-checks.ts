import { expect } from 'chai';
import { peoplePorts } from '../../src/ground/people/people-ports.ts';
import { minuteNow } from '../../src/kernel/clock.ts';
import { verifyFacts } from '../../src/kernel/fact-chain.ts';
import { bookingsOn } from '../../src/rooms/bookings/booking-store.ts';
import { balanceOf, netCharged } from '../../src/rooms/ledger/balance-contract.ts';
import { ledgerOn } from '../../src/rooms/ledger/ledger-store.ts';
import { occurrencesOn } from '../../src/rooms/bookings/occurrence-store.ts';
import { optionsOn } from '../../src/rooms/requests/option-store.ts';
import type { Services } from '../../src/services.ts';
import { expectSoundClaims } from '../rooms/bookings/claims-check.ts';
import { expectNothingOverdue } from '../rooms/walk/time-checks.ts';
import { expectFeed, HIRED } from '../rooms/walk/walk-checks.ts';
import { found } from '../support/domain.ts';
import { expectLandAtEveryStage } from './land-checks.ts';

type Looked = Pick<
  Services,
  | 'db'
  | 'clock'
  | 'config'
  | 'areas'
  | 'people'
  | 'running'
  | 'hires'
  | 'groups'
  | 'statements'
  | 'benefitTests'
  | 'caseTests'
  | 'proposals'
>;

/** Everything that is to be seen after the first start, on whichever day that was; see issue 9, point 6. */
export async function expectLivingDemonstration(services: Looked): Promise<void> {
  await expectEveryStage(services);
  await expectLandAtEveryStage(services);
  await expectWork(services);
  await expectTonight(services);
  await expectMoney(services);
  await expectOwnersAnswered(services);
  await expectSound(services);
}

async function expectEveryStage({ db }: Looked): Promise<void> {
  const requests: { id: string; state: string }[] = await db('room_requests').select('id', 'state');
  const states = new Set(requests.map(({ state }) => state));
  const all = ['draft', 'asked', 'chasing', 'with_broker', 'offered', 'deposit_due', 'confirmed', 'withdrawn'];
  expect(all.filter((state) => !states.has(state))).to.deep.equal([]);
  const options = (await Promise.all(requests.map(({ id }) => optionsOn(db).of(id)))).flat();
  const asked = options.filter(({ state }) => state === 'asked').map((option) => option.asked?.test);
  expect(asked, 'owners asked for groups with each kind of test').to.include.members(['none', 'waiting', 'passed']);
  expect(options.find(({ state }) => state === 'declined')?.reason).to.equal('in_use');
  const facts: string[] = await db('facts').distinct('kind').pluck('kind');
  expect(facts).to.include.members([
    'room_default_offered',
    'room_owner_silent',
    'waiting_joined',
    'booking_changed',
    'deposit_returned',
    'deduction_disputed',
    'booking_evaluated',
    'date_held_back',
    'date_no_show',
    'date_used',
  ]);
  expect(await db('enquiries').orderBy('state').pluck('state')).to.deep.equal(['escalated', 'looking', 'outside']);
  expect(await db('waiting_places').where({ state: 'waiting' }).pluck('state')).to.have.lengthOf(1);
}

/** What waits for brokers and scorers. */
async function expectWork({ db, areas, groups }: Looked): Promise<void> {
  const [area] = await areas.all();
  const areaId = found(area).id;
  expect(await groups.documents.countWaiting(areaId), 'papers to check').to.be.above(1);
  const letters = await groups.letters.inArea({ areaId, printed: false, after: null, limit: 10 });
  expect(letters.length, 'letters to print').to.be.above(0);
  expect(await db('benefit_tests').where({ state: 'scoring', subject_kind: null }).pluck('state')).to.have.lengthOf(1);
}

/** Tonight somebody comes who was not shown round, and somebody who lacks a paper; on the week's other days somebody comes too. */
async function expectTonight({ db, people, running }: Looked): Promise<void> {
  const kit = found(await peoplePorts.byEmail(db, 'caretaker@marlbeck.example'));
  const who = found(await people.who(kit.id, '', false));
  const { day, evening, buildings } = await running.tonight.list(who, {});
  expect(buildings.map(({ name }) => name)).to.include('Westfield Community Centre');
  const needs = evening.map(({ need }) => need);
  expect(
    needs.some((need) => need?.shown === false && !need.heldBack),
    'not shown round',
  ).to.equal(true);
  expect(
    needs.some((need) => need?.heldBack),
    'lacks a paper',
  ).to.equal(true);
  const ahead: string[] = await db('occurrences').where({ state: 'planned' }).where('date', '>', day).pluck('date');
  const weekdays = new Set(ahead.map((date) => new Date(date).getUTCDay()));
  expect(weekdays.size, 'days of the week on which something is booked').to.equal(7);
}

async function expectMoney({ db }: Looked): Promise<void> {
  const ids: string[] = await db('bookings').pluck('id');
  const entries = await ledgerOn(db).ofAll(ids);
  const owed = { deposit: 0, hire: 0 };
  for (const { id, state, price } of await bookingsOn(db).byIds(ids)) {
    const own = entries.filter(({ bookingId }) => bookingId === id);
    const total = HIRED.includes(state) ? (price.quote?.totalPence ?? 0) : 0;
    expect(netCharged(own, 'hire'), `hire of ${id}, ${state}`).to.equal(total);
    for (const account of ['deposit', 'hire'] as const) owed[account] += balanceOf(own, account).owed;
  }
  expect(owed.deposit, 'one deposit is owed').to.equal(2_000);
  expect(owed.hire, 'hire is owed').to.be.above(0);
  expect(entries.filter(({ account, kind }) => account === 'hire' && kind === 'paid')).to.have.length.above(3);
}

async function expectOwnersAnswered({ areas, people }: Looked): Promise<void> {
  for (const { id, name } of await areas.owners()) {
    const holders = await people.holders('owner', [id]);
    expect(
      holders.map(({ role }) => role),
      name,
    ).to.include('owner_representative');
  }
}

async function expectSound(services: Looked): Promise<void> {
  const { db, clock } = services;
  expect((await verifyFacts(db)).brokenAt).to.equal(null);
  await expectSoundClaims(db, minuteNow(clock));
  await expectNothingOverdue({ services, clock: { now: clock } });
  const ids: string[] = await db('bookings').pluck('id');
  const dates = await occurrencesOn(db).ofAll(ids);
  for (const booking of await bookingsOn(db).byIds(ids))
    await expectFeed(
      { services },
      booking,
      dates.filter(({ bookingId }) => bookingId === booking.id),
    );
  expect(await db('mails').whereNot({ state: 'sent' }).pluck('subject'), 'mails that would go out').to.deep.equal([]);
  const link = await db('mails').where('text', 'like', '%/room-answers/%').first('id');
  expect(link, 'a link for an owner that can be opened from the outbox').to.not.equal(undefined);
}
