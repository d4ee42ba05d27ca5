import { expect } from 'chai';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import type { FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { words } from '../../front/desk/a-desk.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import { aForm } from '../requests/a-request.ts';
import { booked, aScene, ledgerOf, type Scene } from '../hires/a-hire.ts';
import { adoptTerms } from './a-room.ts';

const sundays = (from: string, until: string) => ({ kind: 'weekly', every: 1, weekdays: [7], from, until });
const MARCH = sundays('2027-03-14', '2027-04-11');

/** One hour costs £10; the clocks go forward on 28 March 2027 at 01:00 and back on 31 October at 02:00. */
eachDatabase('A night in which the clocks change', (open) => {
  let server: TestServer;
  let town: Town;
  let scene: Scene;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
  });
  beforeEach(async () => {
    scene = await aScene(server, town);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const timesOn = ({ occurrences }: DatedBooking, day: string): string =>
    occurrences.flatMap(({ date, from, to }) => (date === day ? [`${from}-${to}`] : [])).join();
  const pageOf = async ({ booking }: DatedBooking): Promise<string> =>
    words(await scene.lead.get(`/bookings/${booking.id}`));

  it('moves an hour that is skipped, keeps its length, and costs no more than every other', async () => {
    const made = await booked(server, scene, { recurrence: MARCH, from: '01:00', to: '02:00' });
    expect(timesOn(made, '2027-03-28')).to.equal('02:00-03:00');
    expect(made.booking.price.quote?.totalPence).to.equal(5000);
    expect(await ledgerOf(server, made.booking.id)).to.deep.equal(['hire charged 5000']);
    expect(await pageOf(made))
      .to.include('Sunday 28 March 2027, 02:00 to 03:00')
      .and.include('The clocks go forward that night: 02:00 to 03:00 instead.');
    const { text: mail } = await newestMail(server, scene.lead.email);
    expect(mail).to.include(
      'Sunday 28 March 2027, 02:00 to 03:00. The clocks go forward that night: 02:00 to 03:00 instead.',
    );
    const half = await booked(server, await aScene(server, town, { shortestMinutes: 30 }), {
      recurrence: MARCH,
      from: '01:30',
      to: '02:00',
    });
    expect([timesOn(half, '2027-03-28'), half.booking.price.quote?.totalPence]).to.deep.equal(['02:00-02:30', 5000]);
  });

  it('says so before the request is sent, at the price that is then charged', async () => {
    const form = aForm({ day: 'sun', from: '2027-03-14', until: '2027-04-11', start: '01:00', end: '02:00' });
    const begun = await scene.lead.post(
      `/groups/${scene.groupId}/requests?space=${scene.roomId}`,
      form as Record<string, string>,
    );
    const page = await words(await scene.lead.get(begun.headers.get('location') ?? ''));
    expect(page).to.include('The clocks go forward that night: 02:00 to 03:00 instead.').and.include('£50');
  });

  it('costs what really passes between start and end, as the finder says it too', async () => {
    const cases: [day: string, to: string, pence: number, says: string][] = [
      [
        '2027-03-28',
        '03:00',
        2000,
        'The clocks go forward that night: 00:00 to 03:00 lasts 2 hours, and that is what is paid for.',
      ],
      [
        '2027-10-31',
        '03:00',
        4000,
        'The clocks go back that night: 00:00 to 03:00 lasts 4 hours, and that is what is paid for.',
      ],
    ];
    for (const [date, to, pence, says] of cases) {
      const query = `on=${date}&start=00:00&end=03:00&hours=3&people=8`;
      const answer = await server.get(`/api/spaces/search?${query}`).expect(200);
      const prices = (answer.body as FinderAnswer).rooms
        .filter(({ id }) => id === scene.roomId)
        .map(({ price }) => price?.totalPence);
      expect(prices).to.deep.equal([pence]);
      const made = await booked(server, scene, { recurrence: { kind: 'once', date }, from: '00:00', to });
      expect(made.booking.price.quote?.totalPence).to.equal(pence);
      expect(await pageOf(made)).to.include(says);
    }
  });

  it('is charged by the hours that were agreed where an end is given back too late', async () => {
    const made = await booked(server, scene, {
      recurrence: { kind: 'once', date: '2027-03-28' },
      from: '00:00',
      to: '04:00',
    });
    const wish = { what: 'give_back', date: '2027-03-28', to: '03:00', version: '2' };
    const version = (await server.db('bookings').where({ id: made.booking.id }).first('version')).version;
    const reply = await scene.lead.post(
      `/api/bookings/${made.booking.id}/change`,
      { ...wish, version: String(version) },
      { json: true },
    );
    expect(reply.status).to.equal(200);
    expect(await ledgerOf(server, made.booking.id)).to.deep.equal(['hire charged 3000', 'hire credited 1000']);
  });
});
