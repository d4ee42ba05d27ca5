import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { CASE_B, marked } from '../casework/hearings/a-hearing.ts';
import { counted, onSheets, opened, petitionOf, withBuilding } from '../casework/petitions/a-petition.ts';
import type { LineCode } from '../../src/casework/petitions/signature-contract.ts';
import { aVerge, onDay, sent, written } from '../casework/proposals/a-proposal.ts';
import { aDatabase } from '../support/databases.ts';
import { aLandJourney, fine, mainOf, type LandJourney } from './a-land-journey.ts';

const PHONE = { width: 360, height: 740 };
const LEAD = 'lead.verge.gardeners@example.org';
const HIDDEN = ['Nadia Neverseen', 'nadia@example.org', 'A seat at the front', 'Old Library'];
const REFUSED: readonly LineCode[] = [
  ...Array<LineCode>(20).fill('out_of_area'),
  ...Array<LineCode>(9).fill('duplicate'),
  ...Array<LineCode>(6).fill('unreadable'),
];

/** Worked case B from the marks on, by the screens, the mails and the command line: a closed building, its hearing, and an owner who never answers. */
describe('From a closed building to a yes that silence could not block', function () {
  this.bail(true);
  let land: LandJourney;
  let here: string;

  before(async function () {
    this.timeout(240_000);
    const url = await aDatabase('SQLite');
    const closed = await withBuilding(await aVerge(url, { day: '2026-07-20' }));
    const petition = await opened(closed, 28);
    await onSheets(closed, petition, 312, REFUSED);
    await counted(closed, petition);
    expect(await petitionOf(closed, petition)).to.include({ state: 'verified', valid: 312 });
    await onDay(closed, '2026-09-07');
    const id = await written(closed, { assetId: closed.building, starts: '2026-12-16', ends: '2027-12-15' });
    await sent(closed, id);
    await closed.services.proposals.checking.complete(closed.broker, id, { seen: 'received' });
    await onDay(closed, '2026-10-06');
    await marked(closed, id, CASE_B);
    here = `/proposals/${id}`;
    await closed.services.stop();
    land = await aLandJourney(url);
  });
  after(() => land.stop());

  it('has its hearing called by democratic services, in time by both counts, and everybody told', async () => {
    await land.day('2026-10-21T09:00:00Z');
    const clerk = await land.as('clerk@example.org', '/my');
    await clerk
      .locator('main')
      .getByRole('link', { name: /all a hearing|hearing/ })
      .first()
      .click();
    await clerk.getByLabel('On which day?').first().fill('2026-11-04');
    await clerk.getByLabel('When does it begin?').first().fill('18:30');
    await clerk.getByLabel('Where?').first().fill('Town hall, Market Place');
    await clerk.getByLabel('How do people get in').first().fill('No steps, a hearing loop.');
    await clerk.locator('input[name=committee][value=yes]').check();
    await clerk.getByLabel('On paper').fill('Slips in the library, until noon on the day.');
    await clerk.getByRole('button', { name: 'Call the hearing' }).click();
    await says(clerk, ['Thursday 5 November 2026', 'Offer at least 2 other ways to be heard']);
    await fine(clerk, 'hearing-too-soon');
    await clerk.getByLabel('On which day?').first().fill('2026-11-05');
    await clerk.getByLabel('By telephone').fill('01632 960 101, mornings.');
    await clerk.getByRole('button', { name: 'Call the hearing' }).click();
    await clerk.getByText('The hearing is called. Everybody is told.').waitFor();
    await says(clerk, ['was Wednesday 21 October 2026', 'Wednesday 28 October 2026']);
    await clerk.context().close();
    expect((await land.mailTo(LEAD, /^A hearing is called/)).text).to.include('5 November 2026');
  }).timeout(180_000);

  it('lets somebody register to have their words read out, without an account and without scripts', async () => {
    const phone = await land.anybody(here, { ...PHONE, javaScript: false });
    await phone.getByRole('link', { name: 'Say that you want to speak' }).click();
    await phone.getByLabel('Against it').check();
    await phone.getByLabel('It is read out for me').check();
    await phone.getByLabel('What is to be read out').fill('Close at half past nine.');
    await phone.getByLabel('What do you need').fill('A seat at the front');
    await phone.getByLabel('Your name').fill('Nadia Neverseen');
    await phone.getByLabel('Your e-mail address').fill('nadia@example.org');
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.getByText('We have sent you a mail').first().waitFor();
    await phone.goto(land.at(await land.linkIn('nadia@example.org', /^Confirm/, /^.speakers.[^/]+$/)));
    await phone.getByRole('button', { name: 'Yes, register me' }).click();
    await phone.getByText('You are registered. We write').first().waitFor();
    await phone.context().close();
    await everybodyReads('hearing-called', ['312', 'Thursday 5 November 2026', 'Speak at the hearing']);
  }).timeout(180_000);

  it('is heard on 5 November by a clock, and what was said is written down', async () => {
    await land.day('2026-11-05T18:30:00Z');
    const chair = await land.as('chair@example.org', `${here}/hearing/floor`, { width: 820 });
    await chair.getByRole('button', { name: 'Read it out to Nadia Neverseen' }).click();
    await chair.getByText('A statement is read out: against it.').waitFor();
    await chair.getByRole('button', { name: 'Stop the clock' }).click();
    await chair.getByText('The clock stands still.').waitFor();
    await chair.goto(land.at(here));
    await chair.getByLabel('How many spoke or wrote for it?').fill('61');
    await chair.getByLabel('How many against it?').fill('4');
    await chair.getByLabel('Which interests').fill('None');
    await chair.getByRole('button', { name: 'It was held' }).click();
    await chair.locator('.done').waitFor();
    await chair.context().close();
    const clerk = await land.as('clerk@example.org', '/my');
    await clerk.getByRole('link', { name: /Write the draft of the minutes/ }).click();
    await clerk.getByLabel('What was said').fill('The group will close at half past nine.');
    await clerk.getByRole('button', { name: 'Publish the draft' }).click();
    await clerk.locator('.done').waitFor();
    await clerk.context().close();
    expect((await land.mailTo('nadia@example.org', /^The draft of the minutes/)).text).to.include('say what is wrong');
  }).timeout(180_000);

  it('has 284 of 400 points on 12 November, and the owner has until 30 November', async () => {
    await land.day('2026-11-12T09:00:00Z');
    const chair = await land.as('chair@example.org', here);
    await chair.getByRole('button', { name: 'Publish the result' }).click();
    await chair.locator('.done').waitFor();
    await chair.context().close();
    await everybodyReads('building-window', [
      '284 of 400',
      '71.0',
      'Silence says yes at the end of Monday 30 November 2026',
    ]);
    const minutes = await land.anybody(`${here}/hearing/minutes`, PHONE);
    await says(minutes, ['The group will close at half past nine.', 'Close at half past nine.', '284 of 400']);
    await fine(minutes, 'minutes');
    await minutes.context().close();
  }).timeout(180_000);

  it('is granted by default at the end of 30 November, after three warnings, with a certificate', async () => {
    for (const now of ['2026-11-16T08:00:00Z', '2026-11-23T08:00:00Z', '2026-11-27T08:00:00Z'])
      expect(await land.tick(now)).to.include('Warnings given before silence grants: 1.');
    expect(await land.tick('2026-11-30T23:30:00Z')).to.include('Proposals taken on by the clock: 0.');
    expect(await land.tick('2026-12-01T00:00:30Z')).to.include('Proposals taken on by the clock: 1.');
    await land.day('2026-12-01T09:00:00Z');
    expect((await land.mailTo(LEAD, /^Granted/)).text).to.include('granted');
    await everybodyReads('building-granted', ['Granted by default', 'Decided on Monday 30 November 2026.']);
    const anybody = await land.anybody(here, PHONE);
    await anybody.getByRole('link', { name: 'The certificate', exact: true }).click();
    await says(anybody, ['This certificate is real, and it stands.', '284 of 400 points, 71.0%']);
    await fine(anybody, 'building-certificate');
    await anybody.context().close();
  }).timeout(180_000);

  /** The page as it stands for somebody without an account, on a telephone: no private word, and where the building is on no account. */
  async function everybodyReads(name: string, words: string[]): Promise<void> {
    const page = await land.anybody(here, PHONE);
    await says(page, words);
    const text = await page.locator('body').innerText();
    for (const hidden of HIDDEN) expect(text).not.to.include(hidden);
    await fine(page, name);
    await page.context().close();
  }
});

async function says(page: Page, words: string[]): Promise<void> {
  const text = await mainOf(page);
  for (const one of words) expect(text).to.include(one);
}
