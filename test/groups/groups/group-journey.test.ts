import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import { aPdf } from './a-group.ts';

const PHONE = { width: 360, height: 740 };

describe('A group on screen', function () {
  this.timeout(120_000);
  let server: TestServer;

  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    await aTown(server);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('is made with the keyboard alone, on a small phone, by somebody who was never here before', async () => {
    const page = await aPage(PHONE);
    await page.goto(`${server.url}/groups/new`);
    await signInByKeyboard(page, 'gita@example.org', 'Gita Gardener');
    await page.waitForURL(/\/groups\/new$/);
    await isSound(page, 'group-new');

    await tabTo(page, 'Make the group');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mistakes');
    expect(await focused(page)).to.match(/Please check these|alert/);
    await isSound(page, 'group-new-mistakes');

    await fillIn(page, 'What is the group called?', 'Stroke survivors of Millfield');
    await fillIn(page, 'Another name for others to see', 'Tuesday friends');
    await choose(page, /Not set up formally/);
    await fillIn(page, 'What does it do?', 'We meet, talk and do exercises.');
    await fillIn(page, 'Who is it for?', 'People after a stroke');
    await choose(page, /Fewer than 10 people/);
    await tabTo(page, 'I am 18 or over.');
    await page.keyboard.press('Space');
    await tabTo(page, 'I agree to lead the group');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Stroke survivors of Millfield');
    expect(await page.getByRole('status').innerText()).to.equal('Your group is made.');
    await isSound(page, 'group-made');
    await page.context().close();
  });

  it('is made, invites and gets a paper without JavaScript', async () => {
    const page = await aPage({ ...PHONE, javaScript: false });
    await page.goto(`${server.url}/groups/new`);
    await page.getByLabel('E-mail address').fill('nora@example.org');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill((await newestMail(server, 'nora@example.org')).code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Your name').fill('Nora Noscript');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('What is the group called?').fill('Quayside knitters');
    await page.getByLabel('Not set up formally').check();
    await page.getByLabel('What does it do?').fill('We knit.');
    await page.getByRole('button', { name: 'Make the group' }).click();
    expect(await page.getByLabel('What does it do?').inputValue(), 'kept').to.equal('We knit.');
    await page.getByLabel('Who is it for?').fill('Anybody');
    await page.getByLabel('10 to 30 people').check();
    await page.getByLabel('I am 18 or over.').check();
    await page.getByLabel('I agree to lead the group').check();
    await page.getByRole('button', { name: 'Make the group' }).click();
    await page.getByRole('link', { name: 'Invite a deputy' }).click();
    expect(await page.getByRole('radio', { name: /Deputy/ }).isChecked()).to.equal(true);
    await page.getByLabel('Their e-mail address').fill('dev@example.org');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    expect(await page.getByRole('status').innerText()).to.include('dev@example.org');
    await page.getByRole('link', { name: 'Add Insurance certificate' }).click();
    await page.getByLabel('Until when is it good?').fill('2027-12-31');
    await page.getByLabel('The file').setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await page.getByRole('button', { name: 'Add the paper' }).click();
    expect(await page.getByText('Good until 31 December 2027.').count()).to.equal(1);
    await page.context().close();
  });

  async function signInByKeyboard(page: Page, email: string, name: string): Promise<void> {
    await fillIn(page, 'E-mail address', email);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in\/code/);
    await fillIn(page, 'Code', (await newestMail(server, email)).code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/account\/name/);
    await fillIn(page, 'Your name', name);
    await page.keyboard.press('Enter');
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
