import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aGroup, anOfficer, joins, somebody } from '../groups/a-group.ts';
import { newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aCast, publishes, QUESTIONS, REASON, scores, sends, type Cast } from './a-test.ts';

const PHONE = { width: 360, height: 740 };
const ANSWERS = [
  'The stroke nurse has a waiting list of nine people. We met at a member’s home for two years until it was too small.',
  'Ten people talk, do their exercises and eat together every Tuesday evening. Two of them speak again.',
  'It costs nothing. We fetch those who cannot come by bus. Families and carers are welcome.',
  'Tuesdays from 18:00 to 20:00. The health centre’s meeting room is dark then.',
  'Four of us take turns to open and close. If one is ill, another does it.',
];

describe('The room passport on screen', function () {
  this.timeout(180_000);
  let server: TestServer;
  let town: Town;
  let cast: Cast;

  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    town = await aTown(server);
    cast = await aCast(server, town);
  });
  beforeEach(async () => void (await server.db('rate_limits').delete()));
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** A page of somebody who is signed in. */
  async function pageOf({ cookie }: Visitor, settings: Parameters<typeof aPage>[0] = {}): Promise<Page> {
    const page = await aPage(settings);
    const [name = '', value = ''] = cookie().split('=');
    await page.context().addCookies([{ name, value, url: server.url }]);
    return page;
  }

  it('goes by keyboard alone from five answers over two scorers and a moderation to the result', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead, { name: 'Stroke survivors of Millfield', public_name: 'Tuesday friends' });
    await joins(server, lead, groupId, 'group_deputy');
    const page = await pageOf(lead, PHONE);
    await page.goto(`${server.url}/groups/${groupId}/passport`);
    await isSound(page, 'passport-none');
    await tabTo(page, 'Answer the five questions');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/answers$/);
    await tabTo(page, 'Send the answers');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mistakes');
    expect(await focused(page)).to.match(/Please check these|alert/);
    await isSound(page, 'passport-answers-mistakes');
    for (const answer of ANSWERS) await typeNext(page, answer);
    await typeNext(page, 'Some of us need looking after. A carer is there every time.');
    await typeNext(page, 'no');
    await tabTo(page, 'Send the answers');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/passport$/);
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).to.equal('Two people score your answers');
    await isSound(page, 'passport-waiting');

    await scoreByKeyboard(cast.first, '43343');
    await scoreByKeyboard(cast.second, '41343');
    await settleByKeyboard();
    await publishByKeyboard();
    await page.reload();
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).to.equal(
      'Passed: good until 3 March 2028',
    );
    await isSound(page, 'passport-passed');
    expect((await newestMail(server, lead.email)).subject).to.include('Tuesday friends: room passport – passed');
    await page.context().close();
  });

  /** Opens the only test that waits, and marks it with these marks. */
  async function scoreByKeyboard(scorer: Visitor, marks: string): Promise<void> {
    const page = await pageOf(scorer);
    await page.goto(`${server.url}/desk`);
    await tabTo(page, 'the benefit tests that wait');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/tests/);
    await isSound(page, 'tests-list');
    await tabTo(page, 'Tuesday friends');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/tests\/[0-9a-f-]{36}$/);
    await isSound(page, 'score-sheet');
    await tabTo(page, /^radio No/);
    await page.keyboard.press('Space');
    await tabTo(page, /If yes/);
    for (const mark of marks) {
      await tabTo(page, /^radio 0/);
      await page.keyboard.press('Space');
      for (let step = 0; step < Number(mark); step++) await page.keyboard.press('ArrowDown');
      await tabTo(page, 'Your reason');
      await page.keyboard.type(REASON);
      await tabTo(page, /checkbox None/);
      await page.keyboard.press('Space');
    }
    await page.waitForFunction(() =>
      document.querySelector('[data-total]')?.textContent?.startsWith('All 5 questions marked'),
    );
    await isSound(page, 'score-sheet-filled');
    await tabTo(page, 'Hand in');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    await page.context().close();
  }

  async function settleByKeyboard(): Promise<void> {
    const second = await pageOf(cast.second);
    await openNewest(second);
    await isSound(second, 'settle');
    await tabTo(second, /^radio 1/);
    await second.keyboard.press('Space');
    await second.keyboard.press('ArrowDown');
    await tabTo(second, 'How you came to it');
    await second.keyboard.type('The good is clear, for ten people at a time.');
    await tabTo(second, 'Propose the mark');
    await second.keyboard.press('Enter');
    await second.waitForSelector('.done');
    const first = await pageOf(cast.first, PHONE);
    await openNewest(first);
    await isSound(first, 'settle-agree');
    await tabTo(first, 'Agree with 2');
    await first.keyboard.press('Enter');
    await first.waitForSelector('.done');
    expect(await first.getByText('agreed by both').count()).to.equal(1);
    for (const page of [first, second]) await page.context().close();
  }

  async function publishByKeyboard(): Promise<void> {
    const page = await pageOf(cast.broker);
    await openNewest(page);
    await isSound(page, 'gates');
    for (const gate of ['G6', 'G7', 'G10']) {
      await page.locator(`#field-gate_${gate} input`).first().focus();
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'Save the answers');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    await isSound(page, 'publish');
    await tabTo(page, 'Publish the result and tell the group');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.done');
    await page.context().close();
  }

  async function openNewest(page: Page): Promise<void> {
    const { id } = await server.db('benefit_tests').orderBy('id', 'desc').first();
    await page.goto(`${server.url}/desk/tests/${id}`);
  }

  it('goes the same way without JavaScript, with evidence, to “nearly” and what would change it', async () => {
    const lead = await somebody(server, 'Nora Noscript');
    const groupId = await aGroup(lead, { name: 'Quayside knitters' });
    await joins(server, lead, groupId, 'group_deputy');
    const still = { javaScript: false, ...PHONE };
    const page = await pageOf(lead, still);
    await page.goto(`${server.url}/groups/${groupId}`);
    await page.getByRole('link', { name: 'room passport' }).click();
    await page.getByRole('link', { name: 'Answer the five questions' }).click();
    await page.getByLabel('Is there a local need').fill('Kept while I add a photo.');
    await page.getByRole('button', { name: /Add what shows it for .Is there a local need/ }).click();
    await page.getByLabel('A few lines').fill('Twelve names on a list.');
    await looksRight(page, 'evidence');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('link', { name: 'Back to the answers' }).click();
    expect(await page.getByLabel('Is there a local need').inputValue()).to.equal('Kept while I add a photo.');
    const boxes = page.locator('textarea');
    for (let index = 1; index < (await boxes.count()); index++) await boxes.nth(index).fill(`Answer ${index}`);
    await page.getByRole('button', { name: 'Send the answers' }).click();
    expect(await page.getByRole('status').innerText()).to.include('Your answers are sent.');
    for (const scorer of [cast.first, cast.second]) {
      const sheet = await pageOf(scorer, still);
      await openNewest(sheet);
      await sheet.getByLabel(/No\. I am not in this group/).check();
      for (const [index, id] of QUESTIONS.entries()) {
        await sheet
          .locator(`input[name=mark_${id}]`)
          .nth([2, 2, 1, 3, 2][index] ?? 0)
          .check();
        await sheet.locator(`textarea[name=reason_${id}]`).fill(REASON);
        await sheet.locator(`input[name=evidence_${id}][value=none]`).check();
      }
      await sheet.getByRole('button', { name: 'Hand in' }).click();
      expect(await sheet.getByRole('status').first().innerText()).to.equal('Your marks are in. Thank you.');
      await sheet.context().close();
    }
    const { id } = await server.db('benefit_tests').orderBy('id', 'desc').first();
    await publishes(cast.broker, id);
    await page.goto(`${server.url}/groups/${groupId}/passport`);
    expect(await page.getByText('What would have changed this: any one of these.').count()).to.equal(1);
    expect(await page.getByRole('table', { name: 'Question by question' }).getByRole('row').count()).to.equal(7);
    await looksRight(page, 'passport-nearly');
    await page.getByRole('link', { name: 'Improve the answers' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Improve your answers');
    await looksRight(page, 'passport-improve');
    await page.context().close();
  });

  it('is tried by anybody: live with scripts, by a button without, at an address that can be passed on', async () => {
    const page = await aPage();
    await page.goto(`${server.url}/how-decisions-are-made/try?path=room`);
    for (const [index, id] of QUESTIONS.entries())
      await page
        .locator(`input[name=mark_${id}]`)
        .nth([4, 4, 3, 4, 3][index] ?? 0)
        .check();
    await page.getByText('It has 360 of 400 points, which is 90.0%.').waitFor();
    expect(await page.getByRole('status').innerText()).to.equal('All 5 questions marked: 360 of 400 points, 90.0%.');
    await page.locator('input[name=mark_BEN]').nth(1).check();
    await page.getByText('has the mark 1, and needs 2 at least.').waitFor();
    await isSound(page, 'try-live');
    const address = page.url();
    await page.context().close();
    const still = await aPage({ javaScript: false, ...PHONE });
    await still.goto(address);
    expect(await still.getByText('has the mark 1, and needs 2 at least.').count()).to.equal(1);
    await still.locator('input[name=mark_BEN]').nth(4).check();
    await still.getByRole('button', { name: 'Work it out' }).click();
    expect(await still.getByText('It has 360 of 400 points, which is 90.0%.').count()).to.equal(1);
    await looksRight(still, 'try-still');
    await still.context().close();
  });

  for (const [width, dark] of [
    [360, true],
    [768, false],
    [1280, false],
  ] as const) {
    it(`reads well for everybody at ${width} pixels`, async () => {
      const page = await aPage({ width, dark });
      for (const path of ['room', 'building', 'land']) {
        await page.goto(`${server.url}/how-decisions-are-made?path=${path}`);
        await isSound(page, `how-${path}-${width}`);
        expect(await page.locator('h1').count()).to.equal(1);
      }
      await page.context().close();
    });
  }

  it('reflows at 400 %, where a window of 1280 pixels is as wide as 320', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    await joins(server, lead, groupId, 'group_deputy');
    const testId = await sends(lead, groupId);
    const paths: [Visitor, string][] = [
      [lead, `/groups/${groupId}/passport`],
      [cast.first, `/desk/tests/${testId}`],
      [cast.broker, `/desk/tests/${testId}`],
      [cast.first, '/desk/tests'],
      [lead, '/how-decisions-are-made'],
      [lead, '/how-decisions-are-made/try'],
    ];
    for (const [who, path] of paths) {
      const page = await pageOf(who, { width: 320, height: 256 });
      await page.goto(server.url + path);
      expect(await scrollsSideways(page), path).to.equal(false);
      await page.context().close();
    }
  });

  it('is sound where somebody types for others, where a group is stopped, and on the desk’s other lists', async () => {
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    await joins(server, lead, groupId, 'group_deputy');
    const officer = await anOfficer(server, town);
    const page = await pageOf(officer);
    await page.goto(`${server.url}/desk/groups/${groupId}/passport`);
    await isSound(page, 'assisted');
    await page.getByRole('button', { name: 'Send the answers' }).click();
    await isSound(page, 'assisted-mistakes');
    const testId = await sends(lead, groupId);
    for (const scorer of [cast.first, cast.second]) await scores(scorer, testId, 'NEED1 BEN1 INC1 USE3 DEL2');
    await publishes(officer, testId, {
      gate_G6: 'no',
      note_G6: 'Children come, and nobody leads on keeping them safe.',
    });
    await page.goto(`${server.url}/desk/tests/${testId}`);
    await isSound(page, 'test-published');
    for (const show of ['score', 'settle', 'decide', 'done']) {
      await page.goto(`${server.url}/desk/tests?show=${show}`);
      await isSound(page, `tests-${show}`);
    }
    await page.context().close();
    const theirs = await pageOf(lead);
    await theirs.goto(`${server.url}/groups/${groupId}/passport`);
    await isSound(theirs, 'passport-not-yet');
    await theirs.context().close();
  });
});

/** Tab goes to the next box to write in. */
async function typeNext(page: Page, text: string): Promise<void> {
  await tabTo(page, /^textbox/);
  await page.keyboard.type(text);
}

async function isSound(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page), name).to.deep.equal([]);
  await looksRight(page, name);
}

/** Where scripts do not run, axe does not either. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect(await scrollsSideways(page), name).to.equal(false);
  await screenshot(page, `benefit-${name}`);
}
