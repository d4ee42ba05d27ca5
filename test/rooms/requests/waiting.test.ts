import { expect } from 'chai';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { inLine, stillWaitedFor, waitedFor } from '../../../src/rooms/requests/waiting-rules.ts';
import type { Wish } from '../../../src/rooms/requests/request-contract.ts';
import { wordsOf } from '../../groups/groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aWish, problemOf } from '../bookings/a-room.ts';
import { aScene, booked, comesIn, type Scene } from '../hires/a-hire.ts';
import { aForm, anAskingGroup, aPublishedRoom, aResult, inShort, subjectsTo, type Asking } from './a-request.ts';
import { adoptTerms } from '../bookings/a-room.ts';
import { expectSoundClaims } from '../bookings/claims-check.ts';

const WISH: Wish = {
  recurrence: { kind: 'dates', dates: ['2027-03-09', '2027-03-16'] },
  from: '18:00',
  to: '20:00',
  people: 8,
  layout: null,
  purpose: 'x',
  equipment: null,
  audience: 'community',
  ownInsurance: false,
  safeguarding: false,
  showName: false,
  dates: 'free',
  skipsDaysOff: false,
  needs: [],
  most: null,
};

describe('The order of a waiting list', () => {
  const place = (id: string, joinedAt: string, local = true) => ({ id, joinedAt, local, firstOn: '2027-03-30' });
  const ids = (places: { id: string }[]): string => places.map(({ id }) => id).join('');

  it('is by joining; groups of the area come first until so many days before the date', () => {
    const places = [place('c', '3'), place('b', '2', false), place('a', '1', false)];
    expect(ids(inLine(places, 0, '2027-03-01'))).to.equal('abc');
    expect(ids(inLine(places, 14, '2027-03-15'))).to.equal('cab');
    expect(ids(inLine(places, 14, '2027-03-16'))).to.equal('abc');
  });

  it('waits for the dates that were not free, and goes on for those that are left', () => {
    expect(waitedFor(WISH, ['2027-03-16']).recurrence).to.deep.equal({ kind: 'dates', dates: ['2027-03-16'] });
    expect(waitedFor({ ...WISH, dates: 'all' }, ['2027-03-16']).recurrence).to.deep.equal(WISH.recurrence);
    expect(stillWaitedFor(WISH, ['2027-03-09'], '2027-03-03')?.recurrence).to.deep.equal({
      kind: 'dates',
      dates: ['2027-03-16'],
    });
    expect(stillWaitedFor(WISH, ['2027-03-09'], '2027-03-16')).to.equal(null);
  });
});

