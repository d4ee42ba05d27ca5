import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { aPage, axeFindings, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { anAsset, found, inTown } from '../../support/domain.ts';
import { aFolder } from '../../support/temp-files.ts';
import { aDesk, type Desk } from './a-desk.ts';

const LIST = 'Kennung;Was;Stelle;Ort Ost;Ort Nord\nB1;Depot;Mill Lane;{lon};{lat}\nB2;Yard;Mill Lane;{lon};{lat}\n';

describe('An officer at the desk, in the browser', function () {
  this.timeout(120_000);
  let desk: Desk;
  let asset: Asset;
  let page: Page;
  before(async () => {
    desk = await aDesk(await aDatabase('SQLite'));
    asset = await anAsset(desk.server, desk.town, { name: 'Corner plot', point: inTown(0.5, 0.5) });
    await anAsset(desk.server, desk.town, { name: 'Hidden hall', kind: 'building' });
  });
  after(async () => {
    await desk.server.importing.idle();
    await desk.server.stop();
  });
  const open = async (settings: Parameters<typeof aPage>[0] = {}): Promise<Page> => {
    const next = await aPage(settings);
    const [name = '', value = ''] = desk.broker.cookie().split('=');
    await next.context().addCookies([{ name, value, url: desk.server.url }]);
    return next;
  };
  beforeEach(async () => {
    page = await open();
  });
  afterEach(() => page.context().close());

  const address = (): string => `${desk.server.url}/desk/assets/${asset.id}`;
  const now = async (): Promise<Asset> => found(await desk.server.register.record(desk.server.db, asset.id));
  const fine = async (name: string): Promise<void> => {
    expect(await axeFindings(page)).to.deep.equal([]);
    await screenshot(page, `desk-${name}`);
    await page.setViewportSize({ width: 360, height: 800 });
    expect([name, await scrollsSideways(page)]).to.deep.equal([name, false]);
    await screenshot(page, `desk-${name}-360`);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const save = async (): Promise<void> => {
    await page.getByLabel('Why do you change this?').fill('Drawn on the map');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
  };

  it('draws an outline with the mouse: clicks, drags, undoes, and saves', async () => {
    await page.goto(address());
    const map = page.locator('shape-editor .map-canvas');
    await map.scrollIntoViewIfNeeded();
    const box = found(await map.boundingBox());
    const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
    for (const [x, y] of [
      [0.3, 0.3],
      [0.7, 0.3],
      [0.7, 0.7],
      [0.3, 0.7],
      [0.1, 0.5],
    ] as const)
      await page.mouse.click(...at(x, y));
    await page.getByText('5 corners,').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('4 corners,').waitFor();
    await page.mouse.move(...at(0.3, 0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.25, 0.2), { steps: 5 });
    await page.mouse.up();
    await fine('edit');
    await page.getByLabel('Take the land area from the outline').check();
    await save();
    const { shape, landAreaM2, lockedFields } = await now();
    expect(shape?.type === 'Polygon' && shape.coordinates[0]?.length).to.equal(5);
    expect(landAreaM2).to.be.greaterThan(100);
    expect(lockedFields).to.include('shape');
  });

  it('does the same by keyboard: corners by button, arrow keys and numbers', async () => {
    await page.goto(address());
    await page.locator('shape-editor .map-canvas').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Remove the outline' }).click();
    await page.getByText('No outline yet.').waitFor();
    await page.getByRole('button', { name: 'Zoom in' }).focus();
    await tabTo(page, 'Add a corner in the middle of the map');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Enter');
    await tabTo(page, /^button Corner 3/);
    for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('PageUp');
    for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowUp');
    expect(await page.locator(':focus').getAttribute('aria-label')).to.equal('Corner 2');
    await page.getByText(/^3 corners, [\d,]+ m²\.$/).waitFor();
    await page.getByText('Corners as numbers (3)').press('Enter');
    const { lon } = inTown(0.5, 0.5);
    const first = page.getByRole('group', { name: 'Corner 1', exact: true });
    await first.getByLabel('Longitude').fill(String(lon - 0.001));
    await first.getByLabel('Longitude').press('Enter');
    expect(page.url()).to.equal(address());
    await first.getByRole('button', { name: 'Add one after it' }).press('Enter');
    await page.getByText('4 corners,').waitFor();
    await fine('edit-numbers');
    await save();
    const { shape } = await now();
    const ring = shape?.type === 'Polygon' ? (shape.coordinates[0] ?? []) : [];
    expect(ring).to.have.lengthOf(5);
    expect(ring.some(([x]) => Math.abs((x ?? 0) - (lon - 0.001)) < 1e-6)).to.equal(true);
  });

  it('sets the point by click, and leaves an outline alone that nobody touched', async () => {
    const before = await now();
    await page.goto(address());
    const map = page.locator('shape-editor .map-canvas');
    await map.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Click sets the point' }).click();
    const box = found(await map.boundingBox());
    await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.8);
    await save();
    const after = await now();
    expect(after.point).to.not.deep.equal(before.point);
    expect(after.shape).to.deep.equal(before.shape);
  });

  it('adds a photo, whose place is not served', async () => {
    const file = join(aFolder('photo'), 'IMG_1.jpg');
    writeFileSync(
      file,
      await sharp({ create: { width: 900, height: 600, channels: 3, background: '#557744' } })
        .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 24/1 30/1' } })
        .jpeg()
        .toBuffer(),
    );
    await page.goto(address());
    await page.getByLabel('Photo', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Add the photo' }).click();
    await page.getByText('Please check this').waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByLabel('Photo', { exact: true }).setInputFiles(file);
    await page.getByLabel('What it shows').fill('A green corner plot');
    await page.getByRole('button', { name: 'Add the photo' }).press('Enter');
    const image = page.getByRole('img', { name: 'A green corner plot' });
    await image.waitFor();
    const served = await page.request.get(found(await image.getAttribute('src')).replace(/^/, desk.server.url));
    expect((await sharp(await served.body()).metadata()).exif).to.equal(undefined);
    await fine('photos');
  });

  it('edits without a script: the outline is text then', async () => {
    const plain = await open({ javaScript: false });
    await plain.goto(address());
    await plain.getByText('The outline as text (GeoJSON)').click();
    await plain.getByRole('textbox', { name: 'Outline' }).fill('');
    await plain.getByRole('textbox', { name: 'Name', exact: true }).fill('Plain plot');
    await plain.getByLabel('Why do you change this?').fill('By hand');
    await plain.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await plain.getByText('Saved.').waitFor();
    expect(await now()).to.deep.include({ name: 'Plain plot', shape: null });
    await plain.context().close();
  });

  it('imports a list: columns by hand, a look at what would happen, and apply', async () => {
    const { lon, lat } = inTown(0.2, 0.6);
    const file = join(aFolder('list'), 'liste.csv');
    writeFileSync(file, LIST.replaceAll('{lon}', String(lon)).replaceAll('{lat}', String(lat)));
    await page.goto(`${desk.server.url}/desk`);
    await fine('home');
    await page.setViewportSize({ width: 360, height: 800 });
    expect((await page.locator('.site-header').boundingBox())?.height, 'two lines on a phone').to.be.below(110);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'Import a list' }).click();
    await page.getByLabel('Name of the new owner').fill('Harbour Homes');
    await page.getByLabel('File').setInputFiles(file);
    await fine('import-start');
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('What the columns hold').waitFor();
    await fine('import-columns');
    for (const [column, holds] of [
      ['Kennung', 'Reference'],
      ['Was', 'Name'],
      ['Stelle', 'Street'],
      ['Ort Ost', 'Longitude'],
      ['Ort Nord', 'Latitude'],
    ] as const)
      await page.getByLabel(column, { exact: true }).selectOption({ label: holds });
    await page.getByRole('button', { name: 'Check what would happen' }).press('Enter');
    await page.getByRole('heading', { name: 'Land or buildings?' }).waitFor();
    await fine('import-question');
    await page.getByLabel('Land or building').selectOption('land');
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('Yes, change the register like this').waitFor();
    await fine('import-report');
    await page.getByLabel('Yes, change the register like this').check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Done: the register now has this list.').waitFor();
    await fine('import-done');
    expect(
      await desk.server.db('assets').whereIn('code', ['B1', 'B2']).orderBy('code').select('name', 'kind'),
    ).to.deep.equal([
      { name: 'Depot', kind: 'land' },
      { name: 'Yard', kind: 'land' },
    ]);
  });

  it('finds hidden buildings, sees who holds which rights, and what the public would see', async () => {
    for (const [name, path] of [
      ['search', '/desk/search?area=testborough&q=hall'],
      ['unchecked', '/desk/unchecked?area=testborough'],
      ['people', '/desk/people?area=testborough'],
      ['owner', `/owners/${desk.town.owner.id}`],
    ] as const) {
      await page.goto(`${desk.server.url}${path}`);
      await fine(name);
    }
    await page.goto(`${desk.server.url}/desk/search?area=testborough&q=hidden`);
    await page.getByRole('link', { name: 'Hidden hall' }).click();
    await page.getByRole('link', { name: 'Show it to the public' }).click();
    await fine('release');
  });
});
