import type { Proposal } from '../../src/casework/proposals/proposal-contract.ts';
import type { Who } from '../../src/ground/people/role-contract.ts';
import type { ToldProposal } from './proposal-contract.ts';
import { answersOf } from './proposal-answers.ts';
import { withSignPhoto } from './sign-photo.ts';
import { broughtForm, type Actors, type World } from './world.ts';

/** A proposal as it goes on; its comments in the order in which they came. */
export type Asking = { told: ToldProposal; group: Actors; id: string; comments: string[] };

/** A group writes its proposal; for one that rang, the broker does. */
export async function begin(world: World, told: ToldProposal): Promise<Asking> {
  const { services, almanac, groups } = world;
  const { proposals, caseTests, benefitTests, db } = services;
  const group = groups.get(told.group);
  if (!group) throw new Error(`There is no group called ${told.group}.`);
  const lead = await world.asNow(group.lead);
  const place = await world.place(told.place);
  const { id, testId } = await proposals.writing.begin(lead, { asset: place.id, group: group.id });
  await proposals.writing.saveUse(id, { use: told.use });
  const [starts, ends] = told.dates.map((days) => almanac.daysLater(almanac.today, days));
  await proposals.writing.saveDates(id, { starts, ends });
  const typedBy = group.byTelephone === null ? null : lead.personId;
  const { missing } = await caseTests.drafted(db, testId);
  for (const [question, body] of answersOf(told.says, missing))
    await benefitTests.caseAnswers.save(testId, question, { body, seen: undefined, typedBy });
  return { told, group, id, comments: [] };
}

export async function send(world: World, { group, id }: Asking): Promise<void> {
  const { services, almanac, clock } = world;
  const { state: seen } = await asItIs(world, id);
  const brought = group.byTelephone === null ? {} : broughtForm(almanac.dayOf(clock.now()));
  await services.proposals.sending.send(await leadOf(world, group), id, {
    seen,
    declares: 'yes',
    submission: undefined,
    ...brought,
  });
}

export async function complete(world: World, { id }: Asking): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  await world.services.proposals.checking.complete(world.broker, id, { seen });
}

export async function askMissing(world: World, { id }: Asking, missing: string): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  await world.services.proposals.checking.askMissing(world.broker, id, { seen, missing });
}

/** @param alt what the photo shows */
export async function putUpSign(world: World, { group, id }: Asking, alt: string): Promise<void> {
  const lead = await leadOf(world, group);
  await withSignPhoto((upload) => world.services.proposals.own.addSignPhoto(lead, id, upload, { alt }));
}

export async function takeBack(world: World, { group, id }: Asking, reason: string): Promise<void> {
  const { state: seen } = await asItIs(world, id);
  await world.services.proposals.own.withdraw(await leadOf(world, group), id, { seen, reason });
}

/** Whoever acts for a group, with the rights of today. */
export const leadOf = (world: World, { lead }: Actors): Promise<Who> => world.asNow(lead);

/** A proposal after the clock has done what was due. */
export async function asItIs({ services }: World, id: string): Promise<Proposal> {
  return (await services.inOneTransaction((unit) => services.proposals.steps.locked(unit, id))).proposal;
}
