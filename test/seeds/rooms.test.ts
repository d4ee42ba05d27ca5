import { expect } from 'chai';
import { marlbeckAssets } from '../../seeds/marlbeck/assets.ts';
import { marlbeckRooms } from '../../seeds/marlbeck/rooms/bookable-rooms.ts';
import { marlbeckTerms } from '../../seeds/marlbeck/rooms/school-terms.ts';
import { seedDemonstration } from '../../seeds/demonstration.ts';
import { readTerms, termsForm } from '../../src/rooms/spaces/calendar-days-rules.ts';
import { hoursForm, readHours } from '../../src/rooms/spaces/hours-form-rules.ts';
import { pricesForm, readPrices } from '../../src/rooms/spaces/price-form-rules.ts';
import { fieldsFrom, formOf, readSpaceForm } from '../../src/rooms/spaces/space-form-rules.ts';
import { UNTOLD } from '../../src/rooms/spaces/space-contract.ts';
import { aDatabase } from '../support/databases.ts';
import { found } from '../support/domain.ts';
import { expectLivingDemonstration } from './story-checks.ts';
import { aServer, type TestServer } from '../support/server.ts';

describe('The rooms of the demonstration borough', () => {
  let server: TestServer | undefined;
  after(() => server?.stop());

  it('are in places that it has, each told of once, and never in a hidden building', () => {
    const named = marlbeckRooms.map(({ owner, code, name }) => `${owner} ${code} ${name}`);
    expect(new Set(named).size).to.equal(named.length);
    expect(named.length).to.be.greaterThan(20);
    for (const { owner, code, name } of marlbeckRooms) {
      const asset = marlbeckAssets.find((one) => one.owner === owner && one.code === code);
      expect(
        asset?.spaces.map((space) => space.name),
        code,
      ).to.include(name);
      expect(asset?.state, code).to.not.equal('vacant');
    }
  });

  it('are in every place that says that a room can be booked there', () => {
    const withRooms = new Set(marlbeckRooms.map(({ owner, code }) => `${owner} ${code}`));
    const promised = marlbeckAssets.filter(({ routes }) => routes.some(({ route }) => route === 'book_space'));
    expect(promised.length).to.be.greaterThan(15);
    expect(
      promised.map(({ owner, code }) => `${owner} ${code}`).filter((place) => !withRooms.has(place)),
    ).to.deep.equal([]);
  });

  it('say nothing that an owner could not say on the form', () => {
    for (const { name, fields, windows, tariffs } of marlbeckRooms) {
      const whole = {
        ...UNTOLD,
        name,
        description: null,
        floor: null,
        floorAreaM2: null,
        capacity: 400,
        bookable: true,
        ...fields,
      };
      expect(fieldsFrom(readSpaceForm(formOf(whole)), whole), name).to.deep.equal(whole);
      expect([readHours(hoursForm(windows)).mistakes, readPrices(pricesForm(tariffs)).mistakes], name).to.deep.equal([
        [],
        [],
      ]);
      expect(
        [windows.length, tariffs.length].every((count) => count > 0),
        name,
      ).to.equal(true);
    }
    expect(readTerms(termsForm(marlbeckTerms))).to.deep.equal({ items: marlbeckTerms, mistakes: [] });
  });

  it('answer a stroke self-help group’s Tuesday evening: free and step-free in the health centre, £12.50 in the library, steps at the school; and the story is told on Christmas Eve too', async function () {
    this.timeout(600_000);
    server = await aServer(await aDatabase('SQLite'), { now: '2026-12-24T09:00:00Z', env: { DEMO: 'on' } });
    await seedDemonstration(server);
    await expectLivingDemonstration(server);
    await server.sync.refresh();
    const rooms = new Map<string, { id: string; bookable: boolean }>();
    for (const code of ['MD-001', 'NCC-L-0300', 'SH-10', 'MBC-B-0016']) {
      const { items } = (await server.get(`/api/assets?q=${code}`).expect(200)).body;
      for (const space of await server.spaces.inAsset(
        found(items.find((one: { code: string }) => one.code === code)).id,
      ))
        rooms.set(`${code} ${space.name}`, space);
    }
    const reply = async (name: string) =>
      (
        await found(server)
          .get(`/api/spaces/${found(rooms.get(name)).id}`)
          .expect(200)
      ).body;
    const group = await reply('MD-001 Group room');
    expect(group.opening.find(({ weekday }: { weekday: number }) => weekday === 2)).to.deep.include({
      from: '18:00',
      to: '21:00',
      publishedOpen: true,
      staffed: true,
    });
    expect([
      group.prices[0].now,
      group.hirersLiability.cost,
      group.facilities.step_free.value,
      group.facilities.ground_floor.value,
      group.facilities.parking.value,
    ]).to.deep.equal([{ pence: 0 }, 'free', 'yes', 'yes', 'yes']);
    const library = await reply('NCC-L-0300 Learning room');
    expect([
      library.prices[0].now,
      library.hirersLiability.percent,
      library.facilities.step_free.value,
      library.facilities.ground_floor.value,
      library.capacity,
    ]).to.deep.equal([{ pence: 1_250 }, 12, 'yes', 'yes', 20]);
    const hall = await reply('SH-10 Hall');
    expect([hall.facilities.step_free.value, hall.openingCost, hall.parts.length, hall.prices[0].now]).to.deep.equal([
      'no',
      { pence: 2_800 },
      2,
      { pence: 1_800 },
    ]);
    expect((await reply('MBC-B-0016 Glass hall')).parts.map(({ name }: { name: string }) => name)).to.deep.equal([
      'Palm end',
    ]);
    for (const { id } of rooms.values()) await server.get(`/spaces/${id}`).expect(200);
    expect(server.errors).to.deep.equal([]);
  });
});
