import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOM_LIMITS, roomOptionsSchema } from '../../../src/rooms/room-lists/room-import-contract.ts';
import { hoursIn } from '../../../src/rooms/room-lists/room-hours-reading.ts';
import { readRoomFile } from '../../../src/rooms/room-lists/room-file.ts';
import { runRoomImport } from '../../../src/rooms/room-lists/room-import-cli.ts';
import { useIn } from '../../../src/rooms/room-lists/room-use-reading.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';
import { formOf, seenIn } from '../../../src/rooms/spaces/space-form-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, changeAssets, found, inTown, retireAssets, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aSpace } from '../../support/spaces.ts';
import { aFolder } from '../../support/temp-files.ts';

const at = (east: number, north: number): string => `${inTown(east, north).lat},${inTown(east, north).lon}`;
const HEADER =
  'library,address,postcode,lat,lng,room,capacity_boardroom,capacity_theatre,gbp_per_hour_community,gbp_per_hour_commercial,availability\n';
const ROWS = [
  `Mill Library,"Mill Lane, Testborough, Northshire",ZZ1 1AA,${at(0.1, 0.1)},Meeting room,20,40,8,12,"All day, subject to other bookings."`,
  `Mill Library,"Mill Lane, Testborough, Northshire",ZZ1 1AA,${at(0.1, 0.1)},Space within library,,,,,Outside library opening hours only`,
  `Quay Library,"Quay Street, Testborough",ZZ2 1AA,${at(0.9, 0.1)},"Studio: A light and open meeting/studio space located on the first floor",8,10,7.50,"£1,031.25",Ring 01632 960123`,
  `Quay Library,"Quay Street, Testborough",ZZ2 1AA,${at(0.9, 0.1)},"{% include /c/figure.html %}",,,5,,`,
  `Far Library,"Elsewhere",XX1 1AA,52.15563,1.59591,Hall,10,,5,,`,
];

describe('Opening hours for imported rooms', () => {
  const cases: [text: string, windows: [number, number, number][]][] = [
    ['Mon-Fri 09:00-21:00', [1, 2, 3, 4, 5].map((day) => [day, 540, 1_260])],
    [
      'Sat,Sun 10-4pm',
      [
        [6, 600, 960],
        [7, 600, 960],
      ],
    ],
    [
      'Tue 18:00 to 24:00; Thursday 9am–noon',
      [
        [2, 1_080, 1_440],
        [4, 540, 720],
      ],
    ],
    ['', []],
  ];
  for (const [text, windows] of cases)
    it(`reads “${text}”`, () =>
      expect(hoursIn(text).map(({ weekday, from, to }) => [weekday, from, to])).to.deep.equal(windows));
  for (const text of ['often', 'Mon 21:00-09:00', 'Fri-Mon 9-17', 'Mon 9-', '; Blursday 9-17'])
    it(`asks for “${text}” in another way`, () =>
      expect(() => hoursIn(text)).to.throw('is no opening time. Write opening hours like "Mon-Fri 09:00-21:00'));
});

describe('Who may use an imported room', () => {
  const cases: [text: string, is: string | undefined][] = [
    ['Pay and Play', 'groups'],
    ['Sports Club / Community Association', 'groups'],
    ['Free Public Access', 'groups'],
    ['yes', 'groups'],
    ['Registered Membership use', 'members'],
    ['MEMBERS ONLY', 'members'],
    ['Private Use', 'private'],
    ['Not for hire.', 'private'],
    ['No', 'private'],
    ['Friends of the Barn', 'unclear'],
    ['Private Use at weekends', 'unclear'],
    ['Not Known', undefined],
    ['', undefined],
  ];
  for (const [text, is] of cases) it(`reads “${text}”`, () => expect(useIn(text)?.is).to.equal(is));
});

