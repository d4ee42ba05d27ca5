import { expect } from 'chai';
import type { Endpoint } from '../../../src/kernel/endpoint.ts';
import {
  ACTS,
  ROLES,
  ROLE_NAMES,
  STAFF_ROLES,
  type ActName,
  type Role,
  type Scope,
  type Who,
} from '../../../src/ground/people/role-contract.ts';
import { may } from '../../../src/ground/people/role-rules.ts';
import { eachDatabase } from '../../support/databases.ts';
import { NOW, TODAY } from '../../support/server.ts';
import { scopeIdIn, type Example, type Held } from './role-examples.ts';
import { aTable, held, nameOf, onAll, oneForEachAct, ruleOf, type Table } from './table-of-acts.ts';

/** Reading without an act of its own: pages of the public register and what machines ask for. Nothing else may stand here. */
const PUBLIC_READING = new Set([
  'GET /',
  'GET /about',
  'GET /accessibility',
  'GET /privacy',
  'GET /assets',
  'GET /assets/:id',
  'GET /photos/:id/:width.webp',
  'GET /open-data',
  'GET /embed',
  'GET /assets.atom',
  'GET /assets/:id/feed.atom',
  'GET /start/:way',
  'GET /sitemap.xml',
  'GET /sitemap/pages.xml',
  'GET /sitemap/places/:after.xml',
  'GET /sitemap/rooms/:after.xml',
  'GET /robots.txt',
  'GET /api/openapi.json',
  'GET /healthz',
]);
const REACHED = 299;
const YESTERDAY = '2027-03-02';
const AT_ONCE = 8;
const ROLES_ON_SCOPES = ROLE_NAMES.flatMap((role) => ROLES[role].on.map((scope): [Role, Scope] => [role, scope]));

type RightsFor = (thing: Example['thing'], act: string) => Held[];

