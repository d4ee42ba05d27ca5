import { createHmac } from 'node:crypto';
import type { SessionData } from 'express-session';
import { endpointsOf, makeApp } from '../../../src/app.ts';
import type { Endpoint } from '../../../src/kernel/endpoint.ts';
import { ACTS, ROLES, type ActName, type Role, type Scope } from '../../../src/ground/people/role-contract.ts';
import { bundleDir, NOW, someServices, type TestServices } from '../../support/server.ts';
import { aWorld, EXAMPLES, scopeIdIn, SPECIAL, type Example, type Held, type World } from './role-examples.ts';
import { routesOf, type Route } from './routes.ts';

/** The whole application over a world with one thing of each kind, and somebody in it to whom a test gives rights. */
export type Table = {
  services: TestServices;
  url: string;
  endpoints: Endpoint[];
  routes: Route[];
  world: World;
  me: string;
  /** Of somebody who has just signed in with a passkey. */
  cookie(): Promise<string>;
  exampleFor(one: Endpoint): Example;
  addressOf(one: Endpoint, example: Example): string;
  /** In the place of all rights that they have had. */
  setRights(rights: readonly Held[]): Promise<void>;
  close(): Promise<void>;
};

export type Rule = { who: readonly string[]; never?: readonly Role[] };
export const ruleOf = (act: string): Rule => ACTS[act as ActName];

/** `POST /sign-in` */
export const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;

export const oneForEachAct = (all: readonly Endpoint[]): Endpoint[] => [
  ...new Map(all.map((one) => [one.act, one])).values(),
];

export const held = (role: Role, scope: Scope, scopeId: string | null, more: Partial<Held> = {}): Held => ({
  role,
  scope,
  scopeId: scopeId ?? 'nothing',
  endsOn: null,
  ended: false,
  ...more,
});

/** A role on everything on which it can be held that the thing is or belongs to. */
export const onAll = (role: Role, thing: Example['thing']): Held[] =>
  ROLES[role].on.flatMap((scope) => (scopeIdIn(thing, scope) ? [held(role, scope, scopeIdIn(thing, scope))] : []));

/** Starts the application with a world of its own. */
export async function aTable(databaseUrl: string): Promise<Table> {
  const services = await someServices(databaseUrl, { env: { DEMO: 'on' } });
  const world = await aWorld(services);
  const app = makeApp(services, bundleDir());
  const http = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  const address = http.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const { id: me } = await services.inOneTransaction((unit) =>
    services.people.personWith(unit, 'me@example.org', 'Me', 'test'),
  );
  return {
    services,
    url,
    endpoints: endpointsOf(services, () => Promise.resolve()),
    routes: routesOf(app),
    world,
    me,
    cookie: () => aSession(services, me),
    exampleFor: (one) => exampleFor(one, world),
    addressOf: (one, example) => `${url}${pathWith(one, example)}`,
    setRights: (rights) => setRights(services, me, rights),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await services.stop();
    },
  };
}

function exampleFor(one: Endpoint, world: World): Example {
  const make = SPECIAL[nameOf(one)] ?? EXAMPLES[one.act as ActName];
  if (make) return make(world);
  throw new Error(
    `No example for the act "${one.act}" of ${nameOf(one)}: say in test/ground/people/role-examples.ts what it is done to.`,
  );
}

function pathWith(one: Endpoint, { params = {}, query }: Example): string {
  const path = one.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value !== undefined) return value;
    throw new Error(
      `No example for ":${name}" in ${nameOf(one)}: add it to its act in test/ground/people/role-examples.ts.`,
    );
  });
  return `${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
}

async function setRights({ db, newId }: TestServices, me: string, rights: readonly Held[]): Promise<void> {
  await db('rights').where({ person_id: me }).delete();
  const rows = rights.map(({ role, scope, scopeId, endsOn, ended }) => ({
    id: newId(),
    person_id: me,
    role,
    scope_kind: scope,
    scope_id: scopeId,
    granted_at: NOW,
    granted_by: 'test',
    ends_on: endsOn,
    ended_at: ended ? NOW : null,
  }));
  if (rows.length > 0) await db('rights').insert(rows);
}

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
