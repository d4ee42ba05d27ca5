import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { someoneWith } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

describe('Whose is this? In the browser', function () {
  this.timeout(240_000);
  let server: TestServer;
  let town: Town;
  let asker: Visitor;
  let broker: Visitor;
  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    town = await aTown(server);
    asker = await someoneWith(server, 'al@example.org', [], 'Al Asker');
    broker = await someoneWith(server, 'broker@example.org', [['broker', 'area', town.area.id]], 'Bina Broker');
  });
  after(() => server.stop());

  async function as(visitor: Visitor, width: number, javaScript = true): Promise<Page> {
    const page = await aPage({ width, javaScript });
    const [name = '', value = ''] = visitor.cookie().split('=');
    await page.context().addCookies([{ name, value, url: server.url }]);
    return page;
  }
  async function sound(page: Page, name: string): Promise<void> {
    await screenshot(page, name);
    expect(await axeFindings(page), name).to.deep.equal([]);
    expect(await scrollsSideways(page), name).to.equal(false);
  }

  it('is asked with the keyboard alone: the point is chosen on the map, and shows on the page', async () => {
    const page = await as(asker, 1280);
    await page.goto(`${server.url}/enquiries/new`);
    await page.getByRole('button', { name: 'Set the point in the middle of the map' }).waitFor();
    await sound(page, 'enquiry-new');
    await tabTo(page, 'Where is it, in a few words?');
    await page.keyboard.type('The verge in Mill Lane');
    await tabTo(page, 'Set the point in the middle of the map');
    await page.keyboard.press('Enter');
    await page.getByText('The place is marked on the map.').waitFor();
    await tabTo(page, 'Check your answers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await sound(page, 'enquiry-check');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('Your question has been sent').waitFor();
    await sound(page, 'enquiry-sent');
    await page.context().close();
  });

  it('is read and answered on a phone, and without scripts', async () => {
    const path = `/enquiries/${String(
      await server
        .db('enquiries')
        .first('id')
        .then(({ id }) => id),
    )}`;
    for (const javaScript of [true, false]) {
      const stranger = await aPage({ width: 360, javaScript });
      await stranger.goto(`${server.url}${path}`);
      expect(await stranger.getByText('The broker’s turn').count()).to.equal(1);
      if (javaScript) await sound(stranger, 'enquiry-public-360');
      await stranger.context().close();
    }
    const page = await as(broker, 360, false);
    await page.goto(`${server.url}/desk/enquiries?area=testborough`);
    await page.getByRole('link', { name: 'The verge in Mill Lane' }).click();
    await page.getByRole('button', { name: 'Say that it has arrived' }).click();
    await page.getByText('Say whose it is', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Say whose it is' }).click();
    await page.getByText('Choose whose it is.').first().waitFor();
    await page.getByLabel('Whose is it?').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Say whose it is' }).click();
    await page.getByText('Whoever asked is told').waitFor();
    await page.context().close();
  });

  it('has pages that axe finds nothing wrong with, for officers too', async () => {
    const asked = await server.enquiries.asking.askFor(
      { ...(await server.people.who(await broughtBy(), '', true)), heldBack: [] } as never,
      town.area,
      {
        near: 'ZZ1 1AA',
        place: 'The corner by the chapel',
        kind: 'land',
        idea: 'Daffodils',
        group_name: '',
        channel: 'phone',
        received_on: '2027-03-01',
        read_back: 'aloud',
        consent: 'yes',
        person_name: 'Rita Rang',
        person_telephone: '01632 960 301',
        person_address: '',
      },
    );
    const page = await as(broker, 1280);
    await page.goto(`${server.url}/enquiries/${asked.enquiry.id}`);
    await page.getByRole('button', { name: 'Say that it has arrived' }).click();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await sound(page, 'enquiry-broker');
    await page.goto(`${server.url}/desk/enquiries?area=testborough`);
    await sound(page, 'enquiry-list');
    await page.goto(`${server.url}/desk/enquiries/new?area=testborough`);
    await sound(page, 'enquiry-assist');
    await page.context().close();
  });

  async function broughtBy(): Promise<string> {
    const [holder] = await server.people.holders('area', [town.area.id]);
    return holder?.personId ?? '';
  }
});
