import { decideSchema, fileSchema } from '../../src/casework/decisions/ground-contract.ts';
import { groundsOn } from '../../src/casework/decisions/ground-store.ts';
import { signSchema } from '../../src/casework/decisions/decision-contract.ts';
import { withPaper } from './paper.ts';
import { asItIs, leadOf, type Asking } from './proposal-acts.ts';
import type { ProposalStep, ToldGround } from './proposal-contract.ts';
import type { World } from './world.ts';

type Told<Does extends ProposalStep[1]> = Extract<ProposalStep, [unknown, Does, unknown]>[2];

const DECIDES = 'decisions@marlbeck.example';

/** Whoever answers for the owner shows why it should be no, with a paper. */
export async function showGround(world: World, { id, told }: Asking, ground: ToldGround): Promise<void> {
  const { almanac, services } = world;
  const { ownersPerson } = await world.place(told.place);
  const { state: seen } = await asItIs(world, id);
  const { otherFrom, dated, ...said } = ground;
  const filing = fileSchema.parse({
    ...said,
    seen,
    dated: almanac.day(dated),
    other_from: almanac.daysLater(almanac.today, otherFrom),
  });
  const lines = [ground.evidence, ground.statement, '', 'Made for the demonstration.'];
  await withPaper(lines, (upload) => services.decisions.filing.file(ownersPerson, id, filing, upload));
}

/** The decision officer says whether the ground holds that waits. */
export async function decide(world: World, { id }: Asking, told: Told<'is decided'>): Promise<void> {
  const { services } = world;
  const { state: seen } = await asItIs(world, id);
  const waiting = (await groundsOn(services.db).of(id)).find(({ state }) => state === 'waiting');
  const given = decideSchema.parse({ ...told, seen, ground: waiting?.id, interests: 'None' });
  await services.decisions.deciding.decide(await world.staff(DECIDES), id, given);
}

/** The decision officer signs a grant, and adopts its equality record. */
export async function sign(world: World, { id }: Asking, told: Told<'is signed'>): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  const { touched, considered, ...record } = told;
  const given = { ...record, seen, interests: 'None', equality_touched: touched, equality_considered: considered };
  await world.services.decisions.signing.sign(await world.staff(DECIDES), id, signSchema.parse(given));
}

/** One of the two councillors wants a grant to be heard. */
export async function callIn(world: World, { id }: Asking, { by, reason }: Told<'is called in'>): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  const councillor = await world.staff(by === 1 ? 'councillor@marlbeck.example' : 'councillor2@marlbeck.example');
  await world.services.decisions.callingIn.callIn(councillor, id, { seen, reason });
}

export async function askReview(world: World, { id, group }: Asking, reason: string): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  await world.services.decisions.reviewing.askReview(await leadOf(world, group), id, { seen, reason });
}
