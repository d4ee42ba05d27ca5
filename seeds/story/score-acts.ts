import { gathered } from '../../src/kernel/wing.ts';
import { asItIs, type Asking } from './proposal-acts.ts';
import type { ProposalStep } from './proposal-contract.ts';
import type { World } from './world.ts';

type Told<Does extends ProposalStep[1]> = Extract<ProposalStep, [unknown, Does, unknown]>[2];

/** Why scorers gave a mark: up to 1, 2, and from 3 on. */
const REASONS: Record<string, readonly [low: string, middle: string, high: string]> = {
  NEED: [
    'The answer says that it is wanted, and does not show by whom.',
    'Some neighbours say so. A second source would have made it stronger.',
    'Two sources agree that it is wanted: people nearby, and the list of complaints.',
  ],
  BEN: [
    'It is not clear who would be better off, apart from the group itself.',
    'A clear good for those who come, told without numbers.',
    'A clear good for many people, every week, and told with numbers.',
  ],
  INC: [
    'It is open in name. How anybody new would hear of it is not said.',
    'It is open and free, and the answer names who finds it hard to come.',
    'It is free, level to get to, and those who might not come are asked in person.',
  ],
  SUP: [
    'Hardly anybody nearby was asked, and a worry has no answer.',
    'More people are for it than against, and worries had an answer.',
    'Different people nearby back it, and the plan was changed because of what they said.',
  ],
  USE: [
    'Something of use would have to stop for it.',
    'The place lies idle, though for how long is not quite clear.',
    'It has lain idle for over a year, and nothing is planned in the time asked for.',
  ],
  DEL: [
    'One person is named, and who does what is not written down.',
    'People are named and there is a simple plan.',
    'A rota with cover for illness, and they have done something like it before.',
  ],
  FIN: [
    'Most of the money is a guess.',
    'It breaks even in the first year, on guesses that are stated.',
    'Most of the money is agreed, and there is a small reserve.',
  ],
  GOV: [
    'Who decides, and about what, is not written down.',
    'Simple rules, and three people who are not related.',
    'Anybody can join, and there is a record of money that anybody can read.',
  ],
  ENV: [
    'The answer gives it no thought.',
    'It does no harm, and the gain is small.',
    'A clear gain for wildlife, which they will count.',
  ],
  EXIT: [
    'There is an end date and no plan for it.',
    'An end date, and a plan for clearing up.',
    'Risks are listed with who looks after each, and money is put by.',
  ],
};

/** One of the two scorers hands in marks like `NEED3 BEN2`. */
export async function score(world: World, { id }: Asking, { by, marks }: Told<'is scored'>): Promise<void> {
  const { testId } = await asItIs(world, id);
  const scorer = await world.staff(`scorer${by}@marlbeck.example`);
  const sheet = marks.split(' ').flatMap((one): [string, string][] => {
    const [question, mark] = [one.slice(0, -1), Number(one.slice(-1))];
    return [
      [`mark_${question}`, String(mark)],
      [`reason_${question}`, REASONS[question]?.[Math.min(Math.max(mark - 1, 0), 2)] ?? ''],
      [`evidence_${question}`, 'none'],
    ];
  });
  const body = { interest: 'no', ...Object.fromEntries(sheet) };
  await world.services.benefitTests.scoring.score(scorer, testId, body, undefined);
}

/** Where two marks differ by one, whoever scored second confirms one of the two. */
export async function settle(
  world: World,
  { id }: Asking,
  { of: criterion, at: mark, reason }: Told<'has a mark settled'>,
): Promise<void> {
  const { testId } = await asItIs(world, id);
  const second = await world.staff('scorer2@marlbeck.example');
  await world.services.benefitTests.settling.settle(second, testId, { criterion, mark, reason, agrees: undefined });
}

/** The broker looks at the gates, at the result, and publishes it. */
export async function publish(world: World, { id, told }: Asking): Promise<void> {
  const { broker, services } = world;
  const { gates, results, tests } = services.benefitTests;
  const { testId } = await asItIs(world, id);
  const yes = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G9', 'G10'].map((gate) => [`gate_${gate}`, 'yes'] as const);
  const note = told.ownerNote === undefined ? {} : { note_G1: told.ownerNote };
  await gates.answerGates(broker, testId, { ...Object.fromEntries(yes), ...note });
  const { preview } = await tests.page(broker, testId, { score: false, settle: false, check: true });
  if (!preview) throw new Error('There is no result to publish.');
  await results.publish(broker, testId, preview.inputs, async (subject, on) =>
    subject === null
      ? []
      : (await Promise.all(gathered(services.house, 'whyNotPublish').map((why) => why(on, subject)))).flat(),
  );
}
