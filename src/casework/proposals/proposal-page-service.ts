import { dayIn } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { datesIfSent, dueOf } from './proposal-due-rules.ts';
import type { DraftPage, PrivateProposal, ProposalBehind, PublicProposal } from './proposal-page-contract.ts';
import { placeOf, type ProposalScenes } from './proposal-scene-service.ts';
import { WRITTEN_STATES } from './proposal-sending-service.ts';
import { signPhotosOn } from './sign-photo-store.ts';
import type { ProposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { isPastSending, overlap } from './rival-rules.ts';
import { tasksOf } from './proposal-task-rules.ts';

type Deps = ProposalDeps & { steps: ProposalSteps; scenes: ProposalScenes };
const MOST_LINES = 100;

/** A proposal as its page shows it: to everybody once it is sent, and to its group and officers what is theirs. */
export function proposalPages(deps: Deps) {
  const { db, clock, areas, shown, groups, partners, plans, people, tests, pauses, steps, scenes } = deps;
  return { publicly, withBehind, privately, draft, isDraft, titled, thing, sentThing, photo, idOf };

  /** What an act to a proposal is done to. @throws Problem 404 */
  async function thing(id: string): Promise<Thing> {
    const { areaId, ownerId, groupId, assetId } = await known(id);
    return { areaId, ownerId, groupId, assetId };
  }

  /** The same of one that everybody may know of. @throws Problem 404 for a draft */
  async function sentThing(id: string): Promise<Thing> {
    await sent(id);
    return thing(id);
  }

  /** Which proposal has a number, as somebody types it from a sign. @throws Problem 404 where nobody has sent one */
  async function idOf(number: string): Promise<string> {
    const proposal = await proposalsOn(db).numbered(number.trim().toUpperCase());
    if (!proposal) throw notFound('proposal');
    return (await sent(proposal.id)).id;
  }

  async function isDraft(id: string): Promise<boolean> {
    return (await known(id)).state === 'draft';
  }

  /** What it is called in lists of others. @throws Problem 404 */
  async function titled(id: string): Promise<{ place: string }> {
    return placeOf((await shown(db, (await known(id)).assetId)) ?? null);
  }

  /** @throws Problem 404 for one that nobody has sent */
  async function publicly(id: string): Promise<PublicProposal> {
    return publicOf(await sent(id));
  }

  /** The same, with what its parts work with. @throws Problem 404 for one that nobody has sent */
  async function withBehind(id: string): Promise<{ proposal: PublicProposal; behind: ProposalBehind }> {
    return shownOf(await sent(id));
  }

  async function privately(id: string): Promise<PrivateProposal> {
    const { missing, channel, readBack, testId, officerId } = await known(id);
    const names = await people.namesForOfficers(db, officerId === null ? [] : [officerId]);
    return { missing, channel, readBack, testId, officerId, officer: names.get(officerId ?? '') ?? null };
  }

  /** What the group writes, as long as it may. @throws Problem 404 once it is sent */
  async function draft(id: string, assisted: boolean): Promise<DraftPage> {
    const proposal = await known(id);
    if (!WRITTEN_STATES.includes(proposal.state)) throw notFound('draft');
    const shownAs = await publicOf(proposal);
    const today = dayIn(shownAs.area.timeZone, clock());
    const adults = (await groups.people(db, proposal.groupId)).filter(({ role }) => role !== 'group_member').length;
    const { missing, asked, evidence } = await tests.drafted(db, proposal.testId);
    const asOf = proposal.state === 'draft' ? today : (proposal.receivedOn ?? today);
    const rival =
      proposal.state === 'draft' && proposal.starts !== null && proposal.ends !== null
        ? (await proposalsOn(db).standingFor(proposal.assetId, today)).find(
            (one) => isPastSending(one) && overlap(one, proposal),
          )
        : undefined;
    const plan = await plans.drafted(db, proposal, asOf);
    return {
      proposal: shownAs,
      testId: proposal.testId,
      missing: proposal.missing,
      tasks: tasksOf(proposal, {
        people: adults,
        missing: missing.map(({ id: one }) => one),
        asked: await partners.waitFor(db, id),
        today: asOf,
        plan,
      }),
      plan: plan.rows,
      questions: { root: `${assisted ? '/desk' : ''}/case-tests/${proposal.testId}`, asked, evidence },
      dates: datesIfSent(today, await steps.countingFor(db, { ...proposal, receivedOn: today }), proposal.path),
      today,
      assisted,
      rival: rival?.number ?? null,
    };
  }

  /** @throws Problem 404 where the photo is not of this proposal */
  async function photo(id: string, photoId: string): Promise<void> {
    if (!(await signPhotosOn(db).of(id)).some((one) => one.id === photoId)) throw notFound('photo');
  }

  async function known(id: string): Promise<Proposal> {
    const proposal = await proposalsOn(db).byId(id);
    if (!proposal || proposal.state === 'dropped') throw notFound('proposal');
    return proposal;
  }

  async function sent(id: string): Promise<Proposal> {
    const proposal = await known(id);
    if (proposal.state === 'draft') throw notFound('proposal');
    return proposal;
  }

  async function publicOf(proposal: Proposal): Promise<PublicProposal> {
    return (await shownOf(proposal)).proposal;
  }

  async function shownOf(proposal: Proposal): Promise<{ proposal: PublicProposal; behind: ProposalBehind }> {
    const { id, areaId, groupId, ownerId, assetId, enquiryId } = proposal;
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('proposal');
    const asset = (await shown(db, assetId)) ?? null;
    const owner = (await areas.owners(db)).find((one) => one.id === ownerId);
    const { joined, asked, standing } = await scenes.standingOf(db, proposal, area);
    const summary = await tests.resultOf(db, { kind: 'proposal', id });
    const { counted, told } = await pauses.read(db, id);
    const counting = await steps.countingFor(db, proposal, counted);
    const shownAs: PublicProposal = {
      ...shownFields(proposal),
      area: { id: area.id, slug: area.slug, name: area.name, timeZone: area.timeZone },
      asset,
      ...placeOf(asset),
      group: { id: groupId, name: (await scenes.askersOf(db, [proposal])).get(id) ?? '' },
      owner: owner ? { id: owner.id, name: owner.name, joined } : null,
      enquiry: enquiryId === null ? null : { id: enquiryId, dueOn: asked?.dueOn ?? null },
      standing,
      howDue: proposal.state === 'finding_owner' ? null : dueOf(proposal, counting),
      result: summary,
      pauses: told,
      signPhotos: await signPhotosOn(db).of(id),
      history: (await publicHistory(db, 'proposal', id, MOST_LINES)).map(({ at, on, text }) => ({
        on: on ?? dayOf(at, area.timeZone),
        text,
      })),
    };
    return { proposal: shownAs, behind: { kept: proposal, counting } };
  }
}

/** What of a row everybody may read. */
function shownFields({
  areaId: _area,
  groupId: _group,
  assetId: _asset,
  ownerId: _owner,
  testId: _test,
  enquiryId: _enquiry,
  begunBy: _begun,
  channel: _channel,
  enteredBy: _entered,
  onBehalfOf: _behalf,
  readBack: _read,
  missing: _missing,
  within: _within,
  officerId: _officer,
  submission: _submission,
  createdAt: _created,
  changedAt: _changed,
  improved: _improved,
  placeWas: _was,
  pausedOn: _since,
  ...shown
}: Proposal) {
  return shown;
}
