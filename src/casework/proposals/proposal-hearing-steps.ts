import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import type { Counting } from './proposal-due-rules.ts';

type Deps = Pick<ProposalSteppingDeps, 'objections'> & {
  recount(unit: UnitOfWork, proposal: Proposal): Promise<Proposal>;
  countingFor(db: UnitOfWork['trx'], proposal: Proposal): Promise<Counting>;
};

/** Whether land is heard in public, in the transaction in hand: a building always is (casework reference, 8.1 and 8.2). */
export function hearingSteps({ objections, recount, countingFor }: Deps) {
  return { need, byObjections };

  /** From now on it is heard before its marks count, which gives the owner of land more time, once. Twice is once. */
  async function need(unit: UnitOfWork, proposal: Proposal, actor: string, reason: string): Promise<Proposal> {
    if (proposal.hearing !== 'none') return proposal;
    const now = await recount(unit, { ...proposal, hearing: 'needed' });
    unit.record({
      kind: 'proposal_hearing_asked',
      areaId: proposal.areaId,
      subjectKind: 'proposal',
      subjectId: proposal.id,
      actor,
      reason,
      before: { state: proposal.state, dueOn: proposal.dueOn },
      after: { state: now.state, dueOn: now.dueOn },
      publicText: `It is heard in public before its marks count. ${reason}`,
    });
    return now;
  }

  /** Comments are over: so many against it ask for a hearing by themselves. */
  async function byObjections(unit: UnitOfWork, proposal: Proposal): Promise<Proposal> {
    if (proposal.hearing !== 'none') return proposal;
    const { hearing_objections: many } = (await countingFor(unit.trx, proposal)).terms;
    const against = await objections(unit.trx, proposal.id);
    return against < many ? proposal : need(unit, proposal, 'system', `${against} comments are against it.`);
  }
}
export type HearingNeed = ReturnType<typeof hearingSteps>;
