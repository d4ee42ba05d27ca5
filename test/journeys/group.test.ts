import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aPdf } from '../groups/groups/a-group.ts';
import { aMailServer, type MailServer, type Received } from '../ground/notifications/mail-server.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../support/browser.ts';
import { aDatabase } from '../support/databases.ts';
import { aTown, found } from '../support/domain.ts';
import { commandWith } from '../support/command-line.ts';
import { aServerProcess, until, type ServerProcess } from '../support/processes.ts';
import { someServices } from '../support/server.ts';
import { aFolder } from '../support/temp-files.ts';

/** A month before the certificate runs out. */
const A_MONTH_BEFORE = '2027-05-31T08:00:00Z';
const PHONE = { width: 360, height: 740 };

/** Nothing here is an inside view: two servers in processes of their own on one PostgreSQL, a real mail server, a browser, the command line. */
describe('From a stranger to a group with a checked paper', () => {
  let smtp: MailServer;
  let url: string;
  let env: Record<string, string>;
  let servers: ServerProcess[];

  before(async function () {
    this.timeout(120_000);
    smtp = await aMailServer();
    await smtp.start();
    url = await aDatabase('PostgreSQL');
    env = { SMTP_URL: smtp.url, DATA_DIR: aFolder('data') };
    const services = await someServices(url);
    await aTown(services);
    await services.stop();
    // Every other page comes from another one.
    servers = await Promise.all([1, 2].map(() => aServerProcess({ databaseUrl: url, env })));
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await smtp.stop();
  });

  let asked = 0;
  const at = (path: string): string => `${found(servers[asked++ % servers.length]).url}${path}`;
  const mailTo = async (to: string, about: RegExp): Promise<Received> => {
    const arrived = (): Received | undefined =>
      smtp.received.findLast((mail) => mail.to === to && about.test(mail.subject));
    await until(() => Promise.resolve(arrived() !== undefined), 20_000);
    return found(arrived());
  };
  const fine = async (page: Page, name: string): Promise<void> => {
    expect([name, await axeFindings(page), await scrollsSideways(page)]).to.deep.equal([name, [], false]);
    await screenshot(page, `journey-${name}`);
  };
  const signIn = async (page: Page, email: string, name: string | null): Promise<void> => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.waitForURL(/\/sign-in\/code/);
    await page.getByLabel('Code').fill((await mailTo(email, /sign-in code/)).subject.slice(0, 6));
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (name === null) return page.waitForURL(/\/(desk|my|groups)/);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
  };

  it('goes by browser, mail and command line alone', async () => {
    const lead = await aPage(PHONE);
    await lead.goto(at('/groups/new'));
    await signIn(lead, 'gita@example.org', 'Gita Gardener');
    await lead.goto(at('/groups/new'));
    await lead.getByLabel('What is the group called?').fill('Millfield Growers');
    await lead.getByLabel('Not set up formally').check();
    await lead.getByLabel('What does it do?').fill('We grow vegetables.');
    await lead.getByLabel('Who is it for?').fill('Anybody in Millfield');
    await lead.getByLabel('10 to 30 people').check();
    await lead.getByLabel('I am 18 or over.').check();
    await lead.getByLabel('I agree to lead the group').check();
    await lead.getByRole('button', { name: 'Make the group' }).click();
    await lead.getByText('Your group is made.').waitFor();
    const group = new URL(lead.url()).pathname;
    await fine(lead, 'group-made');

    await lead.goto(at(`${group}/invite?role=group_deputy`));
    await lead.getByLabel('Their e-mail address').fill('dev@example.org');
    await lead.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.getByText('We have sent an invitation to dev@example.org.').waitFor();
    const deputy = await aPage(PHONE);
    await deputy.goto(at(linkIn(await mailTo('dev@example.org', /asks you to be a deputy/))));
    await deputy.getByRole('link', { name: 'Sign in to accept' }).click();
    await signIn(deputy, 'dev@example.org', 'Dev Deputy');
    await deputy.getByLabel('I am 18 or over.').check();
    await deputy.getByRole('button', { name: 'Accept' }).click();
    await deputy.getByText('You are in Millfield Growers.').waitFor();

    await deputy.goto(at(`${group}/documents/new?kind=insurance`));
    await deputy.getByLabel('Until when is it good?').fill('2027-06-30');
    await deputy
      .getByLabel('The file')
      .setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await deputy.getByRole('button', { name: 'Add the paper' }).click();
    await deputy.getByText('The paper is in.').waitFor();
    await fine(deputy, 'paper-waits');

    expect(
      (
        await commandWith(
          env,
          url,
          'person',
          'add',
          '--email',
          'bina@example.org',
          '--role',
          'broker',
          '--area',
          'testborough',
          '--name',
          'Bina Broker',
        )
      ).code,
    ).to.equal(0);
    const broker = await aPage();
    await broker.goto(at('/sign-in'));
    await signIn(broker, 'bina@example.org', null);
    await broker.getByRole('link', { name: 'Groups to check' }).click();
    await broker.getByRole('link', { name: /Insurance certificate of Millfield Growers/ }).click();
    const download = broker.waitForEvent('download');
    await broker.getByRole('link', { name: /Download the file/ }).click();
    expect((await download).suggestedFilename()).to.match(/^insurance-.*\.pdf$/);
    await broker.getByLabel('Yes, accept it').check();
    await broker.getByRole('button', { name: 'Save the check' }).click();
    await broker.getByText('The paper is accepted.').waitFor();
    await fine(broker, 'paper-accepted');
    for (const to of ['gita@example.org', 'dev@example.org']) await mailTo(to, /insurance certificate accepted/);

    const reminders = (): string[] =>
      smtp.received
        .filter(({ subject }) => /runs out/.test(subject))
        .map(({ to, subject }) => `${to}: ${subject}`)
        .toSorted();
    expect((await tick('2027-05-30T08:00:00Z')).output).to.include('Reminders of papers that run out: 0.');
    expect(reminders()).to.deep.equal([]);
    expect((await tick(A_MONTH_BEFORE)).output)
      .to.include('Reminders of papers that run out: 1.')
      .and.include('Mails sent: 2.');
    await tick(A_MONTH_BEFORE);
    const words = 'Millfield Growers: insurance certificate runs out in a month, on 30 June 2027';
    expect(reminders()).to.deep.equal([`dev@example.org: ${words}`, `gita@example.org: ${words}`]);
    for (const page of [lead, deputy, broker]) await page.context().close();
  }).timeout(180_000);

  const tick = (now: string) => commandWith({ ...env, MEANTIME_NOW: now }, url, 'tick');
});

/** The path of the link in a mail as it came over the line (quoted-printable, RFC 2045). */
function linkIn({ raw }: Received): string {
  const text = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new URL(found(/https?:\/\/\S*\/groups\/join\/[\w-]+/.exec(text)?.[0])).pathname;
}
