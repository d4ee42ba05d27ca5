import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import type { SessionData } from 'express-session';
import { endpointsOf, makeApp } from '../../../src/app.ts';
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
import { bundleDir, NOW, someServices, TODAY, type TestServices } from '../../support/server.ts';
import { aWorld, EXAMPLES, scopeIdIn, SPECIAL, type Example, type Held, type World } from './role-examples.ts';
import { routesOf, type Route } from './routes.ts';

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

/** Sent twice, so that a list comes where one word is expected. */
const TWICE = 'twice';
/** What a database might take ill; the rest never reaches one, whichever it is. */
const HOSTILE_TO_DATABASES = ['\u0000', '9'.repeat(30), '2027-02-30', '00000000-0000-4000-8000-000000000000'];
const HOSTILE = [...HOSTILE_TO_DATABASES, TWICE, '', `<script>alert(1)</script> 🫖${'x'.repeat(20_000)}`];

/** Of the description of the API, what is compared here. */
type Operation = {
  responses: Record<string, unknown>;
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
};
type Description = { paths: Record<string, Partial<Record<string, Operation>>> };

const pathOf = ({ path }: Endpoint): string => path.replace(/:(\w+)/g, '{$1}');

const oneForEachAct = (all: readonly Endpoint[]): Endpoint[] => [...new Map(all.map((one) => [one.act, one])).values()];

type Rule = { who: readonly string[]; never?: readonly Role[] };
const ruleOf = (act: string): Rule => ACTS[act as ActName];

