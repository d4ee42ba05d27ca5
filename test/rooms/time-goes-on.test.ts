import { expect } from 'chai';
import { eachDatabase } from '../support/databases.ts';
import { aTown } from '../support/domain.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';
import { NOW, someServices, type TestServices } from '../support/server.ts';
import { aHireWorld, aStay, type HireWorld } from './a-hire-world.ts';
import { adoptTerms, aRoom } from './bookings/a-room.ts';
import { expectSoundClaims } from './bookings/claims-check.ts';
import { aSentRequest, inShort, joinCompact } from './requests/a-request.ts';

const COVERED = { hirersLiability: { available: true as const, cost: { kind: 'free' as const }, exclusions: null } };
const DECIDED = { windows: [{ approval: 'owner' as const }], ...COVERED };
/** Two Tuesdays that lie far behind every due day. */
const JULY = { from: '2027-07-06', until: '2027-07-13' };
/** Owners are asked on 3 March; a hold lasts ten days beyond their last day, and then others may have the time. */
const AFTER_THE_HOLD = '2027-04-01T10:00:00Z';

eachDatabase('Time that goes on', (open) => {
  let services: TestServices;
  let world: HireWorld;
  let clock: HandClock;
  beforeEach(async () => {
    clock = handClock(NOW);
    services = await someServices(await open(), { clock: clock.now });
    const town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 500 });
    world = await aHireWorld(services, town);
  });
  afterEach(async () => {
    await expectSoundClaims(services.db, clock.now().getTime() / 60_000);
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  describe('past the hold of a request whose owner is silent', () => {
    const sent = (rooms: readonly { id: string }[]): Promise<string> =>
      aSentRequest(
        services,
        world.group,
        rooms.map(({ id }) => id),
        JULY,
      );

    it('takes the dates again before it offers them', async () => {
      await joinCompact(services, world.town);
      const id = await sent([await aRoom(services, world.town, DECIDED)]);
      clock.goTo(AFTER_THE_HOLD);
      await services.requests.runDue();
      expect(await inShort(services, id)).to.equal('default_offered default_offered:2');
    });

    it('takes them again before a broker asks the owner once more', async () => {
      const id = await sent([await aRoom(services, world.town, DECIDED)]);
      clock.goTo(AFTER_THE_HOLD);
      await services.requests.runDue();
      expect(await inShort(services, id)).to.equal('chasing asked:2');
    });

    it('lets a request go when its last date has begun before anybody saw to the silence', async () => {
      await joinCompact(services, world.town);
      const { id: room } = await aRoom(services, world.town, DECIDED);
      const id = await aSentRequest(services, world.group, [room], { from: '2027-03-09', until: '2027-03-16' });
      clock.goTo('2027-03-16T18:30:00Z');
      await services.requests.runDue();
      expect(await inShort(services, id)).to.match(/^lapsed /);
    });

    for (const inTheCompact of [true, false])
      it(`asks for the next room where others have taken the dates since, ${inTheCompact ? 'in the compact' : 'outside of it'}`, async () => {
        if (inTheCompact) await joinCompact(services, world.town);
        const [room, next] = [
          await aRoom(services, world.town, DECIDED),
          await aRoom(services, world.town, { name: 'Small hall', ...DECIDED }),
        ];
        const id = await sent([room, next]);
        clock.goTo(AFTER_THE_HOLD);
        const closure = { assetId: room.assetId, spaceId: room.id, reason: 'repairs' as const, publicText: null };
        const [starts, ends] = [Date.parse('2027-07-06T16:00Z') / 60_000, Date.parse('2027-07-13T20:00Z') / 60_000];
        await services.bookings.closures.close(world.ownerId, {
          ...closure,
          starts,
          ends,
          submission: services.newId(),
        });
        await services.requests.runDue();
        expect(await inShort(services, id)).to.equal('asked gone:0 asked:2');
        const told = (await services.mails.latest(500)).map(({ kind }) => kind);
        expect(told).to.include('room_gone').and.not.include('room_outbid');
      });
  });

  it('leaves no time with a booking that ends because the dates to come were given up', async () => {
    const stay = await aStay(world);
    const { booking } = await stay.book();
    clock.goTo('2027-03-11T10:00:00Z');
    await stay.cancel(booking.id, { which: 'all' });
    expect(await services.db('bookings').where({ id: booking.id }).pluck('state')).to.deep.equal(['ended']);
    expect(await services.db('claims').pluck('holder')).to.deep.equal([]);
  });
});
