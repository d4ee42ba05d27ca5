import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Asset } from '../../src/register/assets/asset-contract.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../support/browser.ts';
import { aDatabase } from '../support/databases.ts';
import { aTown, someAssets } from '../support/domain.ts';
import { aServer, type TestServer } from '../support/server.ts';

/** What stands on screen is the same on both databases: their answers are compared elsewhere. */
describe('The register on screen', () => {
  let server: TestServer;
  let hidden: Asset | undefined;

  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    const town = await aTown(server);
    const assets = await someAssets(server, town, [
      {
        code: 'L1',
        kind: 'land',
        state: 'vacant',
        name: 'Verge at Tip Lane',
        point: { lon: -2.315, lat: 53.415 },
        precision: 'exact',
        landAreaM2: 180,
        evidence: [{ text: 'Fourteen reports of dumped rubbish.', source: 'Street cleaning log', on: '2027-01-10' }],
      },
      {
        code: 'L2',
        kind: 'land',
        state: 'vacant',
        name: 'Far field',
        point: { lon: -2.285, lat: 53.402 },
        precision: 'exact',
        landAreaM2: 9_000,
      },
      {
        code: 'L3',
        kind: 'land',
        state: 'in_use',
        name: 'Bowling green',
        point: { lon: -2.3152, lat: 53.4151 },
        precision: 'exact',
      },
      {
        code: 'B1',
        kind: 'building',
        state: 'vacant',
        name: 'Old Fire Station',
        point: { lon: -2.31, lat: 53.41 },
        precision: 'exact',
        address: { number: '1', street: 'Hose Street', town: 'Testborough', postcode: 'ZZ1 1AA' },
      },
      {
        code: 'B2',
        kind: 'building',
        state: 'under_used',
        name: 'School hall',
        point: { lon: -2.3, lat: 53.41 },
        precision: 'exact',
        costs: [{ label: 'Heating', annualPence: null, source: 'Owner' }],
      },
    ]);
    hidden = assets.find(({ code }) => code === 'B1');
  });
  after(() => server.stop());

  it('leads somebody with a keyboard from the start page to what may be done at the nearest vacant land', async () => {
    const page = await aPage({ motion: true });
    await page.goto(server.url);
    await tabTo(page, 'Your postcode or ward');
    await page.keyboard.type('ZZ1 1AA');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/assets\?/);
    await tabTo(page, 'Land or building');
    await page.keyboard.type('Land');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('checkbox Vacant');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=land/);
    await readTheNearest(page);
    await page.context().close();
  });

  it('does the same without JavaScript', async () => {
    const page = await aPage({ javaScript: false, motion: true });
    await page.goto(server.url);
    await page.getByLabel('Your postcode or ward').fill('ZZ1 1AA');
    await page.getByRole('button', { name: 'Show what is near' }).click();
    await page.getByLabel('Land or building').selectOption('Land');
    await page.getByLabel('Vacant').check();
    await page.getByRole('button', { name: 'Show places' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vacant land near ZZ1 1AA' }).waitFor();
    await page.getByRole('link', { name: 'Verge at Tip Lane' }).click();
    await seeWhatMayBeDone(page);
    await page.context().close();
  });

  it('opens a place from the map’s own list by keyboard', async () => {
    const page = await aPage({ motion: true });
    await page.goto(`${server.url}/assets?kind=land&state=vacant`);
    await page.getByRole('heading', { name: 'In view now' }).waitFor();
    await page.locator('asset-map').getByRole('link', { name: 'Verge at Tip Lane' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/assets\/[0-9a-f-]{36}$/);
    await page.context().close();
  });

  const pages: [string, () => string][] = [
    ['the start page', () => '/'],
    ['the list', () => '/assets'],
    ['an empty list', () => '/assets?q=nothing-like-it'],
    ['the list with a mistake', () => '/assets?near=XX99+9XX&km=2'],
    ['a place', () => '/assets?q=tip+lane'],
    ['a hidden building', () => `/assets/${hidden?.id ?? ''}`],
    ['open data', () => '/open-data'],
    ['about', () => '/about'],
    ['accessibility', () => '/accessibility'],
    ['privacy', () => '/privacy'],
    ['a page that is not there', () => '/assets/nowhere'],
  ];
  for (const [name, path] of pages) {
    for (const [width, dark] of [
      [360, true],
      [1280, false],
    ] as const) {
      it(`has nothing that axe objects to on ${name} at ${width} pixels, and nothing to scroll sideways for`, async () => {
        const page = await aPage({ width, dark });
        await page.goto(server.url + path());
        if (name === 'a place') await page.locator('.card__name a').first().click();
        await page.locator('h1').first().waitFor();
        expect(await axeFindings(page)).to.deep.equal([]);
        expect(await scrollsSideways(page)).to.equal(false);
        expect(await page.locator('h1').count()).to.equal(1);
        await screenshot(page, `${name.replaceAll(' ', '-')}-${width}`);
        await page.context().close();
      });
    }
  }

  it('reflows at 400 %, where a window of 1280 pixels is as wide as 320', async () => {
    const page = await aPage({ width: 320, height: 256 });
    for (const path of ['/', '/assets', '/assets?near=XX99', '/open-data']) {
      await page.goto(server.url + path);
      expect(await scrollsSideways(page), path).to.equal(false);
    }
    await page.context().close();
  });
});

async function readTheNearest(page: Page): Promise<void> {
  expect(await page.locator('.card__name').allInnerTexts()).to.deep.equal(['Verge at Tip Lane', 'Far field']);
  await tabTo(page, 'link Verge at Tip Lane', 120);
  await page.keyboard.press('Enter');
  await seeWhatMayBeDone(page);
}

async function seeWhatMayBeDone(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Verge at Tip Lane' }).waitFor();
  const panel = page.getByRole('region', { name: 'What may be done here' });
  expect(await panel.innerText())
    .to.include('Ask for meanwhile use')
    .and.to.include('a community group can ask to use it for a time');
  expect(await page.getByText('Fourteen reports of dumped rubbish.').count()).to.equal(1);
}
