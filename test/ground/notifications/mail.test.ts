import { expect } from 'chai';
import { outcomeOf } from '../../../src/ground/notifications/smtp-service.ts';
import { eachDatabase } from '../../support/databases.ts';
import { NOW, someServices, type TestServices } from '../../support/server.ts';
import { aMailServer, type MailServer } from './mail-server.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

eachDatabase('Mail', (open) => {
  let databaseUrl: string;
  let servers: MailServer[];
  let started: TestServices[];

  beforeEach(async () => {
    [databaseUrl, servers, started] = [await open(), [], []];
  });
  afterEach(async () => {
    await Promise.all(started.map((one) => one.stop()));
    await Promise.all(servers.map((one) => one.stop()));
  });

  async function mailServer(...manners: Parameters<typeof aMailServer>): Promise<MailServer> {
    const server = await aMailServer(...manners);
    servers.push(server);
    return server;
  }
  /** The site as it is after some time, sending to a server. */
  async function site(smtp: MailServer, afterMs = 0): Promise<TestServices> {
    const services = await someServices(databaseUrl, {
      now: new Date(new Date(NOW).getTime() + afterMs).toISOString(),
      env: { SMTP_URL: smtp.url, BASE_URL: 'https://meantime.example.org' },
    });
    started.push(services);
    return services;
  }
  const write = (services: TestServices, to: string, subject: string, kind = 'news'): Promise<void> =>
    services.inOneTransaction(({ trx }) => services.mails.write(trx, { to, kind, subject, paragraphs: ['Hello.'] }));
  const subjectsTo = (smtp: MailServer, to: string): string[] =>
    smtp.received.filter((mail) => mail.to === to).map(({ subject }) => subject);
  const states = async (services: TestServices): Promise<Record<string, string>> =>
    Object.fromEntries((await services.db('mails').orderBy('id')).map((mail) => [mail.subject, mail.state]));

  it('waits while the server is away for an hour, then two processes send each once and in order', async () => {
    const smtp = await mailServer();
    const [one, two] = [await site(smtp), await site(smtp)];
    const people = Array.from({ length: 6 }, (_, at) => `person${at}@example.org`);
    for (let number = 1; number <= 5; number++) for (const to of people) await write(one, to, `Mail ${number}`);
    for (let time = 0; time < 3; time++)
      expect(await Promise.all([one.mails.sendDue(), two.mails.sendDue()])).to.deep.equal([0, 0]);
    expect(new Set((await one.db('mails')).map(({ state, tries }) => `${state} ${tries}`))).to.deep.equal(
      new Set(['waiting 0']),
    );
    await smtp.start();
    const [three, four] = [await site(smtp, HOUR_MS), await site(smtp, HOUR_MS)];
    for (let time = 0; time < 20 && smtp.received.length < 30; time++)
      await Promise.all([three.mails.sendDue(), four.mails.sendDue()]);
    for (const to of people)
      expect(subjectsTo(smtp, to)).to.deep.equal(['Mail 1', 'Mail 2', 'Mail 3', 'Mail 4', 'Mail 5']);
    expect(smtp.received).to.have.lengthOf(30);
    expect(smtp.received[0]?.id).to.match(/^<[\w-]{36}@meantime\.example\.org>$/);
  });

  it('knocks less and less often while nobody is there', async () => {
    const smtp = await mailServer();
    const services = await site(smtp);
    await write(services, 'ann@example.org', 'Hello');
    expect(await services.mails.sendDue()).to.equal(0);
    await smtp.start();
    expect(await services.mails.sendDue()).to.equal(0);
    expect(await (await site(smtp, 5_000)).mails.sendDue()).to.equal(1);
  });

  it('records what a server refuses for good, and goes on with the rest', async () => {
    const smtp = await mailServer({ refuses: (to) => (to.startsWith('gone') ? 550 : undefined) });
    await smtp.start();
    const services = await site(smtp);
    await write(services, 'gone@example.org', 'To nobody');
    await write(services, 'ann@example.org', 'To Ann');
    expect(await services.mails.sendDue()).to.equal(1);
    expect(await states(services)).to.deep.equal({ 'To nobody': 'failed', 'To Ann': 'sent' });
    const [failure] = await services.mails.failures(10);
    expect(failure).to.include({ to: 'gone@example.org', tries: 1 });
    expect(failure?.problem).to.include('550');
  });

  it('puts off what may be tried again, and holds back later mail to the same person', async () => {
    const smtp = await mailServer({ refuses: (to, asked) => (to.startsWith('busy') && asked === 1 ? 451 : undefined) });
    await smtp.start();
    const services = await site(smtp);
    await write(services, 'busy@example.org', 'First');
    await write(services, 'busy@example.org', 'Second');
    await write(services, 'ann@example.org', 'To Ann');
    expect(await services.mails.sendDue()).to.equal(1);
    expect(smtp.received.map(({ subject }) => subject)).to.deep.equal(['To Ann']);
    expect(await services.mails.sendDue()).to.equal(0);
    expect(await (await site(smtp, 2 * MINUTE_MS)).mails.sendDue()).to.equal(2);
    expect(subjectsTo(smtp, 'busy@example.org')).to.deep.equal(['First', 'Second']);
  });

  it('is not stopped by a mail that breaks the connection each time', async () => {
    const smtp = await mailServer({ onMessage: ({ subject }) => (subject === 'Poison' ? 'cut' : 'take') });
    await smtp.start();
    const services = await site(smtp);
    await write(services, 'poor@example.org', 'Poison');
    for (let number = 1; number <= 3; number++) await write(services, `ann${number}@example.org`, `Mail ${number}`);
    await services.mails.sendDue();
    const later = await site(smtp, 5_000);
    expect(await later.mails.sendDue()).to.equal(3);
    expect(await states(later)).to.include({ Poison: 'waiting', 'Mail 3': 'sent' });
    for (let tries = 1; tries < 60; tries++) await (await site(smtp, tries * 61 * MINUTE_MS)).mails.sendDue();
    expect(await states(later)).to.include({ Poison: 'failed' });
  }).timeout(120_000);

  it('goes on in another process when the one that sends has gone, after its lease has run out', async () => {
    const smtp = await mailServer();
    await smtp.start();
    const services = await site(smtp);
    await write(services, 'ann@example.org', 'Hello');
    await services.db('leases').insert({
      name: 'mail',
      holder: 'a process that died',
      until: new Date(new Date(NOW).getTime() + MINUTE_MS).toISOString(),
    });
    expect(await services.mails.sendDue()).to.equal(0);
    expect(await (await site(smtp, MINUTE_MS + 1_000)).mails.sendDue()).to.equal(1);
  });

  it('cannot be given headers or second addresses by what people write', async () => {
    const smtp = await mailServer();
    await smtp.start();
    const services = await site(smtp);
    await write(services, 'ann@example.org', 'Hello\r\nBcc: all@example.org\r\n\r\nBuy');
    for (const to of [
      'a@example.org,b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'Ann <a@example.org>',
      'a@b@example.org;c@example.org',
      'nobody',
    ]) {
      expect(
        await write(services, to, 'Hello').then(
          () => 'written',
          () => 'refused',
        ),
        to,
      ).to.equal('refused');
    }
    expect(await services.mails.sendDue()).to.equal(1);
    expect(smtp.received.map(({ to, subject }) => [to, subject])).to.deep.equal([
      ['ann@example.org', 'Hello Bcc: all@example.org Buy'],
    ]);
    expect(smtp.received[0]?.raw).not.to.match(/^Bcc:/m);
  });

  it('forgets codes and links once they are sent', async () => {
    const smtp = await mailServer();
    await smtp.start();
    const services = await site(smtp);
    await services.signIn.sendCode('ann@example.org', '192.0.2.1');
    await services.mails.sendDue();
    const code = /\d{6}/.exec(smtp.received[0]?.subject ?? '')?.[0] ?? 'none';
    expect(smtp.received[0]?.raw).to.include('Auto-Submitted: auto-generated');
    const rows = JSON.stringify(await services.db('mails'));
    expect(rows).not.to.include(code).and.not.to.include('/sign-in/link/');
  });
});

describe('What an error of SMTP means', () => {
  const table: [title: string, error: Parameters<typeof outcomeOf>[0], outcome: ReturnType<typeof outcomeOf>][] = [
    ['nobody listens', { code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'down'],
    ['its name is unknown', { code: 'EDNS', command: 'CONN' }, 'down'],
    ['it greets with 554', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'down'],
    ['it is closing', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }, 'down'],
    ['it refuses our sign-in', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'down'],
    ['it wants a sign-in', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 530 }, 'down'],
    ['it refuses our own address', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'down'],
    ['the line is cut', { code: 'ECONNECTION', command: 'CONN' }, 'broken'],
    ['it says nothing any more', { code: 'ETIMEDOUT', command: 'CONN' }, 'broken'],
    ['the mailbox does not exist', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'never'],
    ['the message is refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'never'],
    ['the message is too large', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 552 }, 'never'],
    ['the address is impossible', { code: 'EENVELOPE', command: 'API' }, 'never'],
    ['the mailbox is busy', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'later'],
    ['greylisted', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, 'later'],
  ];
  for (const [title, error, outcome] of table)
    it(`"${title}": ${outcome}`, () => expect(outcomeOf(error)).to.equal(outcome));
});
