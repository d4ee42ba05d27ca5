import { expect } from 'chai';
import { aVisitor, newestMail, signIn } from '../ground/people/visitor.ts';
import { words } from '../front/desk/a-desk.ts';
import { eachDatabase, type Open } from '../support/databases.ts';
import { aServer, type TestServer } from '../support/server.ts';

eachDatabase('A network', (open) => {
  let server: TestServer;
  afterEach(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('does not become another by a made-up header while no proxy is believed', async () => {
    server = await withSettings(open, {});
    expect(await sixCodesWith((time) => `198.51.100.${time}`)).to.equal(429);
  });

  it('is what the one proxy says, not what the visitor told the proxy', async () => {
    server = await withSettings(open, { TRUST_PROXY: '1' });
    expect(await sixCodesWith((time) => `198.51.100.${time}, 203.0.113.7`)).to.equal(429);
    expect(await sixCodesWith((time) => `203.0.113.7, 198.51.100.${time}`)).to.equal(303);
  });

  it('is what proxies of named networks say, and nobody else’s word counts', async () => {
    server = await withSettings(open, { TRUST_PROXY: '10.0.0.0/8' });
    expect(await sixCodesWith((time) => `198.51.100.${time}`)).to.equal(429);
  });

  it('of two hundred people lets all of them in within the hour', async () => {
    server = await withSettings(open, {});
    const emails = Array.from({ length: 200 }, (_, at) => `clerk${at}@example.org`);
    await areKnown(server, emails);
    const codes = new Map<string, string>();
    for (const email of emails) codes.set(email, (await server.signIn.sendCode(email, '192.0.2.1')).id);
    const mails = new Map((await server.mails.latest(200)).map(({ to, subject }) => [to, subject.slice(0, 6)]));
    for (const [email, id] of codes)
      expect((await server.signIn.withCode(id, mails.get(email) ?? '', '192.0.2.1')).email).to.equal(email);
  }).timeout(60_000);

  it('that asks very often gets codes for those who have signed in before; others are told, and nobody learns which they are', async () => {
    server = await withSettings(open, { CODES_PER_NETWORK: '30' });
    await signIn(server, aVisitor(server.url), 'known@example.org');
    for (let time = 0; time < 2; time++)
      await aVisitor(server.url).post('/sign-in', { email: `new${time}@example.org` });
    await server.db('mails').delete();
    const pages: string[] = [];
    for (const email of ['known@example.org', 'stranger@example.org']) {
      const visitor = aVisitor(server.url);
      expect((await visitor.post('/sign-in', { email })).status).to.equal(303);
      pages.push((await words(await visitor.get('/sign-in/code'))).replaceAll(email, ''));
    }
    expect(pages[0])
      .to.equal(pages[1])
      .and.to.match(/An address that is new here gets none for \d+ minutes/);
    expect((await server.db('mails').select('to')).map(({ to }: { to: string }) => to)).to.deep.equal([
      'known@example.org',
    ]);
    const more: number[] = [];
    for (let time = 0; time < 30; time++)
      more.push((await aVisitor(server.url).post('/sign-in', { email: `more${time}@example.org` })).status);
    expect(more.filter((status) => status === 303)).to.have.lengthOf(25);
    expect(await server.db('mails')).to.have.lengthOf(1);
  });

  it('has sixty wrong guesses an hour at whatever codes; right ones are no guesses, and the link goes on working', async () => {
    server = await withSettings(open, {});
    for (let time = 0; time < 3; time++) await signIn(server, aVisitor(server.url), `right${time}@example.org`);
    const statuses: number[] = [];
    for (let round = 0; round < 13; round++) {
      const visitor = aVisitor(server.url);
      const email = `target${round}@example.org`;
      await visitor.post('/sign-in', { email });
      const wrong = (await newestMail(server, email)).code === '000000' ? '000001' : '000000';
      for (let guess = 0; guess < 5; guess++)
        statuses.push((await visitor.post('/sign-in/code', { code: wrong })).status);
    }
    expect(statuses.filter((status) => status === 400)).to.have.lengthOf(60);
    const late = aVisitor(server.url);
    await late.post('/sign-in', { email: 'late@example.org' });
    const { code, link } = await newestMail(server, 'late@example.org');
    expect(await (await late.post('/sign-in/code', { code })).text()).to.include('Use the link in the e-mail');
    expect((await late.post(link)).status).to.equal(303);
  });

  async function sixCodesWith(forwarded: (time: number) => string): Promise<number | undefined> {
    const email = `six${server.newId()}@example.org`;
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++)
      statuses.push(
        (await aVisitor(server.url).post('/sign-in', { email }, { headers: { 'X-Forwarded-For': forwarded(time) } }))
          .status,
      );
    return statuses.at(-1);
  }
});

const withSettings = async (open: Open, env: Record<string, string>): Promise<TestServer> =>
  aServer(await open(), { env });

/** People whom an officer has put in: they are known before they have ever signed in. */
async function areKnown({ inOneTransaction, people }: TestServer, emails: string[]): Promise<void> {
  await inOneTransaction(async (unit) => {
    for (const email of emails) await people.personWith(unit, email, 'A clerk', 'system');
  });
}
