import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { NO_CONTACT } from '../../src/ground/contacts/contact-contract.ts';
import { CASE_A, aVerge } from '../casework/proposals/a-proposal.ts';
import { screenshot, tabTo } from '../support/browser.ts';
import { aDatabase } from '../support/databases.ts';
import { found } from '../support/domain.ts';
import { aLandJourney, fine, mainOf, type LandJourney } from './a-land-journey.ts';

const LEAD = 'lead.verge.gardeners@example.org';
const PHONE = { width: 360, height: 740 };
const PLACE = 'Verge at Mill Lane';
const HIDDEN = ['Fay Near', '7 Larch Row', '01632 960 999', '@example.org', 'Mr Miller'];

/** Worked case A by the screens, the mails and the command line alone: gardeners, a verge, and an owner who never answers. */
describe('From a neglected verge to a yes that silence could not block', function () {
  this.bail(true);
  let land: LandJourney;
  let place: string;
  let here: string;

  before(async function () {
    this.timeout(240_000);
    const url = await aDatabase('SQLite');
    const { services, verge, town } = await aVerge(url, { day: '2027-02-26' });
    place = `/assets/${verge.id}`;
    const { id, name } = town.area;
    await services.contacts.save(
      { kind: 'area', id, areaId: id, name },
      { ...NO_CONTACT, person: 'Bina Broker', telephone: '01632 960 101' },
      'test',
    );
    await services.stop();
    land = await aLandJourney(url);
  });
  after(() => land.stop());

  it('is asked for from the page of the place, one thing a page, and sent with the keyboard', async () => {
    await land.day('2027-03-01T09:00:00Z');
    const lead = await land.as(LEAD, place, PHONE);
    await lead.locator('main').getByRole('link', { name: 'Which path fits me?' }).click();
    await lead.locator('input[name=need][value=land]').check();
    await lead.getByRole('button', { name: 'Continue' }).click();
    await lead.getByLabel(/For months/).check();
    await lead.getByRole('button', { name: 'Continue' }).click();
    await lead.getByRole('heading', { name: `Ask for ${PLACE}` }).waitFor();
    await fine(lead, 'start');
    await lead.getByRole('link', { name: 'Ask for this place' }).click();
    await lead.getByText('For your group: Verge Gardeners').waitFor();
    await lead.getByRole('button', { name: 'Begin' }).click();
    await lead.getByRole('heading', { name: `${PLACE}: your proposal` }).waitFor();
    here = new URL(lead.url()).pathname.replace('/write', '');
    await fine(lead, 'tasks');
    await tabTo(lead, 'What you would do there');
    await lead.keyboard.press('Enter');
    await tabTo(lead, 'In a sentence or two');
    await lead.keyboard.type('We plant wild flowers on the verge and keep it clear of rubbish.');
    await tabTo(lead, 'Save');
    await lead.keyboard.press('Enter');
    await lead.getByText('Saved.').waitFor();
    await lead.getByRole('link', { name: 'From when until when' }).click();
    expect(await mainOf(lead)).to.include('you would know by Wednesday 14 April 2027');
    await lead.getByLabel('First day').fill('2027-05-01');
    await lead.getByLabel('Last day').fill('2028-04-30');
    await lead.getByRole('button', { name: 'Save' }).click();
    await lead.getByText('Saved.').waitFor();
    await lead.getByRole('link', { name: 'The questions of the benefit test' }).click();
    await lead.getByRole('link', { name: 'Is there a local need or wish for this?' }).click();
    await fine(lead, 'question');
    for (let n = 1; n <= 12; n++) {
      await lead.getByRole('heading', { name: `Question ${n} of 12` }).waitFor();
      await lead.locator('main textarea').fill(`What we say about question ${n}.`);
      await lead.getByRole('button', { name: 'Save and go on' }).click();
    }
    await lead.getByText('Every question has an answer.').waitFor();
    await lead.getByRole('link', { name: 'Back to the case' }).click();
    await lead.getByRole('link', { name: 'Check your answers and send' }).click();
    await says(lead, [
      'This is how others will see it',
      'comment until Monday 22 March 2027, and it is scored by Wednesday 31 March 2027',
      'silence gives you a yes on Wednesday 14 April 2027',
    ]);
    await fine(lead, 'check');
    await tabTo(lead, /What we say is true/);
    await lead.keyboard.press('Space');
    await tabTo(lead, 'Send the proposal');
    await lead.keyboard.press('Enter');
    await lead.getByText('Your proposal has been sent.').waitFor();
    await says(lead, ['Your proposal has been sent', 'look whether it is complete, by Monday 15 March 2027']);
    expect((await land.mailTo(LEAD, /^Sent/)).text).to.include('15 March 2027');
    await lead.context().close();
  }).timeout(180_000);

  it('is complete the same day; the sign goes up, and says how to comment and until when', async () => {
    const broker = await land.as('broker@example.org', '/desk/proposals?area=testborough');
    await broker.locator('main').getByRole('link', { name: PLACE }).click();
    await fine(broker, 'broker');
    await broker.getByRole('button', { name: 'It is complete' }).click();
    await broker.getByText('Its clock has started, and the group is told.').waitFor();
    await says(broker, ['Its officer is you.', 'The group’s turn: put the sign up']);
    await broker.context().close();

    const lead = await land.as(LEAD, here, PHONE);
    await says(lead, ['Your group’s turn: put the sign up at the place', 'How this date was worked out']);
    await lead.getByRole('link', { name: 'See and print the sign' }).click();
    await says(lead, ['We are asking for this place', 'Ring 01632 960 101']);
    const pdf = await lead.request.get(land.at(`${here}/sign.pdf`));
    expect([pdf.status(), pdf.headers()['content-type']]).to.deep.equal([200, 'application/pdf']);
    await lead.goBack();
    const photo = { name: 'sign.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() };
    await lead.getByLabel('The photo').setInputFiles(photo);
    await lead.getByLabel('What does it show?').fill('The sign on its post at the verge.');
    await lead.getByRole('button', { name: 'Send the photo' }).click();
    await lead.getByText('Everybody can see on this page now that the sign is up.').waitFor();
    await lead.goto(land.at(`${here}/sign`));
    await says(lead, ['Monday 22 March 2027', 'Ring 01632 960 101']);
    await fine(lead, 'sign');
    await lead.context().close();
  }).timeout(180_000);

  it('is commented on without an account and without scripts, for, against and worried', async () => {
    await comment('for', 'It is a dump now. Flowers are better.', 'fay@example.org');
    await comment('against', 'Leave it as it is. Mr Miller parks there.', 'ag@example.org');
    await comment('worried', 'I cannot see round the corner. Ring me on 01632 960 999.', 'wil@example.org');
    const group = await land.as(LEAD, `${here}/comments`, PHONE);
    const worry = group.locator('.comment', { hasText: 'round the corner' });
    await worry.getByText('Reply for the group').click();
    await worry.getByLabel('What the group says to it').fill('Nothing we plant there grows above 450 mm.');
    await worry.getByRole('button', { name: 'Reply' }).click();
    await group.getByText('The reply is public.').waitFor();
    await group.context().close();
    const broker = await land.as('broker@example.org', '/desk/comments?area=testborough');
    await broker.locator('li', { hasText: 'Leave it as it is' }).getByRole('link', { name: 'Look at it' }).click();
    await broker.getByText('Leave something out').click();
    await broker.getByLabel('What everybody reads').fill('Leave it as it is. [left out]');
    await broker.getByLabel('Why?').first().fill('It names somebody.');
    await fine(broker, 'comment-desk');
    await broker.getByRole('button', { name: 'Publish it so' }).click();
    await broker.locator('.done').waitFor();
    await broker.context().close();
    expect((await land.mailTo('ag@example.org', /left out/)).text).to.include('It names somebody.');
    const follower = await land.anybody(`${here}/follow`, { ...PHONE, javaScript: false });
    await follower.getByLabel('Your e-mail address').fill('rita@example.org');
    await follower.getByRole('button', { name: 'Follow by mail' }).click();
    await follower.locator('.done').waitFor();
    await follower.goto(land.at(await land.linkIn('rita@example.org', /follow/i, /^.following.[^/]+$/)));
    await follower.getByRole('button', { name: 'Yes, send me its news' }).click();
    await follower.getByText(`You follow ${PLACE}`).first().waitFor();
    await follower.context().close();
    await everybodyReads('commenting', [
      'Everybody’s turn: say what you think of it, by Monday 22 March 2027',
      'You can comment until the end of Monday 22 March 2027: 21 days are left.',
      '3 comments: 1 for it, 1 against it and 1 worried. This is no vote',
      'Nothing we plant there grows above 450 mm.',
      'Leave it as it is. [left out]',
    ]);
  }).timeout(180_000);

  it('is scored by two people apart from each other once comments have ended; what comes late says so', async () => {
    await land.day('2027-03-23T09:00:00Z');
    await comment('for', 'I only heard of it today. Please do it.', 'late@example.org');
    await everybodyReads('scored', ['Being scored', '2 for it', '1 came late', 'by Wednesday 31 March 2027']);
    for (const scorer of ['first@example.org', 'second@example.org']) {
      const sheet = await land.as(scorer, '/my');
      await sheet.getByRole('link', { name: 'A group waits for your marks' }).click();
      await sheet.getByRole('link', { name: 'Verge Gardeners' }).click();
      await sheet.locator('input[name=interest][value=no]').check();
      for (const one of CASE_A.split(' ')) {
        const [id, mark] = [one.slice(0, -1), Number(one.slice(-1))];
        await sheet.locator(`input[name=mark_${id}]`).nth(mark).check();
        await sheet.locator(`textarea[name=reason_${id}]`).fill('The answer says so, and the photos show it.');
        await sheet.locator(`input[name=evidence_${id}][value=none]`).check();
      }
      await sheet.getByRole('button', { name: 'Hand in' }).click();
      await sheet.getByText('Your marks are in.').waitFor();
      await sheet.context().close();
    }
  }).timeout(180_000);

  it('has every comment answered, and 316 of 400 points published on 31 March', async () => {
    await land.day('2027-03-31T09:00:00Z');
    const broker = await land.as('broker@example.org', '/desk/tests?area=testborough&show=decide');
    await broker.getByRole('link', { name: 'Verge Gardeners' }).click();
    for (const gate of await broker.locator('[id^=field-gate_]').all()) await gate.locator('input').first().check();
    await broker.locator('input[name=gate_G4][value=not_yet]').check();
    await broker.locator('#field-note_G4').fill('A plan of the pipes, and nothing above 450 mm at the corner.');
    await broker.getByRole('button', { name: 'Save the answers' }).click();
    await broker.getByText('The answers to the gates are saved.').waitFor();
    const result = broker.url();
    await says(broker, [
      '316 of 400 points, 79.0% (pass mark 55.0%)',
      '4 comments have no answer yet. Say what came of them first',
    ]);
    await fine(broker, 'unanswered');
    await broker.goto(land.at(`${here}/comments`));
    await answer(broker, 'round the corner', 'changed', 'Nothing grows above 450 mm at the corner.');
    await answer(broker, '', 'noted', 'Both scorers have read it.');
    await broker.goto(result);
    await broker.getByRole('button', { name: 'Publish the result and tell the group' }).click();
    await broker.getByText('The result is published.').waitFor();
    await broker.context().close();
    expect((await land.mailTo('wil@example.org', /^What came of/)).text).to.include('Nothing grows above 450 mm');
    await everybodyReads('window', [
      'The owner’s turn: say yes, or show one of the permitted grounds, by Wednesday 14 April 2027.',
      'If the owner says nothing by then, the answer is yes: it is granted by default.',
      'Silence says yes at the end of Wednesday 14 April 2027: 14 days are left.',
      'How this date was worked out',
      'What came of it: changed',
      '316 of 400',
    ]);
  }).timeout(180_000);

  it('is granted by silence at the end of 14 April: the clock of another process does it, once', async () => {
    const warned = (): string[] =>
      land.smtp.received.filter(({ subject }) => /^Silence will be a yes/.test(subject)).map(({ to }) => to);
    const both = ['decider@example.org', 'owner@example.org'];
    for (const [n, now] of ['2027-03-31T12:00:00Z', '2027-04-07T08:00:00Z', '2027-04-13T08:00:00Z'].entries()) {
      expect(await land.tick(now)).to.include('Warnings given before silence grants: 1.');
      expect(
        warned()
          .slice(n * 2)
          .toSorted(),
      ).to.deep.equal(both);
    }
    // Half an hour before the day ends in London, and when it has ended.
    expect(await land.tick('2027-04-14T22:30:00Z')).to.include('Proposals taken on by the clock: 0.');
    expect(await land.tick('2027-04-14T23:00:30Z')).to.include('Proposals taken on by the clock: 1.');
    expect(warned()).to.have.length(6);
    const told = land.smtp.received.filter(({ subject }) => /^Granted/.test(subject)).map(({ to }) => to);
    expect(told).to.include(LEAD);
    expect(told).to.deep.equal([...new Set(told)]);
    await land.day('2027-04-15T09:00:00Z');
    await everybodyReads('granted', [
      'Granted by default: the owner did not show in time that one of the permitted grounds holds.',
      'Decided on Wednesday 14 April 2027.',
      'told the owner (the mail server took it)',
      '14 April 2027\nGranted by default',
    ]);
  }).timeout(180_000);

  it('has a certificate that anybody reads, prints and checks by its code', async () => {
    const anybody = await land.anybody(here, PHONE);
    await anybody.getByRole('link', { name: 'The certificate', exact: true }).click();
    await says(anybody, [
      'This certificate is real, and it stands.',
      'did not refuse on a valid ground by the end of Wednesday 14 April 2027',
      'Until the end of Monday 19 April 2027',
      '316 of 400 points, 79.0%',
      'A plan of the pipes, and nothing above 450 mm at the corner.',
    ]);
    await fine(anybody, 'certificate');
    const code = found(new URL(anybody.url()).pathname.split('/').at(-1));
    const pdf = await anybody.request.get(land.at(`/certificates/${code}/certificate.pdf`));
    expect([pdf.status(), pdf.headers()['content-type']]).to.deep.equal([200, 'application/pdf']);
    const data = (await (await anybody.request.get(land.at(`/api/certificates/${code}`))).json()) as {
      warnings: { on: string; taken: boolean }[];
    };
    expect(data).to.deep.include({ dueOn: '2027-04-14', outcomePoints: 316, finalOn: '2027-04-19', late: false });
    expect(data.warnings.map(({ on, taken }) => [on, taken])).to.deep.equal(
      ['2027-03-31', '2027-04-07', '2027-04-13'].flatMap((on) => [
        [on, true],
        [on, true],
      ]),
    );
    await anybody.goto(land.at('/check'));
    await anybody.getByLabel('Code').fill(code.toLowerCase());
    await anybody.getByRole('button', { name: 'Check it' }).click();
    await anybody.getByText('This certificate is real, and it stands.').waitFor();
    await anybody.context().close();
  }).timeout(180_000);

  it('is signed with its equality record, and nothing stands against it after 21 April', async () => {
    const decider = await land.as('decider@example.org', here);
    await says(decider, ['Your turn: sign the decision, and adopt its equality record, by Wednesday 21 April 2027.']);
    await decider.getByLabel('For which reasons?').fill('It passed the test, and no ground was shown.');
    await decider.getByLabel('What else was considered').fill('Leaving it as it is.');
    await decider.getByLabel('Which interests were declared?').fill('None');
    await decider.getByLabel('On which papers does it rest?').fill('The case itself');
    await decider.getByLabel('Who may be touched by it?').fill('People who use a wheelchair on the pavement.');
    await decider.getByLabel('What have you considered about them?').fill('Beds leave 1.5 metres.');
    await decider.getByRole('button', { name: 'Sign it' }).click();
    await decider.locator('.done').waitFor();
    await decider.context().close();
    expect(await land.tick('2027-04-21T22:30:00Z')).to.include('Proposals taken on by the clock: 0.');
    expect(await land.tick('2027-04-21T23:00:30Z')).to.include('Proposals taken on by the clock: 1.');
    await land.day('2027-04-22T09:00:00Z');
    await everybodyReads('for-good', ['Granted, and nothing stands against it', '21 April 2027\n']);
    const record = await land.anybody(`${here}/decision`);
    await says(record, ['It passed the test, and no ground was shown.', 'Beds leave 1.5 metres.']);
    await fine(record, 'record');
    expect((await land.mailTo('rita@example.org', /^What has happened/)).text).to.include(PLACE);
    const feed = await (await record.request.get(land.at(`${here}/feed.atom`))).text();
    expect(feed).to.include('Granted by default').and.to.include('79.0');
    for (const hidden of HIDDEN) expect(feed).not.to.include(hidden);
    await record.context().close();
  }).timeout(180_000);

  /** The page as it stands for somebody without an account, on a desk and on a telephone. */
  async function everybodyReads(name: string, words: string[]): Promise<void> {
    const page = await land.anybody(here);
    await says(page, words);
    const text = await page.locator('body').innerText();
    for (const hidden of HIDDEN) expect(text).not.to.include(hidden);
    await screenshot(page, `land-${name}-1280`);
    await page.setViewportSize(PHONE);
    await fine(page, `${name}-360`);
    await page.context().close();
  }

  async function comment(stance: string, text: string, email: string): Promise<void> {
    const page = await land.anybody(here, { ...PHONE, javaScript: false });
    await page.getByRole('link', { name: 'Say what you think' }).click();
    await page.locator(`input[name=stance][value=${stance}]`).check();
    await page.getByLabel('What you think').fill(text);
    await page.getByLabel('Your name').fill('Fay Near');
    await page.getByLabel('Your street or postcode').fill('7 Larch Row');
    await tabTo(page, 'Your e-mail address');
    await page.keyboard.type(email);
    await tabTo(page, /Go on/);
    await page.keyboard.press('Enter');
    await page.locator('.done').waitFor();
    await page.goto(land.at(await land.linkIn(email, /comment/i, /^.comments.[^/]+$/)));
    await page.getByRole('button', { name: 'Yes, this is my comment: publish it' }).click();
    await page.getByText('Your comment is public').waitFor();
    await page.context().close();
  }
});

/** What came of all comments with these words that have no answer yet. */
async function answer(page: Page, about: string, outcome: string, words: string): Promise<void> {
  for (const box of await page.locator('.comment', { hasText: about }).locator('input[name=comments]').all())
    await box.check();
  const form = page.locator('form#answers');
  await form.locator(`input[name=outcome][value=${outcome}]`).check();
  await form.getByLabel('In a sentence').fill(words);
  await page.getByRole('button', { name: 'Answer them' }).click();
  await page.locator('.done').waitFor();
}

async function says(page: Page, words: string[]): Promise<void> {
  const text = await mainOf(page);
  for (const one of words) expect(text).to.include(one);
}

const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a5' } })
    .jpeg()
    .toBuffer();
