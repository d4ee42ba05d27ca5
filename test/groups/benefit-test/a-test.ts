import type { Visitor } from '../../ground/people/visitor.ts';
import { aGroup, anOfficer, joins, somebody } from '../groups/a-group.ts';
import { found, type Town } from '../../support/domain.ts';
import type { TestServer } from '../../support/server.ts';

type Person = Visitor & { email: string };
type Fields = Record<string, string>;
export const QUESTIONS = ['NEED', 'BEN', 'INC', 'USE', 'DEL'] as const;
/** Marks as the worked example of the stroke self-help group has them: 360 of 400 points. */
export const PASSING = 'NEED4 BEN4 INC3 USE4 DEL3';
export const REASON = 'The answer says so, and the letter shows it.';

export const theAnswers = (more: Fields = {}): Fields => ({
  ...Object.fromEntries(QUESTIONS.map((id) => [`answer_${id}`, `What we say about ${id}.`])),
  gate_G6: 'Adults come; we look after each other.',
  gate_G10: 'no',
  ...more,
});

export const theSheet = (marks = PASSING, more: Fields = {}): Fields => ({
  interest: 'no',
  ...Object.fromEntries(
    marks.split(' ').flatMap((one) => [
      [`mark_${one.slice(0, -1)}`, one.slice(-1)],
      [`reason_${one.slice(0, -1)}`, REASON],
      [`evidence_${one.slice(0, -1)}`, 'none'],
    ]),
  ),
  ...more,
});

/** A group with a lead and a deputy, which is what a passport needs. */
export async function aGroupOfTwo(
  server: TestServer,
  more: Fields = {},
): Promise<{ lead: Person; deputy: Person; groupId: string }> {
  const lead = await somebody(server);
  const groupId = await aGroup(lead, more);
  return { lead, deputy: await joins(server, lead, groupId, 'group_deputy'), groupId };
}

/** Sends a group's answers; gives back the id of the test. */
export async function sends(lead: Visitor, groupId: string, more: Fields = {}): Promise<string> {
  const reply = await lead.post(`/groups/${groupId}/passport/answers`, theAnswers({ do: 'send', ...more }), {
    json: true,
  });
  if (reply.status !== 201) throw new Error(`Sending was answered with ${reply.status}: ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}

export async function scores(scorer: Visitor, testId: string, marks = PASSING): Promise<void> {
  const reply = await scorer.post(`/desk/tests/${testId}/scores`, theSheet(marks));
  if (reply.status !== 303) throw new Error(`Scoring was answered with ${reply.status}: ${await reply.text()}`);
}

/** Answers the gates with yes and publishes what they come to. */
export async function publishes(broker: Visitor, testId: string, gates: Fields = {}): Promise<{ outcome: string }> {
  await broker.post(`/desk/tests/${testId}/gates`, { gate_G6: 'yes', gate_G7: 'yes', gate_G10: 'yes', ...gates });
  const { preview } = await seen(broker, testId);
  const reply = await broker.post(`/desk/tests/${testId}/publish`, { inputs: found(preview).inputs }, { json: true });
  if (reply.status !== 201) throw new Error(`Publishing was answered with ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as { outcome: string };
}

/** What a program sees of a test. */
export async function seen(who: Visitor, testId: string) {
  type Seen = {
    state: string;
    scored: number;
    sheets: { scorer: string; scores: { id: string; value: number }[] }[] | null;
    openGates: string[];
    evidence: { id: string; number: number }[];
    differences: {
      criterion: string;
      marks: number[];
      needsModeration: boolean;
      yourTurn: string | null;
      proposal: { id: string; mark: number } | null;
      settled: { mark: number; how: string } | null;
    }[];
    gates: { id: string; answer: string | null }[];
    preview: { inputs: string; outcome: string; points: number } | null;
    result: { outcome: string; points: number; version: string; validUntil: string | null } | null;
    dueOn: string;
  };
  return (await (await who.get(`/api/tests/${testId}`)).json()) as Seen;
}

export type Cast = { broker: Person; first: Person; second: Person; third: Person };

/** Those who work on tests: a broker and three scorers. */
export async function aCast(server: TestServer, town: Pick<Town, 'area'>): Promise<Cast> {
  return {
    broker: await anOfficer(server, town),
    first: await anOfficer(server, town, 'scorer', 'Sam First'),
    second: await anOfficer(server, town, 'scorer', 'Sue Second'),
    third: await anOfficer(server, town, 'scorer', 'Tim Third'),
  };
}
