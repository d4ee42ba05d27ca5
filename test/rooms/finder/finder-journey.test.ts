import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { spacePhotosOn } from '../../../src/rooms/spaces/space-photo-store.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, inTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aRoom, everyDay } from '../../support/spaces.ts';

const TUESDAYS = 'near=ZZ1+6AA&km=3&repeat=weekly&day=tue&start=18:00&hours=2&from=2027-03-09&until=2027-03-30';
/** Each page in a state that matters. */
const STATES: [name: string, path: string][] = [
  ['new', '/spaces'],
  ['results', `/spaces?${TUESDAYS}&need=step_free,accessible_toilet`],
  ['nothing fits', `/spaces?${TUESDAYS}&need=piano`],
  ['near misses', `/spaces?${TUESDAYS.replace('18:00', '19:30')}`],
  ['mistakes', '/spaces?near=nowhere&people=lots&repeat=weekly&start=26:00'],
];

describe('The finder on screen', function () {
  this.timeout(120_000);
  let server: TestServer;
  let town: Town;
  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    town = await aTown(server);
    const at = (east: number, north: number, name: string) => ({ asset: { point: inTown(east, north), name } });
    const room = await aRoom(server, town, {
      name: 'Group room',
      has: ['step_free', 'accessible_toilet'],
      depositPence: 3_000,
      ...at(0.4, 0.4, 'Health centre'),
    });
    await aPhotoOf(room.id);
    await aRoom(server, town, {
      name: 'Meeting room',
      pence: 1_250,
      has: ['step_free', 'accessible_toilet', 'kitchen'],
      openingCostPence: 1_500,
      windows: everyDay('09:00', '21:00', { staffed: false }),
      ...at(0.6, 0.5, 'Library'),
    });
    await aRoom(server, town, {
      name: 'School hall',
      pence: null,
      has: ['parking'],
      capacity: 200,
      ...at(0.7, 0.7, 'School'),
    });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const aPhotoOf = async (spaceId: string): Promise<void> => {
    const id = server.newId();
    const size = await server.photos.keep(
      id,
      await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a9' } })
        .jpeg()
        .toBuffer(),
    );
    await server.inOneTransaction(({ trx }) =>
      spacePhotosOn(trx).add({
        id,
        spaceId,
        position: 0,
        alt: 'Twelve chairs in a circle',
        credit: null,
        submission: id,
        ...size,
      }),
    );
  };
  const cards = (page: Page): Promise<string[]> => page.locator('ol.rooms .room__name a').allTextContents();

  it('leads somebody with a keyboard from the start page to a room that is free on all dates', async () => {
    const page = await aPage({ motion: true });
    await page.goto(server.url);
    await tabTo(page, /button A room/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Find a room in Testborough' }).waitFor();
    await tabTo(page, 'Near');
    await page.keyboard.type('ZZ1 6AA');
    await tabTo(page, 'checkbox Tuesday');
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'Say a little more, and we look' }).waitFor();
    await tabTo(page, 'Earliest start');
    await page.keyboard.type('0600PM');
    await tabTo(page, 'How long');
    await page.keyboard.type('2 h');
    await tabTo(page, 'checkbox Step-free way in');
    await page.keyboard.press('Space');

    // The rooms change with the form, the keyboard stays where it is, and how many fit is told.
    await page.getByRole('status').filter({ hasText: '2 rooms fit.' }).waitFor();
    expect(await focused(page)).to.include('Step-free way in');
    expect(await cards(page)).to.deep.equal(['Group room', 'Meeting room']);
    expect(page.url()).to.include('need=step_free').and.include('day=tue').and.not.include('most=');
    expect(await page.locator('[data-wish]').textContent())
      .to.include('Every Tuesday')
      .and.include('with step-free way in');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await cards(page)).to.deep.equal(['Group room', 'Meeting room']);
    await tabTo(page, 'link Ask for Group room');
    expect(await page.locator(':focus').getAttribute('href')).to.match(
      /^\/spaces\/[0-9a-f-]{36}\/ask\?repeat=weekly&day=tue&every=1&from=2027-03-10&until=2027-06-02&start=18%3A00&end=20%3A00/,
    );
    await page.context().close();
  });

  it('does the same without JavaScript, and tells everything in words', async () => {
    const page = await aPage({ javaScript: false });
    await page.goto(`${server.url}/spaces`);
    await page.getByLabel('Near').fill('ZZ1 6AA');
    await page.getByLabel('Tuesday').check();
    await page.getByLabel('Earliest start').fill('18:00');
    await page.getByLabel('How long').selectOption('2 hours');
    await page.getByRole('button', { name: 'Find rooms' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rooms near ZZ1 6AA' }).waitFor();
    expect(await cards(page)).to.deep.equal(['Group room', 'Meeting room', 'School hall']);
    expect(
      await page.locator('.room img').evaluateAll((all) => all.map((one) => one.getAttribute('alt'))),
    ).to.deep.equal(['Twelve chairs in a circle']);
    const [group = '', meeting = '', school = ''] = await page.locator('.room').allInnerTexts();
    expect(group)
      .to.include('Free on all 12 dates, 18:00 to 20:00')
      .and.include('Free of charge, and a deposit of £30 that you get back')
      .and.include('First of the 3 rooms that fit');
    expect(meeting).to.match(/£480 in all for 12 dates, about £40 each; no deposit/);
    expect(school).to.include('Price not known').and.include('Further down because its owner has given no price');
    await page.getByText('What that is made of').click();
    expect(await page.locator('.room__lines').innerText()).to.include('Opening the building, 12 dates at £15: £180');
    await page.context().close();
  });

  it('shows a form with mistakes and the way back to each of them, and the search stays right after that', async () => {
    const page = await aPage();
    await page.goto(`${server.url}/spaces?${TUESDAYS.replace('hours=2', '')}&people=lots`);
    expect(await focused(page)).to.include('alert');
    await page.getByRole('link', { name: 'Enter how many people will come' }).first().press('Enter');
    expect(await focused(page)).to.include('How many people');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await page.getByLabel('How long').selectOption('2 hours');
    await page.getByRole('status').filter({ hasText: '3 rooms fit.' }).waitFor();
    await page.context().close();
  });

  it('takes up what was typed before its script was there', async () => {
    const page = await aPage();
    let comes = (): void => undefined;
    const late = new Promise<void>((resolve) => (comes = resolve));
    await page.route(/space-finder-/, (route) => late.then(() => route.continue()));
    await page.goto(`${server.url}/spaces?${TUESDAYS}`, { waitUntil: 'domcontentloaded' });
    await page.getByLabel('How many people').fill('100');
    comes();
    await page.getByRole('status').filter({ hasText: '1 room fits.' }).waitFor();
    await page.context().close();
  });

  it('puts the numbers of the list on the map, which the list does not need', async () => {
    const page = await aPage();
    await page.goto(`${server.url}/spaces?${TUESDAYS}`);
    await page.locator('finder-map[live] .map-canvas').waitFor();
    const places = await page
      .locator('finder-map')
      .evaluate((map) =>
        (map as HTMLElement & { places: { label: string; name: string }[] }).places.map(
          ({ label, name }) => `${label} ${name}`,
        ),
      );
    expect(places).to.deep.equal(['1 Group room', '2 Meeting room', '3 School hall']);
    await page.context().close();
  });

  for (const [name, path] of STATES) {
    for (const width of [360, 1280]) {
      it(`reads well at ${width} pixels: ${name}`, async () => {
        const page = await aPage({ width });
        await page.goto(server.url + path);
        await page.waitForTimeout(500);
        await screenshot(page, `finder-${name.replace(' ', '-')}-${width}`);
        expect(await scrollsSideways(page)).to.equal(false);
        expect(await axeFindings(page)).to.deep.equal([]);
        await page.context().close();
      });
    }
  }
  it('reads well enlarged four times, and in the dark', async () => {
    for (const settings of [{ width: 320 }, { dark: true }]) {
      const page = await aPage(settings);
      await page.goto(`${server.url}/spaces?${TUESDAYS.replace('18:00', '19:30')}`);
      expect([settings, await scrollsSideways(page), await axeFindings(page)]).to.deep.equal([settings, false, []]);
      await page.context().close();
    }
  });
});
