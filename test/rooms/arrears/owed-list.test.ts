import { expect } from 'chai';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import { balanceOf } from '../../../src/rooms/ledger/balance-contract.ts';
import { words } from '../../front/desk/a-desk.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aGroup, anAddress, joins } from '../../groups/groups/a-group.ts';
import { aRoom, adoptTerms } from '../bookings/a-room.ts';
import { comesIn, type Person } from '../hires/a-hire.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { asks, expectDone } from '../requests/a-request-visit.ts';
import { books, goTo, moneyIs, owedOf, someDebts, type Debts } from './a-debt.ts';

const LIST = '/desk/owed?area=testborough';

eachDatabase('The list of money owed for rooms', (open) => {
  let debts: Debts;
  beforeEach(async () => void (debts = await someDebts(await open())));
  afterEach(async () => {
    expect(debts.server.errors).to.deep.equal([]);
    await debts.server.stop();
  });

  const page = async (who: Person, path: string): Promise<string> =>
    (await words(await who.get(path))).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  /** Another group that books one evening of two hours for £20. */
  const aDebtor = async (name: string, date: string): Promise<{ groupId: string; bookingId: string }> => {
    const { server, town, scene } = debts;
    const lead = await comesIn(server, anAddress('debtor'), 'Dee Debtor');
    const groupId = await aGroup(lead, { name, public_name: `${name} outside` });
    await aResult(server, town, groupId, FOR_LONG);
    const room = await aRoom(server, town, { assetId: scene.assetId, name: `Room of ${name}` });
    const wish = { group_id: groupId, space_id: room.id, recurrence: { kind: 'once', date } };
    return { groupId, bookingId: await books(debts, wish, lead) };
  };
  /** What all bookings owe, from the ledger alone. Pence. */
  const inLedger = async (): Promise<number> => {
    const { db } = debts.server;
    let sum = 0;
    for (const id of await db('bookings').pluck('id')) {
      const entries = await ledgerOn(db).of(id);
      sum += balanceOf(entries, 'hire').owed + balanceOf(entries, 'deposit').owed;
    }
    return sum;
  };

  it('has each group with its age, day, sum, whom to ring and the statement, the oldest first', async () => {
    const { scene, town } = debts;
    const old = await aDebtor('Old debts', '2027-03-04');
    const recent = await aDebtor('Recent debts', '2027-03-30');
    const later = await aDebtor('Later debts', '2027-05-25');
    await goTo(debts, '2027-05-01');
    expect(await page(scene.broker, '/desk'))
      .to.include('2 groups: £40 late.')
      .and.include('£20 is not yet due.');
    const list = await page(scene.broker, LIST);
    expect(list)
      .to.include('Not yet due £20 Up to 30 days late £20 More than 30 days late £20 In all £60')
      .and.include('Late (2)')
      .and.include('All (3)')
      .and.include('Led by Dee Debtor: no telephone number is known; write to')
      .and.include('Room of Old debts, Library')
      .and.include('Was due by 18 March 2027. More than 30 days late.')
      .and.not.include('Later debts');
    expect(list.indexOf('Old debts')).to.be.lessThan(list.indexOf('Recent debts'));
    expect(await words(await scene.broker.get(LIST))).to.include(`href="/bookings/${old.bookingId}/statement"`);
    expect(await page(scene.broker, `${LIST}&show=all`))
      .to.include('Later debts')
      .and.include('Due by 8 June 2027. Not yet due.');
    expect(await inLedger()).to.equal(6_000);

    const owners = await page(scene.owner, `/owners/${town.owner.id}/owed`);
    expect(owners).to.include('In all £60').and.include('Old debts outside').and.not.include('I have rung them');
    expect(await page(scene.owner, `/owners/${town.owner.id}`)).to.include('2 groups: £40 late.');

    for (const [who, path] of [
      [scene.broker, '/desk/owed.csv?area=testborough'],
      [scene.owner, `/owners/${town.owner.id}/owed.csv`],
    ] as const) {
      const csv = Buffer.from(await (await who.get(path)).arrayBuffer()).toString('utf8');
      expect(csv.charCodeAt(0), path).to.equal(0xfeff);
      const lines = csv.trim().split('\r\n');
      expect(lines).to.have.length(4);
      expect(lines[1], path).to.include('2027-03-18,More than 30 days late,20.00,hire,"Room of Old debts, Library"');
    }
    await moneyIs(debts, old.bookingId, 'pay', { pounds: '20' });
    await moneyIs(debts, recent.bookingId, 'pay', { pounds: '5' });
    const now = await page(scene.broker, LIST);
    expect(now).to.include('Late (1)').and.include('In all £35').and.not.include('Old debts');
    expect(await inLedger()).to.equal(3_500);
    expect(later.groupId).to.not.equal('');
  });

  it('has whom to ring after the area’s days, until a call is noted, and again two weeks later', async () => {
    const { server, scene, town } = debts;
    await server.db('room_terms').delete();
    await adoptTerms(server, town, { dates_a_week: 500, hire_ring_days: 7 });
    const { groupId, bookingId } = await aDebtor('Ring us', '2027-03-04');
    await goTo(debts, '2027-03-24');
    expect(await page(scene.broker, '/desk')).to.not.include('group to ring');
    await goTo(debts, '2027-03-25');
    expect(await page(scene.broker, '/desk')).to.include('1 group to ring. A call, not a cancellation.');
    const ringing = `${LIST}&show=ring`;
    expect(await page(scene.broker, ringing))
      .to.include('To ring (1)')
      .and.include('Ring us')
      .and.include('I have rung them');
    const call = (fields: Record<string, string>): Promise<Response> =>
      scene.broker.post(`/desk/owed/${groupId}?area=testborough`, fields);
    const short = await words(await call({ note: '', submission: server.newId() }));
    expect(short).to.include('Write down what came of it').and.include(`id="field-call-${groupId}-note"`);
    const noted = { note: 'They pay on Friday.', submission: server.newId() };
    for (let times = 0; times < 2; times++) expect((await call(noted)).status).to.equal(303);
    expect(await server.db('money_calls')).to.have.length(1);
    expect(await page(scene.broker, ringing))
      .to.include('There is nobody to ring about money.')
      .and.include('Late (1)')
      .and.include('They pay on Friday.');
    expect(JSON.stringify(await server.db('facts').where({ kind: 'money_call_made' }))).to.not.include('Friday');
    expect(JSON.stringify(await (await scene.broker.get('/account/data.json')).json())).to.include(
      'They pay on Friday.',
    );
    await goTo(debts, '2027-04-07');
    expect(await page(scene.broker, ringing)).to.include('To ring (0)');
    await goTo(debts, '2027-04-08');
    expect(await page(scene.broker, ringing)).to.include('To ring (1)');
    await server.db('money_calls').update({ called_at: '2025-04-07T00:00:00.000Z' });
    expect(await server.retention.apply(), 'notes of calls, after two years').to.include({ money_calls: 1 });
    await moneyIs(debts, bookingId, 'pay', { pounds: '20' });
    expect((await call({ note: 'Too late.', submission: server.newId() })).status).to.equal(409);
    expect(await page(scene.broker, ringing))
      .to.include('To ring (0)')
      .and.include('All (0)');
  });

  it('has a deposit by the day on which its offer lapses, with nobody to ring, and by its parts once these are agreed', async () => {
    const { server, scene } = debts;
    await joins(server, scene.lead, scene.groupId, 'group_deputy');
    const room = { assetId: scene.assetId, depositPence: 3_000, name: 'Deposit room' };
    const { id: space } = await aRoom(server, debts.town, room);
    const id = await asks(scene.lead, scene.groupId, space, { from: '2027-04-06', until: '2027-04-27' });
    await expectDone(scene.lead.post(`/requests/${id}/send`));
    await expectDone(scene.lead.post(`/requests/${id}/take`, { agrees: 'yes' }));
    const { due_on: dueOn } = await server.db('room_requests').where({ id }).first();
    const booking = await server.db('bookings').where({ request_id: id }).first();
    expect((await owedOf(debts, booking.id)).kept).to.deep.equal([`deposit 3000 by ${dueOn}`]);
    expect(await server.db('open_money').first('remind_on', 'ring_on')).to.deep.equal({
      remind_on: null,
      ring_on: null,
    });
    expect(await page(scene.broker, `${LIST}&show=all`)).to.include('Deposit, £30');
    await moneyIs(debts, booking.id, 'instalments', {
      account: 'deposit',
      count: '2',
      first_on: '2027-03-10',
      every_weeks: '2',
    });
    const { kept, ledger } = await owedOf(debts, booking.id);
    expect(kept).to.deep.equal(ledger);
    expect(kept).to.deep.equal(['deposit 1500 by 2027-03-10', 'deposit 1500 by 2027-03-24', 'hire 8000 by 2027-04-20']);
    await goTo(debts, '2027-03-11');
    await server.hires.reminders.remindDue();
    expect(await server.db('mails').where({ to: scene.lead.email, kind: 'booking_money_late' })).to.have.length(1);
  });

  it('goes page by page, with as many queries for thirty groups as for one', async () => {
    const { server, scene } = debts;
    const count = async (path: string): Promise<number> => {
      let sent = 0;
      const note = (): void => void sent++;
      await page(scene.broker, path);
      server.db.on('query', note);
      await page(scene.broker, path);
      server.db.removeListener('query', note);
      return sent;
    };
    const names = ['Group 0'];
    await aDebtor('Group 0', '2027-03-04');
    const few = await count(`${LIST}&show=all`);
    for (let made = 1; made < 32; made++) {
      names.push(`Group ${made}`);
      await aDebtor(`Group ${made}`, '2027-03-04');
    }
    expect(await count(`${LIST}&show=all`)).to.equal(few);
    const seen: string[] = [];
    let path: string | undefined = `${LIST}&show=all`;
    while (path) {
      const html = await words(await scene.broker.get(path));
      seen.push(...[...html.matchAll(/<h2 class="h-small"><a [^>]*>([^<]+)<\/a>/g)].map(([, name]) => name ?? ''));
      path = /href="(\/desk\/owed\?[^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.toSorted()).to.deep.equal(names.toSorted());
    expect((await scene.broker.get(`${LIST}&cursor=x`)).status).to.equal(400);
  });
});
