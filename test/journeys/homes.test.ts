import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aDesk, someoneWith, type Desk } from '../front/desk/a-desk.ts';
import { aGroup, aPaper } from '../groups/groups/a-group.ts';
import type { Visitor } from '../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../support/browser.ts';
import { aDatabase } from '../support/databases.ts';
import { anAsset } from '../support/domain.ts';

const WIDTHS = [360, 1280];
/** A header of more lines than two pushes a phone's page down. */
const HEADER_PX = 110;

describe('Everybody’s home on screen', function () {
  this.timeout(120_000);
  let desk: Desk;
  let homes: { who: string; visitor: Visitor; path: string; says: string }[];

  before(async () => {
    desk = await aDesk(await aDatabase('SQLite'));
    const { server, town } = desk;
    const [area, owner] = [town.area.id, town.owner.id];
    const asset = await anAsset(server, town, { name: 'Corner plot' });
    await anAsset(server, town, { name: 'Hidden hall', kind: 'building' });
    const lead = await someoneWith(server, 'lead@example.org', [], 'Gita Gardener');
    const groupId = await aGroup(lead, { area: 'testborough' });
    await aPaper(lead, groupId);
    await server
      .db('mails')
      .where({ to: 'lead@example.org' })
      .update({ state: 'failed', problem: '550 No such mailbox' });
    const councillor = await someoneWith(
      server,
      'ward@example.org',
      [['ward_councillor', 'area', area]],
      'Cora Quayle',
    );
    const caretaker = await someoneWith(
      server,
      'keeper@example.org',
      [['caretaker', 'asset', asset.id]],
      'Carl Keeper',
    );
    homes = [
      { who: 'broker', visitor: desk.broker, path: '/desk', says: 'Mail that did not arrive' },
      {
        who: 'administrator',
        visitor: await someoneWith(server, 'admin@example.org', [['area_administrator', 'area', area]]),
        path: '/desk',
        says: 'People and rights',
      },
      {
        who: 'viewer',
        visitor: await someoneWith(server, 'viewer@example.org', [['viewer', 'area', area]]),
        path: '/desk',
        says: 'Not checked for six months',
      },
      { who: 'councillor', visitor: councillor, path: '/desk', says: 'Ward by ward' },
      { who: 'councillor-my', visitor: councillor, path: '/my', says: 'Open the desk' },
      {
        who: 'scorer',
        visitor: await someoneWith(server, 'scorer@example.org', [['scorer', 'area', area]]),
        path: '/desk',
        says: 'What you can do here now',
      },
      {
        who: 'owner',
        visitor: await someoneWith(server, 'owner@example.org', [['owner_representative', 'owner', owner]]),
        path: `/owners/${owner}`,
        says: 'Your places',
      },
      { who: 'caretaker', visitor: caretaker, path: '/my', says: 'See its record' },
      { who: 'caretaker-record', visitor: caretaker, path: `/desk/assets/${asset.id}`, says: 'Corner plot' },
      { who: 'lead', visitor: lead, path: '/my', says: 'Millfield Growers' },
      { who: 'group', visitor: lead, path: `/groups/${groupId}`, says: 'What is next' },
      { who: 'newcomer', visitor: await someoneWith(server, 'new@example.org', []), path: '/my', says: 'Make a group' },
      { who: 'undelivered', visitor: desk.broker, path: '/desk/mail?area=testborough', says: 'Gita Gardener' },
      { who: 'closing', visitor: lead, path: `/groups/${groupId}/close`, says: 'What stays, and why' },
    ];
  });
  after(async () => {
    expect(desk.server.errors).to.deep.equal([]);
    await desk.server.stop();
  });

  const opened = async (visitor: Visitor, path: string): Promise<Page> => {
    const page = await aPage();
    const [name = '', value = ''] = visitor.cookie().split('=');
    await page.context().addCookies([{ name, value, url: desk.server.url }]);
    await page.goto(`${desk.server.url}${path}`);
    return page;
  };

  it('says what is theirs, fits a phone and a desk, and axe finds nothing', async () => {
    for (const { who, visitor, path, says } of homes) {
      const page = await opened(visitor, path);
      expect([who, await page.locator('h1').count(), (await page.getByText(says).count()) > 0]).to.deep.equal([
        who,
        1,
        true,
      ]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect([who, width, await axeFindings(page), await scrollsSideways(page)]).to.deep.equal([
          who,
          width,
          [],
          false,
        ]);
        expect(
          (await page.locator('.site-header').boundingBox())?.height,
          `the header of ${who} at ${width}`,
        ).to.be.below(HEADER_PX);
        await screenshot(page, `home-${who}-${width}`);
      }
      await page.context().close();
    }
  });
});
