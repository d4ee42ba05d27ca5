import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';
import { spacesOn } from '../../../src/rooms/spaces/space-store.ts';
import { aDesk, type Desk, filledIn, sendFile, someoneWith, words } from '../../front/desk/a-desk.ts';
import { aGroupOf, aWish } from '../bookings/a-room.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { changeAssets, found, retireAssets } from '../../support/domain.ts';
import { aBuilding, anHour, aSpace, monday, partsOf, someTerms, tuesday } from '../../support/spaces.ts';
import { calendarReplySchema, spaceReplySchema } from '../../../src/rooms/spaces/space-reply-contract.ts';

eachDatabase('Pages of rooms', (open) => {
  let desk: Desk;
  let owner: Visitor;
  let asset: Asset;
  let room: BookableSpace;

  before(async () => {
    desk = await aDesk(await open());
    owner = await someoneWith(
      desk.server,
      'owner@example.org',
      [['owner_representative', 'owner', desk.town.owner.id]],
      'Olga Owner',
    );
  });
  beforeEach(async () => {
    asset = await aBuilding(desk.server, desk.town, { name: 'Old Library' });
    room = await aSpace(desk.server, asset, {
      name: 'Learning room',
      capacity: 20,
      has: ['step_free'],
      windows: [tuesday('18:00', '21:00'), monday('09:00', '17:00')],
      pence: null,
      closedOnBankHolidays: true,
      minutesBefore: 15,
      minutesAfter: 15,
      tariffs: [anHour(1_250), anHour(1_400, { from: '2027-04-01' }), anHour(2_500, { audience: 'commercial' })],
      depositPence: 3_000,
      hirersLiability: { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null },
    });
  });
  after(async () => {
    expect(desk.server.errors).to.deep.equal([]);
    await desk.server.stop();
  });

  const page = (path = ''): string => `/desk/spaces/${room.id}${path}`;
  const textOf = async (path: string): Promise<string> =>
    (await words(await owner.get(path))).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const now = async (id = room.id): Promise<BookableSpace> => found((await desk.server.spaces.bookable([id]))[0]);
  const json = async (path: string) => (await desk.server.get(path).expect(200)).body;
  const minute = (at: string): number => Date.parse(at) / 60_000;
  const claim = async (
    space: BookableSpace,
    starts: string,
    ends: string,
    more: Record<string, unknown> = {},
  ): Promise<void> =>
    void (await desk.server.db('claims').insert(
      space.leaves.map((leaf) => ({
        leaf,
        starts: minute(starts),
        ends: minute(ends),
        kind: 'booking',
        holder: desk.server.newId(),
        expires: null,
        ...more,
      })),
    ));
  const times = async (space: BookableSpace, day: string): Promise<string[]> => {
    const { days } = await json(`/api/spaces/${space.id}/calendar?from=${day}&to=${day}`);
    return days[0].stretches.map(
      ({ from, to, state, label }: Record<string, string>) => `${from}-${to} ${state}${label ? ` ${label}` : ''}`,
    );
  };

  it('tell everybody the whole price, now and later, and what is not known', async () => {
    const text = await textOf(`/spaces/${room.id}`);
    for (const said of [
      '£12.50 an hour',
      '£14 an hour from 1 April 2027 on',
      'Businesses',
      '£25 an hour',
      'There is a deposit of £30, which you get back.',
      'It costs 12% of the hire, at least £5 for one booking.',
      'You can get into this room without steps.',
      'Hearing loop: not known',
      'The owner answers within 5 working days.',
      'Tuesday',
      '18:00 to 21:00',
      'Up to 20 people fit.',
    ]) {
      expect(text, said).to.include(said);
    }
  });

  it('keep what somebody looked for, on to asking and back to what was found', async () => {
    const [ask, found] = ['repeat=once&on=2027-04-13&start=18:00', 'near=ZZ1 6AA&on=2027-04-13&start=18:00&hours=2'];
    const text = await words(await owner.get(`/spaces/${room.id}?${new URLSearchParams({ ask, found })}`));
    const plain = text.replaceAll('&amp;', '&');
    expect(plain).to.include(`/spaces/${room.id}/ask?${new URLSearchParams(ask)}`);
    expect(plain)
      .to.include(`/spaces?${new URLSearchParams(found)}`)
      .and.include('Back to the rooms that were found');
    expect(plain)
      .to.include('12 April')
      .and.match(/view=month&day=2027-04-13&ask=[^"]*found=/);
    expect(await textOf(`/spaces/${room.id}`)).to.not.include('Back to the rooms');
  });

  it('give programs the same, as the description of the API says', async () => {
    const body = await json(`/api/spaces/${room.id}`);
    expect(spaceReplySchema.strict().safeParse(body).error?.issues ?? []).to.deep.equal([]);
    expect(body).to.deep.include({
      name: 'Learning room',
      deposit: { pence: 3_000 },
      facilities: { step_free: { value: 'yes', note: null, hours: null } },
      answer: { workingDays: 5, byDefault: false, trialDates: 3 },
    });
    expect(body.prices[0]).to.deep.equal({
      audience: 'community',
      basis: 'hour',
      now: { pence: 1_250 },
      later: [{ from: '2027-04-01', pence: 1_400 }],
    });
    const calendar = await json(`/api/spaces/${room.id}/calendar`);
    expect(calendarReplySchema.strict().safeParse(calendar).error?.issues ?? []).to.deep.equal([]);
    expect(calendar.days).to.have.lengthOf(28);
    expect(Object.keys(body).some((key) => ['number', 'version', 'leaves'].includes(key))).to.equal(false);
  });

  it('say that silence counts where the owner has joined the compact', async () => {
    const { compact, inOneTransaction } = desk.server;
    await compact.record(
      desk.town.area,
      {
        owner: desk.town.owner.id,
        minute_ref: 'Cabinet, minute 41',
        officer: 'The clerk',
        from: '2027-01-01',
        until: undefined,
      },
      'test',
    );
    expect(await textOf(`/spaces/${room.id}`)).to.include(
      'If they do not, the room is offered to a group that has passed the test anyway.',
    );
    await inOneTransaction(({ trx }) => trx('compact_adoptions').delete());
  });

  describe('the calendar', () => {
    it('says what is free, taken, asked for and closed, with time to set up and to clear', async () => {
      await claim(room, '2027-03-09T18:45Z', '2027-03-09T19:45Z');
      expect(await times(room, '2027-03-09')).to.deep.equal([
        '18:00-18:30 free',
        '18:45-19:45 taken',
        '20:00-21:00 free',
      ]);
      await claim(room, '2027-03-16T18:00Z', '2027-03-16T21:00Z', {
        kind: 'hold',
        expires: minute('2027-03-10T00:00Z'),
      });
      expect(await times(room, '2027-03-16')).to.deep.equal(['18:00-21:00 asked']);
      await claim(room, '2027-03-23T00:00Z', '2027-03-24T00:00Z', { kind: 'closure' });
      expect(await times(room, '2027-03-23')).to.deep.equal(['18:00-21:00 closed']);
      await claim(room, '2027-03-30T18:00Z', '2027-03-30T19:00Z', { kind: 'closure' });
      expect(await times(room, '2027-03-30'), 'nobody needs time to set up beside it').to.deep.equal([
        '18:00-19:00 free',
        '19:00-20:00 closed',
        '20:00-21:00 free',
      ]);
    });

    it('does not count a hold that has run out, nor call free what would be refused', async () => {
      await claim(room, '2027-03-09T18:00Z', '2027-03-09T21:00Z', {
        kind: 'hold',
        expires: minute('2027-03-03T09:00Z'),
      });
      expect(await times(room, '2027-03-09')).to.deep.equal(['18:00-21:00 free']);
      await claim(room, '2027-03-16T18:15Z', '2027-03-16T20:30Z');
      expect(await times(room, '2027-03-16'), 'what is left is too short').to.deep.equal(['18:15-20:30 taken']);
      expect(await times(room, '2027-03-29'), 'Easter Monday').to.deep.equal([]);
      expect(await times(room, '2027-03-02')).to.deep.equal(['18:00-21:00 past']);
      expect(
        await times(
          await aSpace(desk.server, asset, {
            windows: [tuesday('18:00', '21:00')],
            noticeHours: 24 * 7,
            daysAhead: 10,
          }),
          '2027-03-09',
        ),
      ).to.deep.equal(['18:00-21:00 too_soon']);
      expect(
        await times(
          await aSpace(desk.server, asset, { windows: [tuesday('18:00', '21:00')], daysAhead: 10 }),
          '2027-03-16',
        ),
      ).to.deep.equal(['18:00-21:00 too_far']);
      expect(
        await times(
          await aSpace(desk.server, asset, { windows: [tuesday('18:00', '21:00')], bookable: false }),
          '2027-03-16',
        ),
      ).to.deep.equal(['18:00-21:00 not_offered']);
    });

    it('keeps the time on the clock when the clocks change', async () => {
      await claim(room, '2027-04-06T17:00Z', '2027-04-06T20:00Z');
      expect(await times(room, '2027-04-06'), '18:00 in summer time').to.deep.equal(['18:00-21:00 taken']);
    });

    it('shows a part that is taken on the whole, and the whole on its parts, in neutral words', async () => {
      const hall = await aSpace(desk.server, asset, {
        name: 'Hall',
        windows: [tuesday('18:00', '21:00')],
        parts: ['A', 'B'],
      });
      const [a, b] = await partsOf(desk.server, hall);
      await claim(found(a), '2027-03-09T18:00Z', '2027-03-09T20:00Z');
      expect([
        await times(hall, '2027-03-09'),
        await times(found(a), '2027-03-09'),
        await times(found(b), '2027-03-09'),
      ]).to.deep.equal([
        ['18:00-20:00 taken A part of it', '20:00-21:00 free'],
        ['18:00-20:00 taken', '20:00-21:00 free'],
        ['18:00-21:00 free'],
      ]);
      await claim(hall, '2027-03-16T18:00Z', '2027-03-16T21:00Z', { holder: desk.server.newId() });
      expect([await times(hall, '2027-03-16'), await times(found(b), '2027-03-16')]).to.deep.equal([
        ['18:00-21:00 taken'],
        ['18:00-21:00 taken'],
      ]);
    });

    it('says of a booking what everybody may know: never the name of a group', async () => {
      const open = await aSpace(desk.server, asset, { windows: [tuesday('18:00', '21:00', { approval: 'instant' })] });
      const { asker, groupId } = await aGroupOf(desk.server, desk.town, `${desk.server.newId()}@example.org`);
      await desk.server.bookings.book(asker, aWish(open.id, groupId));
      const [held] = await times(open, '2027-03-16');
      expect(held).to.match(/^18:00-20:00 (taken|asked) Community group – weekly meeting$/);
      const text = await textOf(`/spaces/${open.id}?day=2027-03-16`);
      expect(text).to.include('Community group – weekly meeting');
      for (const name of ['Stroke', 'Tuesday friends']) expect(text).to.not.include(name);
    });

    it('answers at most 62 days, and says so', async () => {
      const ask = (query: string) => desk.server.get(`/api/spaces/${room.id}/calendar?${query}`);
      expect((await ask('from=2027-03-01&to=2027-05-01').expect(200)).body.days).to.have.lengthOf(62);
      expect((await ask('from=2027-03-01&to=2027-05-02').expect(400)).body.detail).to.equal(
        'Ask for at most 62 days at once.',
      );
      expect((await ask('from=2027-03-02&to=2027-03-01').expect(400)).body.detail).to.equal(
        'Give a last day that is not before the first.',
      );
      await ask('from=2027-02-30').expect(400);
      await ask('from=2199-12-31').expect(200);
      await ask('who=me').expect(400);
    });
  });

  it('do not exist where their building is hidden, nor lead to one that has left the register', async () => {
    for (const path of ['', '/calendar']) await desk.server.get(`/api/spaces/${room.id}${path}`).expect(200);
    await changeAssets(desk.server, desk.town, [{ before: asset, fields: { state: 'vacant' } }]);
    for (const path of [`/spaces/${room.id}`, `/api/spaces/${room.id}`, `/api/spaces/${room.id}/calendar`]) {
      const reply = await desk.server.get(path).expect(404);
      expect(reply.text).to.not.include('Learning');
    }
    expect((await desk.server.get(`/assets/${asset.id}`).expect(200)).text).to.not.include('Learning room');
    expect(await textOf(page())).to.include('Hidden from the public');
    await retireAssets(desk.server, desk.town, [asset.id]);
    await desk.server.get(`/spaces/${room.id}`).expect(410);
    await desk.server.get('/spaces/nonsense').expect(404);
    await desk.server.get(`/spaces/${desk.server.newId()}`).expect(404);
  });

  describe('photos', () => {
    const path = (id = room.id): string => `/desk/spaces/${id}/photos`;
    const picture = (background = '#886644') => sharp({ create: { width: 900, height: 600, channels: 3, background } });
    const withPlace = (): Promise<Buffer> =>
      picture()
        .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 24/1 30/1' } })
        .jpeg()
        .toBuffer();
    const send = (content: Buffer | string, fields: Record<string, string>, id = room.id): Promise<Response> =>
      sendFile(owner, path(id), 'photo', { name: 'photo.jpg', content }, fields);
    const shown = async (): Promise<{ id: string; alt: string; credit: string | null }[]> =>
      (await json(`/api/spaces/${room.id}`)).photos;
    const pictures = async (address: string): Promise<string[]> =>
      [...(await words(await owner.get(address))).matchAll(/<img[^>]*alt="([^"]*)"/g)].map(([, alt = '']) => alt);

    it('of the room come first, then those of its building, made anew without place or camera', async () => {
      await sendFile(
        desk.broker,
        `/desk/assets/${asset.id}/photos`,
        'photo',
        { name: 'a.jpg', content: await picture('#000').jpeg().toBuffer() },
        { alt: 'The library from the street' },
      );
      expect(await pictures(`/spaces/${room.id}`)).to.deep.equal(['The library from the street']);
      expect(
        (await send(await withPlace(), { alt: 'Chairs around a table', credit: 'Ann' })).headers.get('location'),
      ).to.equal(`${path()}?done=added`);
      await send(await picture('#aaa').png().toBuffer(), { alt: 'The view from the window' });
      expect(await pictures(`/spaces/${room.id}`)).to.deep.equal([
        'Chairs around a table',
        'The view from the window',
        'The library from the street',
      ]);
      const [first] = await shown();
      for (const address of [`/photos/${first?.id}/1200.webp`, `${path()}/${first?.id}/480.webp`]) {
        const served = Buffer.from(await (await owner.get(address)).arrayBuffer());
        const { format, exif } = await sharp(served).metadata();
        expect([format, exif, served.includes('Telephone')]).to.deep.equal(['webp', undefined, false]);
      }
      expect((await owner.get(`${path()}/${first?.id}/99.webp`)).status).to.equal(404);
    });

    it('need words, and keep what was typed of those that were not right', async () => {
      const reply = await send(await withPlace(), { alt: ' ', credit: 'Ann Photographer' });
      const again = await words(reply);
      expect([
        reply.status,
        again.includes('for people who cannot see it'),
        again.includes('value="Ann Photographer"'),
      ]).to.deep.equal([400, true, true]);
      for (const [content, status] of [
        ['<svg xmlns="http://www.w3.org/2000/svg"/>', 400],
        ['', 400],
        [(await withPlace()).subarray(0, 300), 400],
      ] as const)
        expect((await send(content, { alt: 'A picture of it' })).status).to.equal(status);
      expect(await shown()).to.deep.equal([]);
      await send(await withPlace(), { alt: 'A picture of it' });
      const [photo] = await shown();
      const wrong = await owner.post(`${path()}/${photo?.id}/words`, { alt: 'x', credit: 'Typed by Olga' });
      const page = await words(wrong);
      expect([
        wrong.status,
        page.includes('value="Typed by Olga"'),
        page.includes(`href="#field-${photo?.id}-alt"`),
        page.includes(`id="field-${photo?.id}-alt"`),
      ]).to.deep.equal([400, true, true, true]);
    });

    it('are added once, however often the form comes', async () => {
      const fields = { alt: 'The hall with its stage', submission: desk.server.newId() };
      const [content, files] = [await withPlace(), join(desk.server.config.dataDir, 'photos')];
      await send(content, fields);
      const there = readdirSync(files).length;
      expect(
        (await Promise.all([send(content, fields), send(content, fields)])).map(({ status }) => status),
      ).to.deep.equal([303, 303]);
      expect([(await shown()).length, readdirSync(files).length]).to.deep.equal([1, there]);
    });

    it('change their order and words, and go away with their files; the record says so', async () => {
      for (const alt of ['First picture', 'Second picture', 'Third picture'])
        await send(await picture().jpeg().toBuffer(), { alt });
      const ids = (await shown()).map(({ id }) => id);
      await owner.post(`${path()}/${ids[2]}/move`, { direction: 'earlier' });
      await owner.post(`${path()}/${ids[0]}/move`, { direction: 'earlier' });
      await owner.post(`${path()}/${ids[1]}/words`, { alt: 'Another picture', credit: 'Ann' });
      expect((await owner.post(`${path()}/${ids[0]}/remove`)).headers.get('location')).to.equal(
        `${path()}?done=removed`,
      );
      expect((await shown()).map(({ alt, credit }) => [alt, credit])).to.deep.equal([
        ['Third picture', null],
        ['Another picture', 'Ann'],
      ]);
      expect((await owner.get(`/photos/${ids[0]}/480.webp`)).status).to.equal(404);
      expect((await owner.post(`${path()}/${ids[0]}/remove`)).status).to.equal(404);
      const text = await textOf(path());
      for (const said of [
        'A photo was added.',
        'The photos were put in another order.',
        'What is said about a photo changed.',
        'A photo was taken away.',
      ])
        expect(text).to.include(said);
    });

    it('of a hidden building, of another room or of one no longer let are nobody’s to see', async () => {
      await send(await withPlace(), { alt: 'The room by day' });
      const [photo] = await shown();
      const other = await aSpace(desk.server, asset, { name: 'Store' });
      expect([
        (await owner.get(`${path(other.id)}/${photo?.id}/480.webp`)).status,
        (await owner.post(`${path(other.id)}/${photo?.id}/remove`)).status,
      ]).to.deep.equal([404, 404]);
      await changeAssets(desk.server, desk.town, [{ before: asset, fields: { state: 'vacant' } }]);
      expect([
        (await desk.server.get(`/photos/${photo?.id}/480.webp`)).status,
        (await owner.get(`${path()}/${photo?.id}/480.webp`)).status,
      ]).to.deep.equal([404, 200]);
      await owner.post(page('/retire'));
      expect([
        (await owner.get(path())).status,
        (await send(await withPlace(), { alt: 'One more picture' })).status,
      ]).to.deep.equal([410, 410]);
    });
  });

  it('save what was changed on the form, and show it again with every mistake at its place', async () => {
    const fields = async (typed: Record<string, string>) =>
      filledIn(await (await owner.get(page())).text(), typed, page());
    const wrong = await owner.post(
      page(),
      await fields({ name: '', capacity: '-1', has_lift: 'maybe', description: 'Line <one>\nline two' }),
    );
    const again = await words(wrong);
    expect(wrong.status).to.equal(400);
    for (const field of ['name', 'capacity', 'has_lift'])
      expect(again).to.include(`href="#field-${field}"`).and.to.include(`id="field-${field}"`);
    expect(filledIn(again, {}, page())).to.deep.include({ description: 'Line <one>\nline two', capacity: '-1' });
    const reply = await owner.post(
      page(),
      await fields({ capacity: '25', has_lift: 'no', has_lift_note: 'Two flights of stairs' }),
    );
    expect([reply.status, reply.headers.get('location')]).to.deep.equal([303, page('?done=saved')]);
    expect(await now()).to.deep.include({
      capacity: 25,
      facilities: {
        step_free: { value: 'yes', note: null, hours: null },
        lift: { value: 'no', note: 'Two flights of stairs', hours: null },
      },
    });
  });

  it('say why groups cannot ask for a room, as its owner writes it, until the owner opens it', async () => {
    const fields = async (typed: Record<string, string>) =>
      filledIn(await (await owner.get(page())).text(), typed, page());
    expect(
      (
        await owner.post(
          page(),
          await fields({
            bookable: 'no',
            why_not_bookable: 'Only for members of the <club>.',
            access_notes: 'The way in is steep.',
          }),
        )
      ).status,
    ).to.equal(303);
    const shown = await words(await owner.get(`/spaces/${room.id}`));
    for (const said of [
      'Groups cannot ask for this room. Only for members of the &lt;club&gt;.',
      'The way in is steep.',
    ])
      expect(shown).to.include(said);
    expect(shown).to.not.include('Ask for this room');
    expect(await json(`/api/spaces/${room.id}`)).to.deep.include({
      bookable: false,
      whyNotBookable: 'Only for members of the <club>.',
      accessNotes: 'The way in is steep.',
    });
    expect((await owner.post(page(), await fields({ bookable: 'yes' }))).status).to.equal(303);
    expect(await now()).to.include({ bookable: true, whyNotBookable: null, accessNotes: 'The way in is steep.' });
  });

  it('tell the second of two who edit, with both on the form', async () => {
    const form = filledIn(await (await owner.get(page())).text(), { description: 'Mine' }, page());
    await desk.broker.post(page(), filledIn(await (await desk.broker.get(page())).text(), { capacity: '30' }, page()));
    const reply = await owner.post(page(), form);
    const text = await words(reply);
    expect([
      reply.status,
      text.includes('Bina Broker changed this meanwhile'),
      text.includes('how many people fit'),
    ]).to.deep.equal([409, true, true]);
    expect((await owner.post(page(), filledIn(text, {}, page()))).status).to.equal(303);
    expect(await now()).to.include({ description: 'Mine', capacity: 30 });
  });

  it('keep lists of hours and prices that somebody else saved until one has seen them', async () => {
    for (const [list, typed, theirs, said] of [
      ['/hours', { hours_to_1: '20:00' }, { hours_from_1: '10:00' }, 'Monday 10:00 to 17:00'],
      ['/prices', { deposit: '10' }, { prices_pounds_1: '13' }, 'Community groups: £13 an hour'],
    ] as const) {
      const mine = filledIn(await (await owner.get(page(list))).text(), typed, page(list));
      expect(
        (
          await desk.broker.post(
            page(list),
            filledIn(await (await desk.broker.get(page(list))).text(), theirs, page(list)),
          )
        ).status,
      ).to.equal(303);
      const reply = await owner.post(page(list), mine);
      const text = await words(reply);
      expect([reply.status, text.includes(said)], list).to.deep.equal([409, true]);
      expect((await owner.post(page(list), filledIn(text, {}, page(list)))).status, list).to.equal(303);
    }
    expect((await now()).windows.map(({ from, to }) => [from, to])).to.deep.equal([
      [540, 1_200],
      [1_080, 1_260],
    ]);
    expect((await now()).depositPence).to.equal(1_000);
  });

  it('take the same from programs, as lists and as JSON', async () => {
    const seen = async (path: string): Promise<string> =>
      found(filledIn(await (await owner.get(path)).text(), {}, path)['seen']);
    const sent = {
      seen: await seen(page('/hours')),
      hours: [
        {
          days: 3,
          from: '10:00',
          to: '12:00',
          term: 'always',
          approval: 'instant',
          open: 'yes',
          staffed: 'yes',
          season_from: null,
        },
      ],
    };
    expect(
      (await owner.post(page('/hours'), sent as unknown as Record<string, string>, { json: true })).status,
    ).to.equal(201);
    expect((await now()).windows.map(({ id, ...window }) => window)).to.deep.equal([
      {
        weekday: 3,
        from: 600,
        to: 720,
        term: 'always',
        approval: 'instant',
        publishedOpen: true,
        staffed: true,
        seasonFrom: null,
        seasonTo: null,
        note: null,
      },
    ]);
    const wrong = await owner.post(
      page('/hours'),
      { ...sent, hours: [{ days: 9, from: 'x' }, 'rubbish', null] } as unknown as Record<string, string>,
      { json: true },
    );
    expect([wrong.status, (await wrong.json()).errors.map(({ field }: { field: string }) => field)]).to.deep.equal([
      400,
      ['hours_days_1', 'hours_from_1', 'hours_to_1'],
    ]);
  });

  it('divide, join and retire, and say why not when something is booked', async () => {
    const divided = await owner.post(page('/parts'), { part_name_1: 'A', part_capacity_1: '10', part_name_2: 'B' });
    expect(divided.status).to.equal(303);
    const parts = await partsOf(desk.server, room);
    expect(await textOf(page('/parts'))).to.include('A up to 10 people');
    await claim(found(parts[0]), '2027-03-09T18:00Z', '2027-03-09T20:00Z');
    const refused = await owner.post(page('/join'));
    expect([refused.status, (await words(refused)).includes('on one date from 9 March 2027')]).to.deep.equal([
      409,
      true,
    ]);
    await desk.server.db('claims').delete();
    expect((await owner.post(page('/join'))).status).to.equal(303);
    expect((await owner.post(page('/retire'))).headers.get('location')).to.equal(
      `/desk/assets/${asset.id}/spaces?done=retired`,
    );
    expect((await owner.get(page())).status).to.equal(410);
    await desk.server.get(`/spaces/${room.id}`).expect(410);
  });

  it('let officers keep terms and days off of the area, and owners those of their place', async () => {
    const path = '/desk/calendar?area=testborough';
    const terms = filledIn(
      await words(await desk.broker.get(path)),
      { term_name_1: 'Spring', term_from_1: '2027-01-04', term_to_1: '2027-03-25' },
      '/desk/calendar/terms\\?area=testborough',
    );
    expect((await desk.broker.post('/desk/calendar/terms?area=testborough', terms)).status).to.equal(303);
    const off = filledIn(
      await words(await desk.broker.get(path)),
      { off_day_1: '2027-12-29', off_name_1: 'Closed' },
      '/desk/calendar/days-off\\?area=testborough',
    );
    expect(
      (await desk.broker.post('/desk/calendar/days-off?area=testborough', { ...off, off_name_1: '' })).status,
    ).to.equal(400);
    expect((await desk.broker.post('/desk/calendar/days-off?area=testborough', off)).status).to.equal(303);
    expect(
      (await desk.broker.post('/desk/calendar/days-off?area=testborough', { ...off, off_day_1: '2027-12-30' })).status,
      'made from an older page',
    ).to.equal(409);
    expect((await desk.server.areas.daysOff(desk.town.area.id)).has('2027-12-29')).to.equal(true);
    expect((await owner.get(path)).status).to.equal(404);
    const own = `/desk/assets/${asset.id}/terms`;
    expect(
      (
        await owner.post(
          own,
          filledIn(
            await words(await owner.get(own)),
            { term_name_1: 'Long spring', term_from_1: '2027-01-04', term_to_1: '2027-04-30' },
            own,
          ),
        )
      ).status,
    ).to.equal(303);
    expect((await now()).terms.map(({ name }) => name)).to.deep.equal(['Long spring']);
  });

  describe('last year’s terms and seasons', () => {
    const path = (): string => `/desk/assets/${asset.id}/next-year`;
    const form = async (year = '2027'): Promise<Record<string, string>> =>
      filledIn(await words(await owner.get(`${path()}?year=${year}`)), {}, path());
    const season = { seasonFrom: '2026-05-01', seasonTo: '2026-09-30' };
    const termsNow = async (): Promise<string[]> =>
      (await desk.server.spaceEditing.days.terms(asset.areaId, asset.id)).map(
        ({ name, from, to }) => `${name} ${from} ${to}`,
      );
    const seasonsNow = async (): Promise<string[]> =>
      (await now()).windows.flatMap(({ weekday, from, seasonFrom, seasonTo }) =>
        seasonFrom ? [`${weekday} ${from / 60} ${seasonFrom} ${seasonTo}`] : [],
      );
    const lastYear = async (
      windows = [tuesday('09:00', '12:00', season), monday('18:00', '20:00', season), tuesday('18:00', '21:00')],
    ): Promise<void> => {
      await someTerms(
        desk.server,
        asset.areaId,
        [
          { name: 'Spring 2026', from: '2026-01-05', to: '2026-03-27' },
          { name: 'Autumn 2026/27', from: '2026-09-01', to: '2026-12-18' },
        ],
        asset.id,
      );
      await desk.server.db('space_windows').where({ space_id: room.id }).delete();
      await desk.server.inOneTransaction(({ trx }) =>
        spacesOn(trx).replaceWindows(
          room.id,
          windows.map((window) => ({ ...window, id: desk.server.newId() })),
        ),
      );
    };

    it('are shown as they would be, changed, and copied once however often it is done', async () => {
      await lastYear();
      const page = await textOf(`${path()}?year=2027`);
      for (const said of [
        'Term: Spring 2026',
        'Was 5 January 2026 to 27 March 2026.',
        'Learning room',
        'Was 1 May 2026 to 30 September 2026: Monday 18:00 to 20:00, Tuesday 09:00 to 12:00',
        'This will be there.',
      ])
        expect(page, said).to.include(said);
      const proposed = await form();
      expect(proposed).to.include({
        name_1: 'Spring 2027',
        from_1: '2027-01-04',
        to_1: '2027-03-26',
        name_2: 'Autumn 2027/28',
        from_2: '2027-08-31',
        from_3: '2027-05-01',
        to_3: '2027-09-30',
      });
      const replies = await Promise.all([
        owner.post(path(), { ...proposed, from_3: '2027-05-08' }),
        owner.post(path(), { ...proposed, from_3: '2027-05-08' }),
      ]);
      expect(replies.map(({ status }) => status)).to.deep.equal([303, 303]);
      const there = [await termsNow(), await seasonsNow()];
      expect(there).to.deep.equal([
        [
          'Spring 2026 2026-01-05 2026-03-27',
          'Autumn 2026/27 2026-09-01 2026-12-18',
          'Spring 2027 2027-01-04 2027-03-26',
          'Autumn 2027/28 2027-08-31 2027-12-17',
        ],
        [
          '1 18 2026-05-01 2026-09-30',
          '1 18 2027-05-08 2027-09-30',
          '2 9 2026-05-01 2026-09-30',
          '2 9 2027-05-08 2027-09-30',
        ],
      ]);
      const again = await textOf(`${path()}?year=2027`);
      for (const said of [
        'It is there already.',
        'Something is there at that time: Monday 18:00 to 20:00, 8 May 2027 to 30 September 2027',
      ])
        expect(again, said).to.include(said);
      expect((await owner.post(path(), await form())).status, 'nothing is ticked any more').to.equal(400);
      expect([await termsNow(), await seasonsNow()]).to.deep.equal(there);
      expect((await form('2028')).name_1).to.equal('Spring 2028');
    });

    it('say what clashes, keep what was typed, and write all that is ticked or nothing', async () => {
      await lastYear([
        tuesday('09:00', '12:00', season),
        tuesday('10:00', '11:00', { seasonFrom: '2027-06-01', seasonTo: '2027-06-30' }),
      ]);
      const proposed = await form();
      expect(await textOf(`${path()}?year=2027`)).to.include('Tuesday 10:00 to 11:00, 1 June 2027 to 30 June 2027');
      expect([proposed['take_1'], proposed['take_3']]).to.deep.equal(['yes', undefined]);
      for (const [typed, said] of [
        [{ take_3: 'yes' }, 'Change the days of the season of Learning room'],
        [{ to_1: '2027-01-01' }, 'Enter a first and a last day for Spring 2026'],
        [{ from_2: '2027-03-01' }, 'Change the days of Autumn 2026/27'],
        [{ name_1: '' }, 'Enter what the term is called'],
      ] as const) {
        const reply = await owner.post(path(), { ...proposed, ...typed });
        const text = await words(reply);
        expect([reply.status, text.includes(said), text.includes('data-focus-first')], said).to.deep.equal([
          400,
          true,
          true,
        ]);
        expect(filledIn(text, {}, path()), said).to.include(typed);
      }
      expect(await termsNow()).to.have.lengthOf(2);
      expect((await owner.post(path(), { ...proposed, take_3: 'yes', from_3: '2027-07-01' })).status).to.equal(303);
      expect(await seasonsNow()).to.deep.equal([
        '2 9 2026-05-01 2026-09-30',
        '2 9 2027-07-01 2027-09-30',
        '2 10 2027-06-01 2027-06-30',
      ]);
    });

    it('are copied for a whole area by its officers: terms only, once, and nobody else may', async () => {
      const address = '/desk/calendar/next-year?area=testborough';
      const before = await desk.server.spaceEditing.days.terms(asset.areaId, null);
      await someTerms(desk.server, asset.areaId, [{ name: 'Summer 2026', from: '2026-04-13', to: '2026-07-21' }]);
      const areaForm = async (): Promise<Record<string, string>> =>
        filledIn(await words(await desk.broker.get(address)), {}, '/desk/calendar/next-year\\?area=testborough');
      const proposed = await areaForm();
      expect(proposed).to.include({
        area: 'testborough',
        year: '2027',
        name_1: 'Summer 2027',
        from_1: '2027-04-12',
        to_1: '2027-07-20',
      });
      expect((await desk.broker.post(address, { ...proposed, to_1: '2027-01-01' })).status).to.equal(400);
      expect((await desk.broker.post(address, proposed)).headers.get('location')).to.equal(
        '/desk/calendar/next-year?area=testborough&year=2027',
      );
      expect((await desk.server.spaceEditing.days.terms(asset.areaId, null)).map(({ name }) => name)).to.deep.equal([
        'Summer 2026',
        'Summer 2027',
      ]);
      expect(await words(await desk.broker.get(address)))
        .to.include('It is there already.')
        .and.include('Copied: one term.');
      expect([
        (await owner.get(address)).status,
        (await owner.post(address, proposed)).status,
        (await desk.broker.get('/desk/calendar/next-year?area=nowhere')).status,
      ]).to.deep.equal([404, 404, 404]);
      await someTerms(desk.server, asset.areaId, before);
    });

    it('say so where there are none, and what is wrong with hostile forms', async () => {
      expect(await textOf(`${path()}?year=2027`))
        .to.include('there is nothing to copy')
        .and.include('has no terms of its own');
      for (const sent of [
        {},
        { year: '2027' },
        { year: 'x', source_1: 'y' },
        { year: '2027', source_1: '__proto__', take_1: 'yes', from_1: 'x'.repeat(5_000) },
      ])
        expect((await owner.post(path(), sent)).status).to.equal(400);
      expect((await owner.get(`${path()}?year=9999&again=yes&source_1=x&from_1[]=1`)).status).to.equal(200);
    });
  });

  it('answer forms that are hostile, huge or not their own with what to do, and change nothing', async () => {
    const before = await now();
    const evil = {
      seen: '{"name":"x"',
      name: '<script>'.repeat(1_000),
      capacity: '1e999',
      has_step_free: ['a', 'b'] as unknown as string,
      __proto__: 'x',
    };
    for (const path of ['', '/hours', '/prices']) {
      // A list that is empty may be meant; but it was made from another than is there now.
      const refused = path === '' ? 400 : 409;
      expect((await owner.post(page(path), evil)).status, path).to.equal(refused);
      expect((await owner.post(page(path), evil, { json: true })).status, path).to.equal(refused);
      expect((await owner.post(page(path), {})).status, path).to.equal(400);
    }
    expect((await owner.post(page('/parts'), { part_name_1: 'x'.repeat(300), part_capacity_2: '-4' })).status).to.equal(
      400,
    );
    expect((await owner.post(`/desk/assets/${asset.id}/spaces`, { name: 'Learning room' })).status).to.equal(400);
    expect((await owner.post(`/desk/assets/${asset.id}/spaces`, { name: 'x', submission: 'y' })).status).to.equal(400);
    expect(await now()).to.deep.equal(before);
  });

  it('are listed on the page of their place, parts under the whole, and lead on', async () => {
    await aSpace(desk.server, asset, { name: 'Hall', parts: ['North half'] });
    const text = (await desk.server.get(`/assets/${asset.id}`).expect(200)).text;
    expect(text).to.include(`href="/spaces/${room.id}"`);
    expect(text).to.include('aria-label="Parts of Hall"');
  });
});
