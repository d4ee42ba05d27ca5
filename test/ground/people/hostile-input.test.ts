import { expect } from 'chai';
import type { Endpoint } from '../../../src/kernel/endpoint.ts';
import { ROLE_NAMES } from '../../../src/ground/people/role-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import type { Example, Held } from './role-examples.ts';
import { aTable, nameOf, onAll, oneForEachAct, ruleOf, type Table } from './table-of-acts.ts';

/** Sent twice, so that a list comes where one word is expected. */
const TWICE = 'twice';
/** What a database might take ill. */
const HOSTILE_TO_DATABASES = ['9'.repeat(30), '2027-02-30', '00000000-0000-4000-8000-000000000000'];
/** Refused before anybody looks which endpoint it is for. */
const NUL = '\u0000';
/** What never reaches a database, whichever it is. */
const HOSTILE_TO_US = [TWICE, '', `<script>alert(1)</script> 🫖${'x'.repeat(20_000)}`];

/** Of the description of the API, what is compared here. */
type Operation = {
  responses: Record<string, unknown>;
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
};
type Description = { paths: Record<string, Partial<Record<string, Operation>>> };

const pathOf = ({ path }: Endpoint): string => path.replace(/:(\w+)/g, '{$1}');
const fieldsOf = (one: Endpoint): string[] => Object.keys((one.method === 'post' ? one.body : one.query)?.shape ?? {});

eachDatabase('Every endpoint, for somebody who may', function (open, engine) {
  let table: Table;
  let description: Description;

  before(async function () {
    this.timeout(120_000);
    table = await aTable(await open());
    description = (await (await fetch(`${table.url}/api/openapi.json`)).json()) as Description;
  });
  after(() => table.close());

  it('is described to programs with what each form takes', () => {
    for (const one of table.endpoints.filter(({ method, body, upload }) => method === 'post' && (body ?? upload))) {
      const fields = [...Object.keys(one.body?.shape ?? {}), ...(one.upload ? [one.upload.field] : [])];
      const { requestBody } = description.paths[pathOf(one)]?.['post'] ?? {};
      for (const { schema } of Object.values(requestBody?.content ?? { none: { schema: {} } }))
        expect(Object.keys(schema.properties ?? {}), nameOf(one)).to.have.members(fields);
    }
  });

  it('opens, if it is a page', async () => {
    const wrong: string[] = [];
    const cookie = await table.cookie();
    for (const one of table.endpoints.filter(({ method }) => method === 'get')) {
      const example = table.exampleFor(one);
      await table.setRights(allThatMay(one, example));
      const reply = await fetch(table.addressOf(one, example), {
        redirect: 'manual',
        headers: { Accept: 'application/json', Cookie: cookie },
      });
      if (reply.status === 401 || reply.status === 403 || reply.status >= 500)
        wrong.push(`${nameOf(one)}: ${reply.status}. ${(await reply.text()).slice(0, 200)}`);
      else await reply.arrayBuffer();
      wrong.push(...undescribed(one, reply.status));
    }
    expect(wrong.join('\n')).to.equal('');
    expect(table.services.errors).to.deep.equal([]);
  }).timeout(300_000);

  // The last, for some of it is right: what was there has been signed out of, thrown away and the like.
  it('takes nothing that is wrong, huge or hostile for a mistake of its own', async () => {
    const wrong: string[] = [];
    // PostgreSQL is the stricter of the two: SQLite is asked once for each act what would not suit a database.
    const perAct = new Set(oneForEachAct(table.endpoints));
    const valuesFor = (one: Endpoint): string[] => {
      if (engine === 'PostgreSQL') return HOSTILE_TO_DATABASES;
      return [...HOSTILE_TO_US, ...(perAct.has(one) ? [NUL, ...HOSTILE_TO_DATABASES] : [])];
    };
    for (const one of table.endpoints) {
      const example = table.exampleFor(one);
      await table.setRights(allThatMay(one, example));
      // What takes nothing is asked once: every value would be the same request.
      const sent = fieldsOf(one).length > 0 ? valuesFor(one) : [''];
      // Signing out, among others, is what some of them are for.
      const cookie = await table.cookie();
      wrong.push(...(await Promise.all(sent.map((value) => mishap(one, example, value, cookie)))).flat());
    }
    expect(wrong.join('\n')).to.equal('');
    expect(table.services.errors).to.deep.equal([]);
  }).timeout(300_000);

  function allThatMay(one: Endpoint, { thing }: Example): Held[] {
    const { who, never = [] } = ruleOf(one.act);
    return ROLE_NAMES.filter((role) => who.includes(role) && !never.includes(role)).flatMap((role) =>
      onAll(role, thing),
    );
  }

  /** Sends one value for everything that an endpoint takes, as a form or in the address. @returns what was no answer to a person's mistake */
  async function mishap(one: Endpoint, example: Example, value: string, cookie: string): Promise<string[]> {
    const sent = new URLSearchParams(
      fieldsOf(one).flatMap((name) => [[name, value], ...(value === TWICE ? [[name, value]] : [])]),
    );
    const address = new URL(table.addressOf(one, example));
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
});
