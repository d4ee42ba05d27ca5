import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';
import { someoneWith } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aBuilding, anHour, aSpace, someTerms, thursday, tuesday } from '../../support/spaces.ts';

describe('Rooms on screen', function () {
  this.timeout(120_000);
  let server: TestServer;
  let town: Town;
  let asset: Asset;
  let owner: Visitor;
  let room: BookableSpace;
  let page: Page;

  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    town = await aTown(server);
    owner = await someoneWith(
      server,
      'owner@example.org',
      [['owner_representative', 'owner', town.owner.id]],
      'Olga Owner',
    );
    asset = await aBuilding(server, town, {
      name: 'Old Library',
      address: { number: '4', street: 'Mill Lane', town: 'Testborough', postcode: 'ZZ1 1AA' },
    });
    room = await aSpace(server, asset, {
      name: 'Learning room',
      floor: '1',
      description: 'Round tables and a screen.',
      capacity: 20,
      has: ['step_free', 'lift', 'accessible_toilet', 'screen'],
      pence: 1_250,
      equipment: ['20 chairs'],
      minutesAfter: 15,
      closedOnBankHolidays: true,
      windows: [tuesday('18:00', '21:00'), thursday('09:00', '17:00', { staffed: true, approval: 'instant' })],
      tariffs: [anHour(1_250), anHour(1_400, { from: '2027-04-01' }), anHour(2_500, { audience: 'commercial' })],
      hirersLiability: {
        available: true,
        cost: { kind: 'percent', percent: 12, minimumPence: 500 },
        exclusions: 'Not for martial arts.',
      },
      depositPence: 3_000,
    });
    await aSpace(server, asset, { name: 'Reading hall', capacity: 80, parts: ['North half', 'South half'] });
    await aSpace(server, asset, { name: 'Attic', capacity: null, windows: [], pence: null });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });
  beforeEach(async () => {
    page = await open();
  });
  afterEach(() => page.context().close());

  const open = async (settings: Parameters<typeof aPage>[0] = {}): Promise<Page> => {
    const next = await aPage(settings);
    const [name = '', value = ''] = owner.cookie().split('=');
    await next.context().addCookies([{ name, value, url: server.url }]);
    return next;
  };
  const now = async (id = room.id): Promise<BookableSpace> => found((await server.spaces.bookable([id]))[0]);
  /** Without scripts axe cannot run: pages are looked at for it with scripts, and are the same. */
  const fine = async (name: string, on = page): Promise<void> => {
    if (on === page) expect(await axeFindings(on), name).to.deep.equal([]);
    await screenshot(on, `space-${name}`);
    await on.setViewportSize({ width: 360, height: 800 });
    expect([name, await scrollsSideways(on)]).to.deep.equal([name, false]);
    await screenshot(on, `space-${name}-360`);
    await on.setViewportSize({ width: 1280, height: 900 });
  };
  /** The words of whatever has the focus. */
  const held = async (): Promise<string> => ((await page.locator(':focus').textContent()) ?? '').trim();
  const claim = async (leaf: number, starts: string, ends: string, kind = 'booking'): Promise<void> => {
    const minute = (at: string): number => Date.parse(at) / 60_000;
    await server.db('claims').insert({
      leaf,
      starts: minute(starts),
      ends: minute(ends),
      kind,
      holder: server.newId(),
      expires: kind === 'hold' ? minute('2027-12-01T00:00Z') : null,
    });
  };

  it('opening hours are edited with the keyboard alone: moved, lengthened, added, taken away', async () => {
    await page.goto(`${server.url}/desk/spaces/${room.id}/hours`);
    await tabTo(page, 'Tuesday 18');
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.locator('.week-grid__said').innerText()).to.equal('Wednesday 18:30 to 21:15.');
    expect(await held()).to.equal('Wednesday 18:30 to 21:15');
    await fine('hours');
    await tabTo(page, 'Thursday 09');
    await page.keyboard.press('Delete');
    expect(await page.locator('.week-grid__said').innerText()).to.equal('Thursday 09:00 to 17:00 is taken away.');
    await tabTo(page, 'Add opening hours on Saturday');
    await page.keyboard.press('Enter');
    await page.keyboard.press('PageUp');
    expect(await held()).to.equal('Saturday 17:00 to 20:00');
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.match(/textbox Opens/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5.30pm');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
    expect(
      (await now()).windows.map(({ weekday, from, to, publishedOpen }) => [weekday, from, to, publishedOpen]),
    ).to.deep.equal([
      [3, 1_110, 1_275, true],
      [6, 1_050, 1_200, false],
    ]);
  });

  it('opening hours are dragged with the mouse, and a line for several days is parted', async () => {
    await page.goto(`${server.url}/desk/spaces/${room.id}/hours`);
    await page.locator('.hours-line').first().getByLabel('Day', { exact: true }).selectOption('1-5');
    await page.getByRole('button', { name: 'Monday 18:30 to 21:15' }).scrollIntoViewIfNeeded();
    const box = found(await page.getByRole('button', { name: 'Monday 18:30 to 21:15' }).boundingBox());
    await page.mouse.move(box.x + box.width / 2, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 10 - box.height, { steps: 6 });
    await page.mouse.up();
    expect(await page.getByRole('button', { name: /^Tuesday 18:30/ }).count()).to.equal(1);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const windows = (await now()).windows.map(({ weekday, from, to }) => [weekday, from, to]);
    expect(windows.filter(([weekday]) => weekday !== 1)).to.deep.equal([
      [2, 1_110, 1_275],
      [3, 1_110, 1_275],
      [4, 1_110, 1_275],
      [5, 1_110, 1_275],
      [6, 1_050, 1_200],
    ]);
    expect(windows[0]?.[1]).to.be.within(900, 990);
    // What is drawn on an empty place is as long as it is drawn.
    await page.goto(`${server.url}/desk/spaces/${room.id}/hours`);
    await page.locator('.week-grid__field').evaluate((one) => one.scrollIntoView({ block: 'start' }));
    const field = found(await page.locator('.week-grid__field').boundingBox());
    const at = (hour: number): number => field.y + ((hour - 6) / 18) * field.height + 2;
    await page.mouse.move(field.x + field.width * (6.5 / 7), at(10));
    await page.mouse.down();
    await page.mouse.move(field.x + field.width * (6.5 / 7), at(14), { steps: 6 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Sunday 10:00 to 14:00' }).waitFor();
  });

  it('opening hours are edited without JavaScript, with mistakes told at their lines', async () => {
    const plain = await open({ javaScript: false });
    await plain.goto(`${server.url}/owners/${town.owner.id}`);
    await plain.getByRole('link', { name: 'Rooms and spaces of Old Library' }).click();
    await plain.getByRole('heading', { name: 'Rooms and spaces in Old Library' }).waitFor();
    await fine('list', plain);
    await plain.getByRole('link', { name: 'Opening hours of Attic' }).click();
    const line = plain.getByRole('group', { name: 'Line 1', exact: true });
    await line.getByLabel('Day', { exact: true }).selectOption('Monday to Friday');
    await line.getByLabel('Opens').fill('21:00');
    await line.getByLabel('Closes').fill('18:00');
    await plain.getByRole('button', { name: 'Save' }).click();
    await plain.getByRole('link', { name: 'Enter a closing time after the opening time.' }).click();
    await fine('hours-mistake', plain);
    await line.getByLabel('Opens').fill('9am');
    await line.getByLabel('Published as open?').selectOption('Yes');
    await plain.getByRole('button', { name: 'See how others will see it' }).click();
    await plain.getByText('This is how others will see it.').waitFor();
    await fine('preview', plain);
    await plain.getByRole('button', { name: 'Save' }).click();
    await plain.getByText('Saved.').waitFor();
    const attic = found((await server.spaces.inAsset(asset.id)).find(({ name }) => name === 'Attic'));
    expect(
      (await now(attic.id)).windows.map(({ weekday, from, to, publishedOpen }) => [weekday, from, to, publishedOpen]),
    ).to.deep.equal([1, 2, 3, 4, 5].map((day) => [day, 540, 1_080, true]));
    await plain.context().close();
  });

  it('photos are added, described and put in order without JavaScript, and everybody sees them', async () => {
    const photo = async (one: string, other: string): Promise<Buffer> => {
      const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="900"><rect width="1400" height="900" fill="${one}"/><rect y="600" width="1400" height="300" fill="${other}"/><circle cx="1050" cy="260" r="130" fill="#fff" opacity=".6"/></svg>`;
      return sharp(Buffer.from(scene)).jpeg().toBuffer();
    };
    const plain = await open({ javaScript: false });
    await plain.goto(`${server.url}/desk/spaces/${room.id}`);
    await plain.getByRole('link', { name: 'Photos' }).click();
    await plain.getByRole('button', { name: 'Add the photo' }).click();
    await plain.getByRole('link', { name: 'Say what the picture shows, for people who cannot see it.' }).click();
    await fine('photos-mistake', plain);
    for (const [alt, wall, floor] of [
      ['The window side', '#86b', '#534'],
      ['Round tables with twenty chairs', '#6a8', '#354'],
      ['The way in without steps', '#b96', '#543'],
    ] as const) {
      await plain
        .getByLabel('Photo', { exact: true })
        .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(wall, floor) });
      await plain.getByLabel('What it shows').fill(alt);
      await plain.getByRole('button', { name: 'Add the photo' }).click();
      await plain.getByText('The photo is there.').waitFor();
    }
    await plain.getByRole('button', { name: 'Move up photo 2' }).click();
    await plain.getByText('The order has changed.').waitFor();
    await plain.context().close();
    await page.goto(`${server.url}/desk/spaces/${room.id}/photos`);
    await fine('photos');
    await page.goto(`${server.url}/spaces/${room.id}`);
    expect(await page.locator('img').evaluateAll((all) => all.map((one) => one.getAttribute('alt')))).to.deep.equal([
      'Round tables with twenty chairs',
      'The window side',
      'The way in without steps',
    ]);
    await fine('page-photos');
  });

  it('last year’s terms and seasons are copied without JavaScript', async () => {
    await someTerms(
      server,
      asset.areaId,
      [
        { name: 'Spring 2026', from: '2026-01-05', to: '2026-03-27' },
        { name: 'Summer 2026', from: '2026-04-13', to: '2026-07-21' },
        { name: 'Spring 2027', from: '2027-01-11', to: '2027-03-24' },
      ],
      asset.id,
    );
    const season = { seasonFrom: '2026-05-01', seasonTo: '2026-09-30' };
    await aSpace(server, asset, {
      name: 'Courtyard',
      windows: [tuesday('09:00', '12:00', season), thursday('09:00', '12:00', season)],
    });
    const plain = await open({ javaScript: false });
    await plain.goto(`${server.url}/desk/assets/${asset.id}/spaces`);
    await plain.getByRole('link', { name: 'Copy last year’s terms and seasons' }).click();
    await plain.getByText('Something is there at that time: Spring 2027').waitFor();
    await plain.getByRole('group', { name: 'Term: Summer 2026' }).getByLabel('to', { exact: true }).fill('2027-01-01');
    await plain.getByRole('button', { name: 'Copy the ticked lines' }).click();
    await plain.getByRole('link', { name: 'Enter a first and a last day for Summer 2026' }).click();
    await fine('next-year', plain);
    await plain.getByRole('group', { name: 'Term: Summer 2026' }).getByLabel('to', { exact: true }).fill('2027-07-22');
    await plain.getByRole('button', { name: 'Copy the ticked lines' }).click();
    await plain.getByText('Copied: one term and one season.').waitFor();
    await plain.context().close();
    await page.goto(`${server.url}/desk/assets/${asset.id}/next-year`);
    await fine('next-year-done');
  });

  it('a room is added and described, with every fact yes, no or not known', async () => {
    await page.goto(`${server.url}/desk/assets/${asset.id}/spaces`);
    await page.getByRole('link', { name: 'Add a room or space' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add a room or space' }).waitFor();
    await fine('new');
    await page.getByLabel('Name', { exact: true }).fill('Garden room');
    await page.getByRole('group', { name: 'Step-free way in' }).getByLabel('Yes').check();
    await page.getByRole('group', { name: 'Step-free way in' }).getByText('Add a note or hours').click();
    await page.getByRole('group', { name: 'Step-free way in' }).getByLabel('Note').fill('Ring the bell');
    await page.getByRole('group', { name: 'Lift' }).getByLabel('No', { exact: true }).check();
    await page.getByRole('radio', { name: 'Yes, and it costs nothing' }).check();
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('The space is added.').waitFor();
    await page.getByRole('link', { name: 'Prices' }).click();
    await page.getByRole('heading', { level: 2, name: 'Prices', exact: true }).waitFor();
    await fine('prices');
    const first = page.getByRole('group', { name: 'Price 1', exact: true });
    await first.getByLabel('Pounds').fill('0');
    await page.getByLabel('Deposit').fill('30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'What it is' }).click();
    await page.getByRole('heading', { level: 2, name: 'What it is', exact: true }).waitFor();
    await fine('edit');
    await page.getByRole('link', { name: 'Parts, and the end' }).click();
    await page.getByRole('heading', { level: 2, name: 'Parts', exact: true }).waitFor();
    await fine('parts');
    await page.goto(`${server.url}/desk/assets/${asset.id}/terms`);
    await fine('terms');
  });

  it('everybody sees what it is, what it costs and when it is free, also without scripts', async () => {
    const hall = found((await server.spaces.inAsset(asset.id)).find(({ name }) => name === 'Reading hall'));
    const { leaves } = await now(hall.id);
    await claim(found(leaves[0]), '2027-03-04T18:00Z', '2027-03-04T20:00Z');
    await claim(found(leaves[0]), '2027-03-05T10:00Z', '2027-03-05T12:00Z', 'hold');
    await claim(found(leaves[1]), '2027-03-06T00:00Z', '2027-03-07T00:00Z', 'closure');
    const plain = await aPage({ javaScript: false });
    await plain.goto(`${server.url}/assets/${asset.id}`);
    await plain.getByRole('link', { name: 'Reading hall', exact: true }).click();
    await plain.getByRole('heading', { level: 1, name: 'Reading hall' }).waitFor();
    await fine('public', plain);
    const day = plain.getByRole('row', { name: /^Thursday 4 March/ });
    expect(await day.getByRole('listitem').allInnerTexts()).to.deep.equal([
      '08:00 to 18:00: Free',
      '18:00 to 20:00: Taken (A part of it)',
      '20:00 to 22:00: Free',
    ]);
    expect(await plain.getByRole('row', { name: /^Friday 5 March/ }).innerText()).to.include(
      '10:00 to 12:00: Being asked for (A part of it)',
    );
    expect(await plain.getByRole('row', { name: /^Saturday 6 March/ }).innerText()).to.include(
      '08:00 to 22:00: Closed',
    );
    await plain.getByRole('link', { name: 'Month', exact: true }).click();
    await plain.locator('.month').waitFor();
    await fine('month', plain);
    expect(await plain.getByRole('cell', { name: /^4 Part free/ }).count()).to.equal(1);
    await plain.getByRole('link', { name: 'Next month' }).click();
    await plain.getByRole('link', { name: /^6\s*Free/ }).click();
    expect(await plain.locator('.week caption').innerText()).to.equal('5 April 2027 to 11 April 2027');
    await plain.context().close();
    for (const [name, path] of [
      ['public-room', `/spaces/${room.id}`],
      ['public-hall', `/spaces/${hall.id}?day=2027-03-03`],
      ['month-hall', `/spaces/${hall.id}?view=month`],
    ] as const) {
      await page.goto(`${server.url}${path}`);
      await fine(name);
    }
    await page.getByText('The same as a list').click();
    await fine('month-list');
  });

  it('shows what is wrong, what others will see, and what somebody else changed meanwhile', async () => {
    await page.goto(`${server.url}/desk/spaces/${room.id}`);
    await page.getByLabel('At most').fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.mistakes').waitFor();
    await fine('edit-mistake');
    await page.getByLabel('At most').fill('25');
    await page.getByRole('button', { name: 'See how others will see it' }).click();
    await page.getByText('This is how others will see it.').waitFor();
    await fine('edit-preview');
    const other = await open();
    await other.goto(`${server.url}/desk/spaces/${room.id}`);
    await other.getByLabel('Description').fill('Changed by another.');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Saved.').waitFor();
    await other.context().close();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Olga Owner changed this meanwhile').waitFor();
    await fine('edit-conflict');
    expect(await page.getByLabel('At most').inputValue()).to.equal('25');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await now()).to.include({ capacity: 25, description: 'Changed by another.' });
  });

  it('looks as it should in the dark, in forced colours and at 400 per cent', async () => {
    for (const [name, settings] of [
      ['dark', { dark: true }],
      ['forced', { forcedColours: true }],
      ['zoomed', { width: 320, height: 640 }],
    ] as const) {
      const other = await open(settings);
      await other.goto(`${server.url}/spaces/${room.id}?view=month`);
      // In forced colours the browser paints others than those that axe reckons with: looked at as pictures instead.
      if (name !== 'forced') expect(await axeFindings(other), name).to.deep.equal([]);
      expect(await scrollsSideways(other), name).to.equal(false);
      await screenshot(other, `space-public-${name}`);
      await other.goto(`${server.url}/desk/spaces/${room.id}/hours`);
      await other.locator('week-grid[live]').waitFor();
      if (name !== 'forced') expect(await axeFindings(other), name).to.deep.equal([]);
      expect(await scrollsSideways(other), name).to.equal(false);
      await screenshot(other, `space-hours-${name}`);
      await other.context().close();
    }
  });
});
