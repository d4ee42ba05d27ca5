import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Reaction } from '../../kernel/reactions.ts';
import { PROPOSAL_MAILS } from './proposal-mail-table.ts';
import type { ProposalFactKind } from './proposal-facts.ts';
import type { ProposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { isMovedByOthers } from './rival-rules.ts';

/** Where several ask for one place: whatever happens to one may move the others, and itself. */
export function rivalReactions({
  settle,
}: Pick<ProposalSteps, 'settle'>): Record<ProposalFactKind, readonly Reaction[]> {
  return Object.fromEntries(Object.keys(PROPOSAL_MAILS).map((kind) => [kind, [othersFollow]])) as unknown as Record<
    ProposalFactKind,
    readonly Reaction[]
  >;

  async function othersFollow(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const changed = await proposalsOn(unit.trx).byId(subjectId);
    if (!changed || changed.state === 'draft' || changed.state === 'dropped') return;
    const on = changed.endedOn ?? changed.stateOn;
    const standing = await proposalsOn(unit.trx).standingFor(changed.assetId, on);
    for (const { id } of standing.filter(isMovedByOthers)) {
      // As it stands by then: the one before may have moved it.
      const proposal = await proposalsOn(unit.trx).lock(id);
      if (proposal) await settle(unit, proposal, { on, late: false });
    }
  }
}