eachDatabase('The table of who may do what', function (open, engine) {
  let table: Table;
  let cookie: string;

  before(async function () {
    this.timeout(120_000);
    table = await aTable(await open());
    cookie = await table.cookie();
  });
  after(() => table.close());

  it('has an endpoint with an act for every route, but for a few that only read what is public', () => {
    const { endpoints, routes } = table;
    const named = new Set(endpoints.map(nameOf));
    const without = routes.map(({ name }) => name).filter((name) => !named.has(name) && !PUBLIC_READING.has(name));
    expect(
      without,
      'These routes have no act: make each an endpoint, with an act of the table in src/ground/people/role-contract.ts',
    ).to.deep.equal([]);
    expect(
      endpoints.map(nameOf).filter((name) => PUBLIC_READING.has(name)),
      'guarded and on the list of public reading',
    ).to.deep.equal([]);
    expect(
      [...named].filter((name) => !routes.some((route) => route.name === name)),
      'endpoints that no route serves',
    ).to.deep.equal([]);
    expect(endpoints.map(nameOf)).to.have.lengthOf(named.size);
  });

  it('has an example for every endpoint', () => {
    const missing = table.endpoints.flatMap((one) => {
      try {
        return table.addressOf(one, table.exampleFor(one)) ? [] : [nameOf(one)];
      } catch (error) {
        return [String(error)];
      }
    });
    expect(missing.join('\n')).to.equal('');
  });

  it('names a role for every act that is neither for all nor for everybody who is signed in, and is used for something', () => {
    for (const act of Object.keys(ACTS)) expect(ruleOf(act).who, act).not.to.be.empty;
    for (const role of STAFF_ROLES) expect(ROLE_NAMES).to.include(role);
  });

  describe('is kept by every endpoint', function () {
    this.timeout(300_000);
    let endpoints: Endpoint[];
    /** Whoever asks is looked up in a database, but which endpoint is asked makes no difference to it: one for each act will do there. */
    let asked: Endpoint[];

    before(() => {
      endpoints = table.endpoints;
      asked = engine === 'SQLite' ? endpoints : oneForEachAct(endpoints);
      const named = new Set(endpoints.map(nameOf));
      for (const route of table.routes) if (named.has(route.name)) route.answerInstead(REACHED);
    });

    it('when nobody is signed in', () => expectAll(endpoints, null, () => []));

    it('for things that there are not: strangers are told nothing else than for those there are', async () => {
      const wrong: string[] = [];
      for (const one of endpoints.filter(
        ({ act, path }) => path.includes('/:') && !ruleOf(act).who.includes('anyone'),
      )) {
        const params = Object.fromEntries(
          [...one.path.matchAll(/:(\w+)/g)].map(([, name = '']): [string, string] => [name, table.services.newId()]),
        );
        const reply = await fetch(table.addressOf(one, { ...table.exampleFor(one), params }), {
          method: one.method.toUpperCase(),
          headers: { Accept: 'application/json' },
        });
        if (reply.status !== 401) wrong.push(`${nameOf(one)}: ${reply.status} instead of 401`);
      }
      expect(wrong.join('\n')).to.equal('');
    });

    it('when somebody without any right is', () => expectAll(endpoints, 'me', () => []));

    // Rights only ever add up, but for those that forbid: what all of them together do not open, none of them opens.
    it('for somebody who holds every role at once that is not named for the act', async () => {
      await expectAll(asked, 'me', (thing, act) =>
        othersThan(act)
          .filter((role) => !ruleOf(act).never?.includes(role))
          .flatMap((role) => onAll(role, thing)),
      );
      await expectAll(
        asked.filter(({ act }) => ruleOf(act).never),
        'me',
        (thing, act) => othersThan(act).flatMap((role) => onAll(role, thing)),
      );
    });

    for (const [role, scope] of ROLES_ON_SCOPES) {
      it(`for ${role} on ${scope}: on the right thing, elsewhere, after the last day, and ended`, async () => {
        const concerned = asked.filter(({ act }) => ruleOf(act).who.includes(role));
        await expectAll(concerned, 'me', (thing) => [held(role, scope, scopeIdIn(thing, scope))]);
        await expectAll(concerned, 'me', () => [held(role, scope, table.world.elsewhere[scope])]);
        // How long a right lasts is read before any endpoint is asked.
        const perAct = oneForEachAct(concerned);
        for (const lasting of [{ endsOn: YESTERDAY }, { ended: true }, { endsOn: TODAY }])
          await expectAll(perAct, 'me', (thing) => [held(role, scope, scopeIdIn(thing, scope), lasting)]);
      });
    }

    it('for those who hold a role that forbids it beside one that allows it', async () => {
      for (const one of asked) {
        const { who, never = [] } = ruleOf(one.act);
        for (const role of never) {
          for (const allowed of ROLE_NAMES.filter((name) => who.includes(name))) {
            await expectAll([one], 'me', (thing) => [...onAll(role, thing), ...onAll(allowed, thing)]);
          }
        }
      }
    });
  });

  const othersThan = (act: string): Role[] => ROLE_NAMES.filter((role) => !ruleOf(act).who.includes(role));

  /** Asks every endpoint and compares with the table. Endpoints for which the same rights are held go together. */
  async function expectAll(asked: readonly Endpoint[], as: 'me' | null, rightsFor: RightsFor): Promise<void> {
    const groups = new Map<string, { rights: Held[]; all: { one: Endpoint; example: Example }[] }>();
    for (const one of asked) {
      const example = table.exampleFor(one);
      const rights = rightsFor(example.thing, one.act);
      const key = JSON.stringify(rights);
      const group = groups.get(key) ?? { rights, all: [] };
      group.all.push({ one, example });
      groups.set(key, group);
    }
    const wrong: string[] = [];
    for (const { rights, all } of groups.values()) {
      await table.setRights(rights);
      const who: Who = {
        personId: table.me,
        name: '',
        email: null,
        provedAt: NOW,
        withPasskey: false,
        rights: rights.filter(({ ended }) => !ended).map((right) => ({ ...right, id: '' })),
      };
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        const said = await Promise.all(some.map(({ one, example }) => verdict(one, example, as === null ? null : who)));
        wrong.push(...said.flat());
      }
    }
    expect(wrong.join('\n')).to.equal('');
  }

  async function verdict(one: Endpoint, example: Example, who: Who | null): Promise<string[]> {
    const body = one.method === 'post' && example.body ? JSON.stringify(example.body) : null;
    const reply = await fetch(table.addressOf(one, example), {
      method: one.method.toUpperCase(),
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        ...(who ? { Cookie: cookie } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body } : {}),
    });
    const expected = may(who, one.act as ActName, example.thing, TODAY) ? REACHED : who ? 404 : 401;
    const said = await reply.text();
    if (reply.status === expected) return [];
    const rights = who?.rights
      .map(({ role, scope, endsOn }) => `${role} on ${scope}${endsOn ? ` until ${endsOn}` : ''}`)
      .join(', ');
    return [
      `${nameOf(one)} (${one.act}) as ${who ? rights || 'somebody without rights' : 'nobody'}: ${reply.status} instead of ${expected}. ${said.slice(0, 200)}`,
    ];
  }
});
