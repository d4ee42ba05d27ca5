import { callIn, decide, showGround, sign, askReview } from './decision-acts.ts';
import { answer, comment, cut, reply } from './comment-acts.ts';
import { askMissing, begin, complete, putUpSign, send, takeBack, type Asking } from './proposal-acts.ts';
import type { ProposalStep, ToldProposal } from './proposal-contract.ts';
import { publish, score, settle } from './score-acts.ts';
import { threadOf, type Moment } from './timeline.ts';
import type { World } from './world.ts';

/** What groups and residents do, in the evening. Everything else is done in offices. */
const AT_HOME: readonly ProposalStep[1][] = [
  'is sent',
  'puts up its sign',
  'is commented',
  'replies',
  'asks for a review',
  'is taken back',
];

/** One proposal for a piece of land and what becomes of it. What silence does, the clocks do on their days. */
export function proposalThread(world: World, told: ToldProposal): Moment[] {
  const { almanac } = world;
  const thread = threadOf(almanac);
  const [first] = told.then;
  let asking: Asking | undefined;
  return [
    thread.atHome(almanac.day(told.begins ?? first?.[0] ?? 1), async () => void (asking = await begin(world, told))),
    ...told.then.map((step) =>
      (AT_HOME.includes(step[1]) ? thread.atHome : thread.inOffice)(almanac.day(step[0]), () => stepOf(step)),
    ),
  ];

  async function stepOf(step: ProposalStep): Promise<void> {
    if (!asking) throw new Error(`${told.group} have not begun to ask for ${told.place}.`);
    await goOn(world, asking, step).catch((error: unknown) => {
      throw new Error(`${told.group}’s proposal for ${told.place} could not go on: it ${step[1]}.`, { cause: error });
    });
  }
}

/** The next step of a proposal, with the services that people’s own presses use. */
async function goOn(world: World, asking: Asking, [, does, how]: ProposalStep): Promise<void> {
  switch (does) {
    case 'is sent':
      return send(world, asking);
    case 'is complete':
      return complete(world, asking);
    case 'lacks':
      return askMissing(world, asking, how);
    case 'puts up its sign':
      return putUpSign(world, asking, how);
    case 'is taken back':
      return takeBack(world, asking, how);
    case 'is commented':
      return comment(world, asking, how);
    case 'replies':
      return reply(world, asking, how);
    case 'is cut':
      return cut(world, asking, how);
    case 'answers':
      return answer(world, asking, how);
    case 'is scored':
      return score(world, asking, how);
    case 'has a mark settled':
      return settle(world, asking, how);
    case 'has its result':
      return publish(world, asking);
    case 'meets a ground':
      return showGround(world, asking, how);
    case 'is decided':
      return decide(world, asking, how);
    case 'is signed':
      return sign(world, asking, how);
    case 'is called in':
      return callIn(world, asking, how);
    case 'asks for a review':
      return askReview(world, asking, how);
  }
}
