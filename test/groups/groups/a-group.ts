import { aVisitor, newestMail, signIn, type Visitor } from '../../ground/people/visitor.ts';
import type { Town } from '../../support/domain.ts';
import type { TestServer } from '../../support/server.ts';
import type { Role } from '../../../src/ground/people/role-contract.ts';

let made = 0;

/** An address that nobody else in the tests has. */
export const anAddress = (who = 'person'): string => `${who}-${++made}@example.org`;

export const aGroupForm = (more: Record<string, string> = {}): Record<string, string> => ({
  name: 'Millfield Growers',
  legal_form: 'unconstituted',
  purpose: 'We grow vegetables together.',
  audience: 'Anybody in Millfield',
  size: '10_to_30',
  adult: 'yes',
  agrees: 'yes',
  ...more,
});
export const anAssistedForm = (more: Record<string, string> = {}): Record<string, string> =>
  aGroupForm({
    person_name: 'Stan Stroke',
    person_telephone: '01632 960 123',
    person_address: '3 High Street\nTestborough',
    channel: 'phone',
    received_on: '2027-03-02',
    read_back: 'aloud',
    consent: 'yes',
    ...more,
  });

export async function somebody(
  server: TestServer,
  name = 'Gita Gardener',
  email = anAddress(),
): Promise<Visitor & { email: string }> {
  return { ...(await signIn(server, aVisitor(server.url), email, name)), email };
}

/** Somebody with a right on the town's area. */
export async function anOfficer(
  server: TestServer,
  { area }: Pick<Town, 'area'>,
  role: Role = 'broker',
  name = 'Bina Broker',
): Promise<Visitor & { email: string }> {
  const email = anAddress('officer');
  await server.inOneTransaction(async (unit) => {
    const person = await server.people.personWith(unit, email, name, 'test');
    await server.people.grant(
      unit,
      person.id,
      { role, scope: 'area', scopeId: area.id, areaId: area.id, endsOn: null },
      'test',
    );
  });
  return { ...(await signIn(server, aVisitor(server.url), email)), email };
}

/** Makes a group over HTTP; gives back its id. */
export async function aGroup(lead: Visitor, more: Record<string, string> = {}): Promise<string> {
  const reply = await lead.post('/groups', aGroupForm({ area: 'testborough', ...more }), { json: true });
  if (reply.status !== 201) throw new Error(`Making a group was answered with ${reply.status}: ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}

/** Invites an address and accepts as that person. */
export async function joins(
  server: TestServer,
  lead: Visitor,
  groupId: string,
  role: 'group_deputy' | 'group_member',
  name = 'Dev Deputy',
): Promise<Visitor & { email: string }> {
  const person = await somebody(server, name);
  await lead.post(`/groups/${groupId}/invitations`, { email: person.email, role });
  const { link } = await newestMail(server, person.email);
  const reply = await person.post(link, { adult: 'yes' });
  if (reply.status !== 303) throw new Error(`Joining was answered with ${reply.status}.`);
  return person;
}

export type SentFile = { name: string; type: string; content: Buffer | string };

/** What a page says, without the marks that its templates leave between words. */
export const wordsOf = async (reply: Response | Promise<Response>): Promise<string> =>
  (await (await reply).text()).replace(/<!--.*?-->/g, '');

/** Sends a paper as a browser's form does. */
export async function upload(
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
  file: SentFile | null,
  accept = 'text/html',
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file)
    form.set(
      'file',
      new Blob([typeof file.content === 'string' ? file.content : new Uint8Array(file.content)], { type: file.type }),
      file.name,
    );
  return fetch(`${visitor.url}${path}`, {
    method: 'POST',
    body: form,
    headers: { Cookie: visitor.cookie(), Accept: accept },
    redirect: 'manual',
  });
}

/** The smallest thing that is a PDF. */
export const aPdf = (words = 'Certificate'): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
export const pdfFile = (words?: string): SentFile => ({
  name: 'certificate.pdf',
  type: 'application/pdf',
  content: aPdf(words),
});

/** Adds a paper; gives back its id. */
export async function aPaper(visitor: Visitor, groupId: string, fields: Record<string, string> = {}): Promise<string> {
  const reply = await upload(
    visitor,
    `/groups/${groupId}/documents`,
    { kind: 'insurance', expires_on: '2027-12-31', ...fields },
    pdfFile(),
    'application/json',
  );
  if (reply.status !== 201) throw new Error(`Adding a paper was answered with ${reply.status}: ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}
