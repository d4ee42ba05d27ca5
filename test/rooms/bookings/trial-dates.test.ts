import { expect } from 'chai';
import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { netCharged } from '../../../src/rooms/ledger/balance-contract.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import { fitsTrial, trialsLeft } from '../../../src/rooms/bookings/trial-date-contract.ts';
import { trialNumberWords, trialsWords } from '../../../src/rooms/bookings/trial-date-words.ts';
import { testsOn } from '../../../src/groups/benefit-test/test-store.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, NOW, TODAY, type TestServer } from '../../support/server.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import { aSentRequest, anAskingGroup, inShort, standing, type Asking } from '../requests/a-request.ts';
import { aResult, aSentTest } from '../requests/a-result.ts';
import { asks, expectDone, page, signedIn } from '../requests/a-request-visit.ts';
import { adoptTerms, aRoom, aWish, problemOf } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

describe('Trial dates', () => {
  const trial = (held: number, most = 3) => ({ most, held, resultBy: '2027-03-24' });
  const cases: [held: number, most: number, wanted: number, fits: boolean][] = [
    [0, 3, 3, true],
    [0, 3, 4, false],
    [2, 3, 1, true],
    [3, 3, 1, false],
    [4, 3, 1, false],
    [0, 0, 1, false],
    [0, 3, 0, false],
  ];
  for (const [held, most, wanted, fits] of cases)
    it(`are ${fits ? '' : 'not '}had: ${wanted} more with ${held} of ${most}`, () =>
      expect(fitsTrial(trial(held, most), wanted)).to.equal(fits));
  it('are none for whoever has passed, or has not begun', () => expect(fitsTrial(null, 1)).to.equal(false));
  it('are never fewer than none', () => expect(trialsLeft(trial(5))).to.equal(0));
  it('are told with how many are left and what to do', () => {
    expect(trialsWords(trial(2), 2)).to.equal(
      'While your group’s answers in the test are being scored it may have up to 3 trial dates in rooms that are let at once. It has 2 of them, so 1 is left. This is 2. Take one date, or ask the owner with a request, or wait for the result, which is due by Wednesday 24 March 2027.',
    );
    expect(trialsWords(trial(3), 1)).to.include('It has them all. This is one more. Ask the owner with a request');
  });
  it('are numbered', () => {
    expect(trialNumberWords({ numbers: [2], most: 3 })).to.equal('Trial date 2 of 3');
    expect(trialNumberWords({ numbers: [1, 2, 3], most: 2 })).to.equal('Trial dates 1, 2 and 3 of 3');
  });
});

