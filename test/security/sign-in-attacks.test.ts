import { expect } from 'chai';
import { aServer, type TestServer } from '../support/server.ts';
import { eachDatabase } from '../support/databases.ts';
import { aVisitor, isIn, newestMail, signIn, type Visitor } from '../ground/people/visitor.ts';

eachDatabase('Somebody who attacks the sign-in', (open) => {
  let server: TestServer;
  let other: TestServer;
  let number = 0;
  const address = (): string => `ann${++number}@example.org`;
  /** Each caller from a network of its own, so that no test uses up another's tries. */
  const from = (): Record<string, string> => ({ 'X-Forwarded-For': `198.51.100.${++number}` });

  before(async () => {
    const url = await open();
    const behindOneProxy = { env: { TRUST_PROXY: '1' } };
    server = await aServer(url, behindOneProxy);
    other = await aServer(url, behindOneProxy);
  });
  after(() => Promise.all([server.stop(), other.stop()]));

  async function waiting(email: string, headers = from()): Promise<{ visitor: Visitor; code: string }> {
    const visitor = aVisitor(server.url);
    await visitor.post('/sign-in', { email }, { headers });
    return { visitor, code: (await newestMail(server, email)).code };
  }
  const otherThan = (code: string, step: number): string => String((Number(code) + step) % 1_000_000).padStart(6, '0');

  it('has five guesses, then even the right code is dead', async () => {
    const { visitor, code } = await waiting(address());
    const headers = from();
    for (let step = 1; step <= 5; step++)
      expect((await visitor.post('/sign-in/code', { code: otherThan(code, step) }, { headers })).status).to.equal(400);
    expect((await visitor.post('/sign-in/code', { code }, { headers })).status).to.equal(400);
    expect(await isIn(visitor)).to.equal(false);
  });

  it('has five guesses also when forty arrive at once at two servers', async () => {
    const email = address();
    const { visitor, code } = await waiting(email);
    const twin = aVisitor(other.url);
    const guesses = Array.from({ length: 40 }, (_, at) =>
      (at % 2 === 0 ? visitor : twin).post(
        '/sign-in/code',
        { code: otherThan(code, at + 1) },
        { headers: from(), cookie: visitor.cookie() },
      ),
    );
    for (const reply of await Promise.all(guesses)) expect([400, 429]).to.include(reply.status);
    const row = await server.db('sign_in_codes').where({ email }).first('tries');
    expect(row.tries).to.equal(5);
    expect((await visitor.post('/sign-in/code', { code }, { headers: from() })).status).to.equal(400);
  });

  it('cannot use up the tries of a code that somebody else waits for', async () => {
    const email = address();
    const { visitor, code } = await waiting(email);
    const attacker = aVisitor(server.url);
    await attacker.post('/sign-in', { email }, { headers: from() });
    for (let step = 1; step <= 6; step++)
      await attacker.post('/sign-in/code', { code: otherThan(code, step) }, { headers: from() });
    expect((await visitor.post('/sign-in/code', { code }, { headers: from() })).status).to.equal(303);
    expect(await isIn(visitor)).to.equal(true);
  });

  it('cannot type a code that was sent for another browser', async () => {
    const email = address();
    const { code } = await waiting(email);
    const attacker = aVisitor(server.url);
    await attacker.post('/sign-in', { email: address() }, { headers: from() });
    expect((await attacker.post('/sign-in/code', { code }, { headers: from() })).status).to.equal(400);
  });

  it('gets thirty guesses a day at one address; its owner still gets in by the link', async () => {
    const email = address();
    for (let round = 0; round < 7; round++) {
      const { visitor, code } = await waiting(email);
      for (let step = 1; step <= 5; step++)
        await visitor.post('/sign-in/code', { code: otherThan(code, step) }, { headers: from() });
    }
    const { visitor, code } = await waiting(email);
    const reply = await visitor.post('/sign-in/code', { code }, { headers: from() });
    expect(reply.status).to.equal(429);
    expect(await reply.text()).to.include('Use the link in the e-mail');
    expect((await visitor.post((await newestMail(server, email)).link)).status).to.equal(303);
    expect(await isIn(visitor)).to.equal(true);
  });

  it('is stopped after five codes an hour for one address', async () => {
    const [email, headers] = [address(), from()];
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++)
      statuses.push((await aVisitor(server.url).post('/sign-in', { email }, { headers })).status);
    expect(statuses).to.deep.equal([303, 303, 303, 303, 303, 429]);
    const last = await aVisitor(server.url).post('/sign-in', { email }, { headers });
    expect(await last.text()).to.match(/Wait \d+ minutes and try again/);
  });

  it('counts as one network however many addresses it makes up beyond the one proxy', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++) {
      const headers = { 'X-Forwarded-For': `10.9.8.${time}, 203.0.113.77` };
      statuses.push((await aVisitor(server.url).post('/sign-in', { email: 'spoof@example.org' }, { headers })).status);
    }
    expect(statuses.at(-1)).to.equal(429);
  });

  it('counts as one network with all the IPv6 addresses of one customer', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++) {
      const headers = { 'X-Forwarded-For': `2001:db8:7:1:${time}::${time}` };
      statuses.push((await aVisitor(server.url).post('/sign-in', { email: 'six@example.org' }, { headers })).status);
    }
    expect(statuses.at(-1)).to.equal(429);
  });

  it('learns nothing about which addresses are known', async () => {
    const known = address();
    await signIn(server, aVisitor(server.url), known);
    const stranger = address();
    const answers = await Promise.all(
      [known, stranger].map(async (email) => {
        const visitor = aVisitor(server.url);
        const first = await visitor.post('/sign-in', { email }, { headers: from() });
        const page = await (await visitor.get('/sign-in/code')).text();
        const wrong = await visitor.post('/sign-in/code', { code: '12 34 5' }, { headers: from() });
        return [
          first.status,
          first.headers.get('location'),
          await first.text(),
          page.replace(email, ''),
          wrong.status,
          (await wrong.text()).replace(email, ''),
        ];
      }),
    );
    expect(answers[0]).to.deep.equal(answers[1]);
    const json = await Promise.all(
      [known, stranger].map(async (email) =>
        (await aVisitor(server.url).post('/sign-in', { email }, { json: true, headers: from() })).text(),
      ),
    );
    expect(json[0]).to.equal(json[1]);
  });

  it('gets one session when one code is sent four times at once', async () => {
    const email = address();
    const { visitor, code } = await waiting(email);
    const headers = from();
    const replies = await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        aVisitor(at % 2 === 0 ? server.url : other.url).post(
          '/sign-in/code',
          { code },
          { headers, cookie: visitor.cookie() },
        ),
      ),
    );
    // Whoever comes when the session that waited is gone is sent to the start: that lets nobody in.
    expect(
      replies.filter(({ status, headers: reply }) => status === 303 && reply.get('location') !== '/sign-in'),
    ).to.have.lengthOf(1);
    const rows = await server
      .db('sessions')
      .join('people', 'people.id', 'sessions.person_id')
      .where('people.email', email);
    expect(rows).to.have.lengthOf(1);
    expect(await server.db('people').where({ email })).to.have.lengthOf(1);
  });

  it('makes one account when two codes for a new address come in at once', async () => {
    const email = address();
    const [one, two] = [await waiting(email), await waiting(email)];
    const replies = await Promise.all(
      [one, two].map(({ visitor, code }) => visitor.post('/sign-in/code', { code }, { headers: from() })),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect(await server.db('people').where({ email })).to.have.lengthOf(1);
  });

  it('that opens the link of a mail twenty times uses nothing up', async () => {
    const email = address();
    const { visitor } = await waiting(email);
    const { link } = await newestMail(server, email);
    for (let time = 0; time < 20; time++) expect((await aVisitor(server.url).get(link)).status).to.equal(200);
    expect((await visitor.post(link)).status).to.equal(303);
    expect(await isIn(visitor)).to.equal(true);
    expect((await aVisitor(server.url).post(link)).status).to.equal(400);
    expect((await aVisitor(server.url).get(link)).status).to.equal(410);
  });

  it('reads no secret in the tables or in the log', async () => {
    const email = address();
    const { visitor, code } = await waiting(email);
    const token = (await newestMail(server, email)).link.split('/').at(-1) ?? '';
    const rows = JSON.stringify([await server.db('sign_in_codes').where({ email }), await server.db('sessions')]);
    expect(rows).not.to.include(code).and.not.to.include(token);
    expect(rows).not.to.include(
      decodeURIComponent(visitor.cookie())
        .replace(/^.*=s:/, '')
        .split('.')[0],
    );
  });

  it('finds no mistake of ours in any of this', () => expect([...server.errors, ...other.errors]).to.deep.equal([]));
});
