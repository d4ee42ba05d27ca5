import { keyOf } from '../../src/casework/comments/comment-key-rules.ts';
import { leadOf, type Asking } from './proposal-acts.ts';
import type { ProposalStep, ToldComment } from './proposal-contract.ts';
import { broughtForm, type World } from './world.ts';

type Told<Does extends ProposalStep[1]> = Extract<ProposalStep, [unknown, Does, unknown]>[2];

/** Somebody writes, and presses the button behind the link in the mail; or rings, and the broker types it. */
export async function comment(world: World, asking: Asking, { by, stance, text }: ToldComment): Promise<void> {
  const { services, broker, almanac, clock } = world;
  const { making } = services.comments;
  const said = { stance, text, name: by.name, address: by.address };
  if (by.email === undefined) {
    const brought = broughtForm(almanac.dayOf(clock.now()));
    asking.comments.push((await making.makeFor(broker, asking.id, { ...said, ...brought })).id);
    return;
  }
  // Each from a network of their own: many from one would be too many in an hour.
  const { id } = await making.make(null, asking.id, { ...said, email: by.email }, by.email);
  await making.confirm(keyOf(services.config.sessionSecret, id));
  asking.comments.push(id);
}

/** The group says something to a comment. */
export async function reply(world: World, asking: Asking, { to, reply: words }: Told<'replies'>): Promise<void> {
  const lead = await leadOf(world, asking.group);
  await world.services.comments.looking.reply(lead, asking.id, nth(asking, to), words);
}

/** An officer leaves something out of what everybody reads. */
export async function cut(
  { services, broker }: World,
  asking: Asking,
  { of, ...given }: Told<'is cut'>,
): Promise<void> {
  await services.comments.looking.redact(broker, asking.id, nth(asking, of), given);
}

/** An officer says what came of comments that are alike. */
export async function answer({ services, broker }: World, asking: Asking, { to, outcome, words }: Told<'answers'>) {
  const comments = to.map((one) => nth(asking, one));
  await services.comments.answering.answer(broker, asking.id, { comments, outcome, words, submission: undefined });
}

function nth({ told, comments }: Asking, count: number): string {
  const id = comments[count - 1];
  if (id === undefined) throw new Error(`${told.group} have no comment ${count}.`);
  return id;
}