eachDatabase('Importing a list of rooms', (open) => {
  let services: TestServices;
  let town: Town;

  beforeEach(async () => {
    services = await someServices(await open());
    town = await aTown(services);
  });
  afterEach(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  const aFile = (text: string, name = 'rooms.csv'): string => {
    const path = join(aFolder('rooms'), name);
    writeFileSync(path, text);
    return path;
  };
  const run = async (text: string, ...more: string[]): Promise<{ code: number; said: string }> => {
    let said = '';
    const stream = { write: (words: string) => void (said += words) };
    const code = await runRoomImport(
      [aFile(text), '--area', 'testborough', '--owner', town.owner.name, ...more],
      services.roomImports,
      { stdout: stream, stderr: stream },
    );
    return { code, said };
  };
  const list = (rows = ROWS): string => HEADER + rows.join('\n');
  const rooms = async (): Promise<Map<string, BookableSpace>> => {
    const ids: string[] = await services.db('spaces').orderBy('name').pluck('id');
    return new Map((await services.spaces.bookable(ids)).map((room) => [room.name, room]));
  };
  const room = async (name: string): Promise<BookableSpace> => found((await rooms()).get(name));
  const byHand = async (room: BookableSpace, changes: Record<string, string>): Promise<void> => {
    const person = await services.inOneTransaction((unit) =>
      services.people.personWith(unit, 'ann@example.org', 'Ann', 'test'),
    );
    const who = { personId: person.id, name: 'Ann', email: null, rights: [], provedAt: '', withPasskey: false };
    await services.spaceEditing.change(who, room.id, {
      ...formOf(room),
      ...changes,
      seen: JSON.stringify(seenIn(formOf(room))),
    });
  };

  it('says what would happen, and stores nothing', async () => {
    const { code, said } = await run(list());
    expect(code).to.equal(0);
    for (const words of [
      'Nothing is stored yet.',
      'Buildings: 2 new, 0 on the register already.',
      'Rooms: 3 new, 0 changed, 0 unchanged, 2 not taken.',
      'Not known: opening hours of 3 rooms (lines 2, 3, 4).',
      'Not known: the price of 1 room (line 3).',
      'mark-up of a web page',
      'line 6, Hall (not taken): It lies outside Testborough.',
      'A telephone number or an e-mail address was left out.',
      '--apply',
    ])
      expect(said, words).to.include(words);
    expect(await services.db('spaces').count({ count: '*' }).first()).to.deep.include({ count: 0 });
    expect(await services.db('assets').count({ count: '*' }).first()).to.deep.include({ count: 0 });
    expect(await services.db('space_imports')).to.deep.equal([]);
  });

  it('brings in buildings and rooms, with prices and capacities, and leaves not known what nobody told', async () => {
    expect((await run(list(), '--apply')).said).to.include('brought in.');
    const meeting = await room('Meeting room');
    expect(meeting).to.deep.include({
      capacity: 40,
      layouts: { boardroom: 20, theatre: 40 },
      bookable: true,
      windows: [],
      conditions: 'When it can be had, in the owner’s words: All day, subject to other bookings.',
    });
    expect(meeting.tariffs.map(({ id, ...tariff }) => tariff)).to.have.deep.members([
      { audience: 'community', basis: 'hour', pence: 800, from: null },
      { audience: 'commercial', basis: 'hour', pence: 1_200, from: null },
    ]);
    expect(await room('Space within library')).to.deep.include({ capacity: null, tariffs: [] });
    expect(await room('Studio')).to.deep.include({
      description: 'A light and open meeting/studio space located on the first floor',
      capacity: 10,
    });
    const { items } = await services.assets.list({ q: 'Mill Library' });
    expect(items[0]?.asset).to.deep.include({
      kind: 'building',
      state: 'in_use',
      precision: 'exact',
      address: { number: null, street: 'Mill Lane', town: 'Testborough', postcode: 'ZZ1 1AA' },
    });
    expect(items[0]?.asset.routes.map(({ route }) => route)).to.deep.equal(['book_space']);
    expect((await services.spaceShowing.show(meeting.id)).name).to.equal('Meeting room');
  });

  it('changes nothing when the same list comes again, and only what it says anew when it has changed', async () => {
    await run(list(), '--apply');
    const before = await rooms();
    const facts = await services.db('facts').count({ count: '*' }).first();
    expect((await run(list(), '--apply')).said).to.include('Rooms: 0 new, 0 changed, 3 unchanged, 2 not taken.');
    expect(await rooms()).to.deep.equal(before);
    expect(await services.db('facts').count({ count: '*' }).first()).to.deep.equal(facts);
    const dearer = list(ROWS.map((row) => row.replace(',20,40,8,12,', ',20,50,9,12,')));
    expect((await run(dearer, '--apply')).said).to.include(
      'line 2, Mill Library, Meeting room: how many people fit, prices',
    );
    expect(await room('Meeting room')).to.deep.include({ capacity: 50 });
    expect((await room('Meeting room')).tariffs.map(({ pence }) => pence).toSorted()).to.deep.equal([1_200, 900]);
  });

  it('leaves alone what people have put right, until the list says something new', async () => {
    await run(list(), '--apply');
    await byHand(await room('Meeting room'), { capacity: '45', conditions: 'By hand' });
    expect(
      (await run(list(ROWS.map((row) => row.replace('subject to other bookings', 'except Mondays'))), '--apply')).said,
    ).to.include('0 changed, 3 unchanged');
    expect(await room('Meeting room')).to.deep.include({ capacity: 45, conditions: 'By hand' });
  });

  it('finds buildings that are on the register, by name with postcode or place, and opens them for booking', async () => {
    const byPostcode = await anAsset(services, town, {
      kind: 'building',
      name: 'MILL LIBRARY',
      state: 'in_use',
      point: null,
      address: { number: null, street: null, town: null, postcode: 'ZZ1 1AA' },
    });
    const byPlace = await anAsset(services, town, {
      kind: 'building',
      name: 'Quay Library',
      state: 'under_used',
      point: inTown(0.9005, 0.1),
    });
    const far = await anAsset(services, town, {
      kind: 'building',
      name: 'Quay Library',
      state: 'in_use',
      point: inTown(0.1, 0.9),
    });
    const kept = await aSpace(services, byPostcode, { name: 'meeting ROOM', capacity: 12, pence: 700 });
    const { said } = await run(list(), '--apply');
    expect(said).to.include('Buildings: 0 new, 2 on the register already.');
    expect(said).to.include(
      'The register says something else about how many people fit, and keeps it. The register says something else about prices, and keeps it.',
    );
    const meeting = await room('meeting ROOM');
    expect(meeting.id).to.equal(kept.id);
    expect(meeting).to.deep.include({ capacity: 12, layouts: { boardroom: 20, theatre: 40 } });
    expect((await room('Studio')).assetId).to.equal(byPlace.id);
    expect(await services.spaces.inAsset(far.id)).to.deep.equal([]);
    expect((await services.assets.show(byPostcode.id)).routes.map(({ route }) => route)).to.deep.equal(['book_space']);
    expect((await services.assets.show(byPlace.id)).routes.map(({ route }) => route)).to.deep.equal([
      'meanwhile_use',
      'book_space',
    ]);
  });

  it('knows a building that it brought under a new name too, and takes no rooms of one that has left the register', async () => {
    await run(list(), '--apply');
    const building = found(await services.register.record(services.db, (await room('Meeting room')).assetId));
    await changeAssets(services, town, [{ before: building, fields: { name: 'House of Books' } }]);
    expect((await run(list(), '--apply')).said)
      .to.include('Buildings: 0 new, 2 on the register already.')
      .and.to.include('3 unchanged');
    await retireAssets(services, town, [building.id]);
    expect((await run(list(), '--apply')).said)
      .to.include('House of Books has left the register.')
      .and.to.include('0 new, 0 changed, 1 unchanged, 4 not taken');
  });

  it('does not open an empty building, and its rooms stay hidden with it', async () => {
    const empty = await anAsset(services, town, {
      kind: 'building',
      name: 'Mill Library',
      state: 'vacant',
      point: inTown(0.1, 0.1),
      address: { number: null, street: null, town: null, postcode: 'ZZ1 1AA' },
    });
    await run(list(), '--apply');
    expect((await services.assets.show(empty.id)).redacted).to.equal(true);
    expect(
      await services.spaceShowing
        .show((await room('Meeting room')).id)
        .catch((error: { status: number }) => error.status),
    ).to.equal(404);
  });

  it('gives opening hours to rooms that have none when told to, and never guesses them from words', async () => {
    await run(list(), '--apply');
    expect((await room('Meeting room')).windows).to.deep.equal([]);
    expect((await run(list(), '--open', 'Mon-Fri 09:00-21:00', '--apply')).said).to.include(
      'Not known: opening hours of 0 rooms.',
    );
    expect(
      (await room('Meeting room')).windows.map(({ weekday, from, to, approval, publishedOpen }) => [
        weekday,
        from,
        to,
        approval,
        publishedOpen,
      ]),
    ).to.deep.equal([1, 2, 3, 4, 5].map((day) => [day, 540, 1_260, 'owner', false]));
    expect((await run(list(), '--open', 'Sat 10-12', '--apply')).said).to.include('3 unchanged');
    expect((await room('Meeting room')).windows).to.have.lengthOf(5);
  });

  it('takes other lists with the columns said by hand, yes and no, and no room column', async () => {
    const other = `Halls of the borough\nVenue name;Who to ring;Contact phone;Post code;disability_toilets;car_park;Persons\nOld Hall;Ann;01632 960123;ZZ1 2AA;Yes;Not Known;60\nNew Hall;Bob;;ZZ1 3AA;No;Yes;many\n`;
    const { said } = await run(
      other,
      '--asset-column',
      'Venue name',
      '--map',
      'Post code=postcode',
      '--map',
      '#7=capacity',
      '--room',
      'Main hall',
      '--apply',
    );
    expect(said).to.include('Rooms: 2 new').and.to.include('“many” is no number of people');
    const all = await services.spaces.bookable(await services.db('spaces').pluck('id'));
    expect(all.map(({ name, capacity, facilities }) => [name, capacity, facilities])).to.have.deep.members([
      ['Main hall', 60, { accessible_toilet: { value: 'yes', note: null, hours: null } }],
      [
        'Main hall',
        null,
        {
          accessible_toilet: { value: 'no', note: null, hours: null },
          parking: { value: 'yes', note: null, hours: null },
        },
      ],
    ]);
    expect(
      JSON.stringify(await services.db('space_imports')) + JSON.stringify(await services.db('facts')),
    ).to.not.include('01632');
  });

  /** The columns of Active Places that say something of a room, with made-up places. */
  const HALLS =
    'site_name,facility_type,access_type,street,town,postcode,car_park,disability_parking,disability_finding_reaching_entrance,disability_doorways,disability_social_areas,disability_toilets,disability_notes';
  const halls = (access: Partial<Record<'pool' | 'school' | 'gym' | 'club' | 'barn', string>> = {}): string =>
    [
      HALLS,
      `Weir Pool,Sports halls,${access.pool ?? 'Pay and Play'},Weir Road,Testborough,ZZ1 4AA,Yes,Yes,Yes,Yes,No,Yes,Hoist. Ring 01632 960123`,
      `Fell School,Sports halls,${access.school ?? 'Private Use'},Fell Road,Testborough,ZZ1 4AB,No,Not Known,Yes,,,No,NA`,
      `Iron Gym,Studios,${access.gym ?? 'Registered Membership use'},Iron Road,Testborough,ZZ1 4AC,Yes,,,,,,`,
      `Bowls Club,Sports halls,${access.club ?? 'Sports Club / Community Association'},Green Road,Testborough,ZZ1 4AD,,,,,,,`,
      `Old Barn,Sports halls,${access.barn ?? 'Friends of the Barn'},Barn Road,Testborough,ZZ1 4AE,Not Known,No,,,,Not Known,`,
    ].join('\n');
  const hallOf = async (building: string): Promise<BookableSpace> => {
    const [asset] = (await services.assets.list({ q: building })).items;
    return found(
      (await services.spaces.bookable((await services.spaces.inAsset(found(asset).asset.id)).map(({ id }) => id)))[0],
    );
  };
  const everyDay = ['--open', 'Mon-Sun 09:00-21:00', '--apply'];

  it('takes rooms that nobody outside may use on the register, says why groups cannot ask for them, and gives them no hours', async () => {
    const { said } = await run(halls(), ...everyDay);
    for (const words of [
      'Groups cannot ask for 2 rooms',
      'line 3, Fell School, Sports halls: Groups cannot ask for it. It is not let to others: the owner’s list says “Private Use”.',
      'line 4, Iron Gym, Studios: Groups cannot ask for it. It is for registered members only',
      'line 6, Old Barn, Sports halls: “Friends of the Barn” does not say whether groups may ask for it. It is kept as a note.',
      'Not known: opening hours of 0 rooms.',
      'Not known: the price of 3 rooms',
      'access_type: Who may use it',
    ])
      expect(said, words).to.include(words);
    const all = await services.spaces.bookable(await services.db('spaces').pluck('id'));
    expect(all.map(({ bookable, windows }) => [bookable, windows.length]).toSorted()).to.deep.equal([
      [false, 0],
      [false, 0],
      [true, 7],
      [true, 7],
      [true, 7],
    ]);
    expect(await hallOf('Iron Gym')).to.deep.include({
      bookable: false,
      whyNotBookable: 'It is for registered members only: the owner’s list says “Registered Membership use”.',
    });
    expect((await services.spaceShowing.show((await hallOf('Fell School')).id)).whyNotBookable).to.include(
      'Private Use',
    );
    expect(await hallOf('Old Barn')).to.deep.include({
      bookable: true,
      conditions: 'Who may use it, in the owner’s words: Friends of the Barn',
    });
    const routes = async (building: string): Promise<string[]> =>
      (await services.assets.show((await hallOf(building)).assetId)).routes.map(({ route }) => route);
    expect([await routes('Weir Pool'), await routes('Iron Gym')]).to.deep.equal([['book_space'], ['not_available']]);
  });

  it('reads what such a list says of parking and toilets, keeps the rest of access as a note, and makes nothing of it step-free', async () => {
    await run(halls(), ...everyDay);
    const values = ({ facilities }: BookableSpace): Record<string, string> =>
      Object.fromEntries(Object.entries(facilities).map(([name, { value }]) => [name, value]));
    expect(values(await hallOf('Weir Pool'))).to.deep.equal({
      parking: 'yes',
      blue_badge_parking: 'yes',
      accessible_toilet: 'yes',
    });
    expect(values(await hallOf('Fell School'))).to.deep.equal({ parking: 'no', accessible_toilet: 'no' });
    expect(values(await hallOf('Old Barn'))).to.deep.equal({ blue_badge_parking: 'no' });
    expect((await hallOf('Weir Pool')).accessNotes).to.equal(
      'Access for disabled people in the owner’s list: yes to the way to the entrance and the doorways; no to the social areas. It does not say whether there are steps. In the list’s own words: “Hoist. Ring [telephone number removed]”.',
    );
    expect((await hallOf('Iron Gym')).accessNotes).to.equal(null);
  });

  it('leaves open what a person has opened and closed what a person has closed, and opens what the list itself has closed', async () => {
    await run(halls(), ...everyDay);
    expect((await run(halls(), ...everyDay)).said).to.include('0 new, 0 changed, 5 unchanged');
    await byHand(await hallOf('Fell School'), { bookable: 'yes' });
    await byHand(await hallOf('Bowls Club'), { bookable: 'no', why_not_bookable: 'The roof is being mended.' });
    expect(await hallOf('Fell School')).to.deep.include({ bookable: true, whyNotBookable: null });
    const again = await run(halls(), ...everyDay);
    expect(again.said)
      .to.include(
        'The list says “Private Use”. Somebody has said on the register that groups may ask for it, so it stays open.',
      )
      .and.to.include('line 3, Fell School, Sports halls: opening hours');
    expect((await hallOf('Fell School')).bookable).to.equal(true);
    const turned = await run(
      halls({ gym: 'Pay and Play', club: 'Public', pool: 'Private Use', school: 'Members only' }),
      ...everyDay,
    );
    expect(turned.said).to.include(
      'Somebody has said on the register that groups cannot ask for it, so it stays closed.',
    );
    expect(await hallOf('Iron Gym')).to.deep.include({ bookable: true, whyNotBookable: null });
    expect(await hallOf('Bowls Club')).to.deep.include({
      bookable: false,
      whyNotBookable: 'The roof is being mended.',
    });
    expect((await hallOf('Fell School')).bookable, 'closed in other words is nothing new').to.equal(true);
    const pool = await hallOf('Weir Pool');
    expect(pool).to.deep.include({
      bookable: false,
      whyNotBookable: 'It is not let to others: the owner’s list says “Private Use”.',
    });
    expect(
      (await services.assets.show(pool.assetId)).routes.map(({ route }) => route),
      'nothing can be booked there now',
    ).to.deep.equal(['not_available']);
    expect(
      (await services.assets.show((await hallOf('Iron Gym')).assetId)).routes.map(({ route }) => route),
    ).to.deep.equal(['book_space']);
  });

  it('does not close a room that people had before any list came', async () => {
    const school = await anAsset(services, town, {
      kind: 'building',
      name: 'Fell School',
      state: 'in_use',
      point: null,
      address: { number: null, street: null, town: null, postcode: 'ZZ1 4AB' },
    });
    await aSpace(services, school, { name: 'Sports halls' });
    expect((await run(halls(), ...everyDay)).said).to.include('so it stays open.');
    expect((await hallOf('Fell School')).bookable).to.equal(true);
  });

  const wrong: [title: string, text: string, args: string[], says: string][] = [
    ['an empty file', '', [], 'is empty'],
    ['GeoJSON', '{"type":"FeatureCollection","features":[]}', [], 'Rooms come as CSV'],
    ['no building column', 'a,b\nx,y\n', [], 'Say which column holds the building'],
    [
      'a column that is not there',
      list(),
      ['--asset-column', 'Venue'],
      'There is no column "Venue". The columns are: library, address',
    ],
    [
      'a meaning that is none',
      list(),
      ['--map', 'room=kitchen sink'],
      'Write --map "room=kitchen sink" like --map "Venue=building"',
    ],
    ['hours that are none', list(), ['--open', 'always'], '"always" is no opening time.'],
    [
      'too many rooms',
      `library,room\n${Array.from({ length: ROOM_LIMITS.rooms + 1 }, (_, index) => `L,R${index}`).join('\n')}`,
      [],
      'more than 25,000 rooms, which is the most that comes in at once. Split it',
    ],
    [
      'more rooms in one building than a place has',
      `library,room\n${Array.from({ length: 250 }, (_, index) => `L,R${index}`).join('\n')}`,
      [],
      'would have more than 200 spaces',
    ],
  ];
  for (const [title, text, args, says] of wrong) {
    it(`refuses ${title}, saying what to do`, async () => {
      const { code, said } = await run(text, ...args, '--apply');
      expect([code, said.includes(says)], said).to.deep.equal([1, true]);
      expect(await services.db('spaces').count({ count: '*' }).first()).to.deep.include({ count: 0 });
    });
  }

  it('refuses an area that there is not, and a command without an owner', async () => {
    expect((await run(list(), '--area', 'nowhere')).said).to.include('There is no area "nowhere".');
    expect((await run(list(), '--owner', ' ')).said).to.include('Name the owner');
  });

  it('brings in a long list line by line, with buildings scattered over it, tells how far it is and counts what it does not show', async () => {
    const places = 90;
    const rows = Array.from(
      { length: 600 },
      (_, index) =>
        `Hall ${index % places},ZZ1 1AA,Room ${Math.floor(index / places)},${index % 7 === 0 ? 'many' : 20},5`,
    );
    const path = aFile(
      `library,postcode,room,capacity,gbp_per_hour_community\n${rows.join('\n')}\nHall 3,ZZ1 1AA,room 0,20,5`,
    );
    const { file, lines } = await readRoomFile(path, 'rooms.csv');
    const told: number[] = [];
    const wish = {
      file,
      lines,
      area: 'testborough',
      owner: town.owner.name,
      options: roomOptionsSchema.parse({}),
      actor: 'test',
      onProgress: ({ done, total }: { done: number; total: number }) => void told.push(done / total),
    };
    const report = await services.roomImports.apply(wish);
    expect([report.counts, report.buildings, report.rooms.length, report.notShown]).to.deep.equal([
      { added: 600, changed: 0, unchanged: 0, rejected: 1 },
      { added: places, found: 0 },
      ROOM_LIMITS.shown,
      401,
    ]);
    expect(report.missing['how many people fit'].count).to.equal(86);
    expect(
      report.rooms.filter(({ what, notes }) => what === 'rejected' || notes.length > 0),
      'what needs a look is shown',
    ).to.have.lengthOf(87);
    expect(told.at(-1)).to.equal(1);
    expect(told.length).to.be.above(2);
    expect(await services.db('spaces').countDistinct({ count: 'asset_id' }).first()).to.deep.include({ count: places });
    const leaves = await services.db('space_leaves').count({ count: '*' }).first();
    expect(Number(leaves?.['count'])).to.equal(600);
    expect((await services.roomImports.apply(wish)).counts).to.deep.equal({
      added: 0,
      changed: 0,
      unchanged: 600,
      rejected: 1,
    });
  }).timeout(120_000);

  it('knows one room of a building that two lines spell in two ways', async () => {
    const text = `library,postcode,room\nMill Library,ZZ1 1AA,Hall\n"Mill, Library",ZZ1 1AA,Hall\n`;
    await anAsset(services, town, {
      kind: 'building',
      name: 'Mill Library',
      state: 'in_use',
      point: null,
      address: { number: null, street: null, town: null, postcode: 'ZZ1 1AA' },
    });
    const { said } = await run(text, '--apply');
    expect(said)
      .to.include('Rooms: 1 new, 0 changed, 0 unchanged, 1 not taken.')
      .and.to.include('The same room of Mill Library is on an earlier line already.');
  });

  it('rejects a room that stands twice in the list', async () => {
    expect((await run(list([...ROWS, ROWS[0] ?? '']))).said).to.include('The same room is on line 2 already.');
  });
});
