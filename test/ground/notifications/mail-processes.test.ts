import { expect } from 'chai';
import { aDatabase } from '../../support/databases.ts';
import { aServerProcess, until } from '../../support/processes.ts';
import { NOW, someServices, type TestServices } from '../../support/server.ts';
import { aMailServer, type MailServer } from './mail-server.ts';

const HOUR_MS = 3_600_000;
const KNOCKING_MS = 8_000;
/** Longer than the lease under which a process sends. */
const LEASE_OVER_MS = 2 * 60_000;

describe('Two processes that send mail from one PostgreSQL', function () {
  this.timeout(120_000);
  let databaseUrl: string;
  let writer: TestServices;
  let smtp: MailServer;

  beforeEach(async () => {
    databaseUrl = await aDatabase('PostgreSQL');
    writer = await someServices(databaseUrl);
  });
  afterEach(async () => {
    await writer.stop();
    await smtp.stop();
  });

  const write = (to: string, subject: string): Promise<void> =>
    writer.inOneTransaction(({ trx }) =>
      writer.mails.write(trx, { to, kind: 'notice', subject, paragraphs: ['Hello.'] }),
    );
  const waiting = async (): Promise<number> =>
    Number((await writer.db('mails').where({ state: 'waiting' }).count({ count: '*' }).first())?.['count']);
  const process = (now = NOW) => aServerProcess({ databaseUrl, env: { SMTP_URL: smtp.url, MEANTIME_NOW: now } });

  it('send each once and in order when the mail server comes back', async () => {
    smtp = await aMailServer();
    const servers = await Promise.all([process(), process()]);
    const people = ['ann', 'bea', 'cyd', 'dee'].map((name) => `${name}@example.org`);
    for (let number = 1; number <= 10; number++) for (const to of people) await write(to, `Mail ${number}`);
    await smtp.start();
    await until(async () => (await waiting()) === 0, 60_000);
    for (const to of people)
      expect(smtp.received.filter((mail) => mail.to === to).map(({ subject }) => subject)).to.deep.equal(
        Array.from({ length: 10 }, (_, at) => `Mail ${at + 1}`),
      );
    expect(new Set(smtp.received.map(({ id }) => id)).size).to.equal(40);
    expect(smtp.received).to.have.lengthOf(40);
    await Promise.all(servers.map((server) => server.kill()));
  });

  it('send each once and in order after an hour without a mail server, whatever they tried meanwhile', async () => {
    smtp = await aMailServer();
    const people = ['ann', 'bea'].map((name) => `${name}@example.org`);
    const inVain = await Promise.all([process(), process()]);
    for (let number = 1; number <= 5; number++) for (const to of people) await write(to, `Mail ${number}`);
    // Long enough for both to have knocked in vain several times.
    await new Promise((resolve) => setTimeout(resolve, KNOCKING_MS));
    expect(await writer.db('mails').where('tries', '>', 0), 'a server that is away uses up no try').to.deep.equal([]);
    await Promise.all(inVain.map((server) => server.terminate()));
    const anHourLater = await Promise.all(
      [1, 2].map(() => process(new Date(new Date(NOW).getTime() + HOUR_MS).toISOString())),
    );
    await smtp.start();
    await until(async () => (await waiting()) === 0, 60_000);
    for (const to of people)
      expect(smtp.received.filter((mail) => mail.to === to).map(({ subject }) => subject)).to.deep.equal(
        [1, 2, 3, 4, 5].map((number) => `Mail ${number}`),
      );
    expect(smtp.received).to.have.lengthOf(10);
    await Promise.all(anHourLater.map((server) => server.kill()));
  });

  it('lose nothing when the one that sends is cut off in the middle of a mail', async () => {
    let hanging: string | null = null;
    smtp = await aMailServer({
      onMessage: ({ subject }) => (subject === 'Mail 4' && hanging === null ? ((hanging = subject), 'hang') : 'take'),
    });
    await smtp.start();
    const first = await process();
    for (let number = 1; number <= 9; number++) await write('ann@example.org', `Mail ${number}`);
    await until(async () => hanging !== null, 30_000);
    expect((await first.kill()).signal).to.equal('SIGKILL');
    expect(await waiting()).to.equal(6);
    const second = await process(new Date(new Date(NOW).getTime() + LEASE_OVER_MS).toISOString());
    await until(async () => (await waiting()) === 0, 60_000);
    expect(smtp.received.map(({ subject }) => subject)).to.deep.equal(
      Array.from({ length: 9 }, (_, at) => `Mail ${at + 1}`),
    );
    await second.kill();
  });
});
