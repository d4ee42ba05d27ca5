import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { makeApp } from '../../../src/app.ts';
import { aDatabase } from '../../support/databases.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aFreePort } from '../../support/ports.ts';
import { bundleDir, someServices, type TestServices } from '../../support/server.ts';
import { newestMail } from './visitor.ts';

/** Every page on the way, by name, so that each is looked at. */
const PAGES = [
  '/account',
  '/account/data',
  '/account/email',
  '/account/delete',
  '/account/passkeys',
  '/account/prove',
  '/account/name',
  '/who-may-do-what',
  '/my',
];

describe('Signing in, in a browser', function () {
  this.timeout(120_000);
  let services: TestServices;
  let http: Server;
  let url: string;
  let page: Page;

  before(async () => {
    // Passkeys belong to a name, not to a number: hence localhost.
    const port = await aFreePort();
    url = `http://localhost:${port}`;
    services = await someServices(await aDatabase('SQLite'), { env: { BASE_URL: url } });
    http = createServer(makeApp(services, bundleDir()));
    await new Promise<void>((resolve) => void http.listen(port, resolve));
  });
  beforeEach(() => services.db('rate_limits').delete());
  afterEach(() => page.context().close());
  after(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await services.stop();
  });

  const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

  it('goes with the keyboard alone; a mistake takes the focus and says what to do', async () => {
    page = await aPage({ width: 360, motion: true });
    await page.goto(`${url}/`);
    await tabTo(page, 'link Sign in');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await tabTo(page, 'E-mail address');
    await page.keyboard.type('fay');
    await page.keyboard.press('Enter');
    await page.locator('.mistakes').waitFor();
    expect(await focused(page)).to.match(/^alert/);
    await tabTo(page, 'link Enter an e-mail address');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('field-email');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('fay@example.org');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in/code');
    await tabTo(page, 'Code');
    await page.keyboard.type((await newestMail(services, 'fay@example.org')).code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account/name**');
    await tabTo(page, 'Your name');
    await page.keyboard.type('Fay');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/my');
    expect(await heading()).to.equal('Hello, Fay');
    await tabTo(page, 'Sign out');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/`);
  });

  it('goes without JavaScript, by the link in the mail', async () => {
    page = await aPage({ javaScript: false });
    await page.goto(`${url}/sign-in?next=/account`);
    await page.getByLabel('E-mail address').fill('gus@example.org');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    expect(await heading()).to.equal('Type the code');
    await page.goto(`${url}${(await newestMail(services, 'gus@example.org')).link}`);
    expect(await page.locator('main').innerText()).to.include('gus@example.org');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Your name').fill('Gus');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await heading()).to.equal('Hello, Gus');
  });

  for (const [width, dark] of [
    [360, false],
    [1280, true],
  ] as const) {
    it(`has no page that axe finds fault with or that moves sideways, ${width} px wide${dark ? ', dark' : ''}`, async () => {
      page = await aPage({ width, dark });
      const email = `hal${width}@example.org`;
      const look = async (name: string): Promise<void> => {
        expect(await axeFindings(page), name).to.deep.equal([]);
        expect(await scrollsSideways(page), name).to.equal(false);
        await screenshot(page, `people-${name.replaceAll('/', '-')}-${width}${dark ? '-dark' : ''}`);
      };
      await page.goto(`${url}/sign-in`);
      await look('sign-in');
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await look('sign-in with a mistake');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await look('code');
      await page.getByLabel('Code').fill('12');
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await look('code with a mistake');
      const { link } = await newestMail(services, email);
      await page.goto(`${url}${link}`);
      await look('link');
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      for (const path of PAGES) {
        await page.goto(`${url}${path}`);
        await look(path);
      }
      await page.goto(`${url}${link}`);
      await look('link that has run out');
    });
  }

  it('goes with a passkey, made and used in the browser', async () => {
    page = await aPage();
    const debug = await page.context().newCDPSession(page);
    await debug.send('WebAuthn.enable');
    await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('E-mail address').fill('ida@example.org');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill((await newestMail(services, 'ida@example.org')).code);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Your name').fill('Ida');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.goto(`${url}/account/passkeys`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Give it a name').waitFor();
    await page.getByLabel('What do you call it?').fill('My laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.locator('strong', { hasText: 'My laptop' }).waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${url}/sign-in?next=/account`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${url}/account`);
    expect(await page.getByRole('main').innerText()).to.include('ida@example.org');
  });

  it('finds no mistake of ours in any of this', async () => {
    page = await aPage();
    expect(services.errors).to.deep.equal([]);
  });
});
