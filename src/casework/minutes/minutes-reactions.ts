import type { Db } from '../../kernel/database.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { nothingFollows, type ReactionTable } from '../../kernel/reactions.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { MinutesFactKind } from './minutes-facts.ts';
import { minutesOn } from './minutes-store.ts';

type Deps = {
  proposals: { byId(db: Db, id: string): Promise<Proposal | undefined> };
  hearingOf(db: Db, proposalId: string): Promise<{ id: string; day: Day } | undefined>;
  /** The last day for the draft of the minutes of a hearing. */
  draftBy(db: Db, proposal: Proposal, heldOn: Day): Promise<Day>;
};

/** A hearing that was held has minutes. Mails of what becomes of them are in `minutes-mail-table.ts`. */
export function minutesReactions({ proposals, hearingOf, draftBy }: Deps) {
  return {
    ...nothingFollows('minutes_changed', 'minutes_correction_answered'),
    minutes_drafted: [],
    minutes_correction_sent: [],
    minutes_final: [],
    proposal_hearing_held: [awaited],
  } satisfies ReactionTable & Record<MinutesFactKind, unknown>;

  async function awaited(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const proposal = await proposals.byId(unit.trx, subjectId);
    const hearing = await hearingOf(unit.trx, subjectId);
    if (!proposal || !hearing) return;
    await minutesOn(unit.trx).add({
      id: hearing.id,
      proposalId: subjectId,
      areaId: proposal.areaId,
      state: 'awaited',
      said: '',
      dueOn: await draftBy(unit.trx, proposal, hearing.day),
      draftedOn: null,
      draftedBy: null,
      finalOn: null,
    });
  }
}
