import { migrate } from '../../db/migrate.ts';
import type { Proposal, ProposalState } from '../../src/casework/proposals/proposal-contract.ts';
import { commented } from '../../test/casework/comments/a-comment.ts';
import {
  aGardenGroup,
  aVerge,
  CASE_A,
  nextDay,
  onDay,
  proposalIn,
  resultPublished,
  scored,
  stored,
  type Verge,
} from '../../test/casework/proposals/a-proposal.ts';
import { anAsset, found } from '../../test/support/domain.ts';
import type { TestServices } from '../../test/support/server.ts';
import { servicesOn } from '../register/fill.ts';
import type { Home } from '../support/engines.ts';
import { aSession } from '../support/session.ts';
import { thousands } from '../support/table.ts';
import { copyCase, type Around } from './case-copies.ts';

const PLACES = 400;
const GROUPS = 40;
const COMMENTS = 5;
/** So many days before today the closed case began, and the one that is in its owner’s time. */
const CLOSED_BEGAN = 150;
const OPEN_BEGAN = 35;

export type FilledCases = {
  url: string;
  services: TestServices;
  areaSlug: string;
  /** Reads the desk. */
  broker: { cookie: string };
  open: Proposal;
  closed: Proposal;
  /** Adds so many more that are in their owner’s time. */
  addOpen(count: number): Promise<void>;
};

/** One case that silence granted and one in its owner’s time, gone through by the product’s own services, and copies of the closed one. */
export async function filledCases(home: Home, closedCases: number): Promise<FilledCases> {
  await home.create('cases');
  const url = home.url('cases');
  const { db } = servicesOn(url);
  await migrate(db);
  await db.destroy();
  const verge = await aVerge(url, {
    day: dayFrom(-CLOSED_BEGAN),
    serve: (at, settings) =>
      Promise.resolve({
        ...servicesOn(at, settings?.clock),
        errors: [],
        stop: () => Promise.resolve(),
      } as TestServices),
  });
  const { services, town } = verge;
  const around = await placesAndGroups(verge);
  const closed = await played(verge, CLOSED_BEGAN, 'granted_for_good');
  const open = await played(verge, OPEN_BEGAN, 'window');
  verge.clock.goTo(Date.now());
  await copyCase(services.db, closed, { from: 1, count: closedCases }, around);
  console.log(`  ${thousands(closedCases)} closed cases with their histories`);
  let next = closedCases + 1;
  return {
    url,
    services,
    areaSlug: town.area.slug,
    broker: { cookie: await aSession(services, verge.broker.personId) },
    open,
    closed,
    async addOpen(count) {
      await copyCase(services.db, open, { from: next, count }, around);
      next += count;
      await services.db.raw('analyze');
    },
  };
}

async function placesAndGroups({ services, town }: Verge): Promise<Around> {
  const around = { assetIds: [] as string[], groupIds: [] as string[] };
  for (let at = 0; at < PLACES; at++)
    around.assetIds.push((await anAsset(services, town, { name: `Verge ${at} at Mill Lane` })).id);
  for (let at = 0; at < GROUPS; at++)
    around.groupIds.push((await aGardenGroup(services, town, `Gardeners ${at}`)).groupId);
  return around;
}

/** A case begun so many days ago, with its comments, taken as far as it goes by today or to a state. */
async function played(verge: Verge, daysAgo: number, until: ProposalState): Promise<Proposal> {
  const { services, clock, town } = verge;
  clock.goTo(`${dayFrom(-daysAgo)}T09:00:00Z`);
  const place = await anAsset(services, town, { name: `Verge of ${daysAgo} days ago` });
  const wish = { assetId: place.id, starts: dayFrom(30), ends: dayFrom(300) };
  const id = await proposalIn(verge, 'commenting', CASE_A, wish);
  await commentedAndScored(verge, id);
  for (let now = await stored(verge, id); now.state !== until; now = await stored(verge, id)) {
    const { dueOn } = now;
    if (dueOn === null || dueOn >= dayFrom(0)) throw new Error(`The case of ${daysAgo} days ago is in ${now.state}.`);
    await onDay(verge, nextDay(dueOn));
  }
  return stored(verge, id);
}

async function commentedAndScored(verge: Verge, id: string): Promise<void> {
  const { services, broker } = verge;
  const comments: string[] = [];
  for (let at = 0; at < COMMENTS; at++)
    comments.push((await commented(verge, id, { email: `neighbour-${at}-${id}@example.org` })).id);
  await onDay(verge, nextDay(found((await stored(verge, id)).commentsUntil)));
  const words = 'The beds stay a metre from the corner.';
  await services.comments.answering.answer(broker, id, { comments, outcome: 'changed', words, submission: undefined });
  await scored(verge, id);
  await resultPublished(verge, id);
}

export const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
