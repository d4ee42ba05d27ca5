import { expect } from 'chai';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer } from '../../support/server.ts';
import { called, held, scoredBuilding } from '../hearings/a-hearing.ts';
import { aVerge, onDay, type Verge } from '../proposals/a-proposal.ts';
import { keyMailedTo, registered } from './a-speaker.ts';

describe('The pages of a hearing', function () {
  this.timeout(240_000);
  let verge: Verge;
  let url: string;
  let at: string;
  const visitors = new Map<string, Promise<Visitor>>();
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { day: '2026-09-07', serve: aServer });
    url = (verge.services as Awaited<ReturnType<typeof aServer>>).url;
    const id = await scoredBuilding(verge);
    at = `/proposals/${id}`;
    await onDay(verge, '2026-10-12');
    await called(verge, id);
  });
  after(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  function visits({ email }: Who): Promise<Visitor> {
    const there = visitors.get(found(email)) ?? signIn(verge.services, aVisitor(url), found(email));
    visitors.set(found(email), there);
    return there;
  }
  const id = (): string => at.split('/').at(-1) ?? '';

  it('register somebody without an account and without scripts, on a phone', async () => {
    const phone = await aPage({ width: 360, javaScript: false });
    await phone.goto(`${url}${at}`);
    await phone.getByRole('link', { name: 'Say that you want to speak' }).click();
    await phone.getByLabel('Against it').check();
    await phone.getByLabel('It is read out for me').check();
    await phone.getByLabel('Your name').fill('Nadia Neverseen');
    await phone.getByLabel('Your e-mail address').fill('nadia@example.org');
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.getByText('Write what is to be read out.').first().waitFor();
    await phone.getByLabel('What is to be read out').fill('Close at half past nine.');
    await screenshot(phone, 'speak-360');
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.getByText('We have sent you a mail').first().waitFor();
    await phone.goto(`${url}/speakers/${await keyMailedTo(verge, 'nadia@example.org')}`);
    await phone.getByRole('button', { name: 'Yes, register me' }).click();
    await phone.getByText('You are registered. We write').first().waitFor();
    await screenshot(phone, 'own-speaking-360');
    await phone.context().close();
    const page = await aPage({ width: 360 });
    for (const path of [`${at}/hearing/speak`, `/speakers/${await keyMailedTo(verge, 'nadia@example.org')}`, at]) {
      await page.goto(`${url}${path}`);
      expect(await axeFindings(page), path).to.deep.equal([]);
      expect(await scrollsSideways(page), path).to.equal(false);
    }
    await page.context().close();
  });

  it('show who registered to those who run it alone, and the clock to everybody without a name', async () => {
    for (const who of [verge.lead, verge.owner, verge.neighbour, verge.broker])
      expect((await (await visits(who)).get(`${at}/hearing/floor`)).status, who.name).to.equal(404);
    expect(await words(await (await visits(verge.chair)).get(`${at}/hearing/floor`))).to.include('Nadia Neverseen');
    for (const path of [at, `/api${at}`, `${at}/hearing/clock`, `/api${at}/hearing-clock`, `${at}/hearing.ics`])
      expect(await words(await fetch(`${url}${path}`)), path).not.to.match(/Neverseen|half past nine/);
    expect(await words(await fetch(`${url}${at}/hearing.ics`))).to.include('BEGIN:VEVENT');
  });

  it('let a chair run the clock from a tablet, while everybody sees it tick', async () => {
    await registered(verge, id(), { name: 'Sam Supporter', email: 'sam@example.org', needs: '' });
    await onDay(verge, '2026-11-05');
    // Whoever signed in weeks ago is signed out by now.
    visitors.clear();
    const [tablet, screen] = [await aPage({ width: 820 }), await aPage({ width: 1280 })];
    const [cookie = '', value = ''] = (await visits(verge.chair)).cookie().split('=');
    await tablet.context().addCookies([{ name: cookie, value, url }]);
    await screen.goto(`${url}${at}/hearing/clock`);
    await tablet.goto(`${url}${at}/hearing/floor`);
    await tablet.getByRole('button', { name: 'Read it out to Nadia Neverseen' }).click();
    await tablet.getByText('A statement is read out: against it.').waitFor();
    await screen.getByText('A statement is read out: against it.').waitFor();
    await screen.locator('[data-side="against"]').getByText(/^14:/).waitFor();
    await tablet.getByRole('button', { name: 'Give the floor to Sam Supporter' }).click();
    await screen.getByText('Somebody speaks for it.').waitFor();
    for (const [page, name] of [
      [tablet, 'floor-820'],
      [screen, 'clock-1280'],
    ] as const) {
      await screenshot(page, name);
      expect(await axeFindings(page), name).to.deep.equal([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await scrollsSideways(page), name).to.equal(false);
      await screenshot(page, `${name}-narrow`);
    }
    await tablet.getByRole('button', { name: 'Stop the clock' }).click();
    await screen.getByText('The clock stands still.').waitFor();
    await tablet.goto(`${url}${at}`);
    expect(await tablet.getByLabel('How many against it?').inputValue()).to.equal('1');
    await screenshot(tablet, 'hold-820');
    await held(verge, id());
    await tablet.goto(`${url}${at}`);
    await tablet.getByLabel('What was said').fill('Closing at half past nine was asked for, and agreed.');
    await tablet.getByRole('button', { name: 'Publish the draft' }).click();
    await tablet.getByText('The draft is there. Everybody').waitFor();
    await screen.context().close();
    await tablet.context().close();
  });

  it('are papers and minutes that say the same as a page and as a file, and take corrections by a link', async () => {
    const phone = await aPage({ width: 360 });
    await phone.goto(`${url}/speakers/${await keyMailedTo(verge, 'nadia@example.org')}`);
    await phone.getByRole('link', { name: 'The minutes' }).click();
    await phone.getByLabel('What is wrong').fill('It was nine.');
    await phone.getByRole('button', { name: 'Send the correction' }).click();
    await phone.getByText('Thank you. The minutes say').waitFor();
    for (const kind of ['papers', 'minutes']) {
      await phone.goto(`${url}${at}/hearing/${kind}`);
      await screenshot(phone, `hearing-${kind}-360`);
      expect(await axeFindings(phone), kind).to.deep.equal([]);
      expect(await scrollsSideways(phone), kind).to.equal(false);
      const page = await words(await fetch(`${url}${at}/hearing/${kind}`));
      expect(page)
        .to.include('Town hall, Market Place')
        .and.not.to.match(/Neverseen|Supporter|seat at the front/);
      const file = await fetch(`${url}${at}/hearing/${kind}.pdf`);
      expect([file.status, file.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).to.equal('%PDF-');
    }
    expect(await words(await fetch(`${url}${at}/hearing/minutes`)))
      .to.include('Closing at half past nine was asked for')
      .and.to.include('It was nine.');
    await phone.context().close();
  });
});
