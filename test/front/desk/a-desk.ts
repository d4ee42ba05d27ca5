import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import type { Role, Scope } from '../../../src/ground/people/role-contract.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

export type Desk = { server: TestServer; town: Town; broker: Visitor };

/** A server with a town and somebody at its desk. */
export async function aDesk(databaseUrl: string): Promise<Desk> {
  const server = await aServer(databaseUrl);
  const town = await aTown(server);
  const broker = await someoneWith(server, 'broker@example.org', [['broker', 'area', town.area.id]], 'Bina Broker');
  return { server, town, broker };
}

type Held = [role: Role, scope: Scope, scopeId: string, endsOn?: string];

/** Somebody who is signed in and holds these rights. */
export async function someoneWith(
  server: TestServer,
  email: string,
  held: Held[],
  name = 'Ann Example',
): Promise<Visitor> {
  await server.inOneTransaction(async (unit) => {
    const person = await server.people.personWith(unit, email, name, 'test');
    for (const [role, scope, scopeId, endsOn = null] of held)
      await server.people.grant(unit, person.id, { role, scope, scopeId, areaId: null, endsOn }, 'test');
  });
  return signIn(server, aVisitor(server.url), email, name);
}

/** The inputs of a page's form as a browser would send them, and what the test types over them. */
export function filledIn(page: string, typed: Record<string, string | null>, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(page)?.[1] ?? '';
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string): string | undefined =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isChoice = /type="(checkbox|radio)"/.test(tag);
    if (name && (!isChoice || /\bchecked\b/.test(tag))) fields[name] = plain(attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name') ?? ''] = plain(text);
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)"\s+selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    fields[attribute(tag, 'name') ?? ''] = plain(chosen?.[1] ?? '');
  }
  for (const [name, value] of Object.entries(typed)) {
    if (value === null) delete fields[name];
    else fields[name] = value;
  }
  return fields;
}

function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Sends a form that carries a file. */
export async function sendFile(
  visitor: Visitor,
  path: string,
  field: string,
  file: { name: string; content: Buffer | string },
  fields: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(field, new Blob([new Uint8Array(Buffer.from(file.content))]), file.name);
  return fetch(`${visitor.url}${path}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Cookie: visitor.cookie(), Accept: 'text/html' },
  });
}

/** A page without the marks that its templates leave. */
export async function words(reply: Response): Promise<string> {
  return (await reply.text()).replace(/<!--[\s\S]*?-->/g, '');
}
