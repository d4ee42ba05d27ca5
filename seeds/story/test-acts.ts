import type { Answers } from '../../src/groups/benefit-test/test-contract.ts';
import type { Who } from '../../src/ground/people/role-contract.ts';
import type { ToldGroup } from './story-contract.ts';
import { broughtOn, type Actors, type World } from './world.ts';

/** What all groups of the story say alike. */
const ALIKE = {
  INC: 'It costs nothing. We meet where the bus stops, we ring those who live alone, and we have chosen rooms without steps.',
  USE: 'Once a week in the evening. The rooms we ask for are dark at that time whenever we look.',
  DEL: 'Two of us open and close, and two others know how, should one be ill. We put the chairs back.',
};
const GATES = { G6: 'If somebody needs a hand, a friend or a carer comes along.', G10: 'no' };

/** Marks and reasons of both scorers, who agree. */
const MARKS: Record<string, [mark: number, reason: string]> = {
  NEED: [3, 'Other groups say the same, and nothing like it is near.'],
  BEN: [3, 'Regular, free and for people who would be by themselves.'],
  INC: [3, 'The costs are nothing and those who cannot come are rung.'],
  USE: [2, 'The evening is free, though others may come to want it too.'],
  DEL: [3, 'Four people know how to open and close.'],
};

/** The group sends its answers; for one that rang, the broker has typed them. @returns the id of the test */
export async function sendAnswers(
  { services: { benefitTests }, almanac, clock }: World,
  { id, lead, byTelephone }: Actors,
  { answers }: ToldGroup,
): Promise<string> {
  const told: Answers = { criteria: { ...answers, ...ALIKE }, gates: GATES, news: '' };
  const brought = byTelephone === null ? null : { personId: byTelephone, ...broughtOn(almanac.dayOf(clock.now())) };
  const test = await benefitTests.passports.send(lead, id, {
    answers: told,
    seen: undefined,
    submission: undefined,
    brought: brought && { ...brought, channel: 'phone' },
  });
  return test.id;
}

export async function scoreAnswers({ services: { benefitTests } }: World, scorer: Who, testId: string): Promise<void> {
  const sheet = Object.entries(MARKS).flatMap(([id, [mark, reason]]): [string, string][] => [
    [`mark_${id}`, String(mark)],
    [`reason_${id}`, reason],
    [`evidence_${id}`, 'none'],
  ]);
  await benefitTests.scoring.score(scorer, testId, { interest: 'no', ...Object.fromEntries(sheet) }, undefined);
}

/** The broker looks at the gates, at the result, and publishes it. */
export async function publishResult({ services: { benefitTests }, broker }: World, testId: string): Promise<void> {
  const { gates, results, tests } = benefitTests;
  await gates.answerGates(broker, testId, { gate_G6: 'yes', gate_G7: 'yes', gate_G10: 'yes' });
  const { preview } = await tests.page(broker, testId, { score: false, settle: false, check: true });
  if (!preview) throw new Error('There is no result to publish.');
  await results.publish(broker, testId, preview.inputs, () => Promise.resolve([]));
}
