import { expect } from 'chai';
import type { SessionData } from 'express-session';
import { aServer, NOW, type TestServer } from '../support/server.ts';
import { eachDatabase } from '../support/databases.ts';
import { aVisitor, isIn, newestMail, signIn, type Visitor } from '../ground/people/visitor.ts';
import { SESSION_ENDS } from '../../src/kernel/session-store.ts';

eachDatabase('A session', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let second: TestServer;
  let number = 0;
  const address = (): string => `bea${++number}@example.org`;
  const later = (ms: number): string => new Date(new Date(NOW).getTime() + ms).toISOString();
  /** The same site as it is after some time. */
  async function inTime(ms: number, work: (later: TestServer) => Promise<unknown>): Promise<void> {
    const then = await aServer(databaseUrl, { now: later(ms) });
    try {
      await work(then);
    } finally {
      await then.stop();
    }
  }
  const at = (other: TestServer, visitor: Visitor): Promise<boolean> => isIn(aVisitor(other.url), visitor.cookie());

  before(async () => {
    databaseUrl = await open();
    [server, second] = [await aServer(databaseUrl), await aServer(databaseUrl)];
  });
  after(() => Promise.all([server.stop(), second.stop()]));

  it('gets a new id at sign-in; the one from before is worth nothing', async () => {
    const visitor = aVisitor(server.url);
    const email = address();
    await visitor.post('/sign-in', { email });
    const planted = visitor.cookie();
    await visitor.post('/sign-in/code', { code: (await newestMail(server, email)).code });
    expect(visitor.cookie()).not.to.equal(planted);
    expect(await isIn(visitor)).to.equal(true);
    expect(await isIn(visitor, planted)).to.equal(false);
  });

  it('cannot be planted with an id of one’s own making', async () => {
    const email = address();
    const visitor = aVisitor(server.url);
    const planted = 'meantime=s%3Amade-up-by-an-attacker.c2lnbmF0dXJl';
    await visitor.post('/sign-in', { email }, { headers: { Cookie: planted } });
    await visitor.post('/sign-in/code', { code: (await newestMail(server, email)).code });
    expect(await isIn(visitor)).to.equal(true);
    expect(await isIn(visitor, planted)).to.equal(false);
  });

  it('is known to every server of the same database', async () => {
    const visitor = await signIn(server, aVisitor(server.url), address());
    expect(await at(second, visitor)).to.equal(true);
    await visitor.post('/sign-out');
    expect(await at(second, visitor)).to.equal(false);
  });

  it('is over on the server after sign-out, whoever kept the cookie', async () => {
    const visitor = await signIn(server, aVisitor(server.url), address());
    const kept = visitor.cookie();
    expect((await visitor.post('/sign-out')).status).to.equal(303);
    expect(await isIn(visitor, kept)).to.equal(false);
  });

  it('ends on one device or on all', async () => {
    const email = address();
    const [phone, desk] = [
      await signIn(server, aVisitor(server.url, 'iPhone Safari/600'), email),
      await signIn(server, aVisitor(server.url), email),
    ];
    const ids = [...(await (await desk.get('/account')).text()).matchAll(/\/account\/devices\/([\w-]+)\/end/g)].map(
      ([, id]) => id,
    );
    expect(ids).to.have.lengthOf(2);
    const mine = (
      await server
        .db('sessions')
        .where('device', 'like', '%iPhone%')
        .where('person_id', (await server.db('people').where({ email }).first()).id)
        .first()
    ).public_id;
    await desk.post(`/account/devices/${mine}/end`);
    expect([await isIn(phone), await isIn(desk)]).to.deep.equal([false, true]);
    const again = await signIn(server, aVisitor(server.url), email);
    await desk.post('/account/sign-out-everywhere');
    expect([await isIn(again), await isIn(desk)]).to.deep.equal([false, false]);
  });

  it('that ends the device in hand does not come back with the end of that very request', async () => {
    const email = address();
    const visitor = await signIn(server, aVisitor(server.url), email);
    const person = await server.db('people').where({ email }).first();
    const { public_id: id } = await server.db('sessions').where({ person_id: person.id }).first();
    await visitor.post(`/account/devices/${id}/end`);
    expect(await server.db('sessions').where({ person_id: person.id })).to.be.empty;
  });

  it('of somebody else cannot be ended', async () => {
    const email = address();
    const victim = await signIn(server, aVisitor(server.url), email);
    const { public_id: id } = await server
      .db('sessions')
      .where({ person_id: (await server.db('people').where({ email }).first()).id })
      .first();
    const attacker = await signIn(server, aVisitor(server.url), address());
    await attacker.post(`/account/devices/${id}/end`);
    expect(await isIn(victim)).to.equal(true);
  });

  it('that was ended while a request was under way stays ended', async () => {
    const store = server.sessionStore;
    const data = { cookie: { originalMaxAge: null }, personId: 'someone', device: 'x' } as unknown as SessionData;
    await new Promise((done) => store.set('race', data, done));
    const underWay = await new Promise<SessionData>((done) =>
      store.get('race', (_error, found) => done(found as SessionData)),
    );
    await store.signOutEverywhere('someone');
    await new Promise((done) => store.set('race', underWay, done));
    await new Promise<void>((done) => store.touch('race', { ...underWay, seenAt: '2000-01-01T00:00:00.000Z' }, done));
    expect(await server.db('sessions').where({ person_id: 'someone' })).to.be.empty;
  });

  it('that was ended as soon as it began is not brought back by the end of the answer that began it', async () => {
    const begun = { cookie: { originalMaxAge: null }, personId: 'somebody' } as unknown as SessionData;
    const saved = (): Promise<unknown> =>
      new Promise((resolve) => server.sessionStore.set('just-begun', begun, resolve));
    await saved();
    await server.sessionStore.signOutEverywhere('somebody');
    await saved();
    expect(await server.db('sessions').where({ person_id: 'somebody' })).to.deep.equal([]);
  });

  it('ends after a week’s rest', async () => {
    const visitor = await signIn(server, aVisitor(server.url), address());
    await inTime(SESSION_ENDS.idleMs + 60_000, async (then) => expect(await at(then, visitor)).to.equal(false));
  });

  it('slides with use, and ends after thirty days however busy it was', async () => {
    const visitor = await signIn(server, aVisitor(server.url), address());
    const day = 24 * 3_600_000;
    for (const days of [6, 12, 18, 24, 29])
      await inTime(days * day, async (then) => expect(await at(then, visitor), `${days} days`).to.equal(true));
    await inTime(30 * day + 60_000, async (then) => expect(await at(then, visitor)).to.equal(false));
  });

  it('that only waits for a code ends after an hour', async () => {
    const email = address();
    await aVisitor(server.url).post('/sign-in', { email });
    const { expires_at: ends } = await server.db('sessions').where('data', 'like', `%${email}%`).first();
    expect(new Date(ends).getTime() - new Date(NOW).getTime()).to.be.below(SESSION_ENDS.waitingMs + 60_000);
  });

  it('has a cookie that scripts cannot read and other sites cannot send', async () => {
    const reply = await aVisitor(server.url).post('/sign-in', { email: address() });
    const cookie = reply.headers.getSetCookie()[0] ?? '';
    expect(cookie)
      .to.match(/^meantime=s%3A[\w-]{32}\./)
      .and.include('HttpOnly')
      .and.include('SameSite=Lax')
      .and.include('Path=/')
      .and.not.include('Domain');
  });

  it('has a cookie for this host and HTTPS only where the site has HTTPS', async () => {
    const https = await aServer(databaseUrl, { env: { BASE_URL: 'https://meantime.example.org' } });
    const secure = await aVisitor(https.url).post(
      '/sign-in',
      { email: address() },
      { headers: { 'X-Forwarded-Proto': 'https' } },
    );
    expect(secure.headers.getSetCookie()[0]).to.match(
      /^__Host-meantime=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    const plain = await aVisitor(https.url).post('/sign-in', { email: address() });
    expect(plain.headers.getSetCookie()).to.deep.equal([]);
    await https.stop();
  });

  it('is not made for those who only read, and what is private stays out of caches', async () => {
    expect((await aVisitor(server.url).get('/assets')).headers.getSetCookie()).to.deep.equal([]);
    const visitor = await signIn(server, aVisitor(server.url), address());
    expect((await visitor.get('/my')).headers.get('cache-control')).to.equal('private, no-store');
  });

  it('finds no mistake of ours in any of this', () => expect([...server.errors, ...second.errors]).to.deep.equal([]));
});
