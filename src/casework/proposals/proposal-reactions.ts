import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { together, type Reaction } from '../../kernel/reactions.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import { dueOf } from './proposal-due-rules.ts';
import { PROPOSAL_FACTS, type ProposalFactKind } from './proposal-facts.ts';
import { PROPOSAL_MAILS } from './proposal-mail-table.ts';
import { AUDIENCES } from './proposal-mail-contract.ts';
import { proposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { SCORED_STATES } from './proposal-table.ts';
import { proposalTelling, type ProposalTellingDeps } from './proposal-telling.ts';

type Deps = ProposalSteppingDeps & ProposalTellingDeps;
/** Holidays change rarely, and an area has hardly more cases open. */
const MOST = 10_000;

/**
 * What follows from facts about proposals: people are told. And what of others moves a proposal: it is known whose the place is, the
 * result of its test is out, holidays change.
 */
export function proposalReactions(deps: Deps) {
  const steps = proposalSteps(deps);
  return together(telling(deps), {
    enquiry_confirmed: [ownerFound],
    enquiry_outside: [ownerFound],
    enquiry_presumed: [ownerFound],
    enquiry_stood: [ownerFound],
    enquiry_declined: [ownerFound],
    enquiry_lapsed: [ownerFound],
    enquiry_closed: [ownerFound],
    enquiry_withdrawn: [ownerFound],
    case_test_result: [resultOut],
    bank_holidays_changed: [countedAnew],
  });

  /** A question whose the place is has moved: proposals that wait for it go on, or end with it. */
  async function ownerFound(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    for (const { id, assetId } of await proposalsOn(unit.trx).waitingFor(subjectId)) {
      const outcome = await deps.enquiries.outcomeOf(unit.trx, assetId);
      if (!outcome || (outcome.ownerId === null && outcome.endedOn === null)) continue;
      const { proposal, today } = await steps.locked(unit, id);
      if (proposal.state !== 'finding_owner') continue;
      const by = { by: 'clock', actor: 'system', on: today } as const;
      if (outcome.ownerId !== null)
        await steps.move(unit, proposal, 'owner_found', { ...by, fields: { ownerId: outcome.ownerId } });
      else {
        await deps.tests.withdraw(unit, proposal.testId, 'system');
        await steps.move(unit, proposal, 'owner_missing', by);
      }
    }
  }

  async function resultOut(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const proposal = await proposalsOn(unit.trx).lock(subjectId);
    if (!proposal || !SCORED_STATES.includes(proposal.state)) return;
    await steps.takeResult(unit, proposal, await steps.todayIn(unit.trx, proposal.areaId));
  }

  /** Only days to come change in a calendar, so none that has passed moves. */
  async function countedAnew(unit: UnitOfWork, { areaId }: Fact): Promise<void> {
    if (areaId === null) return;
    for (const { id } of await proposalsOn(unit.trx).openIn(areaId, MOST)) {
      // Somebody may have moved it on since the list was read.
      const proposal = await proposalsOn(unit.trx).lock(id);
      if (!proposal) continue;
      const due = dueOf(proposal, await steps.countingFor(unit.trx, proposal))?.due ?? null;
      if (due === null || due === proposal.dueOn) continue;
      await steps.keep(unit, {
        ...proposal,
        dueOn: due,
        ...(proposal.state === 'commenting' && { commentsUntil: due }),
      });
      unit.record({
        kind: 'proposal_date_moved',
        areaId,
        subjectKind: 'proposal',
        subjectId: id,
        actor: 'system',
        before: { dueOn: proposal.dueOn },
        after: { dueOn: due },
        publicText: `The calendar of holidays has changed: the day is now ${dateWords(due)}.`,
      });
    }
  }
}

function telling(deps: ProposalTellingDeps): Record<ProposalFactKind, readonly Reaction[]> {
  const tell = proposalTelling(deps);
  return Object.fromEntries(
    PROPOSAL_FACTS.map((kind): [ProposalFactKind, Reaction[]] => [
      kind,
      AUDIENCES.filter((audience) => PROPOSAL_MAILS[kind]?.[audience]).map(
        (audience): Reaction =>
          (unit, fact) =>
            tell(unit, fact, kind, audience),
      ),
    ]),
  ) as unknown as Record<ProposalFactKind, readonly Reaction[]>;
}
