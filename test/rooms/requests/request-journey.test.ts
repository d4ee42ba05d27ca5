import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import {
  anAskingGroup,
  aPublishedRoom,
  aResult,
  ASKED_ON,
  at,
  inShort,
  joinCompact,
  type Asking,
} from './a-request.ts';
import { holderOf } from './a-request-visit.ts';

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

describe('A request for a room on screen', function () {
  this.timeout(240_000);
  let server: TestServer;
  let town: Town;
  let group: Asking;
  let room: { id: string };

  before(async () => {
    server = await aServer(await aDatabase('SQLite'), { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
    await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
    group = await anAskingGroup(server, town);
    await aResult(server, town, group.groupId);
    room = await aPublishedRoom(server, town);
    await aPublishedRoom(server, town, { name: 'Small hall' });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('is written, checked, sent and taken with the keyboard alone, on a small phone', async () => {
    const page = await signedInPage(PHONE, group.lead);
    await page.goto(`${server.url}/spaces/${room.id}`);
    await tabTo(page, 'Ask for this room');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/groups\/.*\/ask/);
    await isSound(page, 'request-ask-360');
    await tabTo(page, 'See all dates and the price');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mistakes');
    expect(await focused(page)).to.match(/Please check these|alert/);
    await isSound(page, 'request-ask-mistakes-360');
    await fillIn(page, 'What do you need the room for?', 'To meet and talk');
    await fillIn(page, 'How many people will come?', '10');
    await choose(page, /^radio No/);
    await choose(page, /Every week/);
    await tabTo(page, 'Tuesday');
    await page.keyboard.press('Space');
    await page.getByLabel('First day').fill('2027-02-02');
    await page.getByLabel('Last day').fill('2027-12-28');
    await page.getByLabel('Last day').focus();
    await fillIn(page, 'From', '18:00');
    await fillIn(page, 'To', '20:00');
    await tabTo(page, /^radio No/);
    await page.keyboard.press('Space');
    await isSound(page, 'request-ask-filled-360');
    await tabTo(page, 'See all dates and the price');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Check and send');
    await isSound(page, 'request-check-360');
    await tabTo(page, 'Add Small hall', 120);
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    await tabTo(page, 'Send the request', 120);
    await page.keyboard.press('Enter');
    await page.getByText('The request is sent.').waitFor();
    expect(
      await page
        .getByText('Testborough Council must answer by Thursday 31 December 2026 (5 working days left).')
        .count(),
    ).to.equal(1);
    await isSound(page, 'request-asked-360');
    const id = page.url().split('/').at(-1) ?? '';
    await answerByLink();
    await page.reload();
    await isSound(page, 'request-offered-360');
    await tabTo(page, /sign for it/, 120);
    await page.keyboard.press('Space');
    await tabTo(page, 'Take the room');
    await page.keyboard.press('Enter');
    await page.getByText('The deposit is next.').waitFor();
    await isSound(page, 'request-deposit-360');
    expect(await inShort(server, id)).to.match(/^deposit_due taken:47/);
    await takeDeposit(id);
    await page.reload();
    await isSound(page, 'request-confirmed-360');
    await page.context().close();
  });

  it('needs no JavaScript, and looks the same', async () => {
    const page = await signedInPage({ ...WIDE, javaScript: false }, group.deputy);
    await page.goto(
      `${server.url}/spaces/${room.id}/ask?repeat=weekly&day=thu&from=2027-02-04&until=2027-03-25&start=10:00&end=12:00&people=8`,
    );
    await page.getByLabel('What do you need the room for?').fill('To sing');
    await page
      .getByRole('group', { name: /Will children/ })
      .getByRole('radio', { name: 'No', exact: true })
      .check();
    await page
      .getByRole('group', { name: /insurance of its own/ })
      .getByRole('radio', { name: /^No/ })
      .check();
    await screenshot(page, 'request-ask-1280');
    await page.getByRole('button', { name: 'See all dates and the price' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Check and send');
    await screenshot(page, 'request-check-1280');
    await page.getByRole('button', { name: 'Send the request' }).click();
    expect(await page.getByRole('status').innerText()).to.equal('The request is sent.');
    await screenshot(page, 'request-asked-1280');
    await page.getByText('Take the request back').click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    expect(await page.getByRole('status').innerText()).to.equal('The request is taken back.');
    await page.getByRole('link', { name: 'Ask again' }).click();
    expect(await page.getByLabel('Thursday').isChecked()).to.equal(true);
    await page.context().close();
  });

  it('is seen to by officers and owners on pages that are sound at every width, and at 400 %', async () => {
    for (const size of [PHONE, WIDE]) {
      const officer = await signedInPage(size, 'broker@example.org');
      for (const [name, path] of [
        ['desk', '/desk/requests?area=testborough&show=over'],
        ['desk-home', '/desk?area=testborough'],
      ] as const) {
        await officer.goto(`${server.url}${path}`);
        await isSound(officer, `request-${name}-${size.width}`);
      }
      const owner = await signedInPage(size, 'owner@example.org');
      for (const [name, path] of [
        ['owner-list', `/owners/${town.owner.id}/requests?show=answered`],
        ['owner-home', `/owners/${town.owner.id}`],
        ['owner-my', '/my'],
      ] as const) {
        await owner.goto(`${server.url}${path}`);
        await isSound(owner, `request-${name}-${size.width}`);
      }
      await Promise.all([officer, owner].map((page) => page.context().close()));
    }
    const zoomed = await signedInPage({ width: 320, height: 256 }, group.lead);
    await zoomed.goto(`${server.url}/groups/${group.groupId}/ask?space=${room.id}&repeat=weekly`);
    expect(await scrollsSideways(zoomed)).to.equal(false);
    await zoomed.context().close();
  });

  async function answerByLink(): Promise<void> {
    for (const size of [PHONE, WIDE]) {
      const page = await aPage(size);
      await page.goto(`${server.url}${(await newestMail(server, 'owner@example.org')).link}`);
      await isSound(page, `request-answer-${size.width}`);
      if (size === WIDE) {
        await page.getByRole('button', { name: 'No', exact: true }).click();
        await page.waitForSelector('.mistakes');
        await isSound(page, 'request-answer-mistakes-1280');
        await page.getByRole('button', { name: 'Yes, offer it' }).click();
        await page.getByText('You said yes').waitFor();
        await isSound(page, 'request-answered-1280');
      }
      await page.context().close();
    }
  }

  async function takeDeposit(id: string): Promise<void> {
    const page = await signedInPage(WIDE, 'broker@example.org');
    await page.goto(`${server.url}/requests/${id}`);
    await isSound(page, 'request-officer-1280');
    await page.getByRole('link', { name: 'Write down money' }).click();
    await isSound(page, 'request-money-1280');
    await page.getByLabel('Who saw it?').fill('Olu Officer');
    await page.getByRole('button', { name: 'Write it down as paid' }).click();
    await page.getByText('It is written down.').waitFor();
    await isSound(page, 'request-confirmed-1280');
    await page.context().close();
  }

  async function signedInPage(size: Parameters<typeof aPage>[0], email: string): Promise<Page> {
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

async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/** Tab goes to a set of radio buttons once; the arrow keys go through it. */
async function choose(page: Page, choice: RegExp): Promise<void> {
  await tabTo(page, /^radio/);
  await page.keyboard.press('Space');
  for (let step = 0; step < 5 && !choice.test(await focused(page)); step++) await page.keyboard.press('ArrowDown');
  expect(await focused(page)).to.match(choice);
}

async function isSound(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), name).to.deep.equal([]);
  expect(await scrollsSideways(page), name).to.equal(false);
  await screenshot(page, name);
}
