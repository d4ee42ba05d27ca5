import { expect } from 'chai';
import type { FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import { claimsOn } from '../../../src/rooms/bookings/claim-store.ts';
import { heldStretch, type ClaimKind } from '../../../src/rooms/bookings/claim-contract.ts';
import { dated } from '../../../src/kernel/recurrence.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, changeAssets, inTown, retireAssets, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aBuilding, aRoom, aSpace, everyDay, partsOf, someTerms, wednesday } from '../../support/spaces.ts';

/** Four Tuesday evenings, in four whole weeks, near the middle of the town. */
const TUESDAYS = 'near=ZZ1 6AA&km=3&day=tue&start=18:00&hours=2&from=2027-03-08&until=2027-04-04';

eachDatabase('The finder', (open) => {
  let server: TestServer;
  let town: Town;
  before(async function () {
    this.timeout(120_000);
    server = await aServer(await open());
    town = await aTown(server);
  });
  after(() => server.stop());
  afterEach(async () => {
    expect(server.errors).to.deep.equal([]);
    for (const table of ['claims', 'space_leaves', 'space_tariffs', 'space_windows', 'terms'])
      await server.db(table).delete();
    await server.db('spaces').whereNotNull('parent_id').delete();
    await server.db('spaces').delete();
  });

  const answer = async (parameters: string): Promise<FinderAnswer> => {
    const reply = await server.get(`/api/spaces/search?${parameters}`).expect(200);
    return reply.body as FinderAnswer;
  };
  const names = ({ rooms }: FinderAnswer): string[] => rooms.map(({ name }) => name);
  /** Takes a space on some days from one time to another, as bookings do. */
  async function take(
    space: BookableSpace,
    days: readonly string[],
    from: string,
    to: string,
    { kind = 'booking', expires = null }: { kind?: ClaimKind; expires?: number | null } = {},
  ): Promise<void> {
    const claims = days.flatMap((day) =>
      space.leaves.map((leaf) => ({
        leaf,
        ...heldStretch(space, dated(day, from, to, 'Europe/London')),
        kind,
        holder: server.newId(),
        expires,
      })),
    );
    expect(await server.db.transaction((trx) => claimsOn(trx).swap([], claims))).to.equal(true);
  }

  it('gives rooms that are free on every date, cheapest in full first, and says why', async () => {
    await aRoom(server, town, { name: 'Dear', pence: 2_000 });
    await aRoom(server, town, { name: 'Cheap', pence: 500, depositPence: 3_000 });
    const { wish, place, rooms, near } = await answer(TUESDAYS);
    expect(wish).to.equal(
      'Every Tuesday from 8 March 2027 to 4 April 2027 (4 dates), from 18:00 to 20:00, within 3 km of ZZ1 6AA.',
    );
    expect([place, rooms.map(({ name, price }) => [name, price?.totalPence, price?.depositPence])]).to.deep.equal([
      'ZZ1 6AA',
      [
        ['Cheap', 4_000, 3_000],
        ['Dear', 16_000, 0],
      ],
    ]);
    expect(rooms.map(({ why }) => why[0])).to.deep.equal([
      'First of the 2 rooms that fit, because it costs the least in all.',
      'Costs £120 more in all than Cheap.',
    ]);
    expect(near).to.deep.equal([]);
  });

  it('shows rooms without being asked for dates, the nearest first where a place is given', async () => {
    await aRoom(server, town, { name: 'Far', asset: { point: inTown(0.95, 0.95) } });
    await aRoom(server, town, { name: 'Near', asset: { point: inTown(0.4, 0.4) } });
    expect(names(await answer('near=ZZ1 6AA'))).to.deep.equal(['Near', 'Far']);
    expect(names(await answer(''))).to.deep.equal(['Far', 'Near']);
    const page = await server.get('/spaces').expect(200);
    expect(page.text).to.include('Find a room in Testborough').and.include('Far');
  });

  it('looks only as far as is asked', async () => {
    await aRoom(server, town, { name: 'Near', asset: { point: inTown(0.4, 0.4) } });
    await aRoom(server, town, { name: 'Far', asset: { point: inTown(0.95, 0.95) } });
    expect(names(await answer(TUESDAYS.replace('km=3', 'km=0.5')))).to.deep.equal(['Near']);
    const far = await answer('lat=-45&lon=170&km=50&day=tue&start=18:00&hours=2');
    expect(far.ruledOut).to.deep.equal([
      'Within 50 km of the point you chose there is no room that can be booked here.',
    ]);
  });

  it('never shows a room of a place that is hidden, retired or not to be booked', async () => {
    const shown = await aBuilding(server, town);
    const released = await anAsset(server, town, {
      kind: 'building',
      state: 'vacant',
      point: inTown(0.4, 0.4),
      release: { by: 'test', on: '2027-03-01', reviewOn: '2028-01-01', reason: 'Open days' },
    });
    const hidden = await anAsset(server, town, { kind: 'building', state: 'vacant', point: inTown(0.4, 0.4) });
    const gone = await aBuilding(server, town);
    for (const [asset, name] of [
      [shown, 'Shown'],
      [released, 'Released'],
      [hidden, 'Hidden'],
      [gone, 'Gone'],
    ] as const)
      await aSpace(server, asset, { name });
    await aSpace(server, shown, { name: 'Only described', bookable: false });
    await retireAssets(server, town, [gone.id]);
    for (const parameters of [TUESDAYS, '', 'near=ZZ1 6AA', `${TUESDAYS}&people=5`])
      expect(names(await answer(parameters)), parameters).to.have.members(['Shown', 'Released']);

    // Once it stands empty nobody hears of its rooms, be it in near misses, in counts or in what could be changed.
    await changeAssets(server, town, [
      { before: shown, fields: { state: 'vacant' } },
      { before: released, fields: { release: null } },
    ]);
    const nothing = await answer(TUESDAYS);
    expect(nothing).to.deep.include({
      count: 0,
      rooms: [],
      near: [],
      changes: [],
      ruledOut: ['Within 3 km of ZZ1 6AA there is no room that can be booked here.'],
    });
    for (const page of [await server.get(`/spaces?${TUESDAYS}`), await server.get('/spaces')])
      expect(page.text).not.to.match(/Shown|Released|Hidden|Gone/);
  });

  it('tells booked, held and closed dates apart, forgets holds that have run out, and offers another room for them', async () => {
    const hall = await aRoom(server, town, { name: 'Main Hall' });
    await aRoom(server, town, { name: 'Chapel', has: ['stage'] });
    const now = Math.floor(server.clock().getTime() / 60_000);
    await take(hall, ['2027-03-09'], '17:00', '18:30', { kind: 'hold', expires: now - 1 });
    await take(hall, ['2027-03-16'], '19:00', '21:00', { kind: 'hold', expires: now + 60 });
    const { rooms, near } = await answer(TUESDAYS);
    expect(rooms.map(({ name }) => name)).to.deep.equal(['Chapel']);
    expect(near.map(({ says }) => says)).to.deep.equal([
      `3 of 4 dates free – 16 Mar is kept for somebody who has asked; Chapel at ${rooms[0]?.place} is free on it.`,
    ]);
    expect(near[0]?.answer.dates.map(({ state }) => state)).to.deep.equal(['free', 'held', 'free', 'free']);
  });

  it('knows that a hall is taken when a part of it is, and offers the other part', async () => {
    const hall = await aRoom(server, town, { name: 'Hall', capacity: 60, parts: ['Left half', 'Right half'] });
    const [left] = await partsOf(server, hall);
    if (!left) throw new Error('The hall has no parts.');
    await take(left, ['2027-03-23'], '18:00', '20:00');
    const { rooms, near } = await answer(TUESDAYS);
    expect(rooms.map(({ name }) => name)).to.deep.equal(['Right half']);
    expect(near.map(({ answer: { name }, says }) => [name, says])).to.have.deep.members([
      ['Hall', '3 of 4 dates free – 23 Mar is booked; Right half is free on it.'],
      ['Left half', '3 of 4 dates free – 23 Mar is booked; Right half is free on it.'],
    ]);
  });

  it('takes nights as rooms do, and says on which day they end', async () => {
    const friday = 'near=ZZ1 6AA&km=3&on=2027-03-26&start=22:00&end=02:00';
    const night = await aRoom(server, town, { name: 'Night', windows: everyDay('00:00', '24:00') });
    await aRoom(server, town, { name: 'Evening', windows: everyDay('08:00', '24:00') });
    const open = await answer(friday);
    expect([names(open), open.rooms[0]?.from, open.rooms[0]?.to]).to.deep.equal([['Night'], '22:00', '02:00']);
    expect(open.wish).to.include('from 22:00 to 02:00 the next day');
    expect(names(await answer(friday.replace('02:00', '00:00')))).to.have.members(['Night', 'Evening']);
    const [space] = await server.spaces.bookable([night.id]);
    if (!space) throw new Error('There is no such room.');
    await take(space, ['2027-03-27'], '01:00', '03:00');
    const { rooms, near } = await answer(friday);
    expect([rooms, near.map(({ says }) => says)]).to.deep.equal([
      [],
      ['Free on Saturday 27 March 2027 from 22:00 to 02:00 the next day.'],
    ]);
  });

  it('offers half an hour later and another weekday, with the address of that search', async () => {
    const busy = await aRoom(server, town, { name: 'Busy' });
    await take(busy, ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30'], '16:00', '18:30');
    const [near] = (await answer(TUESDAYS)).near;
    expect([near?.kind, near?.says]).to.deep.equal(['shift', 'Free on all 4 dates from 18:30 to 20:30.']);
    expect(names(await answer(near?.wish ?? ''))).to.deep.equal(['Busy']);

    await take(busy, ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30'], '19:00', '21:00');
    const other = (await answer(TUESDAYS)).near[0];
    expect([other?.kind, other?.says]).to.deep.equal(['weekday', 'Free on all 4 Mondays from 18:00 to 20:00.']);
    expect(names(await answer(other?.wish ?? ''))).to.deep.equal(['Busy']);
    expect(new URLSearchParams(other?.answer.ask ?? '').get('day'), 'asked for with that day').to.equal('mon');
  });

  it('knows what was meant by a ward that is written a little wrong, and names a postcode of here otherwise', async () => {
    const [ward] = (await server.areas.wardNames()).map(({ name }) => name);
    const typo = `${ward?.slice(0, 2)}${ward?.slice(3)}`;
    const says = async (near: string) => JSON.stringify((await server.get('/api/spaces/search').query({ near })).body);
    expect(await says(typo)).to.include(`Did you mean ${ward}?`);
    expect(await says('Atlantis')).to.match(/such as .{1,2}ZZ1 \d/);
  });

  it('tells no higher deposit than the area allows', async () => {
    await aRoom(server, town, { name: 'Glass hall', depositPence: 10_000 });
    expect((await answer(TUESDAYS)).rooms[0]?.price?.depositPence).to.equal(5_000);
    const { rooms } = await answer('near=ZZ1 6AA');
    expect((await server.get(`/spaces/${rooms[0]?.id}`)).text).to.include('There is a deposit of £50');
  });

  it('says what ruled rooms out, and counts what one change would bring', async () => {
    await aRoom(server, town, { name: 'One', has: ['step_free'], windows: everyDay('09:00', '19:00') });
    await aRoom(server, town, { name: 'Two', has: ['step_free', 'stage'], windows: [wednesday('17:00', '22:00')] });
    await aRoom(server, town, { name: 'Three', windows: everyDay('09:00', '22:00') });
    await aRoom(server, town, { name: 'Small', capacity: 4 });
    const { ruledOut, changes, near } = await answer(`${TUESDAYS}&people=12&need=step_free`);
    expect(ruledOut).to.deep.equal([
      'Within 3 km of ZZ1 6AA there are 4 rooms that can be booked.',
      '3 of them take 12 people.',
      '2 rooms are step-free, but none is open after 19:00 on Tuesdays.',
    ]);
    expect(changes.map(({ label, count }) => `${label}: ${count}`)).to.have.members([
      'On Wednesdays instead: 1',
      'Without “step-free way in”: 1',
      'From 17:00 to 19:00: 1',
      'Any time between 17:00 and 21:00: 1',
    ]);
    for (const { wish, count } of changes) expect((await answer(wish)).count, wish).to.equal(count);
    expect(near.map(({ says }) => says)).to.deep.equal([
      'Nobody has told us about “step-free way in”. Ask before you rely on it.',
      'Free on all 4 Wednesdays from 18:00 to 20:00.',
    ]);
    const page = await server.get(`/spaces?${TUESDAYS}&people=12&need=step_free`).expect(200);
    expect(page.text)
      .to.include('No room fits all of that')
      .and.include('2 rooms are step-free, but none is open after 19:00 on Tuesdays.');
  });

  it('goes by the school terms of each place', async () => {
    await someTerms(server, town.area.id, [{ name: 'Spring', from: '2027-01-04', to: '2027-03-18' }]);
    await aRoom(server, town, { name: 'School hall', windows: everyDay('08:00', '22:00', { term: 'term_time' }) });
    expect((await answer(TUESDAYS)).near[0]?.says ?? '').to.equal('');
    const [room] = (await answer(`${TUESDAYS}&term=only`)).rooms;
    expect(room?.dates.map(({ date }) => date)).to.deep.equal(['2027-03-09', '2027-03-16']);
  });

  it('tells the whole price: hire, opening, the building’s insurance, deposit', async () => {
    await aRoom(server, town, {
      name: 'Library',
      pence: 1_250,
      depositPence: 3_000,
      openingCostPence: 1_500,
      windows: everyDay('08:00', '22:00', { staffed: false }),
      hirersLiability: { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null },
    });
    const [room] = (await answer(TUESDAYS)).rooms;
    expect(room?.price).to.deep.include({
      hirePence: 10_000,
      openingPence: 6_000,
      insurancePence: 1_200,
      depositPence: 3_000,
      totalPence: 17_200,
    });
    expect((await answer(`${TUESDAYS}&insured=yes`)).rooms[0]?.price?.totalPence).to.equal(16_000);
    expect((await answer(`${TUESDAYS}&as=commercial`)).rooms[0]?.price).to.equal(null);
    const page = await server.get(`/spaces?${TUESDAYS}`).expect(200);
    expect(page.text)
      .to.include('£172 in all for 4 dates, about £43 each, and a deposit of £30 that you get back')
      .and.include('Opening the building');
    expect((await server.get(`/spaces?${TUESDAYS}&as=commercial`)).text).to.include('Price not known');
  });

  it('asks the database as often for many rooms and dates as for few', async () => {
    let queries = 0;
    server.db.on('query', () => queries++);
    const count = async (parameters: string): Promise<number> => {
      queries = 0;
      await answer(parameters);
      return queries;
    };
    const building = await aBuilding(server, town);
    const [year, nothing] = [
      TUESDAYS.replace('day=tue', 'day=mon,tue,wed,thu,fri').replace('until=2027-04-04', 'until=2028-03-01'),
      `${TUESDAYS}&need=piano`,
    ];
    await take(await aSpace(server, building, { name: 'Taken once' }), ['2027-03-16'], '18:00', '20:00');
    await aSpace(server, building, { name: 'Free' });
    const few = [await count(TUESDAYS), await count(year), await count(nothing)];
    for (let more = 0; more < 2; more++)
      await aSpace(server, await aBuilding(server, town), { parts: ['North', 'South'] });
    for (let more = 0; more < 20; more++)
      await take(await aSpace(server, building, {}), ['2027-03-23'], '18:00', '20:00');
    expect([await count(TUESDAYS), await count(year), await count(nothing)]).to.deep.equal(few);
    expect(Math.max(...few)).to.be.below(32);
  }).timeout(120_000);

  it('shows thirty rooms and says how many more there are', async () => {
    const building = await aBuilding(server, town);
    for (let at = 0; at < 33; at++) await aSpace(server, building, {});
    const { rooms, count } = await answer(TUESDAYS);
    expect([rooms.length, count]).to.deep.equal([30, 33]);
    expect((await server.get(`/spaces?${TUESDAYS}`)).text).to.include('3 more rooms fit as well');
  }).timeout(120_000);

  const wrong: [title: string, parameters: string, says: RegExp][] = [
    ['a place that nobody knows', 'near=Atlantis', /We do not know .{1,2}Atlantis/],
    ['an area that there is not', 'area=atlantis', /There is no area/],
    ['a huge distance', 'near=ZZ1&km=20000', /between 0.1 and 50/],
    [
      'ten thousand dates',
      'day=mon,tue,wed,thu,fri,sat,sun&start=18:00&hours=1&from=2027-03-03&until=2099-01-01',
      /within 2 years/,
    ],
    ['no numbers', 'people=NaN&lat=NaN&lon=NaN', /Enter how many people/],
    ['the same twice', 'people=1&people=2', /people/],
    ['a list where one is asked', 'start[]=18:00', /./],
    ['a null', 'near=%00', /./],
    ['a wrong escape', 'near=%E0%A4%A', /./],
  ];
  for (const [title, parameters, says] of wrong) {
    it(`tells what is wrong with ${title}, to people and to programs`, async () => {
      const reply = await server.get(`/api/spaces/search?${parameters}`);
      expect(reply.status).to.be.oneOf(title.startsWith('a list') ? [200, 400] : [400]);
      if (reply.status === 400) expect(JSON.stringify(reply.body)).to.match(says);
      const page = await server.get(`/spaces?${parameters}`).set('Accept', 'text/html');
      expect(page.status).to.equal(reply.status);
    });
  }
  it('shows a form again as it was typed, with what is wrong, and no script in it', async () => {
    const page = await server
      .get(
        `/spaces?for=${encodeURIComponent('"><script>alert(1)</script>')}&people=lots&day=tue,thu&need=kitchen&near=ZZ1`,
      )
      .set('Accept', 'text/html')
      .expect(400);
    expect(page.text).to.include('Enter how many people will come').and.not.include('<script>alert');
    expect(page.text)
      .to.match(/value="lots"/)
      .and.match(/value="tue" checked/)
      .and.match(/value="kitchen" checked/);
    const found = await server.get(`/spaces?for=${encodeURIComponent('<img src=x onerror=alert(1)>')}`).expect(200);
    expect(found.text).not.to.include('<img src=x');
  });
});
