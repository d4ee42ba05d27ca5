import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { aFolder } from '../../support/temp-files.ts';
import { aScene, bookedWithDeposit, comesIn, money, type Scene } from './a-hire.ts';
import { adoptTerms } from '../bookings/a-room.ts';
import { aForm, anAskingGroup, aResult } from '../requests/a-request.ts';

const END = '2027-04-01T09:00:00Z';

/** The end of a booking on screen: a date cancelled, over, deposit, damage with a photo, dispute, three questions. */
describe('The end of a booking on screen', function () {
  this.timeout(120_000);
  let url: string;
  let server: TestServer;
  let town: Town;
  let scene: Scene;
  let made: DatedBooking;

  before(async () => {
    url = await aDatabase('SQLite');
    server = await aServer(url);
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    scene = await aScene(server, town, { depositPence: 3000 });
    made = await bookedWithDeposit(server, scene);
    await money(server, made, ['hire', 'paid', 8000]);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  async function browserOf(at: TestServer, who: Visitor, settings: Parameters<typeof aPage>[0] = {}): Promise<Page> {
    const page = await aPage(settings);
    const [name = '', value = ''] = who.cookie().split('=');
    await page.context().addCookies([{ name, value, url: at.url }]);
    return page;
  }
  async function fine(page: Page, name: string): Promise<void> {
    expect(await axeFindings(page), name).to.deep.equal([]);
    // Several forms of one page ask for the same things: each label leads to its own input.
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
      ),
      name,
    ).to.deep.equal([]);
    await screenshot(page, `course-${name}`);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect([name, width, await scrollsSideways(page)]).to.deep.equal([name, width, false]);
      if (width === 360) await screenshot(page, `course-${name}-360`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  it('a group that comes too late waits for the dates that others have', async () => {
    const late = await anAskingGroup(server, town, 'Late group', 'The late');
    await aResult(server, town, late.groupId);
    const person = await comesIn(server, late.lead);
    const sent = await person.post(`/groups/${late.groupId}/requests?space=${scene.roomId}`, {
      ...(aForm({ from: '2027-03-09', until: '2027-03-30', which: 'all' }) as Record<string, string>),
      submission: server.newId(),
    });
    const page = await browserOf(server, person);
    await page.goto(`${server.url}${sent.headers.get('location')}`);
    await fine(page, 'too-late');
    await page.getByRole('button', { name: 'Wait for the dates' }).press('Enter');
    await page.waitForURL(/waiting/);
    await fine(page, 'waiting');
    await page.getByRole('button', { name: 'Leave the list' }).click();
    expect(await page.textContent('main')).to.include('left');
    await page.context().close();
  });

  it('a date is cancelled for free two days before, and the owner offers another for one it takes back', async () => {
    const page = await browserOf(server, scene.lead);
    await page.goto(`${server.url}/bookings/${made.booking.id}/cancel?which=one&date=2027-03-09`);
    await page.getByRole('button', { name: 'Cancel the date' }).click();
    await page.goto(`${server.url}/bookings/${made.booking.id}/course`);
    expect(await page.textContent('main')).to.include('£20 of the hire was paid for dates that were given up');
    const owner = await browserOf(server, scene.owner);
    await owner.goto(`${server.url}/bookings/${made.booking.id}/take-back?which=one&date=2027-03-30`);
    await owner.getByLabel('Repairs').check();
    await owner.getByLabel('Explain it to the group').fill('The floor is being polished.');
    await owner.getByLabel('What do you offer instead?').fill('The evening after.');
    await owner.getByLabel('Date (if you like)').fill('2027-03-31');
    await fine(owner, 'take-back');
    await owner.getByRole('button', { name: 'Take back the date' }).click();
    await page.reload();
    await fine(page, 'offer');
    await page.getByRole('button', { name: 'Take this date' }).click();
    expect(await page.textContent('.done')).to.include('The date is yours.');
    await owner.goto(`${server.url}/bookings/${made.booking.id}/course`);
    await owner.getByLabel('Who of the group signed?').fill('Gita');
    await owner.getByLabel('Who showed them round?').fill('Carl');
    await owner.getByRole('button', { name: 'Save' }).click();
    await fine(owner, 'started');
    await Promise.all([page, owner].map((one) => one.context().close()));
  });

  it('then it is over: damage with a photo, money back, a dispute, an answer, three questions, a statement', async () => {
    const clock = await someServices(url, { now: END });
    await clock.hires.runDue();
    await clock.stop();
    const then = await aServer(url, { now: END });
    const [owner, lead] = [
      await browserOf(then, await comesIn(then, scene.owner.email)),
      await browserOf(then, await comesIn(then, scene.lead.email)),
    ];
    const course = `${then.url}/bookings/${made.booking.id}/course`;
    const photo = join(aFolder('photo'), 'chair.png');
    writeFileSync(
      photo,
      await sharp({ create: { width: 640, height: 420, channels: 3, background: '#996644' } })
        .png()
        .toBuffer(),
    );

    await owner.goto(`${then.url}/owners/${town.owner.id}`);
    await fine(owner, 'owner-home');
    await owner.goto(course);
    await owner.getByText('Keep something for damage').click();
    await owner.getByLabel('What is damaged or missing?').fill('A chair is broken.');
    await owner.getByLabel('How much does it cost, in pounds?').fill('12.50');
    // One that is too large is told before it is sent, and nothing typed is lost.
    await owner
      .getByLabel('A photo of it')
      .setInputFiles({ name: 'chair.png', mimeType: 'image/png', buffer: Buffer.alloc(16 * 1024 * 1024) });
    await owner.getByText('Choose a file of up to 15 MB. This one has 16 MB.').waitFor();
    await owner.getByRole('button', { name: 'Add' }).click();
    expect([await focused(owner), await owner.getByLabel('What is damaged or missing?').inputValue()]).to.deep.equal([
      'button A photo of it (if you like)',
      'A chair is broken.',
    ]);
    expect(await axeFindings(owner)).to.deep.equal([]);
    await owner.getByLabel('A photo of it').setInputFiles(photo);
    await owner.getByRole('button', { name: 'Add' }).click();
    await owner.getByRole('group', { name: 'How does it go back?' }).first().getByLabel('Bank transfer').check();
    await fine(owner, 'deductions');
    await owner.getByRole('button', { name: 'Give back £17.50, keep £12.50' }).click();
    expect(await owner.textContent('.done')).to.include('The deposit is settled.');

    await lead.goto(course);
    await lead.getByText('Dispute what was kept').click();
    await lead.getByRole('button', { name: 'Send' }).first().click();
    await fine(lead, 'mistake');
    await lead.getByLabel('What is not right?').fill('It was broken when we came.');
    await lead.getByRole('button', { name: 'Send' }).first().click();
    await owner.reload();
    await owner.getByLabel('Your answer').fill('You are right.');
    await owner.getByLabel('£12.50: A chair is broken.').check();
    await fine(owner, 'dispute');
    await owner.getByRole('button', { name: 'Send the answer' }).click();

    await lead.goto(course);
    await fine(lead, 'questions');
    await lead.getByLabel('Yes', { exact: true }).check();
    await lead.getByLabel('5 to 10').check();
    await lead.getByRole('button', { name: 'Send' }).last().click();
    expect(await lead.textContent('.done')).to.include('Thank you.');
    await lead.goto(`${then.url}/bookings/${made.booking.id}/statement`);
    await fine(lead, 'statement');
    await lead.goto(`${then.url}/groups/${scene.groupId}/statement`);
    await fine(lead, 'group-statement');
    await owner.goto(`${then.url}/owners/${town.owner.id}/statement`);
    await fine(owner, 'owner-statement');
    await Promise.all([owner, lead].map((one) => one.context().close()));
    expect(then.errors).to.deep.equal([]);
    await then.stop();
  });
});
