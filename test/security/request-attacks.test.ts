import { expect } from 'chai';
import { aServer, type TestServer } from '../support/server.ts';
import { eachDatabase } from '../support/databases.ts';
import { aVisitor, newestMail, signIn, type Visitor } from '../ground/people/visitor.ts';

/** What browsers say about a request that another site made them send. */
const FOREIGN: [title: string, headers: Record<string, string>][] = [
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
  ['a neighbour on the same domain', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.example.org' }],
  ['an older browser that only says Origin', { Origin: 'https://evil.example' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['an address that only begins like ours', { Origin: 'http://127.0.0.1.evil.example' }],
];
const ELSEWHERE = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '%2f%2fevil.example',
  'https://evil.example/my',
  '/\t/evil.example',
  '/\n//evil.example',
  'javascript:alert(1)',
  '/ok\r\nSet-Cookie: a=b',
  `/${'a'.repeat(5_000)}`,
];

eachDatabase('A request that attacks', (open) => {
  let server: TestServer;
  let visitor: Visitor;

  before(async () => {
    server = await aServer(await open(), { env: { TRUST_PROXY: '1' } });
    visitor = await signIn(server, aVisitor(server.url), 'cara@example.org', 'Cara');
  });
  after(() => server.stop());

  const nameNow = async (): Promise<string> =>
    (await server.db('people').where({ email: 'cara@example.org' }).first()).name;

  for (const [title, headers] of FOREIGN) {
    it(`from ${title} does nothing, as a form or as JSON`, async () => {
      for (const json of [false, true]) {
        const reply = await visitor.post('/account/name', { name: 'Mallory' }, { headers, json });
        expect(reply.status).to.equal(403);
        expect(await reply.text()).to.include('sent from another site');
      }
      expect(await nameNow()).to.equal('Cara');
    });
  }

  it('is served where a program sends it, which says nothing of where it comes from, and where our own page does', async () => {
    expect((await visitor.post('/account/name', { name: 'Cara' })).status).to.equal(303);
    expect(
      (await visitor.post('/account/name', { name: 'Cara' }, { headers: { 'Sec-Fetch-Site': 'same-origin' } })).status,
    ).to.equal(303);
    expect(
      (await visitor.post('/account/name', { name: 'Cara' }, { headers: { Origin: server.url } })).status,
    ).to.equal(303);
  });

  for (const next of ELSEWHERE) {
    it(`leads nowhere else by next=${JSON.stringify(next).slice(0, 40)}`, async () => {
      const page = await (await aVisitor(server.url).get(`/sign-in?next=${encodeURIComponent(next)}`)).text();
      expect(page).to.include('name="next" value="/my"');
      const someone = aVisitor(server.url);
      const email = `next${ELSEWHERE.indexOf(next)}@example.org`;
      const headers = { 'X-Forwarded-For': `192.0.2.${ELSEWHERE.indexOf(next)}` };
      await someone.post('/sign-in', { email, next }, { headers });
      const reply = await someone.post('/sign-in/code', { code: (await newestMail(server, email)).code }, { headers });
      expect(reply.headers.get('location')).to.equal('/account/name?next=%2Fmy');
    });
  }

  it('leads to a page of ours by the link in the mail too, in whatever browser, and nowhere else', async () => {
    const email = 'link@example.org';
    await aVisitor(server.url).post('/sign-in', { email, next: '/assets?area=tricky' });
    const text = (await newestMail(server, email)).text;
    const link = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
    expect(link.searchParams.get('next')).to.equal('/assets?area=tricky');
    const page = await (await aVisitor(server.url).get(`${link.pathname}${link.search}`)).text();
    expect(page).to.include('name="next" value="/assets?area=tricky"');
    const phone = aVisitor(server.url);
    const inside = await phone.post(link.pathname, { next: '/assets?area=tricky' });
    expect(inside.headers.get('location')).to.equal('/account/name?next=%2Fassets%3Farea%3Dtricky');
    expect(await (await phone.get(`${link.pathname}?next=//elsewhere.example`)).text()).to.not.include('elsewhere');
  });

  it('still leads to a page of ours by next', async () => {
    expect(await (await aVisitor(server.url).get('/sign-in?next=%2Fassets%3Fq%3Dyard')).text()).to.include(
      'value="/assets?q=yard"',
    );
    expect(await (await aVisitor(server.url).get('/sign-in?next=/a&next=//b')).text()).to.include('value="/my"');
  });

  it('with megabytes of form or JSON is refused as too large', async () => {
    const big = 'x'.repeat(1_200_000);
    for (const json of [false, true])
      expect((await visitor.post('/account/name', { name: big }, { json })).status).to.equal(413);
    const many = new URLSearchParams(
      Array.from({ length: 3_000 }, (_, at): [string, string] => [`f${at}`, '1']),
    ).toString();
    expect(
      (
        await fetch(`${server.url}/sign-in`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: many,
        })
      ).status,
    ).to.equal(413);
  });

  it('of a type that we do not read is refused as such', async () => {
    for (const type of ['text/plain', 'application/xml', 'text/json']) {
      const reply = await fetch(`${server.url}/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: '{"email":"x@example.org"}',
      });
      expect(reply.status, type).to.equal(415);
    }
  });

  it('with broken JSON, a broken escape or a number for a name gets words, not a stack', async () => {
    const broken = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: '{"email":',
    });
    expect([broken.status, broken.headers.get('content-type')]).to.deep.equal([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.stringify(await broken.json())).not.to.include('at JSON.parse');
    expect((await visitor.get('/sign-in/link/%E0%A4%A')).status).to.equal(400);
  });

  it('with keys that reach for every object’s prototype changes nothing', async () => {
    const body =
      '{"__proto__":{"personId":"x","isAdmin":true},"constructor":{"prototype":{"polluted":1}},"email":"proto@example.org"}';
    await fetch(`${server.url}/sign-in`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    await fetch(`${server.url}/sign-in?__proto__[polluted]=1&constructor.prototype.polluted=1`);
    await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: '__proto__[polluted]=1&__proto__=2&email=proto2%40example.org',
    });
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(({} as Record<string, unknown>)['isAdmin']).to.equal(undefined);
  });

  for (const [title, name] of [
    ['a line break', 'Cara\r\nBcc: all@example.org'],
    ['a zero byte', 'Cara\u0000'],
    ['half a character', 'Cara\ud800'],
    ['a turned direction', 'Cara\u202egpj'],
  ] as const) {
    it(`with ${title} in a name is told so`, async () => {
      expect((await visitor.post('/account/name', { name }, { json: true })).status).to.equal(400);
      expect(await nameNow()).to.equal('Cara');
    });
  }

  it('with script in a name is shown as text', async () => {
    await visitor.post('/account/name', { name: '<script>alert(1)</script>"\'' });
    expect(await (await visitor.get('/my')).text()).not.to.include('<script>alert(1)');
    await visitor.post('/account/name', { name: 'Cara' });
  });

  it('by a method that an address does not have finds nothing', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(
        (await fetch(`${server.url}/account/name`, { method, headers: { Cookie: visitor.cookie() } })).status,
      ).to.equal(404);
  });

  it('finds no mistake of ours in any of this', () => expect(server.errors).to.deep.equal([]));
});
