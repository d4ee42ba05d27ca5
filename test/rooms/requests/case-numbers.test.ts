import { expect } from 'chai';
import { down, up } from '../../../db/migrations/0046-case-numbers.ts';
import { tailOf, tailsIn } from '../../../src/ground/cases/case-number-rules.ts';
import { bookingsOn } from '../../../src/rooms/bookings/booking-store.ts';
import { requestsOn } from '../../../src/rooms/requests/request-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import type { TestServer } from '../../support/server.ts';
import { aRoom, aWish, placed } from '../bookings/a-room.ts';
import { aForm, ASKED_ON, aPublishedRoom, joinCompact } from './a-request.ts';
import {
  asks,
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  serverOn,
  signedIn,
  type Person,
  type Visiting,
} from './a-request-visit.ts';

eachDatabase('The number of a case', (open) => {
  let server: TestServer;
  let town: Town;
  let group: Visiting;
  let broker: Person;
  let roomId: string;
  before(async () => {
    server = await serverOn(await open(), ASKED_ON, '09:00');
    town = await aTown(server);
    await joinCompact(server, town);
    roomId = (await aPublishedRoom(server, town)).id;
    group = await aVisitingGroup(server, town);
    broker = await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id);
  });
  after(() => server.stop());

  const numberOf = async (id: string): Promise<string | null> => found(await requestsOn(server.db).byId(id)).caseNumber;

  it('is there from the sending on, on pages, in mails and in lists; what is only begun has none', async () => {
    const draft = await asks(group.as, group.groupId, roomId, { from: '2027-02-01', until: '2027-02-28', day: 'wed' });
    expect(await numberOf(draft)).to.equal(null);
    const id = await asksAndSends(group.as, group.groupId, [roomId]);
    const number = found(await numberOf(id));
    expect(tailsIn(number)).to.include(tailOf(number));
    for (const path of [`/requests/${id}`, `/groups/${group.groupId}`])
      expect(await page(group.as, path), path).to.include(number);
    expect(await page(broker, `/desk/requests?area=${town.area.slug}&show=owners`)).to.include(number);
    const mail = found((await server.mails.latest(20)).find(({ to }) => to === group.lead));
    expect(mail.text.startsWith(`Case ${number}\n`)).to.equal(true);
    expect(mail.html).to.include(`Case ${number}`);
  });

  it('stays with the case: the booking has the number of the request', async () => {
    const { id } = found(await server.db('room_requests').where({ state: 'asked' }).first());
    const number = found(await numberOf(id));
    const { booking_id: bookingId } = found(await server.db('room_options').where({ request_id: id }).first());
    expect((await bookingsOn(server.db).byId(bookingId))?.caseNumber).to.equal(number);
    expect(await page(group.as, `/bookings/${bookingId}`)).to.include(number);
  });

  it('is there too where a booking is made without a request before it', async () => {
    const room = await aRoom(server, town, {
      hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
    });
    const made = await placed(server, { personId: group.who.personId, brought: null }, aWish(room.id, group.groupId));
    const booking = found(await bookingsOn(server.db).byId(made.booking.id));
    expect(booking.caseNumber).to.be.a('string');
    expect(booking.caseNumber).to.equal(await numberOf(found(booking.requestId)));
  });

  it('leads whoever may read the case to it, however it is typed, and tells others nothing', async () => {
    const { id, case_number: number } = found(await server.db('room_requests').where({ state: 'asked' }).first());
    const typed = number.toLowerCase().replace('-', ' ');
    for (const who of [group.as, group.deputyAs, broker]) {
      const reply = await who.get(`/cases?number=${encodeURIComponent(typed)}`);
      expect([reply.status, reply.headers.get('location')]).to.deep.equal([303, `/requests/${id}`]);
    }
    expect(await page(broker, `/desk/search?area=${town.area.slug}&q=${encodeURIComponent(typed)}`)).to.include(
      `Case ${number}`,
    );
    const stranger = await signedIn(server, 'stranger@example.org');
    const [theirs, nobodys] = [
      await stranger.get(`/cases?number=${number}`),
      await stranger.get('/cases?number=MB-22222'),
    ];
    expect([theirs.status, nobodys.status]).to.deep.equal([404, 404]);
    const said = async (reply: Response, typedNumber: string) =>
      (await reply.text()).replaceAll(typedNumber, '').replace(/[?&]number=[^"]*/g, '');
    expect(await said(theirs, number)).to.equal(await said(nobodys, 'MB-22222'));
    const misheard = `${number.slice(0, -1)}${number.endsWith('4') ? '6' : '4'}`;
    expect(await page(broker, `/cases?number=${misheard}`)).to.include('one character at least is wrong');
  });

  it('is given by the migration to what was there before: to sent requests, to their bookings, to bookings of their own', async () => {
    const { db } = server;
    const alone: { id: string } = found(await db('bookings').orderBy('id', 'desc').first('id'));
    const other = await aVisitingGroup(server, town, { name: 'Others', publicName: 'Others' });
    await expectDone(
      other.as.post(
        `/groups/${other.groupId}/requests?space=${roomId}`,
        aForm({ from: '2027-05-04', until: '2027-06-29' }) as Record<string, string>,
      ),
    );
    await db('bookings').where({ id: alone.id }).update({ request_id: null });
    await down(db);
    await up(db);
    const requests: { state: string; case_number: string | null }[] = await db('room_requests').select(
      'id',
      'state',
      'case_number',
    );
    for (const one of requests) expect(one.case_number !== null, one.state).to.equal(one.state !== 'draft');
    const bookings: { request_id: string | null; case_number: string; id: string }[] = await db('bookings').select();
    for (const { request_id: from, case_number: number, id } of bookings) {
      expect(tailsIn(number)).to.include(tailOf(number));
      if (from === null) expect(id).to.equal(alone.id);
      else expect(number).to.equal(await numberOf(from));
    }
    const given = [
      ...requests.flatMap((one) => one.case_number ?? []),
      ...bookings.flatMap((one) => (one.request_id === null ? one.case_number : [])),
    ];
    expect(new Set(given).size).to.equal(given.length);
    expect(Number((await db('case_numbers').count({ count: '*' }))[0]?.['count'])).to.equal(given.length);
  });
});