eachDatabase('A group whose test is being scored', (open) => {
  let server: TestServer;
  let second: TestServer;
  let town: Town;
  before(async () => {
    const databaseUrl = await open();
    [server, second] = [await aServer(databaseUrl, { now: NOW }), await aServer(databaseUrl, { now: NOW })];
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
  });
  afterEach(() => expectSoundClaims(server.db));
  after(async () => {
    for (const one of [server, second]) expect(one.errors).to.deep.equal([]);
    await Promise.all([server, second].map((one) => one.stop()));
  });

  async function scored(): Promise<Asking> {
    const group = await anAskingGroup(server, town);
    await aSentTest(server, town, group.groupId, TODAY);
    return group;
  }
  const on = (...dates: string[]) => ({ recurrence: { kind: 'dates', dates } });
  const book = async ({ groupId, who }: Asking, dates: string[], at = server, room?: { id: string }) => {
    const { id } = room ?? (await aRoom(server, town));
    return at.bookings.book({ personId: who.personId, brought: null }, aWish(id, groupId, on(...dates)));
  };
  const setTest = async (groupId: string, state: 'withdrawn'): Promise<void> => {
    const test = found(await testsOn(server.db).openPassportOf(groupId));
    await testsOn(server.db).change({ ...test, state });
  };

  it('has up to three dates at once, charged, signed for and told like any other', async () => {
    const group = await scored();
    const { booking } = await book(group, ['2027-03-09', '2027-03-10']);
    expect([booking.state, booking.trial]).to.deep.equal(['confirmed', true]);
    expect(netCharged(await ledgerOn(server.db).of(booking.id), 'hire')).to.equal(4_000);
    expect((await newestMail(server, group.lead)).text).to.include('Group room');
    expect(await server.db('room_agreements').where({ booking_id: booking.id })).to.have.lengthOf(1);

    const two = await problemOf(book(group, ['2027-03-11', '2027-03-12']));
    expect([two.status, two.message]).to.deep.equal([422, two.message]);
    expect(two.message)
      .to.include('It has 2 of them, so 1 is left.')
      .and.include('Take one date, or ask the owner with a request')
      .and.include(`/groups/${group.groupId}/ask?space=`);
    await book(group, ['2027-03-11']);
    expect((await problemOf(book(group, ['2027-03-12']))).message).to.include('It has them all. This is one more.');

    const lead = await signedIn(server, group.lead);
    expect(await page(lead, `/bookings/${booking.id}`)).to.include('Trial dates 1 and 2 of 3.');
    expect(await page(lead, `/groups/${group.groupId}`))
      .to.include('Trial date 3 of 3.')
      .and.include('may have up to 3 trial dates')
      .and.include('Trial dates stay booked, whatever the result of the test is.');
    expect(await page(lead, `/groups/${group.groupId}/passport`)).to.include('may have up to 3 trial dates');
  });

  it('has them by the page too, where nobody else has asked; more than that asks the owner', async () => {
    const group = await scored();
    const lead = await signedIn(server, group.lead);
    const room = await aRoom(server, town);
    const one = await asks(lead, group.groupId, room.id, { repeat: 'once', on: '2027-04-06' });
    expect(await page(lead, `/requests/${one}`))
      .to.include('If it is free, it is yours at once.')
      .and.include('So you can have this at once, without asking the owner.')
      .and.include('Book it');
    await expectDone(lead.post(`/requests/${one}/send`, { agrees: 'yes' }));
    expect(await inShort(server, one)).to.equal('confirmed taken:1');
    const bookingId = found((await standing(server, one)).options[0]?.bookingId);
    expect(await page(lead, `/bookings/${bookingId}`)).to.include('Trial date 1 of 3.');
    const many = await asks(lead, group.groupId, room.id, { from: '2027-04-13', until: '2027-05-04' });
    expect(await page(lead, `/requests/${many}`))
      .to.include('It has 1 of them, so 2 are left. This is 4.')
      .and.include('The owner answers within 5 working days.')
      .and.not.include('Book it');
    await expectDone(lead.post(`/requests/${many}/send`, { agrees: 'yes' }));
    expect(await inShort(server, many)).to.equal('asked asked:4');
  });

  it('gets three and no fourth when six are asked for at the same moment, on two servers and in both ways', async () => {
    const group = await scored();
    const rooms = await Promise.all(Array.from({ length: 6 }, () => aRoom(server, town)));
    const once = (at: number) => ({ repeat: 'once', on: `2027-06-0${at + 1}` });
    const ended = await Promise.allSettled(
      rooms.map(async (room, at): Promise<'had' | 'asked'> => {
        const by = at % 2 === 0 ? server : second;
        if (at < 4) return book(group, [`2027-06-0${at + 1}`], by, room).then(() => 'had');
        const id = await aSentRequest(by, group, [room.id], once(at));
        return (await standing(by, id)).request.state === 'offered' ? 'had' : 'asked';
      }),
    );
    const had = ended.filter((one) => one.status === 'fulfilled' && one.value === 'had');
    expect(had).to.have.lengthOf(3);
    for (const one of ended)
      if (one.status === 'rejected')
        expect(one.reason instanceof Problem && one.reason.message, String(one.reason)).to.include('It has them all.');
    expect(await server.db('bookings').where({ group_id: group.groupId, trial: true })).to.have.lengthOf(3);
  });

  it('may move one of them, and add none beyond the number', async () => {
    const group = await scored();
    const made = await book(group, ['2027-03-16', '2027-03-17']);
    const change = (version: number, wish: object) =>
      server.bookings.change(
        { personId: group.who.personId, brought: null },
        'group',
        made.booking.id,
        changeSchema.parse({ version, ...wish }),
      );
    const moved = await change(1, { what: 'one', date: '2027-03-17', new_date: '2027-03-18' });
    const added = await change(moved.booking.version, { what: 'add', new_date: '2027-03-19' });
    expect(added.occurrences.filter(({ state }) => state === 'planned')).to.have.lengthOf(3);
    const again = change(added.booking.version, { what: 'add', new_date: '2027-03-22' });
    expect((await problemOf(again)).message).to.include('It has them all.');
  });

  it('keeps what it has when the result is no pass or the answers are taken back, and gains none by sending them again', async () => {
    const group = await scored();
    const { booking } = await book(group, ['2027-03-23', '2027-03-24']);
    await setTest(group.groupId, 'withdrawn');
    expect((await problemOf(book(group, ['2027-03-25']))).message).to.include('has not passed the test for rooms');
    await aSentTest(server, town, group.groupId, TODAY);
    expect((await problemOf(book(group, ['2027-03-25', '2027-03-26']))).message).to.include('so 1 is left');
    await setTest(group.groupId, 'withdrawn');
    await aResult(server, town, group.groupId, { outcome: 'not_yet', resultOn: TODAY });
    expect((await problemOf(book(group, ['2027-03-25']))).message).to.include('has not passed the test for rooms');
    const { booking: now, dates } = await server.bookings.state(booking.id);
    expect([now.state, dates.map(({ state }) => state)]).to.deep.equal(['confirmed', ['planned', 'planned']]);
    const lead = await signedIn(server, group.lead);
    expect(await page(lead, `/groups/${group.groupId}/passport`)).to.include(
      'Trial dates that your group has had stay booked.',
    );
  });

  it('has room for others when it gives one up in time, and none of it counts once it has passed', async () => {
    const group = await scored();
    const made = await book(group, ['2027-05-04', '2027-05-05', '2027-05-06']);
    const asker = { personId: group.who.personId, brought: null };
    await server.bookings.cancel.byGroup(asker, made.booking.id, { version: 1, which: 'one', date: '2027-05-06' });
    await book(group, ['2027-05-07']);
    await setTest(group.groupId, 'withdrawn');
    await aResult(server, town, group.groupId, { resultOn: TODAY });
    const { booking } = await book(group, ['2027-05-10', '2027-05-11']);
    expect(booking.trial).to.equal(false);
    expect(await page(await signedIn(server, group.lead), `/bookings/${made.booking.id}`)).not.to.include('Trial date');
  });

  it('has none where the area allows none, and before its answers are sent', async () => {
    const draft = await anAskingGroup(server, town);
    expect((await problemOf(book(draft, ['2027-03-09']))).message).to.include('has not passed the test for rooms');
    const room = await aRoom(server, town);
    expect(await page(await signedIn(server, draft.lead), `/spaces/${room.id}`)).to.include('up to 3 trial dates');
    await adoptTerms(server, town, { dates_a_week: 50, trial_dates: 0 });
    expect((await problemOf(book(await scored(), ['2027-03-09']))).message).to.include(
      'has not passed the test for rooms',
    );
    expect(await page(await signedIn(server, draft.lead), `/spaces/${room.id}`)).not.to.include('trial date');
    await adoptTerms(server, town, { dates_a_week: 50 });
  });
});
