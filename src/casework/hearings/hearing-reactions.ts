import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { nothingFollows, type ReactionTable } from '../../kernel/reactions.ts';
import type { Hearing } from './hearing-contract.ts';
import type { HearingFactKind } from './hearing-facts.ts';
import { hearingsOn } from './hearing-store.ts';
import { NO_NEED } from './hearing-words.ts';

/**
 * A hearing that is called does not outlast its case: where that ends before, it is called off, which is a fact of its own; where the
 * case goes to the panel on its papers, it was not held. Each reads how things stand, so it may run twice.
 */
export function hearingReactions({ clock }: { clock(): Date }) {
  return {
    ...nothingFollows('hearing_way_recorded'),
    proposal_hearing_not_held: [notHeld],
    proposal_withdrawn: [callOff],
    proposal_agreed: [callOff],
  } satisfies ReactionTable & Record<Exclude<HearingFactKind, 'hearing_called_off'>, unknown>;

  async function notHeld(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const hearing = await hearingsOn(unit.trx).called(subjectId);
    if (hearing) await end(unit, { ...hearing, state: 'not_held' });
  }

  async function callOff(unit: UnitOfWork, { kind, subjectId, areaId }: Fact): Promise<void> {
    const hearing = await hearingsOn(unit.trx).called(subjectId);
    if (!hearing) return;
    const reason = NO_NEED[kind] ?? '';
    await end(unit, { ...hearing, state: 'cancelled', reason });
    unit.record({
      kind: 'hearing_called_off',
      areaId,
      subjectKind: 'proposal',
      subjectId,
      actor: 'system',
      reason,
      publicText: `The public hearing is off. ${reason}`,
    });
  }

  async function end({ trx }: UnitOfWork, hearing: Hearing): Promise<void> {
    await hearingsOn(trx).change({
      ...hearing,
      version: hearing.version + 1,
      changedAt: clock().toISOString(),
    });
  }
}
