import type { CaseSubject } from '../../../src/groups/benefit-test/test-contract.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { found, type Town } from '../../support/domain.ts';
import type { TestServer } from '../../support/server.ts';
import { scores, seen } from './a-test.ts';

/** Marks of the worked case of gardeners who adopt a verge: 316 of 400 points. */
export const VERGE = 'NEED3 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV2 ENV4 EXIT3';
const ASKED = ['NEED', 'BEN', 'INC', 'SUP', 'USE', 'DEL', 'FIN', 'GOV', 'ENV', 'EXIT'] as const;
const STATEMENTS = ['G6', 'G10'] as const;
/** The gates of land that officers answer; G8 is read from the group's people. */
const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G9', 'G10'];

export type ACase = { testId: string; subject: CaseSubject };

/** Begins the test of a case, as the feature does whose case it is. */
export async function begins(
  server: TestServer,
  { area }: Pick<Town, 'area'>,
  groupId: string,
  more: { subject?: CaseSubject; evidenceFrom?: string; actor?: string } = {},
): Promise<ACase> {
  // A kind that no feature has: what follows for a proposal is shown with proposals.
  const subject = more.subject ?? { kind: 'case', id: server.newId() };
  const wish = { areaId: area.id, groupId, path: 'land', actor: 'test', ...more, subject } as const;
  return { subject, testId: await server.inOneTransaction((unit) => server.caseTests.begin(unit, wish)) };
}

/** Answers every question on its own page. */
export async function answers(who: Visitor, testId: string, desk = ''): Promise<void> {
  for (const id of [...ASKED, ...STATEMENTS]) {
    const field = (STATEMENTS as readonly string[]).includes(id) ? `gate_${id}` : `answer_${id}`;
    const reply = await who.post(`${desk}/case-tests/${testId}/${id}`, {
      do: 'next',
      [field]: `What we say about ${id}.`,
    });
    if (reply.status !== 303)
      throw new Error(`Answering ${id} was answered with ${reply.status}: ${await reply.text()}`);
  }
}

export const handsIn = (
  server: TestServer,
  testId: string,
  more: { completeOn?: string; enteredBy?: string; onBehalfOf?: string } = {},
): Promise<void> =>
  server.inOneTransaction((unit) =>
    server.caseTests.handIn(unit, testId, {
      completeOn: '2027-03-01',
      dueOn: '2027-03-31',
      channel: 'online',
      enteredBy: null,
      onBehalfOf: null,
      ...more,
    }),
  );

export const closes = (server: TestServer, testId: string): Promise<'published' | 'nobody'> =>
  server.inOneTransaction((unit) => server.caseTests.closeAtLimit(unit, testId, '2027-04-01'));

export const opensTo = (server: TestServer, testId: string, to: 'scorers' | 'reserve' | 'panel'): Promise<void> =>
  server.inOneTransaction((unit) => server.caseTests.openTo(unit, testId, to));

/** Answers the gates and publishes, as an officer who has not scored. */
export async function publishesCase(broker: Visitor, testId: string, gates: Record<string, string> = {}) {
  await broker.post(`/desk/tests/${testId}/gates`, {
    ...Object.fromEntries(GATES.map((id) => [`gate_${id}`, 'yes'])),
    ...gates,
  });
  const { inputs } = found((await seen(broker, testId)).preview);
  const reply = await broker.post(`/desk/tests/${testId}/publish`, { inputs }, { json: true });
  if (reply.status !== 201) throw new Error(`Publishing was answered with ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as { outcome: string };
}

/** Both score alike, and an officer publishes. */
export async function scoredAndPublished(
  { broker, first, second }: Record<'broker' | 'first' | 'second', Visitor>,
  testId: string,
  marks = VERGE,
): Promise<{ outcome: string }> {
  await scores(first, testId, marks);
  await scores(second, testId, marks);
  return publishesCase(broker, testId);
}
