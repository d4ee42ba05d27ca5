import { expect } from 'chai';
import { PROOF_LASTS_MS } from '../../../src/ground/people/proof-endpoint.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { command } from '../../support/command-line.ts';
import { aServer, NOW, type TestServer } from '../../support/server.ts';
import { anAuthenticator, type Authenticator } from './authenticator.ts';
import { aVisitor, isIn, newestMail, type Visitor } from './visitor.ts';

type Options = { challenge: string; rp: { id?: string }; user: { id: string }; rpId?: string };

eachDatabase('Passkeys', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let number = 0;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { env: { STAFF_PASSKEYS: 'required', TRUST_PROXY: '1' } });
    town = await aTown(server);
  });
  after(async () => {
    await server.stop();
    expect(server.errors, 'mistakes of ours').to.deep.equal([]);
  });

  const headers = (): Record<string, string> => ({ 'X-Forwarded-For': `198.51.100.${++number % 250}` });
  async function withCode(email: string, url = server.url, from = server): Promise<Visitor> {
    const visitor = aVisitor(url);
    await visitor.post('/sign-in', { email }, { headers: headers() });
    await visitor.post('/sign-in/code', { code: (await newestMail(from, email)).code }, { headers: headers() });
    return visitor;
  }
  async function somebody(
    role?: 'broker' | 'ward_councillor',
  ): Promise<{ email: string; id: string; visitor: Visitor; device: Authenticator }> {
    const email = `eve${++number}@example.org`;
    const visitor = await withCode(email);
    await visitor.post('/account/name', { name: 'Eve' });
    const { id } = await server.db('people').where({ email }).first();
    if (role)
      await server.inOneTransaction((unit) =>
        server.people.grant(
          unit,
          id,
          { role, scope: 'area', scopeId: town.area.id, areaId: town.area.id, endsOn: null },
          'test',
        ),
      );
    return { email, id, visitor, device: anAuthenticator(server.url) };
  }
  const json = async (visitor: Visitor, path: string, body: object = {}) =>
    visitor.post(path, body as Record<string, string>, { json: true });
  const optionsFrom = async (visitor: Visitor, path: string): Promise<Options> =>
    (await json(visitor, path)).json() as Promise<Options>;
  async function add(visitor: Visitor, device: Authenticator, name = 'My phone', faults = {}): Promise<Response> {
    const options = await optionsFrom(visitor, '/account/passkeys/options');
    return json(visitor, '/account/passkeys', { name, response: device.create(options, faults) });
  }
  async function use(visitor: Visitor, device: Authenticator, faults = {}): Promise<Response> {
    const options = await optionsFrom(visitor, '/sign-in/passkey/options');
    return json(visitor, '/sign-in/passkey', { next: '/account', response: device.get(options, faults) });
  }

  it('are added, named, used to sign in without an address, and removed; mail tells of it', async () => {
    const { email, id, visitor, device } = await somebody();
    expect((await add(visitor, device)).status).to.equal(201);
    expect((await newestMail(server, email)).subject).to.equal('A passkey was added');
    const { id: passkeyId } = await server.db('passkeys').where({ person_id: id }).first();
    await visitor.post(`/account/passkeys/${passkeyId}/name`, { name: 'My old phone' });
    expect(await (await visitor.get('/account/passkeys')).text()).to.include('My old phone');
    const elsewhere = aVisitor(server.url);
    const reply = await use(elsewhere, device);
    expect([reply.status, reply.headers.get('location')]).to.deep.equal([201, '/account']);
    expect(await isIn(elsewhere)).to.equal(true);
    expect((await server.db('passkeys').where({ id: passkeyId }).first()).used_at).to.match(/^2027-03-03T/);
    await elsewhere.post(`/account/passkeys/${passkeyId}/remove`);
    expect((await newestMail(server, email)).subject).to.equal('A passkey was removed');
    expect((await use(aVisitor(server.url), device)).status).to.equal(400);
  });

  it('are asked for with what they must be', async () => {
    const { visitor, device } = await somebody();
    await add(visitor, device);
    const options: Record<string, unknown> = { ...(await optionsFrom(visitor, '/account/passkeys/options')) };
    expect(options['authenticatorSelection']).to.include({ residentKey: 'required', userVerification: 'required' });
    expect(options['excludeCredentials']).to.have.lengthOf(1);
    const request: Record<string, unknown> = {
      ...(await optionsFrom(aVisitor(server.url), '/sign-in/passkey/options')),
    };
    expect(request)
      .to.include({ userVerification: 'required', rpId: '127.0.0.1' })
      .and.not.have.property('allowCredentials');
  });

  for (const [title, faults] of [
    ['was made on another site', { origin: 'https://evil.example' }],
    ['was made for another host', { rpId: 'evil.example' }],
    ['answers another challenge', { challenge: 'YW5vdGhlcg' }],
    ['did not check who holds the device', { userVerified: false }],
    ['is a signature, not a new key', { type: 'webauthn.get' }],
  ] as const) {
    it(`are not added when the answer ${title}`, async () => {
      const { id, visitor, device } = await somebody();
      expect((await add(visitor, device, 'x', faults)).status).to.equal(400);
      expect(await server.db('passkeys').where({ person_id: id })).to.be.empty;
    });
  }

  for (const [title, faults] of [
    ['comes from another site', { origin: 'https://evil.example' }],
    ['is for another host', { rpId: 'evil.example' }],
    ['answers another challenge', { challenge: 'YW5vdGhlcg' }],
    ['did not check who holds the device', { userVerified: false }],
    ['has a broken signature', { breakSignature: true }],
    ['counts backwards, as a copied key does', { counter: 1 }],
    ['names another holder', { userHandle: Buffer.from('somebody-else').toString('base64url') }],
  ] as const) {
    it(`let nobody in when the answer ${title}`, async () => {
      const { visitor, device } = await somebody();
      await add(visitor, device);
      await use(aVisitor(server.url), device);
      const attacker = aVisitor(server.url);
      const reply = await use(attacker, device, faults);
      expect([reply.status, await isIn(attacker)]).to.deep.equal([400, false]);
      expect(((await reply.json()) as { detail: string }).detail).to.equal(
        'That passkey did not work here. Try again, or sign in with a code.',
      );
    });
  }

  it('answer a challenge once, in the session that asked', async () => {
    const { visitor, device } = await somebody();
    await add(visitor, device);
    const [one, other] = [aVisitor(server.url), aVisitor(server.url)];
    const response = device.get(await optionsFrom(one, '/sign-in/passkey/options'));
    await optionsFrom(other, '/sign-in/passkey/options');
    expect((await json(other, '/sign-in/passkey', { response })).status).to.equal(400);
    expect((await json(one, '/sign-in/passkey', { response })).status).to.equal(201);
    expect((await json(one, '/sign-in/passkey', { response })).status).to.equal(400);
    expect((await json(aVisitor(server.url), '/sign-in/passkey', { response })).status).to.equal(400);
  });

  it('get one answer to each challenge: a wrong one uses it up', async () => {
    const { visitor, device } = await somebody();
    await add(visitor, device);
    const one = aVisitor(server.url);
    const options = await optionsFrom(one, '/sign-in/passkey/options');
    expect(
      (await json(one, '/sign-in/passkey', { response: device.get(options, { breakSignature: true }) })).status,
    ).to.equal(400);
    expect((await json(one, '/sign-in/passkey', { response: device.get(options) })).status).to.equal(400);
  });

  it('belong to one account', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await add(one.visitor, one.device);
    expect((await add(other.visitor, one.device)).status).to.equal(409);
    const { id } = await server.db('passkeys').where({ person_id: one.id }).first();
    expect((await other.visitor.post(`/account/passkeys/${id}/remove`)).status).to.equal(404);
    expect((await other.visitor.post(`/account/passkeys/${id}/name`, { name: 'Mine' })).status).to.equal(404);
  });

  it('are added and removed only after a fresh proof', async () => {
    const { visitor, device, id } = await somebody();
    await add(visitor, device);
    const { id: passkeyId } = await server.db('passkeys').where({ person_id: id }).first();
    const later = await aServer(databaseUrl, {
      now: new Date(new Date(NOW).getTime() + PROOF_LASTS_MS + 60_000).toISOString(),
    });
    const then = aVisitor(later.url);
    for (const path of ['/account/passkeys/options', '/account/passkeys', `/account/passkeys/${passkeyId}/remove`]) {
      const reply = await then.post(
        path,
        { name: 'x', response: device.create({ challenge: '', rp: {}, user: { id: '' } }) as unknown as string },
        { json: true, cookie: visitor.cookie() },
      );
      expect(reply.status, path).to.equal(401);
    }
    await later.stop();
  });

  describe('where staff must have one', () => {
    const desk = (visitor: Visitor): Promise<Response> => visitor.get(`/desk/groups?area=${town.area.slug}`);

    it('lead an officer without one to add it, and then on', async () => {
      const { visitor, device } = await somebody('broker');
      const reply = await desk(visitor);
      const path = `/desk/groups?area=${town.area.slug}`;
      expect([reply.status, reply.headers.get('location')]).to.deep.equal([
        303,
        `/account/passkeys?next=${encodeURIComponent(path)}`,
      ]);
      expect((await visitor.get(path, { headers: { Accept: 'application/json' } })).status).to.equal(403);
      expect(await (await visitor.get('/my')).text()).to.include('needs a passkey');
      expect(await (await visitor.get(reply.headers.get('location') ?? '')).text()).to.include('Add one to go on.');
      const options = await optionsFrom(visitor, '/account/passkeys/options');
      expect(
        (
          await json(visitor, '/account/passkeys', { name: 'x', next: path, response: device.create(options) })
        ).headers.get('location'),
      ).to.equal(path);
      expect((await desk(visitor)).status).to.equal(200);
    });

    it('are not got round by whoever reads the officer’s mail', async () => {
      const { email, id, visitor, device } = await somebody('broker');
      await add(visitor, device);
      const thief = await withCode(email);
      expect((await desk(thief)).status).to.equal(303);
      expect((await json(thief, '/account/passkeys/options')).status).to.equal(401);
      const { id: passkeyId } = await server.db('passkeys').where({ person_id: id }).first();
      expect((await json(thief, `/account/passkeys/${passkeyId}/remove`)).status).to.equal(401);
      expect((await use(thief, device)).status).to.equal(201);
      expect((await desk(thief)).status).to.equal(200);
    });

    it('ask nothing of those who are no staff', async () => {
      const { visitor } = await somebody('ward_councillor');
      const page = await (await visitor.get('/my')).text();
      expect(page).not.to.include('needs a passkey');
      expect(page).to.include('Ward councillor');
    });

    it('can be removed on the command line for somebody who lost theirs', async () => {
      const { email, id, visitor, device } = await somebody('broker');
      await add(visitor, device);
      const { code, output } = await command(databaseUrl, 'passkeys', 'forget', '--email', email);
      expect([code, output.slice(0, 10)]).to.deep.equal([0, 'Removed 1.']);
      expect(await server.db('passkeys').where({ person_id: id })).to.be.empty;
      expect((await command(databaseUrl, 'passkeys', 'forget', '--email', 'nobody@example.org')).code).to.equal(2);
    }).timeout(120_000);
  });
});
