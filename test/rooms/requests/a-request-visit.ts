import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { words } from '../../front/desk/a-desk.ts';
import type { Role, Scope } from '../../../src/ground/people/role-contract.ts';
import { found, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aForm, anAskingGroup, aResult, at, type Asking } from './a-request.ts';

export type Person = Visitor & { email: string };

/** A group of the tests with its people signed in. */
export type Visiting = Asking & { as: Person; deputyAs: Person };

/** The same database on another day: people sign in anew. */
export const serverOn = (databaseUrl: string, day: string, time = '09:00'): Promise<TestServer> =>
  aServer(databaseUrl, { now: at(day, time) });

export async function signedIn(server: TestServer, email: string, name?: string): Promise<Person> {
  return { ...(await signIn(server, aVisitor(server.url), email, name)), email };
}

/** Somebody with a right, signed in. */
export async function holderOf(
  server: TestServer,
  email: string,
  role: Role,
  scope: Scope,
  scopeId: string,
  name = 'Olu Officer',
): Promise<Person> {
  await server.inOneTransaction(async (unit) => {
    const person = await server.people.personWith(unit, email, name, 'test');
    await server.people.grant(unit, person.id, { role, scope, scopeId, areaId: null, endsOn: null }, 'test');
  });
  return signedIn(server, email, name);
}

/** A group with a lead and a deputy who are signed in, and a passed test unless told otherwise. */
export async function aVisitingGroup(
  server: TestServer,
  town: Town,
  {
    name,
    publicName,
    result = {},
  }: { name?: string; publicName?: string | null; result?: Parameters<typeof aResult>[3] | null } = {},
): Promise<Visiting> {
  const group = await anAskingGroup(server, town, name, publicName);
  if (result) await aResult(server, town, group.groupId, result);
  return { ...group, as: await signedIn(server, group.lead), deputyAs: await signedIn(server, group.deputy) };
}

/** Fills in the form and goes on to the page where it is checked; gives back the request's id. */
export async function asks(
  who: Visitor,
  groupId: string,
  spaceId: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const reply = await who.post(`/groups/${groupId}/requests?space=${spaceId}`, aForm(more) as Record<string, string>);
  const place = reply.headers.get('location') ?? '';
  if (reply.status !== 303)
    throw new Error(`Asking was answered with ${reply.status}: ${(await words(reply)).slice(0, 2_000)}`);
  return found(/^\/requests\/([0-9a-f-]{36})$/.exec(place)?.[1]);
}

/** Asks and sends. */
export async function asksAndSends(
  who: Visitor,
  groupId: string,
  spaceIds: readonly string[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const [first, ...others] = spaceIds;
  const id = await asks(who, groupId, found(first), more);
  for (const space of others) await expectDone(who.post(`/requests/${id}/rooms`, { space }));
  await expectDone(who.post(`/requests/${id}/send`));
  return id;
}

/** What a form is answered with when all is well; the page's mistakes otherwise. */
export async function expectDone(reply: Promise<Response>): Promise<Response> {
  const got = await reply;
  if (got.status !== 303)
    throw new Error(
      `A form was answered with ${got.status}: ${/<div class="mistakes"[\s\S]*?<\/div>/.exec(await words(got))?.[0] ?? got.url}`,
    );
  return got;
}

export const page = async (who: Visitor, path: string): Promise<string> => words(await who.get(path));
