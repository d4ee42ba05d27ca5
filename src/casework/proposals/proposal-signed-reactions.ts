import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { ReactionTable } from '../../kernel/reactions.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import { isBeforeOwnersTime } from './proposal-signed-rules.ts';
import type { ProposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';

type Deps = Pick<ProposalSteppingDeps, 'petitions'> & { steps: Pick<ProposalSteps, 'locked' | 'keep'> };

/**
 * Enough neighbours have signed for a building, or their signatures have lapsed: what the owner’s silence does follows, and with it all that
 * is said of it. Nothing changes once the owner’s time has begun.
 */
export function signedReactions({ petitions, steps }: Deps) {
  return {
    petition_verified: [follow],
    petition_counted_alone: [follow],
    petition_sponsor_counts: [follow],
    petition_lapsed: [follow],
    petition_withdrawn: [follow],
  } satisfies ReactionTable;

  async function follow(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const petition = await petitions.byId(unit.trx, subjectId);
    if (!petition) return;
    const { groupId, assetId } = petition;
    const enough = await petitions.isEnough(unit.trx, groupId, assetId);
    const draft = await proposalsOn(unit.trx).draftOf(groupId, assetId);
    const open = await proposalsOn(unit.trx).openFor(assetId);
    for (const { id } of [...(draft ? [draft] : []), ...open.filter((one) => one.groupId === groupId)]) {
      const { proposal } = await steps.locked(unit, id);
      if (proposal.silenceGrants === enough || !isBeforeOwnersTime(proposal)) continue;
      await steps.keep(unit, { ...proposal, silenceGrants: enough });
      if (proposal.state === 'draft' || !enough) continue;
      unit.record({
        kind: 'proposal_signed_for',
        areaId: proposal.areaId,
        subjectKind: 'proposal',
        subjectId: id,
        actor: 'system',
        before: { silenceGrants: proposal.silenceGrants },
        after: { silenceGrants: enough },
        publicText:
          'Enough neighbours have signed for it: if it passes and the owner shows no permitted ground in time, silence grants it.',
      });
    }
  }
}
