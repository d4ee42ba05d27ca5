import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aMailServer, type MailServer, type Received } from '../ground/notifications/mail-server.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../support/browser.ts';
import { found } from '../support/domain.ts';
import { aServerProcess, cliWith, until, type ServerProcess } from '../support/processes.ts';
import { aFolder } from '../support/temp-files.ts';

/** A site in a process of its own on one day after the other, a mail server, and people in front of browsers. */
export type LandJourney = {
  smtp: MailServer;
  /** Ends the server as a power cut does, and starts one on another day. */
  day(now: string): Promise<void>;
  /** Everything that is due by an instant, once, by the command line. @returns what it printed */
  tick(now: string): Promise<string>;
  /** The site’s address with a path. */
  at(path: string): string;
  /** The newest mail to an address about something: its words as they came over the line. */
  mailTo(to: string, about: RegExp): Promise<{ subject: string; text: string }>;
  /** The path of the link in such a mail. */
  linkIn(to: string, about: RegExp, path: RegExp): Promise<string>;
  /** Signs in with the code from the mail, and opens a page. */
  as(email: string, path: string, settings?: Parameters<typeof aPage>[0]): Promise<Page>;
  /** Somebody without an account. */
  anybody(path: string, settings?: Parameters<typeof aPage>[0]): Promise<Page>;
  stop(): Promise<void>;
};

export async function aLandJourney(databaseUrl: string): Promise<LandJourney> {
  const smtp = await aMailServer();
  await smtp.start();
  const env = { SMTP_URL: smtp.url, DATA_DIR: aFolder('data') };
  let server: ServerProcess | undefined;
  const at = (path: string): string => `${found(server).url}${path}`;
  const journey: LandJourney = {
    smtp,
    at,
    async day(now) {
      await server?.kill();
      server = await aServerProcess({ databaseUrl, env: { ...env, MEANTIME_NOW: now } });
    },
    async tick(now) {
      const { code, output } = await cliWith({ ...env, MEANTIME_NOW: now }, databaseUrl, 'tick');
      expect([code, output]).to.deep.equal([0, output]);
      return output;
    },
    async mailTo(to, about) {
      const arrived = (): Received | undefined =>
        smtp.received.findLast((mail) => mail.to === to && about.test(mail.subject));
      await until(() => Promise.resolve(arrived() !== undefined), 30_000);
      const { subject, raw } = found(arrived());
      return { subject, text: plain(raw) };
    },
    async linkIn(to, about, path) {
      const { text } = await journey.mailTo(to, about);
      const link = [...text.matchAll(/https?:\/\/[^\s>"]+/g)].map(([url]) => new URL(url).pathname);
      return found(link.find((one) => path.test(one)));
    },
    async as(email, path, settings) {
      const page = await aPage(settings);
      const before = smtp.received.length;
      const code = (): string | undefined =>
        /^\d{6}/.exec(
          smtp.received.slice(before).find((mail) => mail.to === email && /sign-in code/.test(mail.subject))?.subject ??
            '',
        )?.[0];
      await page.goto(at('/sign-in'));
      await page.getByLabel('E-mail address').fill(email);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.waitForURL(/\/sign-in\/code/);
      await until(() => Promise.resolve(code() !== undefined), 30_000);
      await page.getByLabel('Code').fill(found(code()));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'));
      await page.goto(at(path));
      return page;
    },
    async anybody(path, settings) {
      const page = await aPage(settings);
      await page.goto(at(path));
      return page;
    },
    async stop() {
      await server?.kill();
      await smtp.stop();
    },
  };
  return journey;
}

/** A mail’s text as it came over the line (quoted-printable, RFC 2045). */
function plain(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A page that axe finds nothing wrong with, and that fits its screen. */
export async function fine(page: Page, name: string): Promise<void> {
  await screenshot(page, `land-${name}`);
  expect([name, await axeFindings(page), await scrollsSideways(page)]).to.deep.equal([name, [], false]);
}

export const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();
