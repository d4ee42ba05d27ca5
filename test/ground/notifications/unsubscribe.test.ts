import { expect } from 'chai';
import { aVisitor, newestMail } from '../people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, type TestServer } from '../../support/server.ts';

/** As a mail provider's web page makes a browser send it. */
const FROM_A_PROVIDER = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://mail.example' };
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

eachDatabase('News by e-mail', (open) => {
  let server: TestServer;
  let number = 0;

  before(async () => void (server = await aServer(await open())));
  after(() => server.stop());

  const news = (to: string, topic = 'new_places'): Promise<boolean> =>
    server.inOneTransaction(({ trx }) =>
      server.mails.writeNews(trx, { to, topic, kind: 'new_places', subject: 'Two new places', paragraphs: ['Look.'] }),
    );
  async function somebody(): Promise<{ to: string; path: string }> {
    const to = `reader${++number}@example.org`;
    await news(to);
    return { to, path: (await newestMail(server, to)).link };
  }

  it('is not stopped by programs that open every link', async () => {
    const { to, path } = await somebody();
    for (let time = 0; time < 5; time++) {
      const reply = await aVisitor(server.url).get(path);
      expect([reply.status, (await reply.text()).includes('Stop them')]).to.deep.equal([200, true]);
    }
    expect(await news(to)).to.equal(true);
  });

  it('is stopped by the button on the page, without signing in', async () => {
    const { to, path } = await somebody();
    expect(
      (await aVisitor(server.url).post(path, ONE_CLICK, { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status,
    ).to.equal(200);
    expect(await news(to)).to.equal(false);
    expect(await (await aVisitor(server.url).get(path)).text()).to.include('No more such mails');
  });

  it('is stopped by one click in a mail program, which sends from elsewhere', async () => {
    const { to, path } = await somebody();
    const { unsubscribeUrl } = (await server.mails.latest(1))[0] ?? {};
    expect(unsubscribeUrl).to.equal(`${server.url}${path}`);
    expect((await aVisitor(server.url).post(path, ONE_CLICK, { headers: FROM_A_PROVIDER })).status).to.equal(200);
    expect(await news(to)).to.equal(false);
    expect(await news(to, 'another_topic')).to.equal(true);
  });

  it('is stopped by one click that comes as a form in parts, as RFC 8058 recommends', async () => {
    const { to, path } = await somebody();
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(`${server.url}${path}`, { method: 'POST', body, headers: FROM_A_PROVIDER })).status).to.equal(
      200,
    );
    expect(await news(to)).to.equal(false);
    const withFile = new FormData();
    withFile.set('List-Unsubscribe', new Blob(['x']), 'x.txt');
    expect((await fetch(`${server.url}${path}`, { method: 'POST', body: withFile })).status).to.equal(400);
  });

  it('lets nothing else in from elsewhere', async () => {
    const { path } = await somebody();
    for (const elsewhere of [
      `${path}/more`,
      `${path}?x=1`,
      '/unsubscribe/short',
      '/sign-out',
      '/sign-in',
      `//unsubscribe/${'x'.repeat(43)}`,
    ]) {
      const { status } = await aVisitor(server.url).post(
        elsewhere,
        { email: 'x@example.org' },
        { headers: FROM_A_PROVIDER },
      );
      expect(status, elsewhere).to.equal(elsewhere.includes('?') ? 400 : 403);
    }
  });

  it('knows no made-up link, and names nobody in the real one', async () => {
    const { to, path } = await somebody();
    expect((await aVisitor(server.url).get(`/unsubscribe/${'x'.repeat(43)}`)).status).to.equal(404);
    expect((await aVisitor(server.url).post(`/unsubscribe/${'x'.repeat(43)}`, ONE_CLICK)).status).to.equal(404);
    expect(path)
      .to.match(/^\/unsubscribe\/[\w-]{43}$/)
      .and.not.include(to.split('@')[0]);
    expect((await server.db('news_addresses').where({ email: to }).first()).token_hash).not.to.include(
      path.split('/').at(-1),
    );
  });
});