eachDatabase('The table of who may do what', function (open, engine) {
  let services: TestServices;
  let url: string;
  let close: () => Promise<void>;
  let endpoints: Endpoint[];
  let routes: Route[];
  let world: World;
  let cookie: string;
  let me: string;
  let description: Description;

  before(async function () {
    this.timeout(120_000);
    await enter();
  });
  after(() => close());

  /** Starts the application with a world of its own. */
  async function enter(): Promise<void> {
    services = await someServices(await open(), { env: { DEMO: 'on' } });
    world = await aWorld(services);
    const app = makeApp(services, bundleDir());
    endpoints = endpointsOf(services, () => Promise.resolve());
    routes = routesOf(app);
    const http = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    const address = http.address();
    url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
    close = async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await services.stop();
    };
    description = (await (await fetch(`${url}/api/openapi.json`)).json()) as Description;
    me = (await services.inOneTransaction((unit) => services.people.personWith(unit, 'me@example.org', 'Me', 'test')))
      .id;
    cookie = await aSession(services, me);
  }

  // Whoever asks is looked up in a database, but which endpoint is asked makes no difference to it: one for each act will do there.
  const asked = (): Endpoint[] => (engine === 'SQLite' ? endpoints : oneForEachAct(endpoints));
  const hostile = engine === 'SQLite' ? HOSTILE : HOSTILE_TO_DATABASES;

  const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method.toUpperCase()} ${path}`;
  const exampleFor = (one: Endpoint): Example => {
    const make = SPECIAL[nameOf(one)] ?? EXAMPLES[one.act as ActName];
    if (!make)
      throw new Error(
        `No example for the act "${one.act}" of ${nameOf(one)}: say in test/people/role-examples.ts what it is done to.`,
      );
    return make(world);
  };
  const addressOf = (one: Endpoint, { params = {}, query }: Example): string => {
    const path = one.path.replace(/:(\w+)/g, (_whole, name: string) => {
      const value = params[name];
      if (value === undefined)
        throw new Error(
          `No example for ":${name}" in ${nameOf(one)}: add it to its act in test/people/role-examples.ts.`,
        );
      return value;
    });
    return `${url}${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
  };

  it('has an endpoint with an act for every route, but for a few that only read what is public', () => {
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
    const missing = endpoints.flatMap((one) => {
      try {
        return addressOf(one, exampleFor(one)) ? [] : [nameOf(one)];
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

  it('opens every page for somebody who may', async () => {
    const wrong: string[] = [];
    for (const one of endpoints.filter(({ method }) => method === 'get')) {
      const example = exampleFor(one);
      const { who, never = [] } = ruleOf(one.act);
      await setRights(
        ROLE_NAMES.filter((role) => who.includes(role) && !never.includes(role)).flatMap((role) =>
          onAll(role, example.thing),
        ),
      );
      const reply = await fetch(addressOf(one, example), {
        redirect: 'manual',
        headers: { Accept: 'application/json', Cookie: cookie },
      });
      if (reply.status === 401 || reply.status === 403 || reply.status >= 500)
        wrong.push(`${nameOf(one)}: ${reply.status}. ${(await reply.text()).slice(0, 200)}`);
      else await reply.arrayBuffer();
      wrong.push(...undescribed(one, reply.status));
    }
    expect(wrong.join('\n')).to.equal('');
    expect(services.errors).to.deep.equal([]);
  }).timeout(300_000);

  it('is described to programs with what each form takes', () => {
    for (const one of endpoints.filter(({ method, body, upload }) => method === 'post' && (body ?? upload))) {
      const fields = [...Object.keys(one.body?.shape ?? {}), ...(one.upload ? [one.upload.field] : [])];
      const { requestBody } = description.paths[pathOf(one)]?.['post'] ?? {};
      for (const { schema } of Object.values(requestBody?.content ?? { none: { schema: {} } }))
        expect(Object.keys(schema.properties ?? {}), nameOf(one)).to.have.members(fields);
    }
  });

  it('takes nothing that is wrong, huge or hostile for a mistake of its own, whoever may send it', async () => {
    const wrong: string[] = [];
    for (const one of endpoints) {
      const example = exampleFor(one);
      const { who, never = [] } = ruleOf(one.act);
      await setRights(
        ROLE_NAMES.filter((role) => who.includes(role) && !never.includes(role)).flatMap((role) =>
          onAll(role, example.thing),
        ),
      );
      // Signing out, among others, is what some of them are for.
      cookie = await aSession(services, me);
      wrong.push(...(await Promise.all(hostile.map((value) => mishap(one, example, value)))).flat());
    }
    expect(wrong.join('\n')).to.equal('');
    expect(services.errors).to.deep.equal([]);
    // Some of it was right: what was there has been signed out of, thrown away and the like.
    await close();
    await enter();
  }).timeout(300_000);

  describe('is kept by every endpoint', function () {
    this.timeout(300_000);
    before(() => {
      const named = new Set(endpoints.map(nameOf));
      for (const route of routes) if (named.has(route.name)) route.answerInstead(REACHED);
    });

    it('when nobody is signed in', () => expectAll(endpoints, null, []));
    it('for things that there are not: strangers are told nothing else than for those there are', async () => {
      const wrong: string[] = [];
      for (const one of endpoints.filter(
        ({ act, path }) => path.includes('/:') && !ruleOf(act).who.includes('anyone'),
      )) {
        const params = Object.fromEntries(
          [...one.path.matchAll(/:(\w+)/g)].map(([, name = '']): [string, string] => [name, services.newId()]),
        );
        const reply = await fetch(addressOf(one, { ...exampleFor(one), params }), {
          method: one.method.toUpperCase(),
          headers: { Accept: 'application/json' },
        });
        if (reply.status !== 401) wrong.push(`${nameOf(one)}: ${reply.status} instead of 401`);
      }
      expect(wrong.join('\n')).to.equal('');
    });
    it('when somebody without any right is', () => expectAll(endpoints, 'me', []));

    for (const [role, scope] of ROLES_ON_SCOPES) {
      it(`for ${role} on ${scope}: on the right thing, elsewhere, after the last day, and ended`, async () => {
        const concerned = asked().filter(({ act }) => ruleOf(act).who.includes(role));
        await expectAll(asked(), 'me', (thing) => [held(role, scope, scopeIdIn(thing, scope))]);
        await expectAll(concerned, 'me', () => [held(role, scope, world.elsewhere[scope])]);
        await expectAll(concerned, 'me', (thing) => [
          held(role, scope, scopeIdIn(thing, scope), { endsOn: YESTERDAY }),
        ]);
        await expectAll(concerned, 'me', (thing) => [held(role, scope, scopeIdIn(thing, scope), { ended: true })]);
        await expectAll(concerned, 'me', (thing) => [held(role, scope, scopeIdIn(thing, scope), { endsOn: TODAY })]);
      });
    }

    it('for those who hold a role that forbids it beside one that allows it', async () => {
      for (const one of asked()) {
        const { who, never = [] } = ruleOf(one.act);
        for (const role of never) {
          for (const allowed of ROLE_NAMES.filter((name) => who.includes(name))) {
            await expectAll([one], 'me', (thing) => [...onAll(role, thing), ...onAll(allowed, thing)]);
          }
        }
      }
    });
  });

  /** Sends one value for everything that an endpoint takes, as a form or in the address. @returns what was no answer to a person's mistake */
  async function mishap(one: Endpoint, example: Example, value: string): Promise<string[]> {
    const fields = Object.keys((one.method === 'post' ? one.body : one.query)?.shape ?? {});
    const sent = new URLSearchParams(
      fields.flatMap((name) => [[name, value], ...(value === TWICE ? [[name, value]] : [])]),
    );
    const address = new URL(addressOf(one, example));
    if (one.method === 'get')
      for (const [name, given] of sent) if (!(name in (example.query ?? {}))) address.searchParams.append(name, given);
    const reply = await fetch(address, {
      method: one.method.toUpperCase(),
      redirect: 'manual',
      headers: { Accept: 'text/html', Cookie: cookie },
      ...(one.method === 'post' ? { body: sent } : {}),
    });
    const said = await reply.text();
    const about = `${nameOf(one)} with ${JSON.stringify(value.slice(0, 20))}`;
    return reply.status >= 500
      ? [`${about}: ${reply.status}. ${said.slice(0, 200)}`]
      : undescribed(one, reply.status).map((words) => `${about}: ${words}`);
  }

  /** What an endpoint answered and the description of the API does not say. */
  function undescribed(one: Endpoint, status: number): string[] {
    const said = Object.keys(description.paths[pathOf(one)]?.[one.method]?.responses ?? {});
    // Node itself refuses an address that is too long.
    return status === 431 || said.includes(String(status))
      ? []
      : [`${nameOf(one)} answers ${status}; described: ${said.join(', ')}`];
  }

  const held = (role: Role, scope: Scope, scopeId: string | null, more: Partial<Held> = {}): Held => ({
    role,
    scope,
    scopeId: scopeId ?? 'nothing',
    endsOn: null,
    ended: false,
    ...more,
  });
  const onAll = (role: Role, thing: Example['thing']): Held[] =>
    ROLES[role].on.flatMap((scope) => (scopeIdIn(thing, scope) ? [held(role, scope, scopeIdIn(thing, scope))] : []));

  /** Asks every endpoint and compares with the table. Rights depend on the thing, so endpoints with one thing go together. */
  async function expectAll(
    asked: Endpoint[],
    as: 'me' | null,
    rights: Held[] | ((thing: Example['thing']) => Held[]),
  ): Promise<void> {
    const groups = new Map<string, { one: Endpoint; example: Example }[]>();
    for (const one of asked) {
      const example = exampleFor(one);
      const key = JSON.stringify(example.thing);
      groups.set(key, [...(groups.get(key) ?? []), { one, example }]);
    }
    const wrong: string[] = [];
    for (const same of groups.values()) {
      const thing = same[0]?.example.thing ?? {};
      const given = typeof rights === 'function' ? rights(thing) : rights;
      await setRights(given);
      const who: Who = {
        personId: me,
        name: '',
        email: null,
        provedAt: NOW,
        withPasskey: false,
        rights: given.filter(({ ended }) => !ended).map((right) => ({ ...right, id: '' })),
      };
      for (let from = 0; from < same.length; from += AT_ONCE) {
        wrong.push(
          ...(
            await Promise.all(
              same
                .slice(from, from + AT_ONCE)
                .map(({ one, example }) => verdict(one, example, as === null ? null : who)),
            )
          ).flat(),
        );
      }
    }
    expect(wrong.join('\n')).to.equal('');
  }

  async function verdict(one: Endpoint, example: Example, who: Who | null): Promise<string[]> {
    const body = one.method === 'post' && example.body ? JSON.stringify(example.body) : null;
    const reply = await fetch(addressOf(one, example), {
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
    if (reply.status === expected) return [];
    const rights = who?.rights
      .map(({ role, scope, endsOn }) => `${role} on ${scope}${endsOn ? ` until ${endsOn}` : ''}`)
      .join(', ');
    return [
      `${nameOf(one)} (${one.act}) as ${who ? rights || 'somebody without rights' : 'nobody'}: ${reply.status} instead of ${expected}. ${(await reply.text()).slice(0, 200)}`,
    ];
  }

  async function setRights(rights: Held[]): Promise<void> {
    await services.db('rights').where({ person_id: me }).delete();
    const rows = rights.map(({ role, scope, scopeId, endsOn, ended }) => ({
      id: services.newId(),
      person_id: me,
      role,
      scope_kind: scope,
      scope_id: scopeId,
      granted_at: NOW,
      granted_by: 'test',
      ends_on: endsOn,
      ended_at: ended ? NOW : null,
    }));
    if (rows.length > 0) await services.db('rights').insert(rows);
  }
});

/** A session as the sign-in leaves it, and its signed cookie. */
async function aSession({ sessionStore, config }: TestServices, personId: string): Promise<string> {
  const id = 'session-of-the-table-of-rights';
  const data = {
    cookie: { originalMaxAge: null },
    personId,
    provedAt: NOW,
    startedAt: NOW,
    withPasskey: true,
    device: '',
  } as unknown as SessionData;
  await new Promise((resolve) => sessionStore.set(id, data, resolve));
  return `meantime=${encodeURIComponent(`s:${id}.${createHmac('sha256', config.sessionSecret).update(id).digest('base64').replace(/=+$/, '')}`)}`;
}
