import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { newestMail } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aRoom } from '../bookings/a-room.ts';
import { aPublishedRoom, aSentRequest, anAskingGroup, ASKED_ON, at, joinCompact, type Asking } from './a-request.ts';
import { holderOf } from './a-request-visit.ts';
import { aResult, aSentTest } from './a-result.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

describe('Rivals and trial dates on screen', function () {
  this.timeout(240_000);
  let server: TestServer;
  let town: Town;

  before(async () => {
    server = await aServer(await aDatabase('SQLite'), { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('show who goes first, why, and the draw, at every width', async () => {
    const room = await aPublishedRoom(server, town);
    const groups: Asking[] = [];
    const ids: string[] = [];
    for (const name of ['Quiet readers', 'Loud singers']) {
      const group = await anAskingGroup(server, town, name, null);
      await aResult(server, town, group.groupId);
      groups.push(group);
      ids.push(await aSentRequest(server, group, [room.id]));
    }
    const [one = ''] = ids;
    for (const size of SIZES) {
      const owner = await signedIn(size, 'owner@example.org');
      await owner.goto(`${server.url}/requests/${one}`);
      await isSound(owner, `rivals-owner-${size.width}`);
      if (size === SIZES[1]) await owner.getByRole('button', { name: 'Yes, offer it' }).click();
      await owner.context().close();
    }
    const fact: { subject_id: string } = found(await server.db('facts').where({ kind: 'room_draw_made' }).first());
    for (const size of SIZES) {
      const group = await signedIn(size, found(groups[0]).lead);
      await group.goto(`${server.url}/requests/${one}`);
      await isSound(group, `rivals-group-${size.width}`);
      await group.getByRole('link', { name: 'See the draw and check it' }).click();
      expect(group.url()).to.include(`/draws/${fact.subject_id}`);
      await isSound(group, `rivals-draw-${size.width}`);
      for (const [name, path] of [
        ['list', '/draws'],
        ['rule', '/how-decisions-are-made/rivals'],
      ] as const) {
        await group.goto(`${server.url}${path}`);
        await isSound(group, `rivals-${name}-${size.width}`);
      }
      await group.context().close();
    }
  });

  it('show what is left of trial dates before, while and after one is had', async () => {
    const group = await anAskingGroup(server, town, 'Stroke survivors', null);
    await aSentTest(server, town, group.groupId, ASKED_ON);
    const room = await aRoom(server, town);
    const form = new URLSearchParams({
      space: room.id,
      repeat: 'once',
      on: '2027-01-12',
      start: '18:00',
      end: '20:00',
      people: '10',
    });
    for (const size of SIZES) {
      const lead = await signedIn(size, group.lead);
      await lead.goto(`${server.url}/groups/${group.groupId}/ask?${form.toString()}`);
      await lead.getByLabel('What do you need the room for?').fill('To meet and talk');
      for (const name of ['vulnerable', 'insured']) await lead.locator(`input[name=${name}][value=no]`).check();
      await lead.getByRole('button', { name: 'See all dates and the price' }).click();
      await lead.getByText('So you can have this at once').waitFor();
      await isSound(lead, `trial-check-${size.width}`);
      await lead.goto(`${server.url}/spaces/${room.id}`);
      await isSound(lead, `trial-room-${size.width}`);
      await lead.context().close();
    }
    const lead = await signedIn(found(SIZES[1]), group.lead);
    await lead.goto(`${server.url}/groups/${group.groupId}`);
    await lead
      .getByRole('link', { name: /Group room/ })
      .first()
      .click();
    await lead.getByLabel('I have read this and sign for it as the lead.').check();
    await lead.getByRole('button', { name: 'Book it' }).click();
    await lead.getByRole('link', { name: 'See the booking' }).click();
    await lead.getByText('Trial date 1 of 3.').waitFor();
    await lead.context().close();
    const booking: { id: string } = found(await server.db('bookings').where({ trial: true }).first('id'));
    for (const size of SIZES) {
      const again = await signedIn(size, group.lead);
      for (const [name, path] of [
        ['booking', `/bookings/${booking.id}`],
        ['group', `/groups/${group.groupId}`],
        ['passport', `/groups/${group.groupId}/passport`],
      ] as const) {
        await again.goto(`${server.url}${path}`);
        await isSound(again, `trial-${name}-${size.width}`);
      }
      await again.context().close();
    }
  });

  async function signedIn(size: Parameters<typeof aPage>[0], email: string): Promise<Page> {
    const page = await aPage(size);
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill((await newestMail(server, email)).code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return page;
  }
});

async function isSound(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), name).to.deep.equal([]);
  expect(await scrollsSideways(page), name).to.equal(false);
  await screenshot(page, name);
}
