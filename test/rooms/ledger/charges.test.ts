import { expect } from 'chai';
import { netCharged } from '../../../src/rooms/ledger/balance-contract.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { words } from '../../front/desk/a-desk.ts';
import { adoptTerms, aRoom } from '../bookings/a-room.ts';
import { aScene, booked, bookedWithDeposit, ledgerOf, money, type Scene } from '../hires/a-hire.ts';

const TAKEN_BACK = {
  which: 'one',
  reason: 'repairs',
  explanation: 'The boiler is being replaced.',
  alternative: 'The same evening a day later.',
};

/** The bookings are the Tuesdays of March 2027 from the ninth on, 18:00 to 20:00, £10 an hour. */
eachDatabase('What is charged for a booking', (open) => {
  let server: TestServer;
  let town: Town;
  let scene: Scene;

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 200 });
    scene = await aScene(server, town);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  async function ownRoom(details: Parameters<typeof aRoom>[2] = {}): Promise<Scene> {
    const room = await aRoom(server, town, details);
    return { ...scene, roomId: room.id, assetId: room.assetId };
  }
  const versionOf = async ({ booking }: DatedBooking): Promise<string> =>
    String((await server.db('bookings').where({ id: booking.id }).first('version')).version);
  async function change(made: DatedBooking, fields: Record<string, string>): Promise<void> {
    const wish = { version: await versionOf(made), ...fields };
    const reply = await scene.lead.post(`/api/bookings/${made.booking.id}/change`, wish, { json: true });
    expect([reply.status, await reply.text()][0], JSON.stringify(fields)).to.equal(200);
  }
  /** What has been charged in all, after looking that it is the price. */
  async function charged({ booking }: DatedBooking): Promise<number> {
    const now = await server.db('bookings').where({ id: booking.id }).first('price');
    const net = netCharged(await ledgerOn(server.db).of(booking.id), 'hire');
    expect(net).to.equal(JSON.parse(now.price).quote.totalPence);
    return net;
  }

  it('follows each date that is added, moved, made longer, moved to a dearer room, or cancelled', async () => {
    const dear = await aRoom(server, town, {
      tariffs: [{ id: server.newId(), audience: 'community', basis: 'hour', pence: 1500, from: null }],
    });
    const cheap = await ownRoom({ assetId: dear.assetId });
    const made = await booked(server, cheap);
    expect(await charged(made)).to.equal(8000);
    await change(made, { what: 'add', new_date: '2027-04-06' });
    expect(await charged(made)).to.equal(10_000);
    await change(made, { what: 'one', date: '2027-04-06', new_date: '2027-04-07', to: '21:00' });
    expect(await charged(made)).to.equal(11_000);
    await change(made, { what: 'one', date: '2027-03-30', space_id: dear.id });
    expect(await charged(made)).to.equal(12_000);
    await change(made, { what: 'rest', from: '17:00', to: '20:00' });
    expect(await charged(made)).to.equal(3 * 3000 + 3000 + 3000);
    await change(made, { what: 'give_back', date: '2027-03-23', to: '19:00' });
    expect(await charged(made)).to.equal(14_000);
    const cancel = { version: await versionOf(made), which: 'rest', date: '2027-03-23' };
    expect((await scene.lead.post(`/api/bookings/${made.booking.id}/cancel`, cancel, { json: true })).status).to.equal(
      200,
    );
    expect(await charged(made)).to.equal(6000);
  });

  it('costs nothing for dates that were added and cancelled again, and gives nothing back for them (F1)', async () => {
    const made = await booked(server, await ownRoom());
    await money(server, made, ['hire', 'paid', 8000]);
    for (const day of ['2027-04-06', '2027-04-13', '2027-04-20']) await change(made, { what: 'add', new_date: day });
    const cancel = { version: await versionOf(made), which: 'rest', date: '2027-04-06' };
    expect((await scene.lead.post(`/api/bookings/${made.booking.id}/cancel`, cancel, { json: true })).status).to.equal(
      200,
    );
    expect(await charged(made)).to.equal(8000);
    const page = await words(await scene.lead.get(`/bookings/${made.booking.id}/statement`));
    expect(page)
      .to.include('£140 charged, £60 credited, £80 paid.')
      .and.include('Added Tuesday 6 April 2027.')
      .and.include('The group cancelled Tuesday 6 April 2027, Tuesday 13 April 2027 and Tuesday 20 April 2027.')
      .and.not.include('to be paid back');
  });

  it('says what is left to pay and what is to be paid back', async () => {
    const made = await booked(server, await ownRoom());
    await change(made, { what: 'add', new_date: '2027-04-06' });
    const statement = async (): Promise<string> =>
      words(await scene.lead.get(`/bookings/${made.booking.id}/statement`));
    await money(server, made, ['hire', 'waived', 1000], ['hire', 'paid', 5000]);
    expect(await statement()).to.include('£100 charged, £10 waived, £50 paid, £40 left to pay.');
    const cancel = { version: await versionOf(made), which: 'rest', date: '2027-03-23' };
    expect((await scene.lead.post(`/api/bookings/${made.booking.id}/cancel`, cancel, { json: true })).status).to.equal(
      200,
    );
    expect(await statement()).to.include('£60 credited, £10 waived, £50 paid, £20 to be paid back.');
  });

  it('follows what the owner takes back, the date taken instead, and notice', async () => {
    const made = await booked(server, await ownRoom());
    const take = { version: await versionOf(made), date: '2027-03-30', ...TAKEN_BACK };
    const other = { instead_date: '2027-03-31', instead_to: '21:00' };
    expect((await scene.owner.post(`/bookings/${made.booking.id}/take-back`, { ...take, ...other })).status).to.equal(
      303,
    );
    expect(await charged(made)).to.equal(6000);
    const { id } = await server.db('date_offers').where({ booking_id: made.booking.id }).first('id');
    await scene.lead.post(`/bookings/${made.booking.id}/other-dates/${id}`, { answer: 'accept' });
    expect(await charged(made)).to.equal(9000);
    expect(await ledgerOf(server, made.booking.id)).to.deep.equal([
      'hire charged 8000',
      'hire credited 2000',
      'hire charged 3000',
    ]);
  });

  it('is the deposit from when the room is taken, and no longer once it was given up unpaid', async () => {
    const made = await booked(server, await ownRoom({ depositPence: 3000 }));
    expect([made.booking.state, await ledgerOf(server, made.booking.id)]).to.deep.equal([
      'deposit_due',
      ['deposit charged 3000'],
    ]);
    await money(server, made, ['deposit', 'paid', 1000]);
    await server.inOneTransaction((unit) => server.bookings.steps.letGoIn(unit, made.booking.id, 'lapsed'));
    expect(await ledgerOf(server, made.booking.id)).to.deep.equal([
      'deposit charged 3000',
      'deposit paid 1000',
      'deposit credited 2000',
    ]);
  });

  it('is written once, however often what follows is done', async () => {
    const made = await bookedWithDeposit(server, await ownRoom({ depositPence: 3000 }));
    const before = await ledgerOf(server, made.booking.id);
    for (let time = 0; time < 3; time++)
      await server.inOneTransaction(async ({ record }) =>
        record({ kind: 'booking_confirmed', subjectKind: 'booking', subjectId: made.booking.id, actor: 'test' }),
      );
    expect([before, await ledgerOf(server, made.booking.id)]).to.deep.equal([
      ['deposit charged 3000', 'deposit paid 3000', 'hire charged 8000'],
      before,
    ]);
  });
});
