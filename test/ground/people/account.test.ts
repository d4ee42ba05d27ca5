import { expect } from 'chai';
import { PROOF_LASTS_MS } from '../../../src/ground/people/proof-endpoint.ts';
import type { Role, Scope } from '../../../src/ground/people/role-contract.ts';
import { anArea } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, NOW, type TestServer } from '../../support/server.ts';
import { aVisitor, isIn, newestMail, signIn, type Visitor } from './visitor.ts';

type Data = { parts: { name: string; entries: Record<string, unknown>[] }[] };

eachDatabase('One’s own account', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let number = 0;

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { env: { TRUST_PROXY: '1' } });
  });
  after(async () => {
    await server.stop();
    expect(server.errors, 'mistakes of ours').to.deep.equal([]);
  });

  /** Each from a network of its own, so that nobody uses up another's tries. */
  const network = (): Record<string, string> => ({ 'X-Forwarded-For': `198.51.100.${++number % 250}` });
  async function somebody(): Promise<{ email: string; id: string; visitor: Visitor }> {
    const email = `dora${++number}@example.org`;
    const visitor = aVisitor(server.url);
    await visitor.post('/sign-in', { email }, { headers: network() });
    await visitor.post('/sign-in/code', { code: (await newestMail(server, email)).code }, { headers: network() });
    await visitor.post('/account/name', { name: 'Dora Delgado' });
    return { email, id: (await server.db('people').where({ email }).first()).id, visitor };
  }
  const give = (personId: string, role: Role, scope: Scope, scopeId: string): Promise<void> =>
    server.inOneTransaction((unit) =>
      server.people.grant(unit, personId, { role, scope, scopeId, areaId: null, endsOn: null }, 'test'),
    );
  const dataOf = async (visitor: Visitor): Promise<Data> =>
    (await visitor.get('/account/data.json', { headers: { Accept: 'application/json' } })).json() as Promise<Data>;

  it('keeps where somebody was going when a name is corrected', async () => {
    const { visitor } = await somebody();
    const again = await visitor.post('/account/name', { name: '', next: '/groups/new' });
    expect([again.status, await again.text()].join(' ')).to.match(/^400 .*name="next" value="\/groups\/new"/s);
    const saved = await visitor.post('/account/name', { name: 'Dora', next: '/groups/new' });
    expect(saved.headers.get('location')).to.equal('/groups/new');
  });

  describe('shows and gives away everything we keep', () => {
    it('in a file and on a page', async () => {
      const { email, visitor } = await somebody();
      const reply = await visitor.get('/account/data.json');
      expect(reply.headers.get('content-disposition')).to.equal(
        'attachment; filename=meantime-my-data-2027-03-03.json',
      );
      const data = await dataOf(visitor);
      const part = (name: string) => data.parts.find((one) => one.name === name)?.entries ?? [];
      expect(part('person')[0]).to.include({ name: 'Dora Delgado', email });
      expect(part('devices')[0]).to.include({ device: 'Firefox on Linux' });
      expect(part('mails').map(({ kind }) => kind)).to.deep.equal(['sign_in_code']);
      expect(part('codes')).to.have.lengthOf(1);
      expect(part('record').map(({ what }) => what)).to.deep.equal(['person_added', 'signed_in', 'person_renamed']);
      const page = await (await visitor.get('/account/data')).text();
      expect(page)
        .to.include('Dora Delgado')
        .and.include('Firefox on Linux')
        .and.include('What the record says of you');
    });

    it('without secrets, not even hashed ones', async () => {
      const { email, visitor } = await somebody();
      const text = JSON.stringify(await dataOf(visitor));
      const codes = await server.db('sign_in_codes').where({ email }).first();
      const session = await server.db('sessions').where({ device: 'Firefox on Linux' }).first();
      for (const secret of [codes.code_hash, codes.link_hash, session.id_hash]) expect(text).not.to.include(secret);
    });

    it('and nothing of anybody else', async () => {
      const [one, other] = [await somebody(), await somebody()];
      expect(JSON.stringify(await dataOf(one.visitor)))
        .not.to.include(other.email)
        .and.not.to.include(other.id);
    });
  });

  describe('asks again who one is before what matters', () => {
    for (const path of ['/account/data', '/account/email', '/account/delete']) {
      it(`on ${path}, when the sign-in is older than ten minutes`, async () => {
        const { email, visitor } = await somebody();
        const later = await aServer(databaseUrl, {
          now: new Date(new Date(NOW).getTime() + PROOF_LASTS_MS + 60_000).toISOString(),
        });
        const then = aVisitor(later.url);
        const reply = await then.get(path, { cookie: visitor.cookie() });
        expect([reply.status, reply.headers.get('location')]).to.deep.equal([
          303,
          `/account/prove?next=${encodeURIComponent(path)}`,
        ]);
        expect(
          (await then.post('/account/delete', { word: 'delete' }, { cookie: visitor.cookie(), json: true })).status,
        ).to.equal(401);
        const asked = await then.post(
          '/account/prove',
          { next: path },
          { cookie: visitor.cookie(), headers: network() },
        );
        expect(asked.headers.get('location')).to.equal('/sign-in/code');
        const proof = await then.post(
          '/sign-in/code',
          { code: (await newestMail(later, email)).code },
          { cookie: visitor.cookie() },
        );
        const fresh = proof.headers.getSetCookie()[0]?.split(';')[0] ?? '';
        expect(proof.headers.get('location')).to.equal(path);
        expect((await then.get(path, { cookie: fresh })).status).to.equal(200);
        expect(await isIn(then, visitor.cookie())).to.equal(false);
        await later.stop();
      });
    }
  });

  describe('changes its address', () => {
    const ask = (visitor: Visitor, email: string) => visitor.post('/account/email', { email }, { headers: network() });

    it('once the code at the new one was typed, tells the old one, and signs out other devices', async () => {
      const { email, id, visitor } = await somebody();
      const phone = aVisitor(server.url);
      await signIn(server, phone, email);
      const [old, next] = [visitor.cookie(), `new${++number}@example.org`];
      await ask(visitor, next);
      expect((await server.db('people').where({ id }).first()).email).to.equal(email);
      expect(
        (await visitor.post('/account/email/code', { code: (await newestMail(server, next)).code })).headers.get(
          'location',
        ),
      ).to.equal('/account');
      expect((await server.db('people').where({ id }).first()).email).to.equal(next);
      expect((await newestMail(server, email)).subject).to.equal('Your address for Meantime has changed');
      expect([await isIn(visitor), await isIn(phone), await isIn(visitor, old)]).to.deep.equal([true, false, false]);
      expect(JSON.stringify(await server.db('facts').where({ subject_id: id }))).not.to.include('@example.org');
    });

    it('never by the code of another session, a wrong one, or one to sign in with', async () => {
      const [one, other] = [await somebody(), await somebody()];
      const next = `new${++number}@example.org`;
      await ask(one.visitor, next);
      const { code } = await newestMail(server, next);
      await ask(other.visitor, `new${++number}@example.org`);
      expect((await other.visitor.post('/account/email/code', { code })).status).to.equal(400);
      await one.visitor.post('/account/prove', { next: '/my' }, { headers: network() });
      expect(
        (await one.visitor.post('/account/email/code', { code: (await newestMail(server, one.email)).code })).status,
      ).to.equal(400);
      expect((await one.visitor.post('/account/email/code', { code })).status).to.equal(303);
    });

    it('and tells nobody whether an address is taken: its holder gets a mail, the rest is the same', async () => {
      const [one, victim] = [await somebody(), await somebody()];
      const free = `new${++number}@example.org`;
      const answers = await Promise.all(
        [victim.email, free].map(async (email) => {
          const visitor = (await somebody()).visitor;
          const first = await ask(visitor, email);
          const page = await (await visitor.get('/account/email/code')).text();
          const wrong = await visitor.post('/account/email/code', { code: '000000' });
          return [
            first.status,
            first.headers.get('location'),
            page.replaceAll(email, ''),
            wrong.status,
            (await wrong.text()).replaceAll(email, ''),
          ];
        }),
      );
      expect(answers[0]).to.deep.equal(answers[1]);
      expect((await newestMail(server, victim.email)).subject).to.equal('Somebody typed your address');
      await ask(one.visitor, victim.email);
      for (const code of ['123456', '000000'])
        expect((await one.visitor.post('/account/email/code', { code })).status).to.equal(400);
      expect((await server.db('people').where({ id: victim.id }).first()).email).to.equal(victim.email);
    });
  });

  describe('is deleted', () => {
    const remove = (visitor: Visitor, word = 'delete') => visitor.post('/account/delete', { word });

    it('with everything that names the person; the record keeps a number', async () => {
      const { email, id, visitor } = await somebody();
      const area = await anArea(server, { slug: `area${++number}`, name: 'Some area' });
      await give(id, 'viewer', 'area', area.id);
      await server.db('people').where({ id }).update({ telephone: '01632 960 123', postal_address: '1 High Street' });
      const before = await server.db('facts').where({ actor: id }).orderBy('id');
      const page = await (await visitor.get('/account/delete')).text();
      expect(page).to.include('What goes').and.include('What stays, and why').and.include('Limitation Act 1980');
      expect((await remove(visitor, 'yes')).status).to.equal(400);
      expect(await (await remove(visitor)).text()).to.include('Your account is deleted');
      expect(await isIn(visitor)).to.equal(false);
      const { deleted_at: deletedAt, ...row } = await server.db('people').where({ id }).first();
      expect(row).to.include({ email: null, name: 'Deleted account', telephone: null, postal_address: null });
      expect(deletedAt).to.match(/^2027-03-03T/);
      for (const [table, where] of [
        ['sessions', { person_id: id }],
        ['passkeys', { person_id: id }],
        ['sign_in_codes', { email }],
        ['mails', { to: email }],
      ] as const) {
        expect(await server.db(table).where(where), table).to.be.empty;
      }
      expect(await server.db('rights').where({ person_id: id }).whereNull('ended_at')).to.be.empty;
      const facts = await server.db('facts').where({ actor: id }).orderBy('id');
      expect(facts.slice(0, before.length)).to.deep.equal(before);
      expect(facts.map(({ kind }) => kind)).to.include.members(['right_ended', 'account_deleted']);
      expect(JSON.stringify(await server.db('facts')))
        .not.to.include(email)
        .and.not.to.include('Dora Delgado');
    });

    it('together with the letters to them', async () => {
      const { id, visitor } = await somebody();
      const area = await anArea(server, { slug: `area${++number}`, name: 'Letter area' });
      const letter = {
        area_id: area.id,
        group_id: null,
        person_id: id,
        kind: 'x',
        subject: 'Dear Dora',
        text: 'Dear Dora',
        created_at: NOW,
        printed_by: null,
      };
      await server.db('letters').insert([
        { ...letter, id: `printed${number}`, printed_at: NOW },
        { ...letter, id: `waits${number}`, printed_at: null },
      ]);
      expect((await dataOf(visitor)).parts.find(({ name }) => name === 'letters')?.entries).to.have.lengthOf(2);
      await remove(visitor);
      const left = await server.db('letters').where({ person_id: id });
      expect(left.map(({ subject, text }) => [subject, text])).to.deep.equal([['A letter, no longer kept', '']]);
    });

    it('and the same address then makes a new account', async () => {
      const { email, id, visitor } = await somebody();
      await remove(visitor);
      await signIn(server, aVisitor(server.url), email);
      expect((await server.db('people').where({ email }).first()).id).not.to.equal(id);
    });

    it('not while it leads a group or is the last administrator of an area, and says what to do', async () => {
      const [one, two] = [await somebody(), await somebody()];
      const area = await anArea(server, { slug: `area${++number}`, name: 'Farborough' });
      await give(one.id, 'area_administrator', 'area', area.id);
      const held = await remove(one.visitor);
      expect(held.status).to.equal(409);
      expect(await held.text()).to.include(
        'You are the last administrator of Farborough. Make somebody else one first.',
      );
      await give(two.id, 'area_administrator', 'area', area.id);
      expect((await remove(one.visitor)).status).to.equal(200);
      expect((await remove(two.visitor)).status).to.equal(409);
    });

    it('by one of two last administrators who go at the same time, not by both', async () => {
      const [one, two] = [await somebody(), await somebody()];
      const area = await anArea(server, { slug: `area${++number}`, name: 'Nearborough' });
      for (const { id } of [one, two]) await give(id, 'area_administrator', 'area', area.id);
      const statuses = await Promise.all(
        [remove(one.visitor), remove(two.visitor)].map(async (reply) => (await reply).status),
      );
      expect(statuses.toSorted()).to.deep.equal([200, 409]);
    });
  });
});
