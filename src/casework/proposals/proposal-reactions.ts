import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Ownership } from '../../register/assets/asset-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { together } from '../../kernel/reactions.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import { PROPOSAL_MAILS, TEST_MAILS } from './proposal-mail-table.ts';
import { signedReactions } from './proposal-signed-reactions.ts';
import { proposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { rivalReactions } from './rival-reactions.ts';
import { SCORED_STATES } from './proposal-table.ts';
import { proposalMailing, type ProposalTellingDeps } from './proposal-telling.ts';

type Deps = ProposalSteppingDeps & ProposalTellingDeps;
/** Holidays change rarely, and an area has hardly more cases open. */
const MOST = 10_000;

/**
 * What follows from facts about proposals: people are told. And what of others moves a proposal: it is known whose the place is, the
 * result of its test is out, holidays change.
 */
export function proposalReactions(deps: Deps) {
  const steps = proposalSteps(deps);
  return together(
    proposalMailing(deps)(PROPOSAL_MAILS),
    rivalReactions(steps),
    signedReactions({ petitions: deps.petitions, steps }),
    {
      enquiry_confirmed: [ownerFound],
      enquiry_outside: [ownerFound],
      enquiry_presumed: [ownerFound],
      enquiry_stood: [ownerFound],
      enquiry_declined: [ownerFound],
      enquiry_lapsed: [ownerFound],
      enquiry_closed: [ownerFound],
      enquiry_withdrawn: [ownerFound],
      case_test_differs: [bothIn],
      case_test_agreed: [bothIn],
      case_test_result: [resultOut],
      asset_owned: [ownerChanged],
      bank_holidays_changed: [countedAnew],
    },
    proposalMailing(deps)(TEST_MAILS),
  );

  /** A question whose the place is has moved: proposals that wait for it go on, or end with it. */
  async function ownerFound(unit: UnitOfWork, { subjectId, after }: Fact): Promise<void> {
    // The day on which the question moved, which its clock may have done late.
    const { on } = after as { on?: Day };
    for (const { id, assetId } of await proposalsOn(unit.trx).waitingFor(subjectId)) {
      const outcome = await deps.enquiries.outcomeOf(unit.trx, assetId);
      if (!outcome || (outcome.ownerId === null && outcome.endedOn === null)) continue;
      const { proposal, today } = await steps.locked(unit, id);
      if (proposal.state !== 'finding_owner') continue;
      const by = { by: 'clock', actor: 'system', on: on ?? today } as const;
      if (outcome.ownerId !== null)
        await steps.move(unit, proposal, 'owner_found', { ...by, fields: { ownerId: outcome.ownerId } });
      else {
        await deps.tests.withdraw(unit, proposal.testId, 'system');
        await steps.move(unit, proposal, 'owner_missing', by);
      }
    }
  }

  /**
   * The register has learned whose a place is, or that it is not whose it was said to be: what was sent before goes with it. What still
   * waits for the question goes by the question.
   */
  async function ownerChanged(unit: UnitOfWork, { subjectId: assetId, after }: Fact): Promise<void> {
    const { ownerId, ownership } = after as { ownerId: string; ownership: Ownership };
    const outcome = await deps.enquiries.outcomeOf(unit.trx, assetId);
    const known = ownership === 'confirmed' || ownership === 'claimed';
    const found = outcome?.ownerId ?? (known ? ownerId : null);
    for (const { id } of await proposalsOn(unit.trx).openFor(assetId)) {
      const { proposal, today } = await steps.locked(unit, id);
      if (proposal.state === 'finding_owner' || proposal.ownerId === found || proposal.endedOn !== null) continue;
      const asked = { ...proposal, enquiryId: outcome?.id ?? proposal.enquiryId };
      await steps.ownerIs(unit, asked, found, today);
    }
  }

  async function resultOut(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    await proposalsOn(unit.trx).lockPlaceOf(subjectId);
    const proposal = await proposalsOn(unit.trx).lock(subjectId);
    if (!proposal || !SCORED_STATES.includes(proposal.state)) return;
    await steps.takeResult(unit, proposal, await steps.todayIn(unit.trx, proposal.areaId));
  }

  /** Both sheets are in: from now on it is somebody else’s turn, on the days that it has. */
  async function bothIn(unit: UnitOfWork, { subjectId, kind, after }: Fact): Promise<void> {
    const proposal = await proposalsOn(unit.trx).lock(subjectId);
    const { testId } = after as { testId: string };
    if (!proposal || proposal.testId !== testId || !SCORED_STATES.includes(proposal.state)) return;
    await steps.keep(unit, { ...proposal, within: kind === 'case_test_differs' ? 'differ' : 'stand' });
  }

  /** Only days to come change in a calendar, so none that has passed moves. */
  async function countedAnew(unit: UnitOfWork, { areaId }: Fact): Promise<void> {
    if (areaId === null) return;
    for (const { id } of await proposalsOn(unit.trx).openIn(areaId, MOST)) {
      // Somebody may have moved it on since the list was read.
      const proposal = await proposalsOn(unit.trx).lock(id);
      if (!proposal) continue;
      const paused =
        proposal.pausedBy && (await deps.pauses.anew(unit, proposal, await steps.countingFor(unit.trx, proposal)));
      const { dueOn: due } = await steps.recount(unit, { ...proposal, ...paused });
      if (due === null || due === proposal.dueOn) continue;
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