eachDatabase('A waiting list', (open) => {
  let url: string;
  let server: TestServer;
  let town: Town;
  let scene: Scene;
  let roomId: string;
  let made: DatedBooking;
  let first: Asking;
  let second: Asking;
  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    scene = await aScene(server, town);
  });
  beforeEach(async () => {
    roomId = (
      await aPublishedRoom(server, town, {
        windows: [{ approval: 'instant', publishedOpen: true, staffed: true }],
        depositPence: 0,
      })
    ).id;
    made = await booked(server, { ...scene, roomId });
    [first, second] = [
      await anAskingGroup(server, town, 'First group', 'The first'),
      await anAskingGroup(server, town, 'Second group', 'The second'),
    ];
    for (const { groupId } of [first, second]) await aResult(server, town, groupId);
  });
  after(async () => {
    await expectSoundClaims(server.db);
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** Writes down a wish over HTTP as its lead, and waits for it. @returns the place's id */
  async function joins(
    { lead, groupId }: Asking,
    more: Record<string, string> = {},
    button = 'Wait for the dates that others have',
  ): Promise<string> {
    const person = await comesIn(server, lead);
    const reply = await person.post(`/groups/${groupId}/requests?space=${roomId}`, {
      ...(aForm({ from: '2027-03-09', until: '2027-03-30', which: 'all', ...more }) as Record<string, string>),
      submission: server.newId(),
    });
    const draft = reply.headers.get('location') ?? '';
    expect(await wordsOf(person.get(draft))).to.include(button);
    const waits = await person.post(`${draft}/wait`);
    expect(waits.status).to.equal(303);
    return (waits.headers.get('location') ?? '').split('/').at(-1) ?? '';
  }
  const cancels = async (which: 'one' | 'all', date?: string): Promise<void> => {
    const { version } = await server.db('bookings').where({ id: made.booking.id }).first('version');
    await server.bookings.cancel.byGroup({ personId: made.booking.createdBy, brought: null }, made.booking.id, {
      version,
      which,
      date,
    });
  };
  /** Looks for what has become free, in several processes at once. */
  async function settleAt(instant: string): Promise<number> {
    const processes = await Promise.all([1, 2].map(() => someServices(url, { now: instant })));
    const counts = await Promise.all(processes.map(({ requests }) => requests.waiting.offerDue()));
    for (const one of processes) expect(one.errors).to.deep.equal([]);
    await Promise.all(processes.map((one) => one.stop()));
    return counts.reduce((sum, count) => sum + count, 0);
  }
  const placeOf = (id: string) => server.db('waiting_places').where({ id }).first();

  it('is joined from a request whose dates others have, and left again; it shows on one’s own page and the group’s', async () => {
    const id = await joins(first);
    const person = await comesIn(server, first.lead);
    expect(await wordsOf(person.get('/my')))
      .to.include('Rooms you wait for')
      .and.include(`/waiting/${id}`)
      .and.include('you are next');
    expect(await wordsOf(person.get(`/groups/${first.groupId}`))).to.include(`/waiting/${id}`);
    expect(await wordsOf(person.get(`/waiting/${id}`))).to.include('You are next');
    expect(await wordsOf((await comesIn(server, second.lead)).get(`/waiting/${id}`))).to.include('could not find');
    expect((await person.post(`/waiting/${id}/leave`)).status).to.equal(303);
    expect((await placeOf(id)).state).to.equal('left');
  });

  it('offers released dates to the first in line alone, holds them, and goes on to the next when they are not taken', async () => {
    const [one, two] = [await joins(first), await joins(second)];
    expect(await wordsOf((await comesIn(server, second.lead)).get(`/waiting/${two}`))).to.include('1 group before you');
    expect(await settleAt('2027-03-03T10:00:00Z')).to.equal(0);
    await cancels('all');
    const place = await placeOf(one);
    expect([place.state, (await placeOf(two)).state, await inShort(server, place.request_id)]).to.deep.equal([
      'offered',
      'waiting',
      'offered offered:4',
    ]);
    expect((await subjectsTo(server, first.lead)).at(-1)).to.include('is offered to you');
    // 48 hours, to the end of that day: Friday 5 March.
    expect((await server.db('room_requests').where({ id: place.request_id }).first('due_on')).due_on).to.equal(
      '2027-03-05',
    );
    expect(await settleAt('2027-03-05T20:00:00Z')).to.equal(0);
    const later = await someServices(url, { now: '2027-03-06T08:00:00Z' });
    await later.requests.runDue();
    await later.stop();
    expect(await settleAt('2027-03-06T08:00:00Z')).to.equal(0);
    expect([(await placeOf(one)).state, (await placeOf(two)).state]).to.deep.equal(['lapsed', 'offered']);
  });

  it('is joined for a day that is closed, which is held for whoever waits as soon as it is opened again', async () => {
    const [space] = await server.spaces.bookable([roomId]);
    await cancels('all');
    const closure = await server.bookings.closures.close('test', {
      assetId: space?.assetId ?? '',
      spaceId: null,
      reason: 'repairs',
      publicText: null,
      starts: Date.parse('2027-03-16T00:00Z') / 60_000,
      ends: Date.parse('2027-03-17T00:00Z') / 60_000,
      submission: server.newId(),
    });
    const id = await joins(first, { which: 'free' }, 'Wait for the closed dates');
    expect(JSON.parse((await placeOf(id)).wish).recurrence).to.deep.equal({ kind: 'dates', dates: ['2027-03-16'] });
    expect(await settleAt('2027-03-03T10:00:00Z')).to.equal(0);
    await server.bookings.closures.reopen('test', closure.id);
    const place = await placeOf(id);
    expect([place.state, await inShort(server, place.request_id)]).to.deep.equal(['offered', 'offered offered:1']);
  });

  it('is over when the offer is taken; dates that were not released stay waited for', async () => {
    const id = await joins(first, { which: 'free', need: 'step_free', most: '20' });
    await cancels('one', '2027-03-16');
    const { request_id: requestId } = await placeOf(id);
    const person = await comesIn(server, first.lead);
    expect(await wordsOf(person.get(`/requests/${requestId}`)), 'what it must have goes along')
      .to.include('Step-free way in')
      .and.include('£20 in all at most');
    expect((await person.post(`/requests/${requestId}/take`, { agrees: 'yes' })).status).to.equal(303);
    expect(await inShort(server, requestId)).to.equal('confirmed taken:1');
    await settleAt('2027-03-03T10:05:00Z');
    const place = await placeOf(id);
    expect([place.state, JSON.parse(place.wish).recurrence.dates]).to.deep.equal([
      'waiting',
      ['2027-03-09', '2027-03-23', '2027-03-30'],
    ]);
    await cancels('all');
    expect((await placeOf(id)).state).to.equal('offered');
  });

  it('cannot be overtaken: whoever asks right after a cancelling finds the date held for those who wait (F12)', async () => {
    const [one, two] = [await joins(first, { which: 'free' }), await joins(second, { which: 'free' })];
    const other = await anAskingGroup(server, town, 'Third group', 'The third');
    await aResult(server, town, other.groupId);
    await cancels('one', '2027-03-16');
    const wish = aWish(roomId, other.groupId, { recurrence: { kind: 'once', date: '2027-03-16' } });
    const late = await problemOf(server.bookings.book({ personId: other.who.personId, brought: null }, wish));
    expect(late.mistakes[0]?.message).to.include('somebody else has asked for the room');
    expect([(await placeOf(one)).state, (await placeOf(two)).state]).to.deep.equal(['offered', 'waiting']);
    expect((await subjectsTo(server, first.lead)).at(-1)).to.include('is offered to you');
  });

  it('is looked at when something changes for it or a day begins, and else left alone', async () => {
    const id = await joins(first);
    const lookAt = async (): Promise<string> => (await placeOf(id)).look_at;
    expect(await lookAt()).to.equal('');
    await settleAt('2027-03-03T10:00:00Z');
    expect(await lookAt(), 'the next day').to.equal('2027-03-04T00:00:00.000Z');
    // Money paid somewhere concerns nobody who waits.
    await server.inOneTransaction(async ({ record }) =>
      record({ kind: 'room_money_paid', subjectKind: 'booking', subjectId: 'another', actor: 'test' }),
    );
    await settleAt('2027-03-03T10:01:00Z');
    expect(await lookAt()).to.equal('2027-03-04T00:00:00.000Z');
    await server.db('waiting_places').where({ id }).update({ look_at: '2027-03-04T00:00:01.000Z' });
    await server.inOneTransaction(async ({ record }) =>
      record({ kind: 'space_changed', subjectKind: 'space', subjectId: roomId, actor: 'test' }),
    );
    await settleAt('2027-03-03T10:02:00Z');
    expect(await lookAt(), 'looked at, because its room has changed').to.equal('2027-03-04T00:00:00.000Z');
    await cancels('all');
    expect((await placeOf(id)).state).to.equal('offered');
    expect(await lookAt(), 'what became of the offer').to.equal('');
  });

  it('is offered dates whose hold runs out by itself, in that minute', async () => {
    roomId = (await aPublishedRoom(server, town)).id;
    const { booking } = await booked(server, { ...scene, roomId });
    const until = Date.parse('2027-03-03T12:30:00Z') / 60_000;
    await server.inOneTransaction((unit) => server.bookings.steps.holdIn(unit, booking.id, 'offered', until));
    const id = await joins(first);
    expect(await settleAt('2027-03-03T10:00:00Z')).to.equal(0);
    expect((await placeOf(id)).look_at).to.equal('2027-03-03T12:30:00.000Z');
    expect(await settleAt('2027-03-03T12:29:00Z')).to.equal(0);
    expect(await settleAt('2027-03-03T12:30:00Z')).to.equal(1);
    expect((await placeOf(id)).state).to.equal('offered');
    await server.inOneTransaction((unit) => server.bookings.steps.letGoIn(unit, booking.id, 'lapsed'));
  });

  it('asks the owner where the owner decides', async () => {
    roomId = (await aPublishedRoom(server, town)).id;
    const other = await booked(server, { ...scene, roomId });
    await server.inOneTransaction((unit) => server.bookings.steps.confirmIn(unit, other.booking.id, 'confirmed'));
    made = { ...other, booking: { ...other.booking } };
    const id = await joins(first);
    await cancels('all');
    expect(await inShort(server, (await placeOf(id)).request_id)).to.equal('asked asked:4');
  });
});
