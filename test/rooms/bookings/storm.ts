import { createHmac } from 'node:crypto';
import type { SessionData } from 'express-session';
import { aTown, type Town } from '../../support/domain.ts';
import { aServerProcess, type ServerProcess } from '../../support/processes.ts';
import { NOW, someServices, type TestServices } from '../../support/server.ts';
import { parsedForm } from '../requests/a-request.ts';
import { adoptTerms, aGroupOf } from './a-room.ts';

const SECRET = 'the storm and its servers share this secret';

/** What a server said: with `booking` or `taken` days where it was one of the two. */
export type Answer = { status: number; id: string; version: number; dates: string[]; taken: string[] };
/** Somebody who leads a group, with a way to ask each server. */
export type Client = { groupId: string; personId: string; ask(path: string, body: object): Promise<Answer> };
/** A town, sixteen groups that want the same rooms, and the servers that they ask. */
export type Storm = {
  services: TestServices;
  town: Town;
  clients: Client[];
  servers: ServerProcess[];
  another(): Promise<ServerProcess>;
  stop(): Promise<void>;
};

/** Starts servers on one database. Clients ask them in turn. */
export async function aStorm(databaseUrl: string, processes: number, crowd = 16): Promise<Storm> {
  const env = { SESSION_SECRET: SECRET };
  const another = (): Promise<ServerProcess> => aServerProcess({ databaseUrl, env });
  const servers = await Promise.all(Array.from({ length: processes }, another));
  const services = await someServices(databaseUrl, { env });
  const town = await aTown(services);
  await adoptTerms(services, town, { dates_a_week: 50 });
  const clients: Client[] = [];
  for (let at = 0; at < crowd; at++) clients.push(await aClient(services, town, servers, at));
  return {
    services,
    town,
    clients,
    servers,
    another,
    async stop() {
      await services.stop();
      await Promise.all(servers.map((server) => server.kill()));
    },
  };
}

async function aClient(
  services: TestServices,
  town: Town,
  servers: readonly ServerProcess[],
  at: number,
): Promise<Client> {
  const { asker, groupId } = await aGroupOf(services, town, `client-${at}@example.org`);
  const cookie = await aSession(services, asker.personId);
  const ask = async (path: string, body: object): Promise<Answer> => {
    const reply = await fetch(`${servers[at % servers.length]?.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', Cookie: cookie },
      body: JSON.stringify(body),
    });
    const told = (await reply.json()) as {
      id?: string;
      version?: number;
      dates?: { date: string; state: string }[];
      errors?: { field: string }[];
    };
    return {
      status: reply.status,
      id: told.id ?? '',
      version: told.version ?? 0,
      dates: (told.dates ?? []).flatMap(({ date, state }) => (state === 'planned' ? [date] : [])),
      taken: (told.errors ?? []).map(({ field }) => field),
    };
  };
  return { groupId, personId: asker.personId, ask };
}

/** A session as the sign-in leaves it, and its signed cookie. */
async function aSession({ sessionStore }: TestServices, personId: string): Promise<string> {
  const id = `storm-${personId}`;
  const data = {
    cookie: { originalMaxAge: null },
    personId,
    provedAt: NOW,
    startedAt: NOW,
    withPasskey: false,
    device: '',
  } as unknown as SessionData;
  await new Promise((resolve) => sessionStore.set(id, data, resolve));
  return `meantime=${encodeURIComponent(`s:${id}.${createHmac('sha256', SECRET).update(id).digest('base64').replace(/=+$/, '')}`)}`;
}

/** A second person for a client's group, without whom nothing that it asks for is complete. */
export async function aDeputyOf({ services, town }: Storm, { groupId }: Client): Promise<void> {
  await services.inOneTransaction(async (unit) => {
    const deputy = await services.people.personWith(unit, `deputy-${groupId}@example.org`, 'Dora Deputy', 'test');
    const right = {
      role: 'group_deputy',
      scope: 'group',
      scopeId: groupId,
      areaId: town.area.id,
      endsOn: null,
    } as const;
    await services.people.grant(unit, deputy.id, right, 'test');
  });
}

/** A request that its group has written down and not sent yet, for the two hours of which the owner decides about the second. */
export async function aDraft(
  { services }: Storm,
  { personId, groupId }: Client,
  room: string,
  day: string,
): Promise<string> {
  const who = { personId, name: 'Gita Gardener', email: '', rights: [], provedAt: '', withPasskey: false };
  const wish = parsedForm({ repeat: 'once', on: day, from: '', until: '', start: '19:00', end: '21:00', people: '5' });
  return (await services.requests.drafts.begin(who, groupId, room, wish)).id;
}

/** What kinds of claims a room has on a day. */
export async function claimedOn({ services }: Storm, spaceId: string, date: string): Promise<string[]> {
  const claims = await services
    .db('claims')
    .join('occurrences', 'occurrences.id', 'claims.holder')
    .where({ space_id: spaceId, date })
    .select('kind');
  return claims.map(({ kind }: { kind: string }) => kind);
}
