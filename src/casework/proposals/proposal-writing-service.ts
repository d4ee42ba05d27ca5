import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Beginning, Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { dueOf } from './proposal-due-rules.ts';
import { whyNotAsked } from './proposal-place-rules.ts';
import { proposalsOn } from './proposal-store.ts';
import { WRITTEN_STATES } from './proposal-sending-service.ts';
import type { ProposalSteps } from './proposal-steps.ts';

type Deps = ProposalDeps & { steps: ProposalSteps };
/** `like`: an earlier proposal of the group, from which what it wrote comes along. */
type Adding = { asset: PublicAsset; groupId: string; today: Day; like: Proposal | null };

/** Writing a proposal: it is saved as one goes, and nobody else sees it before it is sent. */
export function proposalWriting(deps: Deps) {
  const { db, clock, newId, inOneTransaction, shown, groups, tests, caseNumber, termsOn, petitions, steps } = deps;
  return {
    /** A place that somebody would like to ask for. @throws Problem 404, 409, 410 with words */
    lookedAt: async (assetId: string) => {
      const { id, name, area, owner, state } = await mayBeAskedFor(db, assetId);
      return { id, name, area: area.name, owner: owner.name, state };
    },

    /** Begins a proposal of a group for a place, or opens the draft that it has. @throws Problem 400, 404, 409, 410 */
    async begin(who: Who, { asset: assetId, group: groupId }: Beginning): Promise<Proposal> {
      return inOneTransaction(async (unit) => {
        const { there, asset, today } = await mayBegin(unit, assetId, groupId);
        return there ?? add(unit, who, { asset, groupId, today, like: null });
      });
    },

    /**
     * Begins a proposal for a second place from one that the group has sent: what it would do, its answers and evidence come along, and what
     * its test came to as evidence (casework reference, worked case A7). The gates are answered anew. Twice for one place is once.
     * @returns the draft, and whether it was begun just now
     * @throws Problem 400, 404, 409, 410
     */
    async another(
      who: Who,
      id: string,
      { asset: assetId }: Pick<Beginning, 'asset'>,
    ): Promise<{ draft: Proposal; begun: boolean }> {
      return inOneTransaction(async (unit) => {
        const like = await proposalsOn(unit.trx).byId(id);
        if (!like || like.state === 'draft' || like.state === 'dropped') throw notFound('proposal');
        if (assetId === like.assetId)
          throw invalid([{ field: 'asset', message: 'This is the same place. Choose another one.' }]);
        const { there, asset, today } = await mayBegin(unit, assetId, like.groupId);
        if (there) return { draft: there, begun: false };
        return { draft: await add(unit, who, { asset, groupId: like.groupId, today, like }), begun: true };
      });
    },

    /** Keeps what they would do there. @throws Problem 409 where somebody else has changed it since the form was opened */
    saveUse: (id: string, given: { use: string; was?: string | undefined }) =>
      inDraft(id, ({ use }) => {
        if (given.was !== undefined && given.was !== use && given.use !== use)
          throw new Problem(
            409,
            'This was changed meanwhile',
            `Somebody of your group has changed it meanwhile to: “${use}”. Send yours again if it should stand.`,
            [{ field: 'use', message: 'Compare yours with what was saved meanwhile, and save again.' }],
          );
        return { use: given.use };
      }),
    saveDates: (id: string, { starts, ends }: { starts?: Day | undefined; ends?: Day | undefined }) =>
      inDraft(id, () => ({ starts: starts ?? null, ends: ends ?? null })),
    /** Opens what a group writes for a part of it that lies elsewhere. @throws Problem 404, 409 once it is sent */
    opened: (unit: UnitOfWork, id: string) => opened(unit, id, { improving: true, change: () => ({}) }),
  };

  /** A place that a group may ask for. */
  async function mayBeAskedFor(db: Db, assetId: string): Promise<PublicAsset> {
    const asset = await shown(db, assetId);
    if (!asset) throw notFound('place');
    if (asset.retiredOn) throw gone('This place has left the register, so it cannot be asked for.');
    const why = whyNotAsked(asset, await proposalsOn(db).grantedFor(assetId, await steps.todayIn(db, asset.area.id)));
    if (why !== null) throw conflict(why);
    return asset;
  }

  /** What stands in the way of a new draft, or the draft that is there. @throws Problem 400, 404, 409, 410 */
  async function mayBegin({ trx }: UnitOfWork, assetId: string, groupId: string) {
    const asset = await mayBeAskedFor(trx, assetId);
    const group = await groups.byId(trx, groupId);
    if (!group || group.closedAt !== null) throw notFound('group');
    if (group.areaId !== asset.area.id)
      throw invalid([{ field: 'group', message: `Choose a group in ${asset.area.name}: this place lies there.` }]);
    const today = await steps.todayIn(trx, group.areaId);
    const there = await proposalsOn(trx).draftOf(groupId, assetId);
    if (there) return { there, asset, today };
    const { proposals_a_group: most } = await termsOn(trx, group.areaId, today);
    if ((await proposalsOn(trx).countOpenOf(groupId)) >= most)
      throw conflict(`Your group has ${most} proposals open. Send, drop or take back one of them first.`);
    return { there: null, asset, today };
  }

  async function add(unit: UnitOfWork, who: Who, { asset, groupId, today, like }: Adding): Promise<Proposal> {
    const id = newId();
    const now = clock().toISOString();
    const testId = await tests.begin(unit, {
      areaId: asset.area.id,
      groupId,
      path: asset.kind,
      subject: { kind: 'proposal', id },
      evidenceFrom: like?.testId ?? null,
      actor: who.personId,
    });
    const written: Proposal = {
      ...NOTHING_YET,
      id,
      areaId: asset.area.id,
      number: await caseNumber(unit.trx, asset.area, { kind: 'proposal', id }),
      groupId,
      assetId: asset.id,
      path: asset.kind,
      hearing: asset.kind === 'building' ? 'needed' : 'none',
      silenceGrants: asset.kind === 'land' || (await petitions.isEnough(unit.trx, groupId, asset.id)),
      testId,
      use: like?.use ?? '',
      stateOn: today,
      begunBy: who.personId,
      createdAt: now,
      changedAt: now,
    };
    const proposal = { ...written, dueOn: dueOf(written, await steps.countingFor(unit.trx, written))?.due ?? null };
    if (!(await proposalsOn(unit.trx).add(proposal)))
      throw conflict(
        'Somebody of your group has begun to ask for this place at this moment. Open it from your group’s page.',
      );
    unit.record({
      kind: 'proposal_begun',
      areaId: proposal.areaId,
      subjectKind: 'proposal',
      subjectId: id,
      actor: who.personId,
      after: { number: proposal.number, assetId: asset.id, groupId, like: like?.number ?? null },
    });
    return proposal;
  }

  /** Changes a draft; its time begins anew. */
  function inDraft(id: string, change: (proposal: Proposal) => Partial<Proposal>): Promise<void> {
    return inOneTransaction(async (unit) => {
      await opened(unit, id, { improving: false, change });
    });
  }

  /** What a group writes, for a change in the transaction in hand. @param improving whether it may be changed after a result that was nearly a pass */
  async function opened(
    unit: UnitOfWork,
    id: string,
    { improving, change }: { improving: boolean; change: (proposal: Proposal) => Partial<Proposal> },
  ): Promise<Proposal> {
    const { proposal, today } = await steps.locked(unit, id);
    if (!WRITTEN_STATES.includes(proposal.state) || (proposal.state === 'improving' && !improving))
      throw conflict('This proposal has been sent, so it cannot be changed any more. Look at its page.');
    const changed = { ...proposal, ...change(proposal), changedAt: clock().toISOString() };
    const again = proposal.state === 'draft' ? { ...changed, stateOn: today } : changed;
    const due = dueOf(again, await steps.countingFor(unit.trx, again))?.due ?? null;
    await proposalsOn(unit.trx).change({ ...again, dueOn: due });
    return again;
  }
}

const NOTHING_YET = {
  ownerId: null,
  enquiryId: null,
  state: 'draft',
  dueOn: null,
  use: '',
  starts: null,
  ends: null,
  channel: 'online',
  receivedOn: null,
  enteredBy: null,
  onBehalfOf: null,
  readBack: null,
  missing: '',
  completeOn: null,
  deemedComplete: false,
  commentsUntil: null,
  within: null,
  assessedOn: null,
  hearingOn: null,
  outcome: null,
  resultOn: null,
  provisional: false,
  improved: false,
  extensionDays: 0,
  extensionReason: '',
  grantKind: null,
  decidedOn: null,
  grantedFrom: null,
  grantedUntil: null,
  reasons: '',
  endedOn: null,
  placeWas: null,
  pausedBy: null,
  pausedOn: null,
  pausedUntil: null,
  officerId: null,
  handOffs: 0,
  submission: null,
} as const satisfies Partial<Proposal>;
