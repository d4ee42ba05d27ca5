import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { words } from '../../front/desk/a-desk.ts';
import { aPublishedRoom, ASKED_ON, at, inShort, joinCompact } from './a-request.ts';
import {
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  type Person,
  type Visiting,
} from './a-request-visit.ts';

const CASH = { account: 'deposit', pounds: '30', method: 'cash', on_day: ASKED_ON, witness: 'Olu Officer' };

eachDatabase('Money for a booking', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let owner: Person;
  let broker: Person;
  let group: Visiting;
  let evening = 0;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
    broker = await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
    group = await aVisitingGroup(server, town);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** A request that the group has taken, with £30 deposit and £20 an hour of hire; on a week of its own. */
  async function taken(details: Parameters<typeof aPublishedRoom>[2] = {}): Promise<string> {
    const room = await aPublishedRoom(server, town, {
      tariffs: [{ id: server.newId(), audience: 'community', basis: 'hour', pence: 1_000, from: null }],
      ...details,
    });
    const id = await asksAndSends(group.as, group.groupId, [room.id], {
      repeat: 'once',
      on: new Date(Date.UTC(2027, 0, 6 + 7 * evening++)).toISOString().slice(0, 10),
    });
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes' }));
    await expectDone(group.as.post(`/requests/${id}/take`, { agrees: 'yes' }));
    return id;
  }
  const ledger = async (id: string): Promise<string[]> => {
    const { booking_id } = await server.db('room_options').where({ request_id: id }).whereNotNull('booking_id').first();
    return (await server.db('booking_ledger').where({ booking_id }).orderBy('id')).map(
      ({ account, kind, pence }) => `${account} ${kind} ${pence}`,
    );
  };

  it('is capped at the deposit that the area allows, and there is none where the owner asks none', async () => {
    expect(await ledger(await taken({ depositPence: 15_000 }))).to.deep.equal(['deposit charged 5000']);
    const id = await taken({ depositPence: 0 });
    expect(await inShort(server, id)).to.equal('confirmed taken:1');
    expect(await ledger(id)).to.deep.equal(['hire charged 2000']);
  });

  it('counts partly paid and partly waived, and confirms only when nothing is left', async () => {
    const id = await taken();
    await expectDone(broker.post(`/requests/${id}/money/pay`, { ...CASH, pounds: '10' }));
    expect(await inShort(server, id)).to.equal('deposit_due taken:1');
    for (const pounds of ['20.01', '0', '-1', '1e1', 'twenty'])
      expect((await broker.post(`/requests/${id}/money/pay`, { ...CASH, pounds })).status, pounds).to.equal(400);
    await expectDone(
      owner.post(`/requests/${id}/money/waive`, { account: 'deposit', pounds: '20', reason: 'A good neighbour.' }),
    );
    expect(await inShort(server, id)).to.equal('confirmed taken:1');
    expect(await ledger(id)).to.deep.equal([
      'deposit charged 3000',
      'deposit paid 1000',
      'deposit waived 2000',
      'hire charged 2000',
    ]);
  });

  it('may be paid in parts, which confirms the booking and shows each part with its day', async () => {
    const id = await taken();
    expect(
      (
        await broker.post(`/requests/${id}/money/instalments`, {
          account: 'deposit',
          count: '1',
          first_on: '2027-01-04',
          every_weeks: '4',
        })
      ).status,
    ).to.equal(400);
    expect(
      (
        await broker.post(`/requests/${id}/money/instalments`, {
          account: 'deposit',
          count: '3',
          first_on: '2026-12-01',
          every_weeks: '4',
        })
      ).status,
      'before today',
    ).to.equal(400);
    await expectDone(
      broker.post(`/requests/${id}/money/instalments`, {
        account: 'deposit',
        count: '3',
        first_on: '2027-01-04',
        every_weeks: '4',
      }),
    );
    expect(await inShort(server, id)).to.equal('confirmed taken:1');
    expect(await page(group.as, `/requests/${id}`))
      .to.include('to be paid by Monday 4 January 2027')
      .and.include('to be paid by Monday 1 March 2027');
    expect(await page(broker, `/requests/${id}/money`)).to.include('£30 is owed');
  });

  it('gives each cash receipt a number of its own in the area, also when two processes write at once', async () => {
    const ids = [await taken(), await taken(), await taken(), await taken()];
    const processes = await Promise.all([1, 2].map(() => someServices(databaseUrl, { now: at(ASKED_ON) })));
    const who = {
      personId: (await server.db('people').where({ email: broker.email }).first()).id,
      name: 'Bina Broker',
      email: broker.email,
      rights: [],
      provedAt: '',
      withPasskey: false,
    };
    const payment = {
      account: 'deposit',
      pounds: 3_000,
      method: 'cash',
      on_day: ASKED_ON,
      witness: 'Olu Officer',
      taken_by: null,
      receipt_no: null,
      submission: undefined,
    } as const;
    const entries = await Promise.all(
      ids.map((id, nth) => (processes[nth % 2] ?? server).requests.money.pay(who, id, payment)),
    );
    expect(new Set(entries.map((entry) => entry?.receiptNo)).size).to.equal(4);
    for (const entry of entries) expect(entry?.receiptNo).to.match(/^2026-\d{4}$/);
    await Promise.all(processes.map((one) => one.stop()));
    const next = await taken();
    const used = await broker.post(`/requests/${next}/money/pay`, { ...CASH, receipt_no: entries[0]?.receiptNo ?? '' });
    expect([
      used.status,
      (await words(used)).includes('This receipt number has been used in this area already.'),
    ]).to.deep.equal([400, true]);
    await expectDone(broker.post(`/requests/${next}/money/pay`, { ...CASH, receipt_no: 'BOOK 7/12' }));
  });

  it('leaves a wrong entry readable beside what took it back', async () => {
    const id = await taken();
    await expectDone(broker.post(`/requests/${id}/money/pay`, { ...CASH, pounds: '10' }));
    const [, wrong] = await server
      .db('booking_ledger')
      .where({ kind: 'paid', pence: 1_000 })
      .orderBy('id', 'desc')
      .limit(2)
      .then((rows) => [rows[1], rows[0]]);
    expect((await broker.post(`/requests/${id}/money/correct`, { entry: wrong.id, reason: '' })).status).to.equal(400);
    expect(
      (await broker.post(`/requests/${id}/money/correct`, { entry: server.newId(), reason: 'Of no booking' })).status,
    ).to.equal(400);
    await expectDone(
      broker.post(`/requests/${id}/money/correct`, { entry: wrong.id, reason: 'Typed for the wrong group.' }),
    );
    expect(
      (await broker.post(`/requests/${id}/money/correct`, { entry: wrong.id, reason: 'Once more' })).status,
    ).to.equal(400);
    expect(await page(broker, `/requests/${id}/money`)).to.include('£30 is owed');
    expect(await page(group.as, `/requests/${id}`))
      .to.include('(taken back)')
      .and.include('Typed for the wrong group.');
  });

  it('can be changed or removed by nobody, not even with the database in hand', async () => {
    const [entry] = await server.db('booking_ledger').limit(1);
    for (const act of [
      server.db('booking_ledger').where({ id: entry.id }).update({ pence: 1 }),
      server.db('booking_ledger').where({ id: entry.id }).delete(),
    ]) {
      expect(
        await act.then(
          () => 'done',
          (error: Error) => error.message,
        ),
      ).to.match(/never changed or removed/);
    }
  });

  it('is not written down before the room is taken, for a day to come, or by the group itself', async () => {
    const room = await aPublishedRoom(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id], { repeat: 'once', on: '2027-12-01' });
    expect((await broker.post(`/requests/${id}/money/pay`, CASH)).status).to.equal(409);
    expect((await broker.get(`/requests/${id}/money`)).status).to.equal(409);
    const due = await taken();
    expect((await broker.post(`/requests/${due}/money/pay`, { ...CASH, on_day: '2026-12-23' })).status).to.equal(400);
    for (const who of [group.as, group.deputyAs])
      for (const path of ['pay', 'waive', 'instalments', 'correct'])
        expect((await who.post(`/requests/${due}/money/${path}`, CASH)).status).to.equal(404);
  });
});
