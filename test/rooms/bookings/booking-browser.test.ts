import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aGroup, anOfficer, somebody } from '../../groups/groups/a-group.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { adoptTerms, aRoom } from './a-room.ts';

type Look = { name: string; width: number; javaScript?: boolean; dark?: boolean };
const LOOKS: Look[] = [
  { name: 'phone', width: 360, javaScript: false },
  { name: 'desk', width: 1280 },
  { name: 'dark', width: 768, dark: true },
  { name: '400', width: 320 },
];

describe('A booking in the browser', function () {
  this.timeout(120_000);
  let server: TestServer;
  let town: Town;
  let lead: Visitor;
  let broker: Visitor;
  let id: string;
  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    [lead, broker] = [await somebody(server), await anOfficer(server, town)];
    const groupId = await aGroup(lead, { name: 'Stroke club', public_name: 'Tuesday friends' });
    await aResult(server, town, groupId, FOR_LONG);
    const room = await aRoom(server, town);
    await aRoom(server, town, { assetId: room.assetId, name: 'Small hall' });
    const made = await fetch(`${server.url}/api/bookings`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', Cookie: lead.cookie() },
      body: JSON.stringify({
        space_id: room.id,
        group_id: groupId,
        recurrence: { kind: 'weekly', every: 1, weekdays: [4], from: '2027-03-04', until: '2027-05-13' },
        except: ['2027-03-25'],
        from: '18:00',
        to: '20:00',
        people: 12,
        purpose: 'To meet and talk',
        layout: 'boardroom',
        agrees: 'yes',
      }),
    });
    id = ((await made.json()) as { id: string }).id;
    await lead.post(`/bookings/${id}/cancel`, { version: '1', which: 'one', date: '2027-03-04' });
    await lead.post(`/bookings/${id}/change`, {
      version: '2',
      what: 'one',
      date: '2027-03-18',
      new_date: '2027-03-19',
      from: '17:30',
      to: '19:30',
      checked: 'yes',
    });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  async function pageOf(
    visitor: Visitor,
    { width, javaScript = true, dark = false }: Omit<Look, 'name'>,
  ): Promise<Page> {
    const page = await aPage({ width, javaScript, dark });
    const [name = '', value = ''] = visitor.cookie().split(/=(.*)/);
    await page.context().addCookies([{ name, value, url: server.url }]);
    return page;
  }
  /** Nobody is stopped by it, and nothing sticks out. */
  async function fine(page: Page, name: string): Promise<void> {
    await screenshot(page, `booking-${name}`);
    expect(await page.locator('h1').count(), name).to.equal(1);
    expect([name, await scrollsSideways(page)]).to.deep.equal([name, false]);
    expect([name, await axeFindings(page)]).to.deep.equal([name, []]);
  }

  const pages: [name: string, path: string, by: 'group' | 'officer'][] = [
    ['all-dates', '', 'group'],
    ['officer', '', 'officer'],
    ['date', '/dates/2027-03-11', 'group'],
    ['given-date', '/dates/2027-03-04', 'group'],
    ['move', '/change?what=one&date=2027-03-11', 'group'],
    ['rest', '/change?what=rest', 'officer'],
    ['add', '/change?what=add', 'group'],
    ['give-back', '/change?what=give_back&date=2027-03-11', 'group'],
    ['cancel', '/cancel?which=all', 'group'],
    ['take-back', '/take-back?which=one&date=2027-03-11', 'officer'],
  ];
  for (const look of LOOKS) {
    it(`reads well on ${look.name === '400' ? 'a screen at 400 %' : `a ${look.name} screen`}`, async () => {
      const seen = { group: await pageOf(lead, look), officer: await pageOf(broker, look) };
      for (const [name, path, by] of pages) {
        await seen[by].goto(`${server.url}/bookings/${id}${path}`);
        // axe needs scripts; without them there is still everything to read.
        if (look.javaScript === false) expect(await seen[by].locator('h1').count(), name).to.equal(1);
        else await fine(seen[by], `${name}-${look.name}`);
      }
      await seen.group.context().close();
      await seen.officer.context().close();
    });
  }

  it('is moved and cancelled with the keyboard alone; mistakes take the focus', async () => {
    const page = await pageOf(lead, { width: 1280 });
    await page.goto(`${server.url}/bookings/${id}`);
    await tabTo(page, 'Change or cancel Thursday 8 April 2027');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Move this date');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Move this date' }).waitFor();
    await page.getByLabel('From').fill('nonsense');
    await tabTo(page, 'See the new price and each date');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await fine(page, 'mistake');
    await page.getByLabel('From').fill('6.30pm');
    await tabTo(page, 'See the new price and each date');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Check your change' }).waitFor();
    await fine(page, 'change-check');
    await tabTo(page, 'Make the change');
    await page.keyboard.press('Enter');
    await page.getByText('The change is made.').waitFor();
    await tabTo(page, 'Cancel all dates to come', 120);
    await page.keyboard.press('Enter');
    await tabTo(page, /^button Cancel \d+ dates/);
    await page.keyboard.press('Enter');
    await page.getByText('All dates to come are cancelled.').waitFor();
    await fine(page, 'cancelled');
    await page.context().close();
  });
});
